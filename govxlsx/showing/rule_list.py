"""The catalogue of checks as text and as JSON."""

from govxlsx.checking import catalogue
from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.checking.rule import Rule
from govxlsx.patterns import regex
from govxlsx.showing import as_json
from govxlsx.showing.screen import Screen

_KEYS = ("code", "severity", "title", "basis", "editions", "message", "fix")
_PLACEHOLDER = regex(r"\{[^}]*\}")


def tell_rules(page: Screen) -> None:
    """Print the rules, one a line."""
    for each in catalogue.rules():
        page.line(f"{each.code}  {SEVERITY_WORDS[each.severity]}  {each.title}")
    count = len(catalogue.codes())
    page.line(f"共 {count} 项。用 govxlsx explain 编码 查看其中一项的依据、例子和改法。")


def tell_rule(page: Screen, rule: Rule) -> None:
    """Print one rule with its basis, an example and the mend."""
    page.line(f"{rule.code} {rule.title}（{SEVERITY_WORDS[rule.severity]}）", "bold")
    for label, text in (
        ("依据", rule.basis),
        ("为什么", rule.why),
        ("错的例子", rule.bad),
        ("对的例子", rule.good),
        ("提示的话", rule.message),
        ("怎么改", rule.fix),
    ):
        page.line(f"{label}：{_PLACEHOLDER.sub('…', text)}", indent=2)


def json_of_rules() -> str:
    """Return the catalogue as JSON, as the contract has it."""
    return as_json.dumps([{key: getattr(each, key) for key in _KEYS} for each in catalogue.rules()])
