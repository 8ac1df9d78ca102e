"""Fewer documents in force than were issued and not repealed in the year."""

from govxlsx.checking import Case, Facts, Rule, Severity, plain
from govxlsx.checking.relations import documents, row_fact

_COLUMNS = ("in_force", "issued", "repealed")


def _look(case: Case) -> Facts:
    for row, given in documents(case.report, *_COLUMNS):
        in_force, issued, repealed = given
        least = issued - repealed
        if in_force < least:
            words = {"least": plain(least), "repealed": plain(repealed), "issued": plain(issued)}
            yield row_fact(case, row, _COLUMNS, words, expected=least)


RULE = Rule(
    title="现行有效件数少于制发减废止",
    checks="现行有效件数不少于制发减废止",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附格式第二部分第二十条第（一）项：本年制发件数、本年废止件数、现行有效件数",
    message="“{row}”现行有效 {value} 件，少于本年制发 {issued} 件减去废止 {repealed} 件所余的 {least} 件。",
    fix="请核对 {cells}：本年制发而没有废止的，年末应当都是现行有效。修改旧文件也计入制发而没有计入废止的，在“情况说明”中写明。",
    why="现行有效件数是年末的存量，至少包括当年制发而没有废止的文件。制发 2 件、废止 0 件、现行有效 0 件，不可能同时成立，除非制发中含有对旧文件的修改。",
    bad="制发 2，废止 0，现行有效 0。",
    good="制发 2，废止 0，现行有效 9。",
    look=_look,
    needs=("disclosure.*.in_force", "disclosure.*.issued", "disclosure.*.repealed"),
)
