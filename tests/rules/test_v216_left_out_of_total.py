import re
from io import BytesIO
from zipfile import ZipFile

from reports import APPLICATIONS, both, caught, check_of, silent
from stored import computed, edited
from workbooks.build import part

_D6 = re.compile(rb'<c r="D6"([^>]*)><v>(\d+)</v></c>')
_J6 = re.compile(rb'(<c r="J6"[^>]*><f>[^<]*</f>)<v>(\d+)</v>')


@both
def test_silent_without_text(edition: str) -> None:
    silent(check_of(computed(edition)), "V216")


@both
def test_one_message_at_the_text(edition: str) -> None:
    content = computed(edition)
    left = _without_d6(content)
    found = caught(check_of(left), "V216", "D6", APPLICATIONS)
    assert found.cells[0] == "D6"
    assert "J6" in found.cells
    assert "不要改 J6" in found.fix
    outcome = check_of(left)
    silent(outcome, "V205")
    silent(outcome, "V215")
    silent(outcome, "S301")


def _without_d6(content: bytes) -> bytes:
    """Make D6 a text, and J6 what a spreadsheet then stores."""
    with ZipFile(BytesIO(content)) as package:
        sheet = package.read(part(APPLICATIONS))
    number, total = _D6.search(sheet), _J6.search(sheet)
    assert number is not None
    assert total is not None
    rest = str(int(total[2]) - int(number[2])).encode()
    text = rb'<c r="D6"\1 t="inlineStr"><is><t>\2</t></is></c>'
    first = edited(content, APPLICATIONS, _D6, text)
    return edited(first, APPLICATIONS, _J6, rb"\1<v>" + rest + rb"</v>")
