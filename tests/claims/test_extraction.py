"""What texts claim: by grammar, not by quotation."""

import pytest

from govxlsx import extract_claims
from govxlsx.claims import Claim, label, summed

RECEIVED, CARRIED_IN = "applications.received", "applications.carried_in"
CONCLUDED, CARRIED_OUT = "applications.concluded", "applications.carried_out"
ACCEPTED = "applications.accepted"
RECONSIDERATION, LITIGATION = "proceedings.reconsideration", "proceedings.litigation"
FEE = "fee.information_processing"
NORMATIVE = "disclosure.normative_documents"


def told(text: str, year: int = 2024, edition: str = "2021") -> dict[str, object]:
    return {claim.field: claim.value for claim in extract_claims(text, year, edition)}


NUMBERS = {
    "收到申请3119 件": 3119,
    "收到申请１２件": 12,
    "收到申请1,234件": 1234,
    "收到申请十二件": 12,
    "收到申请两件": 2,
    "收到申请〇件": 0,
    "收到申请一百零五件": 105,
    "收到申请一千二百件": 1200,
    "收到申请 壹佰贰拾 件": 120,
    "收到 0 份政府信息公开申请": 0,
    "收到申请三万件": 30_000,
    "收到申请一万二千三百件": 12_300,
    "收到申请十二万三千件": 123_000,
    "收到申请两万零五十件": 20_050,
    "收到申请一百二十万件": 1_200_000,
    "收到申请二万〇三百零一件": 20_301,
    "收到申请壹万贰仟件": 12_000,
    "收到申请一亿二千万件": 120_000_000,
    "收到申请三亿零五万零二十件": 300_050_020,
    "收到申请二千三百万件": 23_000_000,
    "收到申请十件": 10,
    "收到申请一百零一件": 101,
}


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_numbers_as_they_are_written(text: str, value: int) -> None:
    assert told(text) == {RECEIVED: value}


@pytest.mark.parametrize("count", ["万", "上万", "近万", "一百万亿亿", "一千万亿亿"])
def test_what_is_no_number(count: str) -> None:
    assert told(f"收到申请{count}件。") == {}


CLAIMS: dict[str, dict[str, object]] = {
    "收到群众来信12件，其中自然人8件，企业4件。": {},
    "收到政务咨询20件，未收取任何费用。": {},
    "收到申请2件（一件为自然人）提出），办结2件。": {
        RECEIVED: 2,
        f"{RECEIVED}.natural_person": 1,
        CONCLUDED: 2,
    },
    "收到申请12件，其中自然人8件，商业企业4件。办结12件，其中自然人申请8件。": {
        RECEIVED: 12,
        f"{RECEIVED}.natural_person": 8,
        f"{RECEIVED}.enterprise": 4,
        CONCLUDED: 12,
    },
    "行政事业性收费一亿二千万元。": {"disclosure.fees.amount": 12_000},
    "行政事业性收费二万三千亿元。": {"disclosure.fees.amount": 230_000_000},
    "全年答复申请805件（含上年度结转申请18件，另有72件顺延到下年度答复）。": {
        CONCLUDED: 805,
        CARRIED_IN: 18,
        CARRIED_OUT: 72,
    },
    "共受理3259件，答复3278件。": {RECEIVED: 3259, CONCLUDED: 3278},
    "截至年底已办结申请30件，剩余2件结转至2025年办理。": {CONCLUDED: 30, CARRIED_OUT: 2},
    "2023年结转3件，本年新收15件。": {CARRIED_IN: 3, RECEIVED: 15},
    "新收申请由上年的64件增至83件。": {RECEIVED: 83},
    "新收8件、上年结转2件，两项合计10件。": {RECEIVED: 8, CARRIED_IN: 2, ACCEPTED: 10},
    "新收8件（自然人6件、商业企业2件），上年结转2件，两项合计10件。": {
        RECEIVED: 8,
        f"{RECEIVED}.natural_person": 6,
        f"{RECEIVED}.enterprise": 2,
        CARRIED_IN: 2,
        ACCEPTED: 10,
    },
    "全年零申请、零复议、零诉讼。": {RECEIVED: 0, RECONSIDERATION: 0, LITIGATION: 0},
    "行政复议、行政诉讼案件均为零。": {RECONSIDERATION: 0, LITIGATION: 0},
    "行政复议、行政诉讼没有发生，信息处理费无。": {RECONSIDERATION: 0, LITIGATION: 0, FEE: 0},
    "没有收到申请，上年无结转，也没有结转到下年度的申请。": {
        RECEIVED: 0,
        CARRIED_IN: 0,
        CARRIED_OUT: 0,
    },
    "没有未按期答复的申请。": {},
    "因政府信息公开发生行政复议3起，其中1起被确认违法，1起撤回，1起尚未审结。": {
        RECONSIDERATION: 3,
        f"{RECONSIDERATION}.corrected": 1,
        f"{RECONSIDERATION}.other": 1,
        f"{RECONSIDERATION}.pending": 1,
    },
    "行政诉讼4件（其中未经复议直接起诉3件，复议后起诉1件），均被驳回诉讼请求。": {
        LITIGATION: 4,
        f"{LITIGATION}.upheld": 4,
        "proceedings.direct_litigation": 3,
        "proceedings.litigation_after_reconsideration": 1,
    },
    "行政复议2件，未被纠错。": {RECONSIDERATION: 2, f"{RECONSIDERATION}.corrected": 0},
    "收到申请6件，其中信函4件、网络2件，均由自然人提出。": {
        RECEIVED: 6,
        f"{RECEIVED}.natural_person": 6,
    },
    "其他处理9件，其中逾期不补正1件、逾期未缴费2件、其他6件。": {
        "applications.other": 9,
        "applications.other.uncorrected": 1,
        "applications.other.unpaid": 2,
        "applications.other.rest": 6,
    },
    "属于重复申请不予处理3件。": {"applications.not_processed.repeated": 3},
    "产生信息处理费2笔，合计收取380元。": {FEE: 380},
    "可以收取信息处理费，本年度未向任何申请人收取。": {FEE: 0},
    "行政事业性收费1.36亿元。": {"disclosure.fees.amount": 13600},
    "行政事业性收费合计83,500元。": {"disclosure.fees.amount": 8.35},
    "本年未制定规章，未废止行政规范性文件。": {
        "disclosure.regulations.issued": 0,
        f"{NORMATIVE}.repealed": 0,
    },
}


