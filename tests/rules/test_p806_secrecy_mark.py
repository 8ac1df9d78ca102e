import pytest
from reports import balanced, both, caught, checked, silent

from govxlsx.checking.rule import Severity

ORDINARY = """其中属于国家秘密不予公开2件|严格执行保密审查|涉及国家秘密、商业秘密、个人隐私
绝密、机密、秘密三级文件的管理|国家秘密*|商业秘密★|内部资料一律不得公开|内部资料。注意保存档案
国保发〔2024〕3号|县保密〔2024〕3号|国密局字〔2020〕3号|密码应用|密切联系群众"""


@both
def test_silent_on_the_ordinary_words_of_a_report(edition: str) -> None:
    text = ORDINARY.replace("|", "\n")
    silent(checked(balanced(edition, narrative={"problems": text})), "P806")


@both
@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("机密★", "机密★"),
        ("摘自秘密★1年的文件", "秘密★1年"),
        ("绝密 ★ 长期", "绝密 ★ 长期"),
        ("机密", "机密"),
        ("【秘密】", "【秘密】"),
        ("密级：秘密", "密级：秘密"),
        ("内部资料 注意保存", "内部资料 注意保存"),
        ("内部资料，注意保存。", "内部资料，注意保存"),
        ("按照某办密〔2024〕3号", "密〔2024〕3号"),
    ],
)
def test_caught(text: str, mark: str, edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": text}))
    finding = caught(outcome, "P806", "B4", "五、问题与改进")
    assert (finding.severity, finding.found) == (Severity.ERROR, mark)
