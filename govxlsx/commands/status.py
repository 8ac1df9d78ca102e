"""``govxlsx status``: who of a roster has submitted to an archive, who is late or missing."""

from typing import Annotated, Literal

from govxlsx.commands import options
from govxlsx.commands.options import ArchiveFolder, Force, Output, RosterNeeded, flag, option
from govxlsx.commands.streams import deliver
from govxlsx.desk.archive.register import NAME
from govxlsx.desk.roster.file import load
from govxlsx.desk.status import Status, as_csv, screen, take_stock
from govxlsx.errors import UsageError
from govxlsx.output import refuse_existing
from govxlsx.showing.screen import stdout


def status(
    folder: ArchiveFolder,
    roster: RosterNeeded,
    year: Annotated[
        int | None, option("--year", "年度", "报告年度；默认是截至那天的上一年。")
    ] = None,
    as_of: Annotated[
        str,
        option("--as-of", "日期", "截至哪一天，例如 2027-02-01；默认今天。", short="--on"),
    ] = "",
    format_: Annotated[
        Literal["text", "csv", "html"],
        option("--format", None, "text 给人看（默认），csv 用 Excel 打开，html 网页。"),
    ] = "text",
    history: Annotated[
        bool, flag("--history", "列出各机关每一份报送：哪天、结果、改好了什么。")
    ] = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Tell who has submitted."""
    if history and (format_ != "text" or output is not None):
        raise UsageError("--history 只在屏幕上列出，不能与 --format、-o 同用。")
    if output is not None:
        refuse_existing(output, force=force, inputs=(roster, folder / NAME))
    options.named_for(format_, output)
    day = options.day(as_of, "--as-of")
    held = load(roster)
    found = take_stock(held, folder, year or day.year - 1, day)
    if format_ == "text" and output is None:
        screen.tell(stdout(), found)
        if history:
            from govxlsx.desk.status import history as past

            past.tell(stdout(), found.standings, folder)
    else:
        deliver(_render(format_, found), output, force=force)


def _render(format_: str, found: Status) -> str:
    if format_ == "csv":
        return as_csv.render(found)
    if format_ == "html":
        from govxlsx.desk.status import page

        return page.render(found)
    return screen.render(found)
