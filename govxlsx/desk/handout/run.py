"""One run over a roster: a template for every body, then the list of what was handed out.

The list comes last: a run that was killed leaves templates without a list, and nobody has a code
yet. ``resume`` keeps what is there and makes the rest.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from govxlsx.checking.refusal import sentence
from govxlsx.desk.handout.carrying import carried_over
from govxlsx.desk.handout.listing import LISTING, ListedTemplate, as_csv, known, new_code
from govxlsx.desk.naming import numbered, report_name, safe_name, unused
from govxlsx.desk.previous import Previous, read
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.errors import GovxlsxError, OutputError
from govxlsx.form.editions.model import Edition
from govxlsx.output import refuse_existing, sweep, write_file
from govxlsx.report.identity import agency_key
from govxlsx.report.interchange import Interchange, of_report
from govxlsx.report.model import SCOPES, Agency
from govxlsx.template.press import Press

ENDING = "填报表"


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of one body's template. ``made`` is False for one that was there already.

    ``carried``: last year's report was taken over. ``remarks`` are sentences: why it was not, what
    was found changed.
    """

    line: ListedTemplate
    made: bool
    carried: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handout:
    """For whom the templates are made, where they go, and what they take over."""

    roster: Roster
    edition: Edition
    year: int
    folder: Path
    previous: Previous | None = None
    resume: bool = False
    force: bool = False


def hand_out(order: Handout) -> Iterator[Handed]:
    """Make the templates, telling of each once it is in place, and at the end the list.

    Raises OutputError where something is in the way that may not be replaced.
    """
    listing = order.folder / LISTING
    names = file_names(order.roster, order.year)
    if not order.resume:
        refuse_existing(listing, force=order.force)
        for name in names.values():
            refuse_existing(order.folder / name, force=order.force)
    else:
        sweep(order.folder, sole=True)
    before = known(order.folder) if order.resume else {}
    lines: list[ListedTemplate] = []
    press = Press(order.edition)
    for body in order.roster.bodies:
        handed = _handed(order, press, body, names[body.name], before)
        lines.append(handed.line)
        yield handed
    write_file(listing, as_csv(lines), force=order.force or order.resume)


def file_names(roster: Roster, year: int) -> dict[str, str]:
    """Return a file name for each body, by the body's name: valid everywhere, never twice one."""

    def named(body: Body, number: int) -> str:
        return f"{report_name(safe_name(body.name), year, numbered(ENDING, number))}.xlsx"

    taken: set[str] = set()
    return {each.name: unused(taken, partial(named, each)) for each in roster.bodies}


def _handed(
    order: Handout, press: Press, body: Body, name: str, before: Mapping[str, tuple[str, str, str]]
) -> Handed:
    file, sha256, code = before.get(agency_key(body.name), (name, "", ""))
    code = body.code or code or new_code()
    path = order.folder / file
    if sha256 and path.is_file():
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        changed = f"“{file}”在发放之后被改动过，没有改动它，清单里是现在的 SHA-256。"
        told = () if found == sha256 else (changed,)
        return Handed(ListedTemplate(body, file, found, code), made=False, remarks=told)
    content, carried, remarks = _content(order, body)
    data = press.workbook(content)
    line = ListedTemplate(body, file, hashlib.sha256(data).hexdigest(), code)
    if order.resume and path.is_file():
        if path.read_bytes() != data:
            raise OutputError(
                f"“{path}”已经存在，清单里没有它，内容也不是要生成的模板，没有改动它。"
                "请把它移走，再加 --resume 运行一次。"
            )
        return Handed(line, False, carried, remarks)
    write_file(path, data, force=order.force)
    return Handed(line, True, carried, remarks)


def _content(order: Handout, body: Body) -> tuple[Interchange, bool, tuple[str, ...]]:
    """Return what is filled in, whether last year's report is in it, and why it is not."""
    scope = SCOPES[1] if body.is_government else SCOPES[0]
    agency = Agency(name=body.name, kind=body.kind, scope=scope)
    content = Interchange(order.edition.id, order.year, agency)
    if order.previous is None:
        return content, False, ()
    entries = order.previous.entries
    found = [each for key in body.keys for each in entries.get((key, order.year - 1), ())]
    if len(found) != 1:
        last_year = f"{order.year - 1} 年度的报告"
        told = f"{last_year}有 {len(found)} 份，不知道以哪一份为准"
        told = told if found else f"没有 {last_year}"
        return content, False, (f"{told}，没有带入上年的资料和结转数。",)
    try:
        last = of_report(read(found[0].path, order.previous.root))
        filled, untaken = carried_over(content, last)
    except GovxlsxError as error:
        return content, False, (f"上年报告“{found[0].path}”没有带入：{sentence(error)}",)
    return filled, True, tuple(untaken)
