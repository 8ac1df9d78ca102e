"""均为自然人, while the table counts applications of organisations."""

from dataclasses import replace

from govxlsx.checking import Case, Facts, Rule, Severity, plain, regex
from govxlsx.checking.repeated import folding
from govxlsx.checking.told import BASIS, cells, held

_ALL = regex(
    "(?:均|全部|都|皆|全)(?:为|是|系|由|属于?|来自于?)"
    "(?:自然人|公民个人|公民(?![、，和与及或])|个人(?![、，和与及或隐信所]))(?![、和与及或]法人)",
    needs=("自然人", "公民", "个人"),
)
_ORGANIZATIONS = "applications.received.organizations"


def _look(case: Case) -> Facts:
    if not _ALL.search(case.prose):
        return
    table = held(case, _ORGANIZATIONS)
    if table is None or not table.value:
        return
    places = cells(case, table)
    claimed = {
        passage: claim.end
        for passage, claim in case.claims
        if claim.field == "applications.received.natural_person"
    }
    for passage in case.passages:
        found = _ALL.search(passage.text)
        if found is not None and claimed.get(passage, 0) < found.start():
            yield replace(
                passage.fact(*found.span(), value=plain(table.value), first=places[0]),
                field=_ORGANIZATIONS,
                cells=places,
                fields=table.fields,
                expected=table.value,
            )


RULE = Rule(
    title="写均为自然人而表中有法人",
    checks="写“均为自然人”的，表中没有法人",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中写“{quote}”，而“三、依申请公开”第一项中法人或其他组织五列合计 {value} 件（{first} 起）{times}。",
    fix="请核对后改正 {where} 的文字，或改正“三、依申请公开”第一项各列。",
    why="“均”字说的是全部，表中有一件法人的申请，这句话就不对。",
    bad="“申请人均为自然人”，表中商业企业 2 件。",
    good="“自然人 10 件，商业企业 2 件”。",
    look=folding(_look),
)
