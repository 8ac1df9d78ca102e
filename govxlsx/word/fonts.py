"""The faces of an official document, named so that Word, WPS and LibreOffice all find them.

Source: GB/T 9704-2012, 5.2.2 and 7.3; Times New Roman for digits and Latin is house practice.
"""

from dataclasses import dataclass

from govxlsx.word.ooxml import Xml, element

LATIN = "Times New Roman"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A Chinese face with the Latin face beside it, and what stands in where it is missing."""

    name: str
    latin: str = LATIN
    substitute: str = ""


TITLE = Face("方正小标宋简体", substitute="小标宋")
BODY = Face("仿宋_GB2312", substitute="仿宋")
FIRST = Face("黑体", substitute="SimHei")
SECOND = Face("楷体_GB2312", substitute="楷体")
NUMBER = Face("宋体", latin="宋体", substitute="SimSun")

FACES = (TITLE, BODY, FIRST, SECOND, NUMBER)


def run_fonts(face: Face) -> Xml:
    """Return the fonts of a run. The hint gives quotes and dashes the Chinese face in Word."""
    return element(
        "rFonts",
        hint="eastAsia",
        ascii=face.latin,
        hAnsi=face.latin,
        eastAsia=face.name,
        cs=face.latin,
    )


def font_table() -> Xml:
    """Return the font table, which tells Word what to take where a face is missing."""
    fonts = [
        element("font", element("altName", val=face.substitute), name=face.name) for face in FACES
    ]
    return element("fonts", *fonts, element("font", name=LATIN))
