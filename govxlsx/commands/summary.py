"""``govxlsx summary``: the batch as a workbook, for whoever reports on it."""

from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Jobs, OnlyYear, argument, option
from govxlsx.commands.running import at_work, sources, tell_skipped
from govxlsx.commands.streams import say
from govxlsx.errors import UsageError
from govxlsx.output import refuse_existing, write_file


def summary(
    paths: Annotated[list[str], argument("路径", "归档文件夹；或者工作簿、通配符、文件夹。")],
    output: Annotated[Path, option("--output", "文件", "汇总成的工作簿（.xlsx）。", short="-o")],
    roster: Annotated[
        Path | None, option("--roster", "文件", "名册（.csv 或 .xlsx）：谁没有报送，谁属于谁。")
    ] = None,
    year: OnlyYear = None,
    as_of: Annotated[
        str, option("--as-of", "日期", "截至哪一天，例如 2027-02-01；默认今天。")
    ] = "",
    jobs: Jobs = None,
    force: Force = False,
) -> None:
    """Summarise a batch."""
    from govxlsx.checking.rule import Severity
    from govxlsx.desk.summary.book import workbook
    from govxlsx.desk.summary.material import gathered

    if output.suffix.lower() != ".xlsx":
        raise UsageError("汇总是工作簿，请用 -o 写明 .xlsx 文件，例如 -o 汇总.xlsx。")
    refuse_existing(output, force=force, inputs=(*paths, roster or ""))
    on = options.day(as_of, "--as-of")
    held = options.roster(roster)
    source = sources(paths, output, None, roster, year)
    with at_work(source.files, jobs, None) as work:
        results, _ = work.examine(None, whole=True)
        made = gathered(results, source, held, year, on)
    write_file(output, workbook(made), force=force)
    for path, sentence in made.unusable:
        say(f"{path}：{sentence}")
    tell_skipped(source.skipped)
    say(f"已写入 {output}：{len(made.rows)} 份报送" + (f"。{made.why}" if made.why else "。"))
    wrong = any(each.count(Severity.ERROR) for each in made.rows)
    raise typer.Exit(2 if made.unusable else int(wrong))
