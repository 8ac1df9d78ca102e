"""One agency's report of one year was submitted more than once."""

from collections.abc import Iterator

from govxlsx.checking import Fact, Rule, Severity, Skipped
from govxlsx.checking.likeness.submissions import Submissions
from govxlsx.checking.others import UNKNOWN
from govxlsx.checking.rule import alone

_NAMED = 5
"""How many files a message names at most."""


def _across(batch: Submissions) -> Iterator[tuple[int, Fact | Skipped]]:
    for position, each in enumerate(batch.signatures):
        if not batch.identified(position):
            yield position, UNKNOWN
            continue
        together = batch.together(position)
        count = len(together)
        if count == 1:
            continue
        named = "、".join(batch.signatures[other].source for other in together[:_NAMED])
        words = {
            "agency": each.agency,
            "year": str(each.year),
            "count": str(count),
            "files": named if count <= _NAMED else f"{named} 等",
            "counted": batch.signatures[together[-1]].source,
        }
        yield position, Fact(found=count, expected=1, words=words)


RULE = Rule(
    title="同一机关同一年度提交了不止一份",
    checks="同一机关同一年度只提交了一份",
    severity=Severity.INFO,
    basis="本工具的汇总规则：一个机关一个年度只计一份，后交的代替先交的",
    message="“{agency}”{year} 年度有 {count} 份：{files}。计入的是“{counted}”：没有登记簿，按给出的先后，以最后一份为准。",
    fix="请核对“{counted}”是不是定稿。不是的，把定稿放在最后再检查一次，或者移走多余的文件。",
    why="一个机关的数字计两次，汇总就错了。有登记簿时按收到的先后，没有时只能按给出的先后。",
    bad="文件夹里有“某局.xlsx”和“某局（修改）.xlsx”，都是 2024 年度的。",
    good="每个机关每个年度只留定稿一份。",
    look=alone,
    across=_across,
)
