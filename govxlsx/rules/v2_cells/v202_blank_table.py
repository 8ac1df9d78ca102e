"""A whole table left blank."""

from govxlsx.checking import Case, Fact, Facts, Rule, Severity
from govxlsx.checking.blank_tables import blank_tables
from govxlsx.checking.prose import is_doubtful


def _look(case: Case) -> Facts:
    for table_id, fields in blank_tables(case).items():
        part = case.edition.part_of_table(table_id)
        places = [at for each in fields if (at := case.report.figures[each].at) is not None]
        if places and not is_doubtful(case, part.sheet):
            yield Fact(
                places[0].sheet,
                places[0].cell,
                cells=tuple(at.cell for at in places),
                fields=fields,
                words={"title": part.title},
            )


RULE = Rule(
    title="整张表空白",
    checks="每张表都填了",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第五十条第一款第（一）至（三）项",
    message="“{title}”整张表都是空白。",
    fix="请填写这张表；没有发生的填 0。",
    why="三张表是年度报告的必备内容；整张空白不能当作全部是 0。",
    bad="部门没有收到申请，第三部分一个数也不填。",
    good="没有收到申请，第三部分各格填 0。",
    look=_look,
)
