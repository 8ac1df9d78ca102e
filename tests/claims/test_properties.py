"""Whatever stands in a text: claims are read without an error, from places that exist."""

from hypothesis import given
from hypothesis import strategies as st

from govxlsx import extract_claims
from govxlsx.claims import summed
from govxlsx.claims.counts import without_counts
from govxlsx.claims.folding import fold
from govxlsx.claims.quantities import COUNTED
from govxlsx.claims.reading import read
from govxlsx.claims.scanning import TELLING, may_speak, tokens, told_at
from govxlsx.claims.sentences import sentence
from govxlsx.claims.templates import expand
from govxlsx.claims.topics import SPOKEN_OF, Thread, steers
from govxlsx.claims.units import MONEY, OTHER
from govxlsx.claims.vocabulary import TERMS

WORDS = st.sampled_from(
    [
        "收到",
        "受理",
        "新收",
        "申请",
        "政府信息公开申请",
        "依申请公开",
        "办结",
        "答复",
        "上年结转",
        "结转",
        "下年",
        "2023年",
        "2024年",
        "行政复议",
        "行政诉讼",
        "维持",
        "撤销",
        "尚未审结",
        "予以公开",
        "不予公开",
        "无法提供",
        "其他",
        "其他处理",
        "自然人",
        "法人或其他组织",
        "规范性文件",
        "制定",
        "废止",
        "行政许可",
        "信息处理费",
        "收取",
        "元",
        "万元",
        "件",
        "条",
        "均",
        "为",
        "其中",
        "合计",
        "未",
        "没有",
        "无",
        "零",
        "较上年",
        "增至",
        "留言",
        "各部门",
        "主动公开",
        "12",
        "３",
        "十二",
        "1,234",
        "余",
        "，",
        "。",
        "、",
        "；",
        "（",
        "）",
        "(",
        ")",
        "“",
        "”",
        "\n",
        "\u3000",
        "%",
        "\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=40).map("".join))


@given(TEXTS, st.sampled_from(["2019", "2021"]))
def test_places_and_fields_exist(text: str, edition: str) -> None:
    for claim in extract_claims(text, 2024, edition):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.field == "fee.information_processing" or summed(edition, claim.field)
        assert claim.field not in claim.alternatives


@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert extract_claims(text, 2024) == extract_claims(text, 2024)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_paragraphs_are_read_on_their_own(texts: list[str]) -> None:
    lines = [line for text in texts for line in text.split("\n")]
    whole = extract_claims("\n".join(lines), 2024)
    alone = []
    start = 0
    for line in lines:
        found = extract_claims(line, 2024)
        alone += [(each.field, each.value, each.start + start, each.end + start) for each in found]
        start += len(line) + 1
    assert [(each.field, each.value, each.start, each.end) for each in whole] == alone


ENDS = st.sampled_from(["。", "！", "？", "\n"])


@given(st.lists(TEXTS, min_size=1, max_size=3), ENDS)
def test_sentences_met_before_are_read_alike(texts: list[str], end: str) -> None:
    whole = end.join(texts)
    apart = [extract_claims(f"{'另' * place}\n{whole}", 2024) for place in range(1, 3)]
    places = [[(each, each.start - place) for each in row] for place, row in enumerate(apart)]
    told = [[(each.field, each.value, start) for each, start in row] for row in places]
    assert told[0] == told[1]


COUNTS = st.sampled_from(["0", "1", "2", "9", "10", "11", "20", "2023", "21,5", "1.5", "1" * 19])
COUNTED_WITH = st.sampled_from(["", "件", "项", "人", "万元", "年", "余件", "件次", "个工作日"])


@given(st.lists(st.one_of(WORDS, COUNTS, COUNTED_WITH), max_size=12).map("".join))
def test_a_sentence_is_read_alike_with_other_counts_in_their_places(text: str) -> None:
    folded = fold(text).text
    blind, counts = without_counts(folded)
    as_written = read(sentence(folded, 2024), 0, Thread("2021", {}))
    assert read(sentence(blind, 2024), 0, Thread("2021", counts)) == as_written


def test_counts_are_told_apart_from_words() -> None:
    text = "2023年收到23件,办结3件、1件、0件、1,234件、3.5万元、第10条、120件,12345热线"
    blind = "2023年收到22件,办结2件、1件、0件、1,234件、3.5万元、第22条、222件,12345热线"
    told = {"23件": 23, "3件、": 3, "10条": 10, "120件": 120}
    counts = {text.index(words): count for words, count in told.items()}
    assert without_counts(text) == (blind, counts)


NUMBERS = st.text("0123456789.,〇零一二两十百千万亿", max_size=5)
UNITS = st.sampled_from(["", *sorted(COUNTED), *MONEY, *OTHER])
DENIALS = st.sampled_from(
    [word for term in TERMS if term.kind in TELLING for word in expand(term.words)]
)


@given(st.lists(st.one_of(NUMBERS, UNITS, WORDS, DENIALS), max_size=12).map("".join))
def test_no_sentence_that_tells_something_is_passed_over(text: str) -> None:
    folded = fold(text).text
    told = any(each.kind in TELLING for each in tokens(folded))
    assert told_at(folded) >= 0 or not told


SPEAKING = st.sampled_from(
    [word for term in TERMS if term.kind in SPOKEN_OF for word in expand(term.words)]
)


@given(st.lists(st.one_of(WORDS, SPEAKING), max_size=6).map("".join))
def test_no_clause_that_tells_of_what_it_speaks_is_passed_over(text: str) -> None:
    folded = fold(text).text
    assert may_speak(folded) or not steers(tokens(folded))


@given(DENIALS)
def test_a_denial_tells_something(word: str) -> None:
    assert told_at(word) >= 0
