"""``govxlsx published`` and ``build --format``, as they are used."""

from dataclasses import replace
from pathlib import Path

import needs
import pytest
from command import run
from published.reading import read
from reports import AGENCY, balanced, made

from govxlsx.publication import pdf

NAME = "永宁市档案局2024年政府信息公开工作年度报告"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.xlsx").write_bytes(made(balanced("2021")))
    return tmp_path


def test_what_is_built_is_what_was_accepted(desk: Path) -> None:
    built = run("build", "a.xlsx", "--format", "docx,html", "-o", "out", cwd=desk)
    assert built.returncode == 0
    names = {path.name for path in (desk / "out").iterdir()}
    assert names == {f"{NAME}.docx", f"{NAME}.html", f"{NAME}（网页片段）.html"}
    done = run("published", "out", "--against", "a.xlsx", cwd=desk)
    assert (done.returncode, done.stdout.count("✓")) == (0, 3)


def test_what_to_compare_with_is_named_where_it_cannot_be_used(desk: Path) -> None:
    (desk / "page.html").write_text("<p>x</p>", encoding="utf-8")
    done = run("published", "page.html", "--against", "nowhere.xlsx", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.startswith("--against 的“nowhere.xlsx”不能用：没有这个文件")


def test_a_long_name_is_read_from_a_title_of_several_lines(desk: Path) -> None:
    name = "甲市乙自治县人民政府政务服务和数据管理局（甲市乙自治县行政审批服务管理局综合窗口）"
    data = balanced("2021", agency=replace(AGENCY, name=name))
    (desk / "long.xlsx").write_bytes(made(data))
    run("build", "long.xlsx", "--format", "docx,html", "-o", "out", cwd=desk)
    done = run("published", "out", "--against", "long.xlsx", cwd=desk)
    assert (done.returncode, done.stdout.count("✓")) == (0, 3)
    for path in (desk / "out").iterdir():
        found = read(path.read_bytes(), path.name)
        assert found.report.agency.name == name


def test_differences_are_told_with_found_and_expected(desk: Path) -> None:
    run("build", "a.xlsx", "--format", "html", "-o", "out", cwd=desk)
    path = desk / "out" / f"{NAME}.html"
    text = path.read_text(encoding="utf-8")
    text = text.replace(">31</td>", ">13</td>", 1).replace("网站运行平稳", "网站运行很平稳")
    text = text.replace("属于行政执法案卷", "属于行改执法案卷")
    path.write_text(text.replace("五、存在的主要问题", "五、存在的问题"), encoding="utf-8")
    done = run("published", str(path), "--against", "a.xlsx", cwd=desk, width=400)
    assert done.returncode == 1
    assert "公布的（表 1 第 7 行第 2 格）是“13”，认可的（二、主动公开!B9）是“31”" in done.stdout
    assert "行名：公布的（表 2 第 14 行）是“7.属于行改执法案卷”，认可的是“" in done.stdout
    assert "是“网站运行很平稳。”，认可的（第 8 段）是“网站运行平稳。”" in done.stdout
    assert "第五部分的标题" in done.stdout


def test_numbers_of_persons_that_were_published_are_masked(desk: Path) -> None:
    run("build", "a.xlsx", "--format", "html", "-o", "out", cwd=desk)
    path = desk / "out" / f"{NAME}.html"
    number = "11010119900307653X"
    for said in (f"申请人{number}", f"{'网站运行平稳，' * 7}申请人{number}，已经答复"):
        page = path.read_text(encoding="utf-8").replace("网站运行平稳", said)
        (desk / "page.html").write_text(page, encoding="utf-8")
        done = run("published", "page.html", "--against", "a.xlsx", cwd=desk, width=400)
        assert done.returncode == 1
        assert "申请人" in done.stdout
        assert number[:10] not in done.stdout


def test_the_archive_has_what_was_accepted(desk: Path) -> None:
    assert run("archive", "a.xlsx", "--into", "archive", cwd=desk).returncode == 0
    run("build", "a.xlsx", "--format", "html", "-o", "out", cwd=desk)
    assert run("published", "out", "--against", "archive", cwd=desk).returncode == 0
    (desk / "b.xlsx").write_bytes(made(balanced("2021", year=2025)))
    run("build", "b.xlsx", "--draft", "--format", "html", "-o", "later", cwd=desk)
    done = run("published", "later", "--against", "archive", cwd=desk)
    assert done.returncode == 2
    assert "归档里没有“永宁市档案局”2025 年度的报告" in done.stderr


def test_an_unknown_format_is_refused(desk: Path) -> None:
    done = run("build", "a.xlsx", "--format", "odt", cwd=desk)
    assert (done.returncode, "docx、html、pdf" in done.stderr) == (2, True)


def test_the_pdf_reads_back_and_tells_its_fonts(desk: Path) -> None:
    needs.program("libreoffice")
    pytest.importorskip("pdfplumber")
    built = run("build", "a.xlsx", "--format", "pdf", "-o", "out", cwd=desk)
    assert built.returncode == 0
    data = (desk / "out" / f"{NAME}.pdf").read_bytes()
    assert b"pdfaid:part>2<" in data
    assert pdf.embedded(data)
    assert bool(pdf.substituted(data)) == ("用了别的字体代替" in built.stderr)
    done = run("published", f"out/{NAME}.pdf", "--against", "a.xlsx", cwd=desk)
    assert done.returncode == 0, done.stdout
    imported = run("import", f"out/{NAME}.pdf", "--year", "2024", "-o", "data", cwd=desk)
    assert imported.returncode == 0


def test_fonts_are_told_by_their_names() -> None:
    names = (b"ABCDEF+FangSong_GB2312", b"SimHei", b"BCDEFG+FZXBSJW--GB1-0")
    data = b" ".join(b"/FontName/" + each for each in names)
    assert pdf.substituted(data) == ("楷体",)
    assert pdf.substituted(data, second=False) == ()
