"""Reads the claims out of a text: sentence by sentence, quantity by quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.claims.context import Context
from govxlsx.claims.counted import counted
from govxlsx.claims.folding import fold
from govxlsx.claims.lexicon import tokens
from govxlsx.claims.model import Claim, Role, Token
from govxlsx.claims.sentence import Sentence
from govxlsx.claims.wholes import followed
from govxlsx.claims.zeros import zeros
from govxlsx.form.editions import edition_by_id, edition_of_year

_SENTENCE = re.compile(r"[^。!?！？\n]+[。!?！？\n]?")
_TOPIC = re.compile(
    r"申请|复议|诉|结转|办结|审结|转入|转至|转到|顺延|延至|延到|延期|转20|跨年|遗留|答复[\d了完一二三四五六七八九十百共两]|办复|新收|收到|受理|接到|接收"
    r"|公开[的了]?[\d一二三四五六七八九十百两]|不公开|件公开|不予|部分公开|部分提供|规章|规范性文件|文件\d|新制|新公|对外公|废止|有效"
    r"|许可|处罚|强制|收费|处理费|费用|采购|无法提供|不能提供|提供信息|不掌握|不存在|处理[决\d的总]|其他处理|再处理|现成"
    r"|总计|合计|共计|补正|重复|反复|信访|终止|维持|纠正|撤|自然人|法人|企业[提申\d]|科研|公益|其他组织|法律服务|法规禁|秘密|安全一稳定"
    r"|社会稳定|第三方|第三人|内部|过程性|案卷|查询|另行|出具|出版物|清理|清零"
)
_TELLING = re.compile(
    r"\d|[〇零一二两三四五六七八九十百千万拾佰仟][余]?[件份条起宗个项例元]|未|没有|无|零|不存在"
)
_BACK = re.compile("以上|上述")
_RETRACTED = re.compile(r"不属于政府信息公开|不计入(?:本报告|政府信息公开)|与政府信息公开无关")


def extract_claims(text: str, year: int, edition: str | None = None) -> list[Claim]:
    """Return the figures that a text claims, in the order of the text.

    ``year`` is the report's, ``edition`` the form's (default: that year's). Raises KeyError for an
    unknown edition and ValueError for a year that no edition covers.
    """
    form = edition_by_id(edition) if edition is not None else edition_of_year(year)
    if form is None:
        raise ValueError(f"no edition of the form covers {year}")
    folded = fold(text)
    told = [each for each in _sentences(folded.text) if _tells(each[1])]
    if _RETRACTED.search(folded.text):
        told = list(_sentences(folded.text))
    context = Context(form, year)
    found: list[Claim] = []
    for (start, sentence), terms in zip(told, _tokens([each for _, each in told]), strict=True):
        if start and folded.text[start - 1] == "\n":
            context = Context(form, year)
        retracted = _RETRACTED.search(sentence)
        if retracted is not None and _BACK.search(sentence, 0, retracted.start()):
            found.clear()
            continue
        left = range(*_retracted(sentence, retracted))
        for claim in _claims(Sentence(sentence, terms, context)):
            if claim.start in left:
                continue
            places = folded.span(start + claim.start, start + claim.end)
            found.append(Claim(claim.field, claim.value, *places, claim.alternatives))
    return sorted(_once(found), key=lambda each: (each.start, each.end))


def _retracted(sentence: str, found: re.Match[str] | None) -> tuple[int, int]:
    """Return the stretch of a sentence that is said to be of something else."""
    if found is None:
        return 0, 0
    return sentence.rfind(";", 0, found.start()) + 1, found.end()


def _claims(sentence: Sentence) -> Iterator[Claim]:
    """Yield the claims of a sentence, quantity by quantity and negation by negation."""
    context = sentence.context
    context.begin()
    for position, token in enumerate(sentence.tokens):
        sentence.follow(position)
        if token.role is Role.NEGATION:
            yield from zeros(sentence, position)
        elif token.role is Role.QUANTITY:
            found = counted(sentence, position)
            yield from found
            if found:
                yield from followed(sentence, position, found)
            else:
                context.listed = []


def _tells(sentence: str) -> bool:
    """Tell whether a sentence may hold a claim: most of a narrative does not."""
    return _TOPIC.search(sentence) is not None and _TELLING.search(sentence) is not None


def _tokens(sentences: list[str]) -> Iterator[list[Token]]:
    """Yield the terms of each sentence; all sentences are searched at once, which is faster."""
    every = iter(tokens("\n".join(sentences)))
    token = next(every, None)
    start = 0
    for sentence in sentences:
        end = start + len(sentence)
        own = []
        while token is not None and token.start < end:
            places = token.start - start, token.end - start
            own.append(Token(token.role, *places, token.term, token.value, token.unit))
            token = next(every, None)
        yield own
        start = end + 1


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(text):
        yield match.start(), match.group()


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """Yield one claim per place, field and value."""
    seen = set()
    for each in claims:
        key = (each.start, each.end, each.field, each.value)
        if key not in seen:
            seen.add(key)
            yield each
