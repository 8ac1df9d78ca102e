"""Names of stored files are valid on every system and differ between submissions."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govxlsx.desk.naming import archived_stem, safe_name

SHA = "3f9a1c02b7d1" + "0" * 52


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("永宁市档案局", "永宁市档案局"),
        ("永宁市/档案局", "永宁市_档案局"),
        ('a\\b:c*d?e"f<g>h|i', "a_b_c_d_e_f_g_h_i"),
        (" 局. ", "局"),
        ("永宁市档案局.", "永宁市档案局"),
        ("永宁市档案局...", "永宁市档案局"),
        ("永宁.档案局", "永宁.档案局"),
        ("局" * 49 + "a. 二", "局" * 49 + "a"),
        ("局" * 49 + "aa.", "局" * 49 + "aa"),
        ("局" * 49 + "aa.二", "局" * 49 + "aa"),
        ("~$局", "局"),
        (" . ~$~$.局", "局"),
        ("\u200f局\u2066\ufeff", "局"),
        ("局\udcd6", "局"),
        ("CONOUT$", "_CONOUT$"),
        ("com9.txt", "_com9.txt"),
        ("某局321302198501021194", "某局3213____________94"),
        ("..", "_"),
        ("", "_"),
        ("con", "_con"),
        ("NUL.局", "_NUL.局"),
        ("COM¹", "_COM¹"),
        ("永宁\n市\u202e局\x00", "永宁 市局"),
        ("e\u0301", "\u00e9"),
        ("局" * 99, "局" * 50),
        ("\U00020000" * 99, "\U00020000" * 37),
    ],
)
def test_an_agencys_folder(given_name: str, safe: str) -> None:
    assert safe_name(given_name, 150) == safe


def test_a_submissions_files() -> None:
    assert archived_stem("永宁市档案局", 2024, SHA) == (
        "2024/永宁市档案局/永宁市档案局2024年政府信息公开工作年度报告（3f9a1c02b7d1）"
    )


@given(st.text(max_size=300))
@example("\U00020000" * 300)
def test_every_name_fits_every_system(agency: str) -> None:
    year, folder, name = archived_stem(agency, 2024, SHA).split("/")
    assert year == "2024"
    for each in (folder, f"{name}.xlsx"):
        assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', each)
        assert each.strip(" ") == each.rstrip(".")
        assert 0 < len(each.encode()) <= 255
    assert name.endswith("年度报告（3f9a1c02b7d1）")
