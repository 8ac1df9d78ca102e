"""The settings part: even and odd pages, Chinese line breaking, the layout of Word 2013 and later.

Source: ECMA-376 part 1, 17.15; [MS-DOCX] 2.12 for the compatibility settings.
"""

from collections.abc import Iterator

from govxlsx.word.ooxml import Xml, element, on

_URI = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings() -> Iterator[Xml]:
    """Yield the content of the settings part in the schema's order."""
    yield element("zoom", percent=100)
    yield element("defaultTabStop", val=420)
    yield element("characterSpacingControl", val="compressPunctuation")
    yield element(
        "compat",
        on("spaceForUL"),
        on("balanceSingleByteDoubleByteWidth"),
        on("doNotLeaveBackslashAlone"),
        on("ulTrailSpace"),
        on("doNotExpandShiftReturn"),
        on("useFELayout"),
        *(
            element("compatSetting", name=name, uri=_URI, val=value)
            for name, value in _COMPATIBILITY.items()
        ),
    )
    yield element("themeFontLang", val="en-US", eastAsia="zh-CN")
    yield element("decimalSymbol", val=".")
    yield element("listSeparator", val=",")
