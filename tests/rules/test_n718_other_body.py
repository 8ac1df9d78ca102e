from dataclasses import replace

import pytest
from reports import ADDED, AGENCY, NARRATIVE, OVERVIEW, balanced, both, caught, checked, silent

from govxlsx.checking.finding import Outcome


def _said(edition: str, name: str, text: str, kind: str = "") -> Outcome:
    overview = f"{NARRATIVE['overview']}\n{text}"
    agency = replace(AGENCY, name=name, kind=kind)
    return checked(balanced(edition, agency=agency, narrative={"overview": overview}))


@both
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("永宁市某县财政局", "我局、本局按照我县、我市、我省要求，参加全省政务公开工作培训。"),
        ("永宁县财政局", "县政府办公室推动全县政府信息公开工作，我县落实全国、全省统一部署。"),
        ("永宁县大河镇人民政府", "按照全省统一部署，参加全县政务公开工作会，我镇、我县、我市。"),
        (
            "永宁区西街街道办事处",
            "我街道、我街按照区政府要求做好工作，为推动全区政务公开工作尽力。",
        ),
        (
            "永宁市人民政府办公厅",
            "向市政府及其办公厅提出的政府信息公开申请6件，推动全市政务公开工作。",
        ),
        ("永宁市发展和改革委员会", "我委委托第三方评估，自我区分责任，基本县情、资本市场已公开。"),
        ("永宁经济技术开发区管委会", "我区、我县、我委均已公开。"),
        ("某省市场监督管理局", "我省、我局推动全省政务公开工作。"),
        ("永宁县统计局", "我区内的自治区文件均已转发。"),
        ("永宁市东湖生态环境局", "大力推进我区生态环境政务公开工作。"),
        ("昭通人民政府", "我市、我县。"),
        ("永宁县大河镇人民政府", "全镇发布信息30条，围绕县委、县政府中心工作，服务全乡村振兴。"),
        ("永宁市西街街道办事处", "全街发布信息30条，全街道共收到申请2件，治理全街面环境。"),
        ("永宁县人民政府", "全镇一张图、全街道一本账的做法在大河试行。"),
        ("永宁县人民政府", "围绕省委、省政府中心工作，全县通过网站发布信息30条。"),
        ("永宁县大河镇人民政府", "贯彻省委、省政府部署，全市通过网站查询的人多。"),
        (
            "永宁县大河镇人民政府",
            "大河镇按照要求公开。各镇按照、全镇通过。村镇积极。与小溪镇通过。",
        ),
        ("永宁县民政局", "小溪镇按照要求公开。"),
        ("杭州市财政局", "赴宁波市人民政府办公厅学习，与温州市政府、绍兴市政府签订协议。"),
        ("杭州市财政局", "由上海市某某科技有限公司维护；向宁波市中级人民法院起诉。"),
        ("杭州市财政局", "杭州市政府网站、上海市场主体、《宁波市政务公开办法》、苏州路1号。"),
        ("大同区财政局", "大庆市人民政府网站公开信息3条。"),
        ("沭阳县财政局", "宿迁市人民政府网站公开信息3条。"),
        (
            "沭阳县财政局",
            "利用县政府网站，在县人民政府网站、在沭阳县人民政府网站、通过各县人民政府网站公开信息3条。",
        ),
        ("宿迁市财政局", "通过沭阳县人民政府网站公开信息3条。"),
        ("沭阳县财政局", "赴邻近各地学习，在泗阳县人民政府网站查阅做法。"),
        ("永宁县大河镇人民政府", "参与推进全县政务公开工作，落实全县政务公开工作要点。"),
        ("永宁县大河镇人民政府", "我镇按照我县、我市要求公开信息30条。"),
        ("永宁县财政局", "我县全年公开信息30条。"),
        ("永宁县大河镇人民政府", "宿迁市人民政府网站公开信息3条。"),
    ],
)
def test_silent_on_ones_own_name_and_on_those_above(edition: str, name: str, text: str) -> None:
    silent(_said(edition, name, text), "N718")


