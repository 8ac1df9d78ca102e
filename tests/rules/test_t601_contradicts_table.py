from dataclasses import replace
from decimal import Decimal

from reports import (
    AGENCY,
    BASICS,
    NARRATIVE,
    OVERVIEW,
    balanced,
    both,
    caught,
    checked,
    figures,
    put,
    silent,
)

from govxlsx.checking.finding import Outcome
from govxlsx.report.model import Explanation

RECEIVED, CONCLUDED = "applications.received", "applications.concluded"


def table(edition: str, name: str) -> int:
    value = figures(edition)[f"{name}.total"]
    assert isinstance(value, int)
    return value


def told(edition: str, text: str, **changes: object) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text, "problems": PROBLEMS}, **changes))


PROBLEMS = NARRATIVE["problems"]


@both
def test_silent_where_text_and_table_agree(edition: str) -> None:
    received, concluded = table(edition, RECEIVED), table(edition, CONCLUDED)
    silent(told(edition, f"新收政府信息公开申请{received}件，办结{concluded}件。"), "T601")


@both
def test_caught(edition: str) -> None:
    received = table(edition, RECEIVED)
    found = caught(told(edition, f"新收政府信息公开申请{received + 1}件。"), "T601", "B4", OVERVIEW)
    assert (found.field, found.found, found.expected) == (RECEIVED, received + 1, received)
    assert (found.fields, found.cells) == ((f"{RECEIVED}.total",), ("J6",))
    assert f"新收政府信息公开申请{received + 1}件" in found.message
    assert f"是 {received}（“三、依申请公开”J6）" in found.message


@both
def test_one_wrong_number_is_told_once(edition: str) -> None:
    wrong = f"新收政府信息公开申请{table(edition, RECEIVED) + 1}件。"
    found = caught(told(edition, wrong * 3 + f"\n{wrong}"), "T601", "B4", OVERVIEW)
    assert found.message.endswith("，共 4 处。")
    assert "改正 B4、B5 的文字" in found.fix
    assert (found.cells, found.field) == (("J6",), RECEIVED)
    other = f"新收政府信息公开申请{table(edition, RECEIVED) + 2}件。"
    outcome = told(edition, f"{wrong}{other}{wrong}")
    assert [each.code for each in outcome.findings].count("T601") == 2


@both
def test_either_honest_reading_passes(edition: str) -> None:
    accepted = table(edition, RECEIVED) + table(edition, "applications.carried_in")
    silent(told(edition, f"受理政府信息公开申请{accepted}件。"), "T601")
    silent(told(edition, f"收到申请{accepted}件（其中上年结转6件）。"), "T601")
    found = caught(told(edition, f"受理政府信息公开申请{accepted + 1}件。"), "T601", "B4")
    assert "按几种读法都对不上" in found.message
    assert f"之和是 {accepted}（“三、依申请公开”J6、J7）" in found.message


@both
def test_explicit_zeros(edition: str) -> None:
    found = caught(told(edition, "全年未收到政府信息公开申请。"), "T601", "B4")
    assert (found.found, found.expected) == (0, table(edition, RECEIVED))


@both
def test_a_group_is_the_sum_of_its_items(edition: str) -> None:
    items = [key for key in figures(edition) if key.startswith("applications.denied.")]
    denied = sum(
        table(edition, key.removesuffix(".total")) for key in items if key.endswith("total")
    )
    silent(told(edition, f"不予公开{denied}件。"), "T601")
    found = caught(told(edition, f"不予公开{denied - 1}件。"), "T601", "B4")
    assert (found.field, len(found.cells)) == ("applications.denied", 8)


@both
def test_withdrawn_applications_may_be_left_out_of_what_was_concluded(edition: str) -> None:
    concluded = table(edition, CONCLUDED)
    silent(told(edition, f"办结申请{concluded - 2}件，2件申请人撤回。"), "T601")
    caught(told(edition, f"办结申请{concluded - 2}件。"), "T601", "B4")


def test_money_may_be_rounded() -> None:
    amount = {"disclosure.fees.amount": Decimal("72701.2578")}
    silent(told("2021", "行政事业性收费72701.26万元。", figures=amount), "T601")
    caught(told("2021", "行政事业性收费72702万元。", figures=amount), "T601", "B4")


@both
def test_an_unreadable_figure_is_not_compared(edition: str) -> None:
    silent(told(edition, "新收申请99件。", figures={f"{RECEIVED}.total": "约90"}), "T601")


@both
def test_not_run_without_a_year(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B4=None))
    assert outcome.rules.not_run["T601"] == "没有填写报告年度，分不清文中说的是哪一年"