@pytest.mark.parametrize(("text", "expected"), CLAIMS.items())
def test_claims(text: str, expected: dict[str, object]) -> None:
    assert {key: float(str(value)) for key, value in told(text).items()} == expected


NOT_CLAIMS = (
    "网站发布信息4200余条，公众号推送587篇，粉丝2.3万人。",
    "答复群众咨询一百余件，举办培训3期，培训120人次。",
    "网络申请3件、信函申请38件。",
    "上年收到申请96件，上年办结101件。",
    "自2008年以来累计受理申请1.4万件，答复1.3万件。",
    "指导各部门、街道答复申请316件。",
    "全年受理不动产登记申请1820件，办结1799件，21件转入下年。",
    "收到行政复议申请412件，受理368件，维持150件。",
    "办理信访事项342件，办结335件，7件转入下年办理。",
    "以上行政复议5件不属于政府信息公开案件。",
    "全年主动公开1120件、依申请公开306件、不予公开86件。",
    "较2023年的5件、3件均有所减少。",
    "公布行政事业性收费目录清单3项，减免行政事业性收费48万元。",
    "归集行政许可和行政处罚信息2310条。",
)


@pytest.mark.parametrize("text", NOT_CLAIMS)
def test_what_is_no_claim(text: str) -> None:
    assert told(text) == {}


RETRACTED: dict[str, dict[str, object]] = {
    "收到申请12件。以上不属于政府信息公开申请。答复申请7件。": {CONCLUDED: 7},
    "收到申请12件。上述申请与政府信息公开无关。": {},
    "收到申请12件；行政复议3件不计入本报告；答复申请8件。": {RECEIVED: 12, CONCLUDED: 8},
    "行政复议5件与政府信息公开无关，收到申请12件。": {RECEIVED: 12},
    "行政复议5件与政府信息公开无关。收到申请12件。": {RECEIVED: 12},
    "收到申请12件。行政复议5件不属于政府信息公开案件。": {RECEIVED: 12},
    "收到申请12件。以上申请中，行政复议3件。": {RECEIVED: 12, RECONSIDERATION: 3},
}


@pytest.mark.parametrize(("text", "expected"), RETRACTED.items())
def test_what_a_text_takes_back_is_no_claim(text: str, expected: dict[str, object]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("我局将依申请公开纳入法治考核。", 9),
        ("发布政策解读。我局将依申请公开纳入法治考核。", 9),
        ("我局将依申请公开纳入法治考核。内容由专人核对。", 9),
        ("我局将依申请公开纳入法治考核。发布政策解读。", None),
        ("我局将依申请公开纳入法治考核。\n", None),
    ],
)
def test_what_was_spoken_of_last_in_the_paragraph_is_counted(
    before: str, number: int | None
) -> None:
    assert told(f"{before}全年收件9件。").get(RECEIVED) == number


