"""The catalogue as a whole: order, uniqueness, and a test file for every rule."""

import string
from pathlib import Path

import pytest
from reports import balanced, both, checked

import govxlsx.rules
from govxlsx.checking.catalogue import checks, rules
from govxlsx.checking.rule import Rule, refused

HERE = Path(__file__).parent
MODULES = Path(govxlsx.rules.__file__).parent


def test_every_rule_file_is_in_the_catalogue_under_a_code_of_its_own() -> None:
    files = [path.name[:4].upper() for path in MODULES.glob("*/[a-z][0-9][0-9][0-9]_*.py")]
    assert sorted(files) == sorted(rule.code for rule in rules())


def test_rules_come_by_family_and_number_and_those_of_import_last() -> None:
    families = dict.fromkeys(rule.code[:2] for rule in rules())
    assert " ".join(families) == "W1 V2 S3 L4 Y5 T6 N7 P8 B9 I1"
    numbers = [rule.code[1:] for rule in checks()]
    assert numbers == sorted(numbers)


def test_every_rule_that_looks_at_a_report_has_its_test() -> None:
    looking = {rule.code.lower() for rule in checks() if rule.look is not refused}
    modules = {path.stem for path in MODULES.glob("*/*.py") if path.stem[:4] in looking}
    assert {path.stem.removeprefix("test_") for path in HERE.glob("test_*.py")} >= modules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_has_all_of_its_words(rule: Rule) -> None:
    words = (rule.title, rule.basis, rule.message, rule.fix, rule.why, rule.bad, rule.good)
    assert all(words)
    assert all(
        name != "" for text in words[2:4] for _, name, _, _ in string.Formatter().parse(text)
    )


@both
def test_a_report_without_fault_breaks_no_rule(edition: str) -> None:
    outcome = checked(balanced(edition))
    assert outcome.findings == ()
    assert outcome.status == "ok"
    assert {*outcome.rules.passed, *outcome.rules.not_run} == {rule.code for rule in checks()}
