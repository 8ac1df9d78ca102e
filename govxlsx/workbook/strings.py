"""The shared strings of a workbook. Source: ECMA-376 Part 1, 18.4."""

from collections.abc import Iterable

from govxlsx.workbook import xml
from govxlsx.workbook.cells import TEXT_LIMIT, aligned, unescape
from govxlsx.workbook.refusals import beyond_limits

STRING_LIMIT = 300_000
"""The most shared strings that are read."""


class _Reader:
    """Collects strings: the runs of an item are joined, phonetic guides left out."""

    def __init__(self, most: int | None) -> None:
        self.strings: list[str] = []
        self.struck: set[int] = set()
        self.most = most
        self.item: list[str] = []
        self.catching = False
        self.alignment = ""
        self.kept = self.length = 0

    def begin_item(self, _: dict[str, str]) -> None:
        if self.most is not None and len(self.strings) >= self.most:
            raise xml.Stop
        if len(self.strings) >= STRING_LIMIT:
            raise beyond_limits(f"有超过 {STRING_LIMIT} 条文字")
        self.item = []
        self.length = 0

    def strike(self, attributes: dict[str, str]) -> None:
        if xml.is_true(attributes.get("val", "1")):
            self.struck.add(len(self.strings))

    def align(self, attributes: dict[str, str]) -> None:
        self.alignment = attributes.get("val", "")

    def end_run(self) -> None:
        self.alignment = ""

    def end_item(self) -> None:
        self.strings.append(unescape("".join(self.item)))

    def begin_text(self, _: dict[str, str]) -> None:
        self.catching = True

    def end_text(self) -> None:
        self.catching = False

    def end_phonetic(self) -> None:
        self.item = self.item[: self.kept]

    def begin_phonetic(self, _: dict[str, str]) -> None:
        self.kept = len(self.item)

    def text(self, text: str) -> None:
        if self.catching:
            self.length += len(text)
            if self.length > TEXT_LIMIT:
                raise beyond_limits(f"有一条文字超过 {TEXT_LIMIT} 个字")
            self.item.append(aligned(text, self.alignment))


def read_strings(
    pieces: Iterable[bytes], most: int | None = None, budget: xml.Budget | None = None
) -> tuple[list[str], frozenset[int]]:
    """Return the shared strings, or the first ``most`` of them, and which have words struck out.

    Raises UnusableWorkbookError.
    """
    reader = _Reader(most)
    starts = {
        "si": reader.begin_item,
        "t": reader.begin_text,
        "rPh": reader.begin_phonetic,
        "strike": reader.strike,
        "vertAlign": reader.align,
    }
    ends = {
        "si": reader.end_item,
        "r": reader.end_run,
        "t": reader.end_text,
        "rPh": reader.end_phonetic,
    }
    xml.parse(
        pieces,
        "xl/sharedStrings.xml",
        xml.qualified(starts),
        xml.qualified(ends),
        reader.text,
        budget,
    )
    return reader.strings, frozenset(reader.struck)
