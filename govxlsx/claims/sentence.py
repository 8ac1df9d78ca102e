"""One sentence as terms and quantities: what a quantity stands at."""

from __future__ import annotations

import re

from govxlsx.claims.context import Context, Subject
from govxlsx.claims.model import Role, Token
from govxlsx.claims.vocabulary.applications import CARRIED_IN

_BEFORE = re.compile(
    r"(?:共计?|合计|总计|总共|累计|总数|总量|总额|总金额|金额|数量?|量|为|是|有|达到?|了|的|案件?|件数?|事项|情形|情况"
    r"|类|涉及|发生|产生|等|计|:|\"|\(|分别|本年度?|全年|今年|当年|当期|期|信息|申请|答复|方面|也|仅|只|已|另|办理|继续|公开"
    r"|结果|决定|处理|文件|收取|标准|作出|项目|收费|人民币|增/减|\([^()\d]*\))*"
)
"""What may stand between a term and the number behind it."""

_AFTER = re.compile(
    r"(?:的|已经?|均|都|全部|被|因|系|属于?|为|是|涉及?|作出|予以|给予|决定|按照?期|按时|按规定|按程序|依法|依规|依法依规|及时"
    r"|规范|当年|年内|年底前?|目前|在?(?:法定|规定)(?:时限|期限|时间)内|申请人?|案件|由|经|法院|人民法院|行政机关|本机关"
    r"|我[局委办县区市镇]|一审|二审|判决|裁定|原告|当事人|仍|尚|还|需|将|待|则|结果|答复|信息|政府信息公开|依申请公开"
    r"|与(?:政府)?信息公开(?:有关|相关)|因(?:国家|商业)|因政府信息公开(?:引发|引起|产生|工作)?|引发|引起|损害|保护|会|可能"
    r"|没有|由于|要求|告知|区分处理后?|处理|办理|提出|且|危及|其他|三类|四类|无正当理由|政府|行政|自愿|主动|自行|准予|准许"
    r"|申请后|确认或|索要|索取|提供|所申请的?|相关|了|获|判|同意|来自|获得|作|\")*"
)
"""What may stand between a number and the term behind it."""

_JOINT = re.compile(
    r"(?:[、和及与或以]|以及|的|均|也|案件|情形|因|被|而|等|提起|申请|作出|办理|属于?|涉及|行政|政府|产生|引起|引发|\()*"
)
"""What may stand between two terms that share one number."""

_BREAKS = frozenset((Role.QUANTITY, Role.FIGURE, Role.FOREIGN, Role.ASIDE, Role.NEGATION))
_SUBJECTS = frozenset(
    (Role.STAGE, Role.APPLICATION, Role.PROCEEDING, Role.GROUP, Role.ITEM, Role.RECEIVING)
)
_STOPS = re.compile(r"[;:()。!?！？\n]|(?<!\d),|,(?!\d{3})")
_CARRIED = re.compile(r"度?的?(?:末|底)?(?:未办结|遗留)?(?:结转|转入|遗留|转结)")
_INCLUDED = re.compile(r"(?:\(其中|\(含|,含|\()$")
_QUIET = frozenset(
    (
        Role.QUANTITY,
        Role.FIGURE,
        Role.GROUP,
        Role.ITEM,
        Role.OUTCOME,
        Role.UNDECIDED,
        Role.WHOLE,
        Role.NEGATION,
        Role.APPLICANT,
        Role.CARRYING,
        Role.ASIDE,
        Role.REST,
        Role.TOTAL,
    )
)
"""Terms that change neither the year nor the subject."""

_COMPARED = ("较", "比", "由", "从", "与", "至", "自", "到", "和", "、", "(")


