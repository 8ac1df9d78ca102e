"""The page in a real browser under axe-core: no violation, on a wide screen and on a phone."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import needs
import pytest
from browsing import AXE
from page_results import UNUSABLE, everything, result

from govxlsx.checking.examination import Result
from govxlsx.showing import page

RUN = """
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete']}).then(done => {
  const told = document.createElement('pre');
  told.id = 'axe-result';
  told.textContent = JSON.stringify({
    passes: done.passes.length,
    violations: done.violations.map(each => [each.id, each.nodes.map(node => node.html)]),
    incomplete: done.incomplete.map(each => each.id),
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  });
  document.body.append(told);
});
"""


def audited(results: list[Result], width: int, folder: Path) -> dict[str, Any]:
    """Return what axe says of a page; the page's own policy would keep axe from running."""
    text = page.render(results, ["说明.txt"])
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    script = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    text = text.replace("</body>", f"<script>{script}</script><script>{RUN}</script></body>")
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    command = [
        needs.program("chromium"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},2000",
        "--virtual-time-budget=120000",
        "--dump-dom",
        file.as_uri(),
    ]
    run = subprocess.run(command, capture_output=True, timeout=300, check=True)
    found = re.search(r'<pre id="axe-result">(.*?)</pre>', run.stdout.decode(), re.DOTALL)
    assert found is not None, "axe gave no result"
    told: dict[str, Any] = json.loads(unescape(found[1]))
    return told


@pytest.mark.parametrize("width", [1200, 500])
def test_no_violation(width: int, tmp_path: Path) -> None:
    told = audited(everything(), width, tmp_path)
    assert told["passes"] > 20
    assert told["violations"] == []
    # axe leaves single digits and marks undecided; test_page measures the style's own contrasts
    assert set(told["incomplete"]) <= {"color-contrast"}
    assert told["wider"] <= 0, "the page scrolls sideways"


def test_no_violation_on_small_pages(tmp_path: Path) -> None:
    for number, results in enumerate(([], [UNUSABLE], [result("2021-suqian-city")])):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert audited(results, 1200, folder)["violations"] == []