@both
def test_explained(edition: str) -> None:
    outcome = told(
        edition,
        "全年未收到政府信息公开申请。",
        explanations=(Explanation("T601", "文中说的是本机关，表中是本行政区域。"),),
    )
    found = caught(outcome, "T601", "B4")
    assert found.explained == "文中说的是本机关，表中是本行政区域。"


@both
def test_a_part_told_behind_its_whole(edition: str) -> None:
    received, concluded = table(edition, RECEIVED), table(edition, CONCLUDED)
    whole = f"收到申请{received}件，办结{concluded}件。"
    silent(told(edition, f"{whole}其中，市政府办公室收到申请2件，办结1件。"), "T601")
    silent(told(edition, f"{whole}协助市政府办公室答复申请3件。"), "T601")
    caught(told(edition, f"{whole}全年办结{concluded - 1}件。"), "T601", "B4")
    caught(told(edition, f"{whole}其中，市政府办公室收到申请{received + 1}件。"), "T601", "B4")


@both
def test_the_offices_number_in_the_report_of_an_area(edition: str) -> None:
    text = "区政府办公室代表区政府受理政府信息公开申请1件。"
    area = replace(AGENCY, kind="县级人民政府", scope="本行政区域")
    silent(told(edition, text, agency=area), "T601")
    caught(told(edition, text, agency=replace(area, scope="本机关")), "T601", "B4")
    caught(told(edition, text, agency=replace(area, kind="政府办公厅（室）")), "T601", "B4")


@both
def test_parts_in_brackets(edition: str) -> None:
    column = {"2019": "produced", "2021": "issued"}[edition]
    value = figures(edition)[f"disclosure.normative_documents.{column}"]
    assert isinstance(value, int)
    silent(told(edition, f"公开新增规范性文件{value}件（含新制定1件）。"), "T601")
    caught(told(edition, f"公开新增规范性文件{value + 1}件（含新制定1件）。"), "T601", "B4")


@both
def test_two_results_that_the_form_counts_as_one(edition: str) -> None:
    name = "applications.unavailable.not_held"
    held = table(edition, name)
    text = "本机关不掌握相关政府信息{}件，信息不存在的{}件。"
    silent(told(edition, text.format(held - 1, 1)), "T601")
    caught(told(edition, text.format(held, 1)), "T601", "B4")


@both
def test_a_blank_total_is_read_from_its_row(edition: str) -> None:
    changed = {f"{RECEIVED}.total": None}
    received = table(edition, RECEIVED)
    silent(told(edition, f"新收申请{received}件。", figures=changed), "T601")
    found = caught(told(edition, f"新收申请{received + 1}件。", figures=changed), "T601", "B4")
    assert (found.expected, found.cells[0], len(found.cells)) == (received, "D6", 6)


def test_money_rounded_as_it_is_written() -> None:
    changed = {"disclosure.fees.amount": 2585031}
    silent(told("2021", "行政事业性收费258.5亿元。", figures=changed), "T601")
    caught(told("2021", "行政事业性收费258.6亿元。", figures=changed), "T601", "B4")


@both
def test_published_decisions_are_not_all_that_were_made(edition: str) -> None:
    for text in (
        "公示行政许可124条、行政处罚66条。",
        "全年主动公开行政许可结果124条。",
        "在信用平台归集行政许可124条。",
    ):
        silent(told(edition, text), "T601")
    for text in ("作出行政许可决定124件。", "全年公开工作平稳，办理行政许可124件。"):
        caught(told(edition, text), "T601", "B4")


@both
def test_what_is_not_about_disclosure_retracts_itself_only(edition: str) -> None:
    text = "新收申请{}件，行政诉讼200件与政府信息公开无关。"
    silent(told(edition, text.format(table(edition, RECEIVED))), "T601")
    found = caught(told(edition, text.format(table(edition, RECEIVED) + 1)), "T601", "B4")
    assert found.field == "applications.received"
    silent(told(edition, "新收申请900件，信访300件，均与政府信息公开无关。"), "T601")


@both
def test_concluded_for_natural_persons_are_not_their_new_applications(edition: str) -> None:
    silent(told(edition, "办结自然人申请1600件。"), "T601")
    caught(told(edition, "收到自然人申请1600件。"), "T601", "B4")


@both
def test_the_cells_of_many_figures_are_told_by_their_ends(edition: str) -> None:
    rows = [key for key in figures(edition) if key.startswith("applications.denied.")]
    totals = sum(
        table(edition, key.removesuffix(".total")) for key in rows if key.endswith("total")
    )
    found = caught(told(edition, f"不予公开的申请{totals + 1}件。"), "T601", "B4", OVERVIEW)
    assert (found.expected, found.cells[0], found.cells[-1]) == (totals, "J10", "J17")
    assert "（“三、依申请公开”J10…J17）" in found.message
