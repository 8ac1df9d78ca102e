"""Documents issued and repealed in the year, and none in force at its end."""

from govxlsx.checking import Case, Facts, Rule, Severity, plain
from govxlsx.checking.relations import documents, row_fact

_COLUMNS = ("in_force", "issued", "repealed")


def _look(case: Case) -> Facts:
    for row, given in documents(case.report, *_COLUMNS):
        in_force, issued, repealed = given
        if issued > 0 and in_force == 0 and repealed >= issued:  # with fewer repealed it is L401
            words = {"issued": plain(issued), "repealed": plain(repealed)}
            yield row_fact(case, row, _COLUMNS, words)


RULE = Rule(
    title="有制发而没有现行有效",
    checks="有制发的都有现行有效",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附格式第二部分第二十条第（一）项：本年制发件数、本年废止件数、现行有效件数",
    message="“{row}”本年制发 {issued} 件、废止 {repealed} 件，现行有效却是 {value}。",
    fix="请核对 {cells}：当年制发的文件一般不会当年全部废止，现行有效多半漏填了。确实一件不剩的，在“情况说明”中写明。",
    why="废止的通常是往年的文件，当年制发的年末仍然有效，现行有效件数不会是 0。",
    bad="制发 2，废止 3，现行有效 0。",
    good="制发 2，废止 3，现行有效 9。",
    look=_look,
    needs=("disclosure.*.in_force", "disclosure.*.issued", "disclosure.*.repealed"),
)
