"""winmail.dat: what Outlook makes of the attachments of a mail in its own format.

Source: [MS-OXTNEF] 2.1.2 and 2.1.3 (attributes); the number of a property is [MS-OXPROPS]'s.
"""

from collections.abc import Iterator
from struct import unpack_from

from govxlsx.intake.letter import Attachment
from govxlsx.intake.names import decoded, last_part

SIGNATURE = b"\x78\x9f\x3e\x22"
_BEGINS, _TITLE, _DATA, _PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_LONG_NAME = b"\x1f\x00\x07\x37\x01\x00\x00\x00"
"""PidTagAttachLongFilename as UTF-16, one value; the title before it may be shortened to 8.3."""

_HEADER, _CHECK_SUM = 9, 2


class DamagedError(Exception):
    """What it should be it is not."""


def files(data: bytes) -> list[Attachment]:
    """Return the files in it. Raises DamagedError."""
    found: list[dict[int, bytes]] = []
    for attribute, value in _attributes(data):
        if attribute == _BEGINS:
            found.append({})
        elif attribute in (_TITLE, _DATA, _PROPERTIES) and found:
            found[-1][attribute] = value
    return [Attachment(_name(each), each[_DATA]) for each in found if _DATA in each]


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and value of each attribute, whatever it belongs to."""
    at = len(SIGNATURE) + 2  # a key that nothing uses any more
    if not data.startswith(SIGNATURE) or len(data) < at:
        raise DamagedError
    while at < len(data):
        if at + _HEADER > len(data):
            raise DamagedError
        _, attribute, size = unpack_from("<BII", data, at)
        start, end = at + _HEADER, at + _HEADER + size
        value = data[start:end]
        if end + _CHECK_SUM > len(data) or sum(value) & 0xFFFF != unpack_from("<H", data, end)[0]:
            raise DamagedError
        yield attribute, value
        at = end + _CHECK_SUM


def _name(attributes: dict[int, bytes]) -> str:
    properties = attributes.get(_PROPERTIES, b"")
    at = properties.find(_LONG_NAME)
    if at >= 0:
        start = at + len(_LONG_NAME) + 4
        size = int.from_bytes(properties[start - 4 : start], "little")
        name = properties[start : start + size].decode("utf-16-le", "replace")
    else:
        name = decoded(attributes.get(_TITLE, b""))
    return last_part(name.partition("\x00")[0])
