"""``govxlsx archive``: accepted workbooks, their documents and findings, kept for good."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from govxlsx import interruption
from govxlsx.commands import options
from govxlsx.commands.options import argument, option
from govxlsx.commands.running import at_work, take_in
from govxlsx.commands.streams import say
from govxlsx.desk.inputs import Intake
from govxlsx.errors import UsageError


def archive(
    into: options.Into,
    paths: Annotated[list[str] | None, argument("路径", "工作簿、通配符或文件夹。")] = None,
    attach: Annotated[
        Path | None,
        option(
            "--attach",
            "文件",
            "附加一个别处做的文件（OFD、PDF、扫描件、网页），登记它的 SHA-256；要写 --to。",
        ),
    ] = None,
    to: Annotated[
        int | None, option("--to", "编号", "附加给第几号报送；编号见归档时的提示。")
    ] = None,
    received: Annotated[
        str,
        option(
            "--received",
            "日期",
            "收到的日期，例如 2027-01-20；不写的，以第一次归档时为准。"
            "同一机关同一年度有几份的，晚收到的替代早收到的。",
        ),
    ] = "",
    previous: options.PreviousOption = None,
    roster: options.RosterOption = None,
    strict: options.Strict = False,
    jobs: options.Jobs = None,
    scheduler: options.Scheduler = None,
    format_: Annotated[
        str,
        option(
            "--format",
            "格式",
            "docx,html（默认）总是归档，可加 pdf（PDF/A-2b，要装 LibreOffice；"
            "字体被代替的不归档），用逗号分开：docx,html,pdf。",
        ),
    ] = "docx,html",
) -> None:
    """Archive workbooks."""
    from govxlsx.desk.archive.filing import Archive, now
    from govxlsx.desk.archive.judging import Judging
    from govxlsx.desk.archive.run import Run
    from govxlsx.desk.archive.screen import Counts, tell
    from govxlsx.showing import screen

    if attach is not None or to is not None:
        _attach(into, attach, to, paths or [])
        return
    if not paths:
        raise UsageError("请写明要归档的工作簿，或者用 --attach 附加文件。")
    day = options.day(received, "--received") if received else None
    if day is not None and (day - now().date()).days > 1:
        say(f"--received 写的 {received} 还没有到，按它登记了；写错的，改正后再归档一次。")
    intake = _outside(take_in(paths, roster), into)
    held = options.roster(roster)
    wanted = options.formats(format_)
    page = screen.stdout()
    tally = Counts()
    with (
        interruption.noted() as notice,
        Archive.open(into) as opened,
        at_work(intake.files, jobs, scheduler, documents=True) as work,
        screen.progress(len(intake.files), "归档", told=True) as advance,
    ):
        before = work.last_year(previous)
        judging = Judging(work.root, before, held, strict)
        printed = options.PDF in wanted
        run = Run(opened, work.crew, judging, printed, now, lambda: notice.given, day)
        try:
            for filed in run.over(intake.files):
                tally.add(filed)
                tell(page, filed)
                advance(1)
        finally:
            page.skipped(intake.skipped)
            page.line(tally.sentence())
    raise typer.Exit(2 if before is not None and before.lacking else tally.status)


def _attach(into: Path, path: Path | None, number: int | None, paths: Sequence[str]) -> None:
    from govxlsx.desk.archive.attachments import attach, doubt
    from govxlsx.desk.archive.filing import Archive
    from govxlsx.desk.archive.register import Register
    from govxlsx.showing import screen

    if path is None or number is None:
        raise UsageError("--attach 文件 和 --to 编号 要一起写。")
    if paths:
        raise UsageError("--attach 一次附加一个文件，不能同时归档工作簿。")
    Register.open(into).close()  # nothing is attached to an archive that is not there
    with Archive.open(into) as opened:
        submission, file, again = attach(opened, path, number)
    body = f"第 {submission.id} 号报送（{submission.about}）"
    done = "以前已附加，没有再存" if again else "已附加"
    screen.stdout().line(f"{done}：{file.place}，{body}，SHA-256 {file.sha256}")
    if told := doubt(path, submission):
        say(told)


def _outside(intake: Intake, folder: Path) -> Intake:
    """Leave out the archive's own files, where it lies in a folder that is taken in."""
    home = folder.resolve()

    def outside(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(each for each in names if not Path(each).resolve().is_relative_to(home))

    found = Intake(outside(intake.files), outside(intake.skipped))
    if not found.files:
        raise UsageError(f"没有可以归档的工作簿：给出的都已经在归档文件夹“{folder}”里。")
    return found