@both
@pytest.mark.parametrize(
    ("name", "text", "quote"),
    [
        ("永宁市财政局", "我县网站公开信息3条。", "我县"),
        ("永宁区财政局", "我县网站公开信息3条。", "我县"),
        ("永宁县财政局", "我区网站公开信息3条。", "我区"),
        ("永宁市生态环境局", "我区网站公开信息3条。", "我区"),
        ("永宁县财政局", "我镇公开信息3条。", "我镇"),
        ("永宁县财政局", "我委公开信息3条。", "我委"),
        ("永宁县大河镇人民政府", "我局公开信息3条。", "我局"),
        ("永宁县大河镇人民政府", "本街道公开信息3条。", "本街道"),
        ("永宁县大河乡人民政府", "我镇公开信息3条。", "我镇"),
        ("江北省财政厅", "我市公开信息3条。", "我市"),
        ("某镇人民政府", "统筹推动全省政府信息公开工作。", "统筹推动全省政府信息公开工作"),
        ("永宁县财政局", "负责指导全市政务公开工作。", "指导全市政务公开工作"),
        ("某镇人民政府", "做好全县政务公开，落实责任。", "做好全县政务公开"),
        (
            "某镇人民政府",
            "市政府办公室共收到政府信息公开申请6件。",
            "市政府办公室共收到政府信息公开申请",
        ),
        ("永宁市财政局", "向市政府办公室申请公开的6件。", "向市政府办公室申请公开"),
        ("永宁县大河镇人民政府", "全县收到政府信息公开申请30件。", "全县收到政府信息公开申请"),
        ("永宁县大河镇人民政府", "全市政务公开工作稳步推进。", "全市政务公开工作稳步"),
        ("永宁县财政局", "全街公开信息3条。", "全街"),
        ("永宁县大河镇人民政府", "全街道公开信息3条。", "全街道"),
        ("永宁县西街街道办事处", "全镇公开信息3条。", "全镇"),
        (
            "永宁县大河镇人民政府",
            "全市通过政府网站公开信息300条。",
            "全市通过政府网站公开信息300条",
        ),
        ("永宁县财政局", "全市共发布政策解读20篇。", "全市共发布政策解读20篇"),
        (
            "永宁县大河镇人民政府",
            "紧紧围绕省委、省政府中心工作。",
            "围绕省委、省政府中心工作",
        ),
        ("泗洪县水利局", "在泗阳县人民政府网站公开信息3条。", "泗阳县"),
        ("永宁县大河镇人民政府", "通过渠县人民政府门户网站公开信息3条。", "渠县"),
        ("杭州市人民政府", "宿迁市政务公开工作平稳。", "宿迁市"),
        ("永宁县大河镇人民政府", "我县全年公开信息30条。", "我县全年公开信息30条"),
        ("大河镇人民政府", "本县共收到申请3件。", "本县共收到申请"),
        ("永宁县财政局", "我市共收到政府信息公开申请30件。", "我市共收到政府信息公开申请"),
        ("永宁市财政局", "我省共收到政府信息公开申请30件。", "我省共收到政府信息公开申请"),
        (
            "永宁县大河镇人民政府",
            "宿迁市政府网站更新。宿迁市政务公开栏更新。杭州市政务公开栏公开。",
            "杭州市",
        ),
        ("杭州市余杭区财政局", "2024年，宿迁市各部门公开信息3条。", "宿迁市"),
        (
            "某街道办事处",
            "向市政府及其办公厅提出的政府信息公开申请6件。",
            "向市政府及其办公厅提出的政府信息公开申请",
        ),
        ("永宁县大河镇人民政府", "2024年，小溪镇党委政府高度重视。", "小溪镇"),
        ("大河街道办事处", "小溪街道按照要求公开。", "小溪街道"),
    ],
)
def test_caught(edition: str, name: str, text: str, quote: str) -> None:
    finding = caught(_said(edition, name, text), "N718", ADDED["overview"], OVERVIEW)
    assert finding.found == quote
    assert name in finding.message


