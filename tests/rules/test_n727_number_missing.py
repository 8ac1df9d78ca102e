import pytest
from reports import ADDED, OVERVIEW, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "公开信息230条，共3件，其中2件，培训2次，占5%，收到申请 3 件。",
        "公共条目、信息条目、信息条数、共件数；各条信息，逐件登记；多次培训，再次会议。",
        "对收到的申请件，逐件登记；把办结申请件归档；每收到申请件，即时转办。",
        "公开信息数十条，共三件，培训两次，信息若干条，政策文件，共个性化服务。",
        "政府信息公开条例、符合公开条件；占比高，其中个人申请3件。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N727")


@both
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年主动公开政府信息条。", "信息条"),
        ("收到3件，办结件，结转0件。", "办结件"),
        ("收到3件，结转下年件。", "结转下年件"),
        ("全年收费元。", "收费元"),
        ("公示公告3条、政策文件条。", "文件条"),
        ("全年培训人次。", "培训人次"),
        ("公开政策法规类信息    条、动态信息30条。", "信息    条"),
        ("收到申请3件，共件。", "共件"),
        ("受理共计   件，均已办结。", "共计   件"),
        ("全年开展培训次，参加2次。", "培训次"),
        ("收到政府信息公开申请件，均按期答复。", "收到政府信息公开申请件"),
        ("收取信息处理费共元。", "共元"),
        ("公开率占%。", "占%"),
        ("发布信息余条。", "信息余条"),
        ("发布解读材料  篇。", "  篇"),
    ],
)
def test_caught(edition: str, text: str, quote: str) -> None:
    finding = caught(told(edition, overview=text), "N727", ADDED["overview"], OVERVIEW)
    assert finding.found == quote


@both
def test_one_finding_for_all_places(edition: str) -> None:
    outcome = told(edition, overview="公开信息条。\n共件。", other="共收取元，共件。")
    finding = caught(outcome, "N727", ADDED["overview"], OVERVIEW)
    assert "共 3 处" in finding.message
    assert finding.cells == ("B14", "B15")
    assert "“六、其他事项”的 B5" in finding.fix


@both
def test_of_many_cells_the_first_are_named(edition: str) -> None:
    outcome = told(edition, overview="\n".join(f"第{each}批信息条。" for each in range(20)))
    finding = caught(outcome, "N727", ADDED["overview"], OVERVIEW)
    assert "B25 等 20 格" in finding.fix
    assert len(finding.cells) == 20


@both
def test_letters_to_a_hotline(edition: str) -> None:
    caught(told(edition, overview="办理事项12件，受理市长热线条。"), "N727", ADDED["overview"])
    silent(told(edition, overview="办理市长热线3条，热线条块结合。"), "N727")
