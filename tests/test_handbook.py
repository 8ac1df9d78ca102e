"""The handbook's commands, run in its order on the files that it speaks of."""

import re
import shlex
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from command import ROOT, run
from mails import mail, plain, put
from reports import AGENCY, balanced, made, read

from govxlsx.commands import app
from govxlsx.desk.roster.file import load
from govxlsx.desk.roster.model import Body
from govxlsx.word import deliver

PAGE = ROOT / "docs" / "handbook.zh-CN.md"
ROSTER = ROOT / "examples" / "roster" / "名册.csv"
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)\)")
SCHOOLS = "河东县教育局"


def workbook(body: Body, year: int = 2026, *, wrong: bool = False) -> bytes:
    """Return what a body's clerk sends; no two bodies have the same figures."""
    agency = replace(AGENCY, name=body.name, kind=body.kind, scope="本机关")
    figures: dict[str, int] = {"disclosure.licensing.decisions": 100 + body.line}
    figures |= {"applications.received.total": 999} if wrong else {}
    return made(balanced("2021", agency=agency, year=year, figures=figures))


def sent(bodies: list[Body], day: str, *, wrong: int | None = None) -> list[bytes]:
    """Return the bodies' mails; the workbook of one of them may be wrong."""
    return [
        mail(
            plain(workbook(body, wrong=number == wrong), f"{body.name}.xlsx"),
            sender=body.addresses[0],
            message_id=f"<{body.line}-{day[5:7]}@hedong.example.cn>",
            day=f"{day} 09:00:00 +0800",
        )
        for number, body in enumerate(bodies)
    ]


BODIES = [each for each in load(ROSTER).bodies if not each.is_government]
SCHOOL = next(each for each in BODIES if each.name == SCHOOLS)


def copied(source: Path) -> Callable[[Path], object]:
    return lambda place: shutil.copy(source, place)


def written(content: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda place: place.write_bytes(content())


def received(place: Path) -> None:
    place.mkdir()
    for each in BODIES[1:3]:
        (place / f"{each.name}.xlsx").write_bytes(workbook(each))


def last_years(place: Path) -> None:
    place.mkdir()
    (place / f"{SCHOOLS}.docx").write_bytes(deliver(read(workbook(SCHOOL, 2025))))


def web_page(place: Path) -> None:
    """Put the page there that a body has published."""
    folder = place.with_name("网站")
    source = place.with_name("网站.xlsx")
    source.write_bytes(workbook(SCHOOL))
    assert run("build", source, "--format", "html", "-o", folder, cwd=place.parent).returncode == 0
    (page,) = (each for each in folder.glob("*.html") if "片段" not in each.name)
    shutil.copy(page, place)


COMES: dict[str, Callable[[Path], object]] = {
    "河东县教育局.xlsx": copied(ROOT / "examples" / "clerk" / "report.xlsx"),
    "名册.xlsx": copied(ROSTER.with_suffix(".xlsx")),
    "上年报告": last_years,
    "邮件": lambda place: put(place, *sent(BODIES[:-1], "Sun, 18 Jan 2026", wrong=0)),
    "补报": lambda place: put(place, *sent([BODIES[0], BODIES[-1]], "Sun, 25 Jan 2026")),
    "收到": received,
    "上年.xlsx": written(lambda: workbook(SCHOOL, 2025)),
    "本年.xlsx": written(lambda: workbook(SCHOOL)),
    "公布的网页.html": web_page,
}
"""What comes to the desk from elsewhere, by its name on the page.

The days of the mails are over, whenever this runs: of one that has not come it is told.
"""


def steps() -> list[tuple[list[str], str]]:
    """Return the page's commands, each with what it is said to tell ("" where nothing is)."""
    found: list[tuple[list[str], str]] = []
    for kind, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind == "sh":
            found += [(shlex.split(line), "") for line in text.splitlines()]
        else:
            found[-1] = (found[-1][0], text)
    return found


def test_the_commands_do_what_the_page_says(tmp_path: Path) -> None:
    for (program, *arguments), told in steps():
        assert program == "govxlsx"
        for name, bring in COMES.items():
            wanted = any(each.split("/")[0] == name for each in arguments)
            if wanted and not (tmp_path / name).exists():
                bring(tmp_path / name)
        done = run(*arguments, cwd=tmp_path, width=200)
        said = done.stdout + done.stderr
        assert done.returncode in (0, 1), (arguments, said)
        lines = [each.strip() for each in told.splitlines()]
        assert [each for each in lines if each not in said] == [], (arguments, said)


def test_the_page_names_every_command_of_the_year() -> None:
    aside = {"rules", "claims", "export"}
    text = PAGE.read_text(encoding="utf-8")
    names = {str(each.name) for each in app.registered_commands} - aside
    assert {name for name in names if f"govxlsx {name} " not in text} == set()


@pytest.mark.parametrize("link", sorted(set(LINK.findall(PAGE.read_text(encoding="utf-8")))))
def test_what_the_page_links_is_there(link: str) -> None:
    assert (PAGE.parent / link).exists()