@both
def test_the_address_tells_the_city_that_the_name_does_not(edition: str) -> None:
    agency = replace(AGENCY, name="大河镇人民政府", address="宿迁市人民路1号")
    for city, told in (("宿迁市", False), ("杭州市", True)):
        overview = f"{NARRATIVE['overview']}\n{city}人民政府网站公开信息3条。"
        outcome = checked(balanced(edition, agency=agency, narrative={"overview": overview}))
        assert ("N718" in outcome.rules.broken) is told


@both
def test_one_word_is_told_once(edition: str) -> None:
    text = "我县公开信息3条。\n我县网站和我县公报均可查阅。"
    finding = caught(_said(edition, "永宁市财政局", text), "N718", ADDED["overview"])
    assert "共 3 处" in finding.message


@both
def test_each_city_is_told_once(edition: str) -> None:
    text = "宿迁市政府公开信息3条。\n宿迁市人民政府网站、宣传栏，宿迁市政务公开栏均可查阅。"
    finding = caught(_said(edition, "杭州市财政局", text), "N718", ADDED["overview"])
    assert "共 3 处" in finding.message
    assert finding.cells == ("B14", "B15")


@both
def test_what_n725_says_is_not_said_twice(edition: str) -> None:
    given = {"preamble": "现公布宿迁市财政局2024年政府信息公开工作年度报告。"}
    agency = replace(AGENCY, name="杭州市财政局")
    outcome = checked(balanced(edition, agency=agency, narrative=given))
    silent(outcome, "N718")
    assert "N725" in outcome.rules.broken


@both
def test_the_kind_tells_the_level_too(edition: str) -> None:
    text = "推动全市政务公开工作。"
    silent(_said(edition, "永宁市人民政府", text, "县级人民政府"), "N718")
    caught(
        _said(edition, "大河人民政府", text, "乡镇人民政府或街道办事处"), "N718", ADDED["overview"]
    )


@both
def test_not_run_without_a_name(edition: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, name="")))
    assert outcome.rules.not_run["N718"] == "机关名称没有填"


@both
@pytest.mark.parametrize(
    "text",
    ["全县共收到申请30件。", "全省各级行政机关公开信息300条。", "全县各级各部门公开信息500条。"],
)
def test_a_town_counts_for_its_county(edition: str, text: str) -> None:
    kind = "乡镇人民政府或街道办事处"
    caught(_said(edition, "永宁县青山镇人民政府", text, kind), "N718", ADDED["overview"])
    silent(
        _said(
            edition,
            "永宁县青山镇人民政府",
            text.replace("全县", "全镇").replace("全省各级行政机关", "本镇"),
            kind,
        ),
        "N718",
    )


@both
def test_another_city_acts(edition: str) -> None:
    for text in ("宿迁市公开信息30条。", "宿迁市宿城区公开信息30条。"):
        caught(_said(edition, "杭州市西湖区财政局", text, "政府部门"), "N718", ADDED["overview"])
    silent(_said(edition, "杭州市西湖区财政局", "赴宿迁市学习。", "政府部门"), "N718")


@both
def test_a_citys_bureau_has_no_county(edition: str) -> None:
    caught(
        _said(edition, "永宁市档案局", "全县公开信息300条。", "政府部门"), "N718", ADDED["overview"]
    )
    silent(_said(edition, "永宁县档案局", "全县公开信息300条。", "政府部门"), "N718")


@both
def test_another_department_reports(edition: str) -> None:
    name = "永宁县住房和城乡建设局"
    silent(_said(edition, name, "县住建局全年未收到政府信息公开申请。"), "N718")
    silent(_said(edition, name, "县司法局受理行政复议，转来材料3份。"), "N718")
    silent(_said(edition, name, "通过县政务服务局网站发布信息3条。"), "N718")
    for told in ("全年未收到政府信息公开申请", "门户网站发布政务信息814条", "公开政府信息61条"):
        outcome = _said(edition, name, f"县财政局{told}。")
        assert "县财政局" in caught(outcome, "N718", ADDED["overview"], OVERVIEW).message
