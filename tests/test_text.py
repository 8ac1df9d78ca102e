"""Text of cells: what XML cannot hold, white space of every kind, which labels are the same."""

import pytest

from govxlsx.text import clean, label_key, shortened, speakable, trim, unified


def test_what_xml_cannot_hold_goes() -> None:
    assert clean("报\x00告\x0b\x0c\x1f\ud800\ufffe\uffff。") == "报告。"
    assert clean("一\t二\n三\r四\u200b\u3000\x7f") == "一\t二\n三\r四\u200b\u3000\x7f"


def test_white_space_of_every_kind_is_trimmed() -> None:
    around = " \t\r\n\f\v\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"
    assert trim(f"{around}一 二{around}") == "一 二"


@pytest.mark.parametrize(("count", "end"), [(59, "字"), (60, "字"), (61, "…")])
def test_sixty_characters_are_quoted(count: int, end: str) -> None:
    said = shortened("字" * count)
    assert (len(said), said[-1]) == (min(count, 60), end)
    assert shortened("一二三四", 3) == "一二…"


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ("（一）予以公开", "(一)予以公开"),
        (" 合 计\u3000\n：", "合计"),
        ("合\u200b计", "合计"),
        ("一．总体情况。", "一、总体情况"),
        ("“十四五”", '"十四五"'),
        ("「十四五」", "『十四五』"),
        ("“十四五”", "十四五"),
        ("【注】", "〔注〕"),
        ("ＵＲＬ１", "url1"),
        ("2019年新制作数量", "本年新制作数量"),
        ("2024 年新制作数量", "本年新制作数量"),
        ("\u2f08\u2ea0政府", "人民政府"),
        ("4.保護第三方合法權益", "4.保护第三方合法权益"),
        ("統計範圍", "统计范围"),
    ],
)
def test_labels_that_are_alike(label: str, same: str) -> None:
    assert label_key(label) == label_key(same)


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("合计", "总计"),
        ("新2019年制作", "新本年制作"),
        ("1819年制作", "本年制作"),
        ("20年制作", "本年制作"),
        ("（一）", "〔一〕"),
        (".一", "一"),
    ],
)
def test_labels_that_are_not(label: str, other: str) -> None:
    assert label_key(label) != label_key(other)


def test_a_path_that_is_no_unicode_can_be_said() -> None:
    assert speakable("年报/一.xlsx") == "年报/一.xlsx"
    assert speakable("\udcd6一\u200b.xlsx") == "\\udcd6一\u200b.xlsx"


def test_what_a_browser_prints_in_place_of_a_character_is_that_character() -> None:
    assert unified("⻔⼾⽹站 2019‒2024，／") == "门户网站 2019–2024，／"
    assert unified("A∕B") == "A／B"
