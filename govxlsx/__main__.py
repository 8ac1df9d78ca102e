"""The command ``govxlsx``: the only place where errors become sentences and exit statuses."""

from __future__ import annotations

# Built in: signal itself takes milliseconds to import.
import _signal  # type: ignore[import-not-found]
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> int:
    """Run the command line and return its exit status."""
    from govxlsx.commands import streams

    streams.open_missing()
    try:
        try:
            return _done()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough
        streams.silence()
    except OSError as error:
        streams.silence()
        streams.say(streams.failure(error))
    return 2


def _done() -> int:
    """Run the command, and say in a sentence why it could not be done."""
    import click

    from govxlsx import interruption
    from govxlsx.commands import invoke
    from govxlsx.commands.chinese import sentence
    from govxlsx.commands.streams import say
    from govxlsx.errors import GovxlsxError, StoppedError, UnusableWorkbookError

    try:
        return invoke(sys.argv[1:])
    except click.ClickException as error:
        say(sentence(error))
    except UnusableWorkbookError as error:
        from govxlsx.checking.refusal import sentence as refusal

        say(f"{refusal(error)}（{error.code}）")
    except StoppedError as error:
        say(str(error))
        return interruption.status()
    except GovxlsxError as error:
        say(str(error))
    return 2


def begun() -> int:
    """Set this process up, run the command line in it, and return the exit status."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)  # until it is watched: a silent end
    from govxlsx import interruption, process

    process.begin()
    interruption.watch()
    return run()


def main() -> NoReturn:
    """Run the command line, and end this process with it."""
    status = begun()
    from govxlsx import process

    process.end(status)
    raise SystemExit(status)


if __name__ == "__main__":
    main()
