from reports import ADDED, OVERVIEW, YEAR, both, caught, silent, told


@both
def test_silent(edition: str) -> None:
    silent(told(edition, overview="自2019年以来，公开政府信息900条；今年共公开3条。"), "N705")


@both
def test_caught(edition: str) -> None:
    outcome = told(edition, overview="今年以来，公开政府信息200条。")
    finding = caught(outcome, "N705", ADDED["overview"], OVERVIEW)
    assert finding.found == "今年以来"
    assert f"改为“{YEAR[edition]}年”" in finding.fix


@both
def test_one_finding_for_all_places(edition: str) -> None:
    outcome = told(edition, overview="今年以来，公开信息2条。", problems="今年以来，问题已整改。")
    finding = caught(outcome, "N705", ADDED["overview"], OVERVIEW)
    assert "共 2 处" in finding.message
