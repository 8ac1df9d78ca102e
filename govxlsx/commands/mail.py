"""``govxlsx mail``: submissions out of mails, judged, filed, and answered by drafts."""

from __future__ import annotations

import getpass
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx import process
from govxlsx.commands import options
from govxlsx.commands.options import Into, Jobs, Strict, argument, option
from govxlsx.commands.running import last_years_reports
from govxlsx.commands.streams import say
from govxlsx.desk import forking
from govxlsx.desk.archive.correspondence import Correspondence
from govxlsx.desk.archive.filing import Archive, now
from govxlsx.desk.batch.crew import Crew, here, processes, processors
from govxlsx.desk.notices.draft import Deliver, into_folder
from govxlsx.errors import StoppedError, UsageError
from govxlsx.intake.address import is_address, parse
from govxlsx.intake.doubts import LIST, as_csv
from govxlsx.intake.letter import Mail
from govxlsx.intake.run import MailRun
from govxlsx.intake.screen import MailCounts, tell
from govxlsx.intake.sources import letters
from govxlsx.output import write_file
from govxlsx.showing import screen

if TYPE_CHECKING:
    from govxlsx.intake.mailbox import Mailbox

_PASSWORD = "GOVXLSX_MAIL_PASSWORD"
_IN_MAILBOX = "mailbox"
_SPOOL = "govxlsx-mail-"


def mail(
    source: Annotated[
        str,
        argument(
            "来源",
            "邮件：.eml、.msg、.mbox 文件，放邮件的文件夹，Maildir，"
            "或者邮箱 imaps://用户名@服务器/文件夹。",
        ),
    ],
    into: Into,
    roster: Annotated[
        Path | None,
        option("--roster", "文件", "名册（.csv 或 .xlsx）：核对机关和发件人，写明期限。"),
    ] = None,
    previous: Annotated[
        Path | None, option("--previous", "路径", "上年报告：文件、文件夹或上年的归档。")
    ] = None,
    drafts: Annotated[
        str,
        option(
            "--drafts",
            "文件夹|mailbox",
            "给每份报送起草答复，只起草，不发送：写成 .eml 文件放进这个文件夹；"
            "写 mailbox 的，放进邮箱的草稿箱。",
        ),
    ] = "",
    password_file: Annotated[
        Path | None,
        option(
            "--password-file",
            "文件",
            f"放授权码的文件；也可以用环境变量 {_PASSWORD}，都没有的，运行时提示输入。",
        ),
    ] = None,
    ca_file: Annotated[
        Path | None,
        option("--ca-file", "文件", "邮箱服务器的根证书（.pem）；单位自己的服务器要用时写明。"),
    ] = None,
    strict: Strict = False,
    jobs: Jobs = None,
) -> None:
    """Take submissions out of mails."""
    held = options.roster(roster)
    before = last_years_reports(previous)
    page, tally = screen.stdout(), MailCounts()
    with ExitStack() as stack:
        box = _mailbox(source, password_file, ca_file, stack)
        deliver = _delivery(drafts, box)
        found = _of_files(Path(source), tally) if box is None else None
        opened = stack.enter_context(Archive.open(into))
        process.clear_left(_SPOOL)
        spool = tempfile.TemporaryDirectory(prefix=process.own_prefix(_SPOOL))
        folder = stack.enter_context(spool)
        crew = stack.enter_context(_crew(jobs))
        process.look_often()  # parsed mails are cyclic, and large
        run = MailRun(opened, crew, Path(folder), now, before, held, strict, deliver)
        try:
            for dealt in run.over(_of_mailbox(box, opened) if box is not None else found or ()):
                tally.add(dealt)
                tell(page, dealt)
        except KeyboardInterrupt:
            crew.executor.shutdown(wait=True)
            raise StoppedError("已中断：处理完的邮件都已登记。再次运行会接着做。") from None
        finally:
            if drafts not in ("", _IN_MAILBOX):
                _list_doubts(Path(drafts), opened)
            page.line(tally.sentence())
    raise typer.Exit(2 if before is not None and before.lacking else tally.status)


def _list_doubts(folder: Path, opened: Archive) -> None:
    mails = [each for each in Correspondence(opened.register).mails() if each.unclear]
    if mails:
        write_file(folder / LIST, as_csv(mails), force=True)


def _crew(jobs: int | None) -> AbstractContextManager[Crew]:
    wanted = jobs if jobs is not None else processors()
    if wanted == 1:
        return here()
    forking.context(forking.WORD)
    return processes(wanted)


def _mailbox(
    source: str, password_file: Path | None, ca_file: Path | None, stack: ExitStack
) -> Mailbox | None:
    from govxlsx.intake.mailbox import Mailbox

    if not is_address(source):
        if "://" in source:
            raise UsageError("邮箱请写成 imaps://用户名@服务器/文件夹。")
        return None
    address = parse(source)
    secret = _secret(password_file, address.user)
    return stack.enter_context(Mailbox(address, secret, ca_file)).select()


def _secret(path: Path | None, user: str) -> str:
    """Return the password from a file, the environment or the terminal; it is shown nowhere."""
    if path is not None:
        return options.secret(path, "放授权码的文件")
    given = os.environ.get(_PASSWORD)
    if given:
        return given
    if not sys.stdin.isatty():
        raise UsageError(f"没有授权码：请用 --password-file 文件，或者环境变量 {_PASSWORD}。")
    return getpass.getpass(f"邮箱“{user}”的授权码（不显示）：")


def _delivery(drafts: str, box: Mailbox | None) -> Deliver | None:
    if not drafts:
        return None
    if drafts != _IN_MAILBOX:
        return into_folder(Path(drafts))
    if box is None:
        raise UsageError("--drafts mailbox 只用于邮箱；读文件时请写一个文件夹。")
    from govxlsx.intake.mailbox import into_drafts

    return into_drafts(box)


def _of_files(path: Path, tally: MailCounts) -> Iterator[Mail]:
    def unread(sentence: str) -> None:
        tally.failed += 1
        say(sentence)

    return letters(path, unread)


def _of_mailbox(box: Mailbox, opened: Archive) -> Iterator[Mail]:
    return box.letters(Correspondence(opened.register).known_at)
