"""全部办结, while the table carries applications out to the next year."""

from dataclasses import replace

from govxlsx.checking import Case, Facts, Rule, Severity, plain, regex
from govxlsx.checking.prose import matches
from govxlsx.checking.repeated import folding
from govxlsx.checking.told import BASIS, cells, held

_GAP = r"[^，,。；;、（(\d\n]{0,14}?"
_ALL = regex(
    "[均全都件所已](?:"
    "(?:(?<=均)已?|(?<=全)部|(?<=都)已?|(?<=件)件|(?<=所)有申请(?:均|都)?已?)(?:经)?"
    f"{_GAP}(?:办结|办理完[毕成结]|答复完[毕成结]|处理完[毕成结])"
    f"|(?:(?<=[均都])已|(?<=已)(?:经)?全部){_GAP}(?:答复|办复|回复)(?![率书函]))",
    needs=("结", "完", "复"),
)
"""均, 全部, 都, 件件, 所有申请, 已全部 with what was done. The first character is tested by a set, for
which a text is searched fastest."""

_SENTENCE_ENDS = regex("[。；;！\n]")
_ABOUT = regex("申请|依申请公开")
_NOT = regex(
    "上年|上一年|去年|结转|复议|诉讼|留言|信访|提案|建议|工单|咨询|热线|信箱|来信|转下|下年|转办|交办|督办|季度|半年|除|其余|剩余|余下"
)
_OF_DONE = regex(
    r"(?:办结|答复|办复|回复|办理完毕)[^，,。；;]{0,16}\d\s*[件条份](?:[（(][^（）()]*[)）])?[，,]?$"
)
"""Behind what was done, 均 is of that alone: 办结39件，均已按时答复."""

_CARRIED_OUT = "applications.carried_out"


def _look(case: Case) -> Facts:
    if not _ALL.search(case.prose):
        return
    table = held(case, _CARRIED_OUT)
    told = [each for each in case.claims if each[1].field == _CARRIED_OUT and each[1].value > 0]
    if table is not None and table.value > 0:
        value, places, fields = table.value, cells(case, table), table.fields
        rest = f"“三、依申请公开”表“四、结转下年度继续办理”的总计是 {plain(value)}（{places[0]}）"
    elif told:
        passage, claim = told[0]
        value, places, fields = claim.value, (), ()
        rest = f"文中又写“{passage.text[claim.start : claim.end]}”"
    else:
        return
    for passage, found in matches(case, _ALL):
        said = found.group()
        if _OF_DONE.search(passage.text, max(0, found.start() - 60), found.start()):
            continue
        if not _ABOUT.search(said):
            said = _subject(passage.text, found.start()) + said
        if _ABOUT.search(said) and not _NOT.search(said):
            yield replace(
                passage.fact(*found.span(), rest=rest),
                field=f"{_CARRIED_OUT}.total",
                cells=places,
                fields=fields,
                expected=value,
            )


def _subject(text: str, end: int) -> str:
    """Return what the sentence says before a place, the last 60 characters of it."""
    before = text[max(0, end - 60) : end]
    return _SENTENCE_ENDS.split(before)[-1]


RULE = Rule(
    title="写全部办结而有结转下年的",
    checks="写“全部办结”的，没有结转下年的",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中写“{quote}”，而{rest}{times}。",
    fix="请核对：有结转的，把 {where} 改成“办结多少件、结转多少件”；没有结转的，改正“三、依申请公开”的“四”；说的不是一回事的，在“情况说明”中写明。",
    why="结转下年度的申请还没有办结。",
    bad="“所有申请均已办结”，表中结转下年度 2 件。",
    good="“办结 39 件，结转下年度 2 件”。",
    look=folding(_look),
)
