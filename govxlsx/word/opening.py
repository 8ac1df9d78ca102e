"""The words that the document adds of its own: title, opening paragraph, mark of a note.

Source: published reports. Their opening paragraph names the legal basis, the six parts, the period
of the figures, the place of publication and the contact.
"""

from collections.abc import Iterator
from functools import lru_cache

from govxlsx.form.editions.model import Edition
from govxlsx.report.model import Agency, Report
from govxlsx.text import trim

REGULATIONS = "《中华人民共和国政府信息公开条例》（国务院令第711号）"


def _entry(text: str) -> str:
    return trim(text).rstrip("。；;，,")


def title(report: Report) -> tuple[str, ...]:
    """Return the title's lines: the agency, and what it is; a draft may lack agency or year."""
    year = "" if report.year is None else f"{report.year}年"
    agency = trim(report.agency.name)
    return (*((agency,) if agency else ()), f"{year}政府信息公开工作年度报告")


def _basis(form: Edition, agency: Agency) -> str:
    basis, name = form.basis, trim(agency.name)
    made = f"本报告由{name}编制" if name else "编制本报告"
    return f"根据{REGULATIONS}和{basis.title}（{basis.number}）的要求，{made}。"


def _contact(agency: Agency) -> Iterator[str]:
    """Yield whom to ask: addresses and numbers on lines of their own, where none breaks."""
    given = (
        ("地址", agency.address),
        ("邮编", agency.postcode),
        ("电话", agency.phone),
        ("电子邮箱", agency.email),
    )
    lines = [f"{label}：{_entry(value)}" for label, value in given if _entry(value)]
    if lines:
        yield f"如对本报告有疑问，请与{trim(agency.name) or '本机关'}联系。"
        yield from lines


@lru_cache(maxsize=8)
def _generated(form: Edition, year: int | None, agency: Agency) -> tuple[str, ...]:
    """Return the paragraphs that are made; a document is measured, written and read with them."""
    names = "，".join(part.name for part in form.parts)
    said = "本年度" if year is None else f"{year}年"
    first = (
        f"{_basis(form, agency)}报告全文由{names}等{form.parts[-1].numeral}个部分组成。"
        f"本报告所列数据的统计期限为{said}1月1日至12月31日。"
    )
    website = _entry(agency.website)
    return (first, *((f"电子版发布网址：{website}",) if website else ()), *_contact(agency))


def paragraphs(report: Report) -> tuple[str, ...]:
    """Return the opening paragraphs: the agency's own text verbatim where given, else ours."""
    own = report.narrative.get("preamble", ())
    if own:
        return tuple(each.text for each in own)
    return _generated(report.form, report.year, report.agency)


def note(text: str) -> str:
    """Return a note as it is printed below its table; one that has its mark already keeps it."""
    return text if text.startswith(("注：", "注:")) else f"注：{text}"
