"""A county of twelve bodies through the year, from the roster to the roll-up (examples/roster)."""

import csv
from dataclasses import replace
from pathlib import Path

from command import ROOT, run
from mails import mail, plain, put
from openpyxl import load_workbook
from reports import AGENCY, balanced, made

from govxlsx.desk.roster.file import load
from govxlsx.desk.roster.model import Body
from govxlsx.reading import read

ROSTER = ROOT / "examples" / "roster"
COUNTY = "河东县人民政府"


def govxlsx(desk: Path, *arguments: str | Path) -> tuple[int, str]:
    done = run(*arguments, cwd=desk, width=200)
    return done.returncode, done.stdout + done.stderr


def filled(body: Body, *, wrong: bool = False) -> bytes:
    """Return what a body's clerk sends."""
    scope = "本行政区域" if body.is_government else "本机关"
    agency = replace(AGENCY, name=body.name, kind=body.kind, scope=scope)
    figures = {"applications.received.total": 999} if wrong else {}
    return made(balanced("2021", agency=agency, year=2026, figures=figures))


def from_clerk(body: Body, day: str, *, wrong: bool = False) -> bytes:
    """Return the mail of a body's clerk."""
    return mail(
        plain(filled(body, wrong=wrong), f"{body.name}.xlsx"),
        sender=body.addresses[0],
        message_id=f"<{body.line}-{day[5:7]}@hedong.example.cn>",
        day=f"{day} 09:00:00 +0800",
    )


def test_both_rosters_say_the_same() -> None:
    assert load(ROSTER / "名册.csv").bodies == load(ROSTER / "名册.xlsx").bodies


def test_from_the_roster_to_the_rollup(tmp_path: Path) -> None:
    code, told = govxlsx(
        tmp_path, "new", "--roster", ROSTER / "名册.csv", "--year", "2026", "-o", "发放"
    )
    assert (code, "已生成 12 份模板" in told) == (0, True), told
    roster = Path("发放") / "发放清单.csv"
    held = load(tmp_path / roster)
    assert all(each.code for each in held.bodies)
    below = [each for each in held.bodies if each.name != COUNTY]

    first = [
        from_clerk(each, "Sun, 18 Jan 2026", wrong=number == 0)
        for number, each in enumerate(below[:-1])
    ]
    put(tmp_path / "邮件", *first)
    take = ("mail", "邮件", "--into", "档案", "--roster", roster, "--drafts", "草稿")
    code, told = govxlsx(tmp_path, *take)
    assert (code, "工作簿 10 份：接收 9、退回 1" in told) == (1, True), told
    assert "需要您看的 0 封" in told
    assert len(list((tmp_path / "草稿").glob("*.eml"))) == 10

    code, told = govxlsx(
        tmp_path, "status", "档案", "--roster", roster, "--as-of", "2027-01-22", "--history"
    )
    assert "逾期未报 1、已退回 1、未到期限 1、迟报 0、已报送 9" in told
    notices = ("notices", "档案", "--roster", roster, "--as-of", "2027-01-22", "-o", "通知")
    assert "催报通知 1 份、退回通知 1 份" in govxlsx(tmp_path, *notices)[1]

    second = (below[0], below[-1])
    put(tmp_path / "补报", *(from_clerk(each, "Sun, 25 Jan 2026") for each in second))
    code, told = govxlsx(tmp_path, "mail", "补报", *take[2:])
    assert (code, "接收 2、退回 0" in told) == (0, True), told
    assert govxlsx(tmp_path, "verify", "档案")[0] == 0

    code, told = govxlsx(tmp_path, "rollup", "档案", "--roster", roster, "-o", "县.xlsx")
    assert code == 0, told
    total, one = read(tmp_path / "县.xlsx"), read_bytes_of(tmp_path, below[1])
    field = "applications.received.total"
    assert total.agency.name == COUNTY
    assert total.figures[field].value == 11 * (one[field] or 0)

    options = ("--roster", roster, "--year", "2026", "--as-of", "2027-02-01")
    code, told = govxlsx(tmp_path, "summary", "档案", *options, "-o", "汇总.xlsx")
    assert code == 0, told
    rows = list(load_workbook(tmp_path / "汇总.xlsx")["未报和退回"].values)[3:]
    assert [row[0] for row in rows] == [COUNTY]
    with (tmp_path / roster).open(encoding="utf-8-sig", newline="") as stream:
        assert len({each["编码"] for each in csv.DictReader(stream)}) == 12


def read_bytes_of(desk: Path, body: Body) -> dict[str, int | None]:
    """Return the figures that a body sent."""
    path = desk / "一份.xlsx"
    path.write_bytes(filled(body))
    return {key: each.value for key, each in read(path).figures.items()}  # type: ignore[misc]