def test_claims_of_the_2019_edition() -> None:
    text = (
        "新制作规范性文件3件、新公开2件，对外公开总数量17件。行政许可上一年项目数量28项，"
        "本年减少4项，处理决定数量120件。政府集中采购项目12个，采购总金额2860000元。"
    )
    assert told(text, 2019, "2019") == {
        f"{NORMATIVE}.produced": 3,
        f"{NORMATIVE}.published": 2,
        f"{NORMATIVE}.total_public": 17,
        "disclosure.licensing.previous_items": 28,
        "disclosure.licensing.change": -4,
        "disclosure.licensing.decisions": 120,
        "disclosure.procurement.projects": 12,
        "disclosure.procurement.amount": 2860000,
    }


def test_two_honest_readings() -> None:
    (accepting,) = extract_claims("受理申请12件", 2024)
    assert (accepting.field, accepting.alternatives) == (RECEIVED, (ACCEPTED,))
    (handling,) = extract_claims("处理政府信息公开申请33件", 2024)
    assert (handling.field, *handling.alternatives) == (CONCLUDED, RECEIVED, ACCEPTED)


def test_offsets_are_code_points_of_the_text_as_it_is() -> None:
    text = "𠮷县：\u3000收到 申请 １２ 件。\r\n上年结转 2 件"
    found = extract_claims(text, 2024)
    assert [text[each.start : each.end] for each in found] == ["收到 申请 １２ 件", "上年结转 2 件"]
    assert found[0] == Claim(RECEIVED, 12, 4, 14, (ACCEPTED,))


def test_the_edition_is_the_years_own() -> None:
    assert [each.field for each in extract_claims("制定规范性文件3件", 2020)] == [
        f"{NORMATIVE}.produced"
    ]
    assert [each.field for each in extract_claims("制定规范性文件3件", 2021)] == [
        f"{NORMATIVE}.issued"
    ]


def test_a_year_or_an_edition_without_form() -> None:
    with pytest.raises(ValueError, match="2018"):
        extract_claims("收到申请1件", 2018)
    with pytest.raises(KeyError):
        extract_claims("收到申请1件", 2024, "2008")


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_claim_fields_sum_the_forms_figures(edition: str) -> None:
    assert summed(edition, ACCEPTED) == (f"{RECEIVED}.total", f"{CARRIED_IN}.total")
    assert len(summed(edition, f"{RECEIVED}.organizations")) == 5
    assert len(summed(edition, "applications.denied")) == 8
    assert len(summed(edition, "applications.other")) == {"2019": 1, "2021": 3}[edition]
    assert summed(edition, FEE) == ()
    assert label(edition, ACCEPTED) == "一、本年新收与二、上年结转的“总计”之和"


def test_what_is_said_of_cases_is_not_of_applications() -> None:
    text = "收到申请40件。被申请行政复议6件（含上年结转1件），被提起行政诉讼2件。"
    assert told(text) == {RECEIVED: 40, RECONSIDERATION: 6, LITIGATION: 2}
    assert told("行政诉讼7件，无行政诉讼败诉情形。") == {
        LITIGATION: 7,
        f"{LITIGATION}.corrected": 0,
    }


def test_outcomes_of_a_joint_number_are_of_neither_kind() -> None:
    assert told("涉行政复议、行政诉讼案件52件，结果维持40件。") == {}
    assert told("行政诉讼案件52件，结果维持40件。") == {LITIGATION: 52, f"{LITIGATION}.upheld": 40}


def test_a_list_goes_on_with_what_was_done_to_documents() -> None:
    assert told("制发规章2件、规范性文件9件。")[f"{NORMATIVE}.issued"] == 9
    assert f"{NORMATIVE}.repealed" not in told("制发规章2件、废止1件，规范性文件9件。")


def test_carried_in_and_channels_in_other_words() -> None:
    assert told("收到申请30件，上年度结转办理件1件。") == {RECEIVED: 30, CARRIED_IN: 1}
    assert told("收到依申请公开14件（其中信件申请10件，网络申请4件）。") == {RECEIVED: 14}


def test_not_even_one_is_none() -> None:
    assert told("全年未收到1件政府信息公开申请。") == {RECEIVED: 0}
    assert told("全年未收到2件政府信息公开申请。") == {}
