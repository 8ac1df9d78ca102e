"""The command ``govxlsx``: the only place where errors become sentences and exit statuses."""

from __future__ import annotations

import io
import sys

import click

from govxlsx.commands import NAME, command
from govxlsx.commands.chinese import sentence
from govxlsx.commands.streams import say
from govxlsx.errors import GovxlsxError, StoppedError, UnusableWorkbookError

STOPPED = 130
"""The exit status after Ctrl-C, as shells have it: 128 and the number of the signal."""


def run() -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = command().main(prog_name=NAME, standalone_mode=False)
    except click.ClickException as error:
        say(sentence(error))
        return 2
    except UnusableWorkbookError as error:
        from govxlsx.checking.refusal import sentence as refusal

        say(f"{refusal(error)}（{error.code}）")
        return 2
    except StoppedError as error:
        say(str(error))
        return STOPPED
    except GovxlsxError as error:
        say(str(error))
        return 2
    except click.Abort:
        say("已中断。")
        return STOPPED
    if status == STOPPED:  # typer says nothing of Ctrl-C
        say("已中断。")
    return status if isinstance(status, int) else 0


def main() -> None:
    """Run the command line and exit."""
    raise SystemExit(run())


if __name__ == "__main__":
    main()
