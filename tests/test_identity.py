"""Two spellings of an agency's name are one agency, wherever agencies are told apart."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from archive_desk import archive, registered, workbook
from reports import AGENCY, checked, following, last_year, silent

from govxlsx.desk.archive.register import Register
from govxlsx.desk.roster.file import parse
from govxlsx.report.identity import agency_key

NAMES = (
    "永宁市（高新）局",
    "永宁市 (高新)局",
    "永宁市〔高新〕局",
    "永宁市[高新]局",
    "永宁市【高新】局\u3000",
)


def test_spaces_width_and_kind_of_brackets_do_not_count() -> None:
    assert {agency_key(name) for name in NAMES} == {"永宁市(高新)局"}
    assert agency_key("永宁市高新局") != agency_key(NAMES[0])
    assert agency_key(" \u3000") == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_reader_of_names_agrees(name: str) -> None:
    last = last_year("2021", agency=replace(AGENCY, name=NAMES[0]))
    now = following("2021", agency=replace(AGENCY, name=name))
    silent(checked(now, previous=last), "Y506")
    roster = parse(f"name,kind,parent\n{NAMES[0]},政府部门,\n".encode(), "名册.csv")
    assert roster.find(name) == roster.bodies[0]


def test_the_archive_knows_the_names_that_an_older_one_told_apart(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", agency=NAMES[2])
    workbook(tmp_path / "b.xlsx", agency=NAMES[0], other="更正。")
    archive(tmp_path, "a.xlsx")
    with Register.open(tmp_path / "档案") as register:
        path = register.path
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE submission SET agency_key = '永宁市[高新]局'")
    connection.close()
    archive(tmp_path, "b.xlsx")
    found = registered(tmp_path)
    assert found["a.xlsx"].replaced_by == found["b.xlsx"].sha256
