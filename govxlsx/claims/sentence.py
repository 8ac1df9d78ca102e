"""One sentence as terms and quantities: which quantity speaks of which figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from govxlsx.claims.fields import summed
from govxlsx.claims.lexicon import COUNTED, MONEY
from govxlsx.claims.model import Claim, Role, Term, Token
from govxlsx.claims.vocabulary.applications import ACCEPTED, CARRIED_IN, CARRIED_OUT, CONCLUDED, RECEIVED
from govxlsx.claims.vocabulary.disclosure import AMOUNT, FEE
from govxlsx.editions.model import Edition
from govxlsx.figure import Number

APPLICATIONS, PROCEEDINGS, DOCUMENTS, ELSEWHERE = "applications", "proceedings", "documents", "elsewhere"

_BEFORE = re.compile(
    r"(?:共计?|合计|总计|总共|累计|总数|总量|总额|总金额|数量|数|量|金额|为|是|有|达到?|了|的|案件|案|件数|件|事项|情形|情况"
    r"|类|涉及|发生|产生|等|计|:|\"|\(|分别|本年度?|全年|今年|当年|当期|信息|申请|答复|方面|也|仅|只|已|另|办理|公开|结果|决定|处理|文件|收取|标准)*"
)
_AFTER = re.compile(
    r"(?:的|已经|已|均|都|全部|被|因|系|属于|属|为|是|涉及|涉|作出|予以|给予|决定|按照?期|按时|按规定|依法|依规|依法依规|及时|规范|当年|年内|年底前?|目前"
    r"|在(?:法定|规定)(?:时限|期限|时间)内|法定(?:时限|期限)内|申请人?|案件|由|经|法院|复议机关|人民法院|行政机关|本机关|我[局委办县区市镇]|一审|二审|判决|裁定|原告|当事人|仍|尚|还|需|将|待|则|结果"
    r"|申请|答复|信息|政府信息公开|依申请公开|与(?:政府)?信息公开(?:有关|相关)|因(?:国家|商业)|因政府信息公开(?:引发|引起|产生|工作)?|引发|引起|损害|保护|会|可能|没有|由于|要求|告知|区分处理后?|处理|办理|提出|且|依法|危及|其他|三类|四类|无正当理由|经|政府|行政|自愿|主动|自行|准予|准许|申请后|确认或|索要|索取|提供|尚|仍|所申请的?|相关|了|获|判|同意|准予)*"
)
_JOINT = re.compile(
    r"(?:[、和及与或以]|以及|的|均|也|案件|情形|因|被|而|等|提起|申请|作出|办理|属于?|涉及|行政|政府|产生|引起|引发)*"
)
_STOP = frozenset(",;:。()!?！？\n")
_CLAUSE = frozenset(",;:。()!?！？\n")
_BREAKS = frozenset((Role.QUANTITY, Role.FIGURE, Role.FOREIGN, Role.ASIDE, Role.NEGATION))
_EACH = re.compile(r"均|都|各|皆")


@dataclass
class Context:
    """What earlier sentences leave for the next: the subject spoken of, and the list in hand."""

    form: Edition
    year: int
    subject: str = ""
    proceeding: str = ""
    document: str = ""
    act: str = ""
    listed: list[str] = field(default_factory=list)

    def foreign(self) -> None:
        """Turn to something that the form does not count."""
        self.subject, self.listed = ELSEWHERE, []


class Sentence:
    """The claims of one sentence. Positions are those of the sentence."""

    def __init__(self, text: str, tokens: list[Token], context: Context) -> None:
        self.text, self.tokens, self.context = text, tokens, context
        self._other_year = False

    def claims(self) -> Iterator[Claim]:
        """Yield the claims in the order of the quantities and negations."""
        context = self.context
        if context.subject == ELSEWHERE:
            context.subject = ""
        for position, token in enumerate(self.tokens):
            self._follow(position, token)
            if token.role is Role.NEGATION:
                yield from self._zeros(position)
            elif token.role is Role.QUANTITY:
                found = list(self._counted(position))
                yield from found
                if found:
                    yield from self._followed(position, found)
                else:
                    context.listed = []

    # what the sentence speaks of

    def _follow(self, position: int, token: Token) -> None:
        context, role = self.context, token.role
        if role is Role.YEAR:
            self._turn_to_year(position, token)
        elif role is Role.PRESENT or role is Role.REACHING:
            self._other_year = False
        elif role is Role.FOREIGN:
            context.foreign()
        elif role is Role.APPLICATION:
            context.subject = APPLICATIONS
        elif role is Role.STAGE and token.meaning in (RECEIVED, CARRIED_IN):
            if context.subject != ELSEWHERE or token.meaning == RECEIVED:
                context.subject = APPLICATIONS
        elif role is Role.PROCEEDING:
            context.subject, context.proceeding = PROCEEDINGS, token.meaning
        elif role is Role.DOCUMENT:
            context.subject, context.document = DOCUMENTS, token.meaning
        elif role is Role.ACT:
            context.act = token.meaning

    def _turn_to_year(self, position: int, token: Token) -> None:
        """Take the year as that of what follows, unless it is only compared with."""
        before = self.text[max(0, token.start - 1) : token.start]
        after = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        carried = after is not None and after.role in (Role.CARRYING, Role.STAGE) and after.start - token.end < 2
        if before not in ("较", "比", "由", "从", "与", "至", "自", "到", "和", "、", "(") and not carried:
            self._other_year = token.value != self.context.year

    # quantities

    def _counted(self, position: int) -> Iterator[Claim]:
        """Yield the claims of one quantity: of the terms before it, else of the term after it."""
        token = self.tokens[position]
        if self._is_past(position):
            return
        before = self._terms_before(position)
        after = self._term_after(position)
        if before and after is not None and self._receives(before[0]) and after.role is Role.APPLICATION:
            before = [after, *before]
        if before:
            yield from self._of_terms(before, token)
        elif after is not None:
            yield from self._of_terms([after], token)

    def _receives(self, term: Token) -> bool:
        """Tell whether a term takes the noun after its number: 收到0份申请."""
        return term.role is Role.RECEIVING or (term.role is Role.STAGE and term.meaning == RECEIVED)

    def _is_past(self, position: int) -> bool:
        """Tell whether the quantity is another year's, or a difference."""
        token = self.tokens[position]
        for each in reversed(self.tokens[:position]):
            between = self.text[each.end : token.start]
            if _STOP & set(between):
                break
            if each.role is Role.REACHING:
                return False
            if each.role is Role.PAST:
                return True
            if each.role is Role.YEAR and each.value != self.context.year:
                return not self._carries(each)
        return self._other_year

    def _carries(self, year: Token) -> bool:
        return re.match(r"年?度?的?(?:末|底)?(?:未办结|遗留)?(?:结转|转入|遗留|转结)", self.text[year.end :]) is not None

    def _terms_before(self, position: int) -> list[Token]:
        """Return the terms that a quantity stands right behind; several where they are listed."""
        found: list[Token] = []
        right = self.tokens[position].start
        for token in reversed(self.tokens[:position]):
            between = self.text[token.end : right]
            if token.role in (Role.PRESENT, Role.WHOLE, Role.YEAR) and not found:
                if _BEFORE.fullmatch(between):
                    right = token.start
                    continue
                break
            if token.role is Role.PAST and not found:
                reached = self._reached(position)
                return [reached] if reached is not None else []
            if token.role is Role.REACHING and not found:
                reached = self._reached(position)
                return [reached] if reached is not None else []
            if token.role in _BREAKS:
                break
            if not (_JOINT if found else _BEFORE).fullmatch(between):
                break
            found.append(token)
            right = token.start
        return found

    def _reached(self, position: int) -> Token | None:
        """Return the term that a comparison began with: 申请由上年的96件下降到71件."""
        for token in reversed(self.tokens[:position]):
            if "。" in self.text[token.end : self.tokens[position].start]:
                return None
            if token.role in (Role.STAGE, Role.APPLICATION, Role.PROCEEDING, Role.GROUP, Role.ITEM, Role.RECEIVING):
                return token
        return None

    def _term_after(self, position: int) -> Token | None:
        """Return the term that a quantity stands right before: 3件转入下年."""
        left = self.tokens[position].end
        for token in self.tokens[position + 1 :]:
            between = self.text[left : token.start]
            if token.role in (Role.WHOLE, Role.PRESENT) and _AFTER.fullmatch(between):
                left = token.end
                continue
            if not _AFTER.fullmatch(between):
                return None
            if token.role in _BREAKS or token.role is Role.YEAR:
                return None
            return token
        return None

    # from terms to fields

    def _of_terms(self, terms: list[Token], quantity: Token) -> Iterator[Claim]:
        """Yield the claims that terms make with one quantity."""
        start = min(terms[-1].start, quantity.start)
        end = max(terms[0].end, quantity.end)
        if quantity.unit in MONEY or terms[0].role is Role.MONEY:
            yield from self._of_money(terms[0], quantity, start, end)
            return
        if quantity.unit not in COUNTED or isinstance(quantity.value, Decimal):
            return
        each = quantity.value == 0 or bool(_EACH.search(self.text, terms[0].end, quantity.start)) if terms[0].end <= quantity.start else quantity.value == 0
        for claim in self._fields(terms, each=each):
            name, alternatives = claim
            if self._known(name):
                self.context.listed.append(name)
                yield Claim(name, quantity.value, start, end, tuple(filter(self._known, alternatives)))

    def _fields(self, terms: list[Token], *, each: bool) -> list[tuple[str, tuple[str, ...]]]:
        """Return the fields that a row of terms names, nearest term first."""
        first, context = terms[0], self.context
        role = first.role
        if role is Role.APPLICATION and len(terms) > 1 and terms[1].role in (
            Role.GROUP, Role.ITEM, Role.STAGE, Role.CARRYING, Role.UNDECIDED, Role.APPLICANT,
        ):
            return self._fields(terms[1:], each=each)
        if role in (Role.APPLICATION, Role.RECEIVING, Role.STAGE, Role.CARRYING):
            return self._stage(terms)
        if role is Role.PROCEEDING:
            return self._proceedings(terms, each=each)
        if role in (Role.GROUP, Role.ITEM):
            return self._results(terms, each=each)
        if role is Role.APPLICANT:
            base = [name for name in context.listed if name.count(".") == 1]
            if context.subject == ELSEWHERE or (base and base[-1] in (ACCEPTED, CONCLUDED)):
                return []
            return [(first.meaning, ())]
        if role is Role.OUTCOME or (role is Role.UNDECIDED and context.subject == PROCEEDINGS):
            if context.subject != PROCEEDINGS:
                return []
            name = first.meaning or "pending"
            others = first.term.alternatives if first.term is not None else ()
            at = context.proceeding
            return [(f"{at}.{name}", tuple(f"{at}.{other}" for other in others))]
        if role is Role.UNDECIDED:
            return [(CARRIED_OUT, ())] if context.subject == APPLICATIONS else []
        if role in (Role.ACT, Role.DOCUMENT):
            return self._documents(terms)
        if role is Role.DECISION:
            same = [term for term in terms if term.role is Role.DECISION]
            if len(same) > 1 and not each:
                return []
            return [(f"disclosure.{term.meaning}.decisions", ()) for term in same]
        if role is Role.REST:
            return self._rest()
        if role is Role.TOTAL:
            return self._total()
        return []

    def _stage(self, terms: list[Token]) -> list[tuple[str, tuple[str, ...]]]:
        context = self.context
        if context.subject in (ELSEWHERE, PROCEEDINGS, DOCUMENTS) and terms[0].role is not Role.APPLICATION:
            if not (context.subject != ELSEWHERE and terms[0].role is Role.STAGE):
                return []
        clause = self._clause_before(terms[0])
        deciding = [each for each in (*terms, *clause) if each.role in (Role.STAGE, Role.RECEIVING, Role.CARRYING)]
        for token in deciding:
            if token.role is Role.CARRYING:
                return self._carried(token)
            term = token.term
            assert term is not None
            if token.role is Role.RECEIVING and terms[0].role is not Role.APPLICATION:
                known = context.subject == APPLICATIONS or any(
                    each.role is Role.APPLICATION for each in clause
                )
                goes_on = any(
                    each.role is Role.STAGE and each.start > token.end for each in self.tokens
                )
                if not known and not goes_on:
                    return []
            return [(term.meaning, self._received_alternatives(term))]
        if terms[0].role is Role.APPLICATION:
            strong = terms[0].meaning == RECEIVED
            weak = not terms[0].meaning and self._opens(terms[0])
            return [(RECEIVED, (ACCEPTED, CONCLUDED))] if strong or weak else []
        return []

    def _opens(self, token: Token) -> bool:
        """Tell whether a bare 申请 begins its clause or follows 的."""
        return token.start == 0 or self.text[token.start - 1] in ",;:。的、"

    def _received_alternatives(self, term: Term) -> tuple[str, ...]:
        if term.meaning != RECEIVED or term.alternatives:
            return term.alternatives
        return (ACCEPTED,) if term.role is Role.RECEIVING else ()

    def _carried(self, token: Token) -> list[tuple[str, tuple[str, ...]]]:
        """Tell the direction of a bare 结转 by the year beside it."""
        year = self.context.year
        index = self.tokens.index(token)
        before = self.tokens[index - 1] if index else None
        after = self.text[token.end :]
        if re.match(rf"(?:[^,;。()\d]{{0,2}}\d*[〇零一二两三四五六七八九十百]*件)?(?:至|到|转)?(?:{year + 1}年|下|次年|明年)", after):
            return [(CARRIED_OUT, ())]
        if before is not None and before.role is Role.YEAR and token.start - before.end < 4:
            return [(CARRIED_IN, ())] if before.value == year - 1 else []
        if before is not None and before.role is Role.PAST and token.start - before.end < 4:
            return [(CARRIED_IN, ())]
        return []

    def _clause_before(self, token: Token) -> list[Token]:
        """Return the terms of the same clause before a term, nearest first."""
        found = []
        for each in reversed(self.tokens):
            if each.start >= token.start:
                continue
            if _CLAUSE & set(self.text[each.end : token.start]) or each.role in (Role.QUANTITY, Role.FOREIGN):
                break
            found.append(each)
        return found

    def _proceedings(self, terms: list[Token], *, each: bool) -> list[tuple[str, tuple[str, ...]]]:
        same = [term for term in terms if term.role is Role.PROCEEDING]
        if len(same) > 1 and not each:
            return []
        return [(term.meaning, ()) for term in same]

    def _results(self, terms: list[Token], *, each: bool) -> list[tuple[str, tuple[str, ...]]]:
        if self.context.subject == ELSEWHERE:
            return []
        if self.context.subject == PROCEEDINGS:
            self.context.subject = APPLICATIONS
        if terms[0].meaning == "applications.disclosed" and terms[0].end - terms[0].start == 2:
            if CONCLUDED not in self.context.listed:
                return []
        same = [term for term in terms if term.role is terms[0].role]
        if len(same) > 1 and not each:
            return []
        return [(term.meaning, term.term.alternatives if term.term is not None else ()) for term in same]

    def _documents(self, terms: list[Token]) -> list[tuple[str, tuple[str, ...]]]:
        context = self.context
        if context.subject != DOCUMENTS:
            return []
        act = next((each.meaning for each in terms if each.role is Role.ACT), "")
        if not act:
            near = [each for each in self._clause_before(terms[0]) if each.role is Role.ACT]
            listed = self._continues(terms[-1])
            act = near[0].meaning if near else (context.act if listed else "")
        document = next((each.meaning for each in terms if each.role is Role.DOCUMENT), context.document)
        if self.context.form.id == "2019" and act == "issued":
            act = "produced"
        return [(f"disclosure.{document}.{act}", ())] if act else []

    def _continues(self, term: Token) -> bool:
        """Tell whether a term goes on with the list of the quantity before it: 规章2件、文件5件."""
        last = next((each for each in reversed(self.tokens) if each.end <= term.start), None)
        if last is None or last.role is not Role.QUANTITY or not self.context.listed:
            return False
        between = self.text[last.end : term.start]
        return self.context.listed[-1].startswith("disclosure.") and re.fullmatch("[、,和及以]*", between) is not None

    def _rest(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return what 其他 closes: the groups, the organisations, or the outcomes."""
        listed = self.context.listed
        if not listed:
            return []
        last = listed[-1]
        if last.startswith("proceedings."):
            return [(f"{self.context.proceeding}.other", ())]
        if last.startswith("applications.received."):
            return [("applications.received.other_organization", ())]
        if last.startswith("applications.") and last not in (RECEIVED, CARRIED_IN, CARRIED_OUT):
            return [("applications.other", ())]
        return []

    def _total(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return what 合计 adds up: 一 and 二, or the results."""
        listed = self.context.listed
        if listed[-2:] in ([RECEIVED, CARRIED_IN], [CARRIED_IN, RECEIVED]):
            return [(ACCEPTED, ())]
        groups = [name for name in listed if name.startswith("applications.") and name not in (RECEIVED, CARRIED_IN)]
        return [(CONCLUDED, ())] if len(groups) > 1 else []

    def _of_money(self, term: Token, quantity: Token, start: int, end: int) -> Iterator[Claim]:
        if term.role is not Role.MONEY:
            return
        value = quantity.value
        if quantity.unit not in MONEY and value != 0:
            return
        if term.meaning == FEE:
            yield Claim(FEE, _scaled(value, 10_000 if quantity.unit in ("万元", "万") else 1), start, end)
        elif self._known(AMOUNT):
            scale = Decimal("0.0001") if quantity.unit == "元" else 1
            yield Claim(AMOUNT, _scaled(value, scale), start, end)

    def _known(self, name: str) -> bool:
        """Tell whether the edition has the claim field."""
        return name == FEE or bool(summed(self.context.form.id, name))

    # what follows a total without a number of its own

    def _followed(self, position: int, found: list[Claim]) -> Iterator[Claim]:
        """Yield what is said of all of a total: 行政复议2件，均获维持; 申请3件，均由自然人提出."""
        claim, quantity = found[0], self.tokens[position]
        if len(found) > 1 or not quantity.value:
            return
        told = max(quantity.end, claim.end)
        clause = re.match(r"[,(](?P<said>[^,;。()]*)", self.text[told:])
        if clause is None:
            return
        end = told + clause.end()
        inside = [each for each in self.tokens if told < each.start and each.end <= end]
        if any(each.role in (Role.QUANTITY, Role.FIGURE, Role.PAST) for each in inside):
            return
        if re.search("其中|部分|另|也|未|没有", clause["said"]) and not any(each.role is Role.UNDECIDED for each in inside):
            yield from self._denied_outcome(claim, quantity, inside)
            return
        whole = re.search(r"均|全部|都|皆|[为系属]", clause["said"]) is not None
        for token in inside:
            name = self._said_of(claim.field, token, whole=whole, single=quantity.value == 1)
            if name and self._known(name):
                alternatives = token.term.alternatives if token.term is not None and token.role is Role.OUTCOME else ()
                yield Claim(name, claim.value, claim.start, token.end, tuple(f"{claim.field}.{each}" for each in alternatives))
                return

    def _denied_outcome(self, claim: Claim, quantity: Token, inside: list[Token]) -> Iterator[Claim]:
        """Yield the zero in 该案未被复议机关纠错."""
        denied = any(each.role is Role.NEGATION for each in inside)
        for token in inside:
            if denied and token.role is Role.OUTCOME and claim.field.startswith("proceedings.") and claim.field.count(".") == 1:
                yield Claim(f"{claim.field}.{token.meaning}", 0, claim.start, token.end)
                return

    def _said_of(self, total: str, token: Token, *, whole: bool, single: bool) -> str:
        if total.startswith("proceedings.") and total.count(".") == 1:
            if token.role is Role.OUTCOME:
                return f"{total}.{token.meaning}"
            if token.role is Role.UNDECIDED:
                return f"{total}.pending"
        if whole and token.role is Role.ITEM and token.meaning.startswith(f"{total}."):
            return token.meaning
        if whole and total == RECEIVED and token.role is Role.APPLICANT:
            return token.meaning
        return ""

    # zeros

    def _zeros(self, position: int) -> Iterator[Claim]:
        """Yield the zeros of one negation: 未收到申请, 无行政复议、行政诉讼."""
        negation = self.tokens[position]
        end = next((place for place in range(negation.end, len(self.text)) if self.text[place] in _STOP), len(self.text))
        scope = []
        for each in self.tokens[position + 1 :]:
            if each.start >= end or each.role in (Role.QUANTITY, Role.FIGURE, Role.NEGATION):
                break
            scope.append(each)
        if self._is_past(position) and not any(each.role in (Role.CARRYING,) for each in scope):
            return
        last = self.tokens[position - 1] if position else None
        if last is not None and last.role is Role.NEGATION and negation.start - last.end < 3 and not (_STOP | {"、"}) & set(self.text[last.end : negation.start]):
            return
        roles = {each.role for each in scope}
        received = Role.RECEIVING in roles or any(each.meaning == RECEIVED and each.role is Role.STAGE for each in scope)
        for token in scope:
            for name in self._zero(token, negation, scope, end=end, received=received):
                self.context.listed.append(name)
                yield Claim(name, 0, negation.start, token.end)

    def _zero(self, token: Token, negation: Token, scope: list[Token], *, end: int, received: bool) -> list[str]:
        role = token.role
        if self.context.subject == ELSEWHERE and role in (Role.APPLICATION, Role.GROUP):
            self.context.subject = APPLICATIONS
        if role is Role.APPLICATION:
            others = {Role.STAGE, Role.GROUP, Role.ITEM, Role.CARRYING, Role.PROCEEDING} & {
                each.role for each in scope if each.start < token.start and each.meaning not in (RECEIVED, CONCLUDED)
            }
            near = token.start - negation.end <= 3
            return [RECEIVED] if (received or near) and not others else []
        if role is Role.PROCEEDING:
            return [token.meaning]
        if role is Role.GROUP:
            return [token.meaning]
        if role is Role.STAGE and token.meaning in (CARRIED_IN, CARRIED_OUT):
            return [token.meaning]
        if role is Role.CARRYING:
            return [name for name, _ in self._carried(token)] or self._carried_before(negation)
        if role is Role.MONEY:
            return [token.meaning] if self._known(token.meaning) else []
        if role is Role.DECISION and re.search("作出|实施|产生|发生|办理", self.text[negation.end : end]):
            return [f"disclosure.{token.meaning}.decisions"]
        if role is Role.DOCUMENT and any(each.role is Role.ACT for each in scope):
            name = f"disclosure.{token.meaning}.issued"
            return [name] if self._known(name) else []
        return []

    def _carried_before(self, negation: Token) -> list[str]:
        """Return what 无结转 denies where the year stands before it: 上年无结转."""
        before = self.text[max(0, negation.start - 6) : negation.start]
        return [CARRIED_IN] if re.search(r"上一?年度?(?:也|亦|均)?$|去年$", before) else []


def _scaled(value: Number, scale: Number) -> Number:
    result = value * scale
    return int(result) if result == int(result) else result