class Sentence:
    """The folded text of a sentence, its terms in order, and the context it is read in."""

    def __init__(self, text: str, tokens: list[Token], context: Context) -> None:
        self.text, self.tokens, self.context = text, tokens, context
        self._other_year = False

    def stops(self, start: int, end: int) -> bool:
        """Tell whether a clause ends between two places."""
        return _STOPS.search(self.text, start, end) is not None

    def clause_end(self, start: int) -> int:
        """Return where the clause that holds a place ends."""
        found = _STOPS.search(self.text, start)
        return found.start() if found is not None else len(self.text)

    def clause_before(self, token: Token) -> list[Token]:
        """Return the terms of the same clause before a term, nearest first."""
        found = []
        for each in reversed(self.tokens):
            if each.start >= token.start:
                continue
            if self.stops(each.end, token.start) or each.role in (Role.QUANTITY, Role.FOREIGN):
                break
            found.append(each)
        return found

    def follow(self, position: int) -> None:
        """Take in what a token says of the year and the subject of what follows."""
        token = self.tokens[position]
        last = self.tokens[position - 1].end if position else 0
        if self.context.others and ";" in self.text[last : token.start]:
            self.context.turn()
        if token.role in _QUIET or self.of_cases(token):
            return
        if token.role is Role.YEAR:
            before = self.text[max(0, token.start - 1) : token.start]
            if before not in _COMPARED and not self._carries(token):
                self._other_year = token.value != self.context.year
        elif token.role in (Role.PRESENT, Role.REACHING):
            self._other_year = False
        elif token.role is Role.SINCE:
            self._other_year = True
        if not (token.role is Role.APPLICATION and self._of_others(position)):
            self.context.follow(self._foreign(token) or token)

    def of_cases(self, token: Token) -> bool:
        """Tell whether cases are what was carried in: 行政复议9件（含上年结转1件）."""
        inside = _INCLUDED.search(self.text, max(0, token.start - 3), token.start) is not None
        return (
            inside
            and token.role is Role.STAGE
            and token.meaning == CARRIED_IN
            and self.context.subject is Subject.PROCEEDINGS
        )

    def _foreign(self, token: Token) -> Token | None:
        """Return a bare 申请 of something else as what it is: 不动产登记申请."""
        if token.role is not Role.APPLICATION or token.meaning or self.bare(token):
            return None
        return Token(Role.FOREIGN, token.start, token.end, token.term)

    def bare(self, token: Token) -> bool:
        """Tell whether a bare 申请 stands alone: at the head of its clause, or behind a term."""
        before = self.text[: token.start]
        if not before or re.search(r"[,;:。的、(\n了共\"]$|有关$|各类$|提出$|\d$|[件份]$", before):
            return True
        return any(
            each.end == token.start and each.role not in (Role.FOREIGN, Role.ASIDE)
            for each in self.tokens
        )

    def _of_others(self, position: int) -> bool:
        """Tell whether 申请 is not the body's own: 各部门收到申请, 主动公开12件、依申请公开3件."""
        token = self.tokens[position]
        word = self.text[token.start : token.end]
        before = self.tokens[position - 2 : position] if position > 1 else []
        marked = word == "依申请公开" and bool(before) and before[0].role is Role.FOREIGN
        for each in reversed(self.tokens[:position]):
            if marked or self.stops(each.end, token.start) or each.role is Role.QUANTITY:
                break
            bound = each.meaning in ("elsewhere", "deciding") or not token.meaning
            if each.role is Role.FOREIGN and bound:
                return True
        return marked

    def _carries(self, year: Token) -> bool:
        return _CARRIED.match(self.text, year.end) is not None

    def is_past(self, position: int) -> bool:
        """Tell whether a quantity is another year's, or a difference."""
        token = self.tokens[position]
        for each in reversed(self.tokens[:position]):
            if self.stops(each.end, token.start) and self.text[each.end : token.start] != "(":
                break
            if each.role is Role.REACHING:
                return False
            if each.role is Role.PAST:
                return True
            if each.role is Role.YEAR and each.value != self.context.year:
                return not self._carries(each)
        return self._other_year

    def terms_before(self, position: int) -> list[Token]:
        """Return the terms that a quantity stands right behind, nearest first."""
        found: list[Token] = []
        right = self.tokens[position].start
        for token in reversed(self.tokens[:position]):
            between = self.text[token.end : right]
            if token.role in (Role.PRESENT, Role.WHOLE, Role.YEAR) and not found:
                if not _BEFORE.fullmatch(between):
                    break
                right = token.start
                continue
            if token.role in (Role.PAST, Role.REACHING) and not found:
                reached = self._reached(position)
                return [reached] if reached is not None else []
            if token.role in _BREAKS or not (_JOINT if found else _BEFORE).fullmatch(between):
                break
            found.append(token)
            right = token.start
        return found

    def _reached(self, position: int) -> Token | None:
        """Return the term that a comparison began with: 申请由上年的96件下降到71件."""
        for token in reversed(self.tokens[:position]):
            if token.role in _SUBJECTS:
                return token
        return None

    def term_after(self, position: int) -> Token | None:
        """Return the term that a quantity stands right before: 3件转入下年."""
        left = self.tokens[position].end
        for token in self.tokens[position + 1 :]:
            if not _AFTER.fullmatch(self.text[left : token.start]):
                return None
            if token.role in (Role.WHOLE, Role.PRESENT) or token.meaning == "authority":
                left = token.end
                continue
            return None if token.role in _BREAKS or token.role is Role.YEAR else token
        return None

    def joined_before(self, token: Token) -> list[Token]:
        """Return the terms listed right before a token, nearest first: 行政复议、诉讼无."""
        found: list[Token] = []
        right = token.start
        for each in reversed(self.tokens):
            if each.end > right:
                continue
            gap = _JOINT if found else _BEFORE
            if each.role in _BREAKS or not gap.fullmatch(self.text[each.end : right]):
                break
            right = each.start
            if each.role is not Role.WHOLE:
                found.append(each)
        return found
