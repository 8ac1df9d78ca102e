from reports import APPLICATIONS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_filled_tables(edition: str) -> None:
    silent(checked(balanced(edition)), "V201")


@both
def test_caught_once_for_a_block(edition: str) -> None:
    blank = dict.fromkeys(("F12", "G12", "H12", "F13", "G13", "H13"))
    outcome = checked(balanced(edition), put(APPLICATIONS, **blank))
    finding = caught(outcome, "V201", "F12", APPLICATIONS)
    assert finding.cells == tuple(blank)
    assert finding.fields[-1] == (
        "applications.denied.third_party_rights.legal_service_organization"
    )


@both
def test_caught_once_for_a_table(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, D8=None, I20=None, H20=None))
    finding = caught(outcome, "V201", "D8", APPLICATIONS)
    assert finding.cells == ("D8", "H20", "I20")
    assert "D8、H20:I20 共 3 格是空白" in finding.message


@both
def test_caught_in_each_table(edition: str) -> None:
    data = balanced(edition, figures={"proceedings.reconsideration.upheld": None})
    outcome = checked(data, put(APPLICATIONS, D8=None))
    assert [each.cell for each in outcome.findings if each.code == "V201"] == ["D8", "A6"]


@both
def test_a_cell_of_white_space_is_blank(edition: str) -> None:
    caught(checked(balanced(edition), put(APPLICATIONS, E20=" \u3000")), "V201", "E20")
