"""Record the labels of every template that is handed out, by its stamp, or check the editions.

A workbook that bears them must stay readable, so an edition whose labels change gets a new
revision and keeps the old wording as an alias. What is recorded is never changed.

python tools/make_labels.py            records the labels of new stamps
python tools/make_labels.py --check    exits 1 and says what is wrong with an edition's labels
"""

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.editions.tables import Block, Node
from govxlsx.text import label_key

RECORD = Path(__file__).resolve().parent.parent / "tests/data/labels.json"

Labels = dict[str, Any]


def recorded() -> dict[str, Labels]:
    """Return the labels of each stamp that was handed out."""
    found: dict[str, Labels] = json.loads(RECORD.read_text(encoding="utf-8"))
    return found


def labels(edition: Edition) -> Labels:
    """Return what an edition's template says: titles, and the labels that lead to each figure."""
    blocks = (block for table in edition.tables for block in table.blocks)
    return {
        "parts": {part.key: part.title for part in edition.parts},
        "blocks": [
            {
                "title": block.title,
                "rows": {key: _texts(path) for key, path in block.row_paths.items()},
                "columns": {key: _texts(path) for key, path in block.column_paths.items()},
            }
            for block in blocks
        ],
    }


def faults(edition: Edition, record: Mapping[str, Labels]) -> Iterator[str]:
    """Yield what is wrong with an edition's labels, as the record shows it."""
    now = labels(edition)
    if edition.stamp in record and record[edition.stamp] != now:
        yield (
            f"edition {edition.id}: labels changed, the revision did not: keep each old wording "
            f"as an alias and set revision={edition.revision + 1}"
        )
        return
    if edition.stamp not in record:
        yield f"edition {edition.stamp} is not recorded: run python tools/make_labels.py"
    for stamp in (f"{edition.id}.{revision}" for revision in range(1, edition.revision)):
        if stamp not in record:
            yield f"edition {edition.id}: template {stamp} was never made: begin with revision=1"
            continue
        for lost in _lost(edition, record[stamp]):
            yield f"edition {edition.id}: “{lost}” of template {stamp} needs an alias"


def _texts(path: tuple[Node, ...]) -> list[str]:
    return [node.label for node in path]


def _lost(edition: Edition, old: Labels) -> Iterator[str]:
    """Yield the old labels that the edition no longer finds."""
    parts = {part.key: part for part in edition.parts}
    for key, title in old["parts"].items():
        if not _known(title, parts[key].title, parts[key]):
            yield title
    blocks = (block for table in edition.tables for block in table.blocks)
    for block, before in zip(blocks, old["blocks"], strict=True):
        if not _known(before["title"], block.title, block):
            yield before["title"]
        given = chain(block.row_paths.items(), block.column_paths.items())
        for key, path in given:
            told = (before["rows"] | before["columns"])[key]
            yield from (
                text
                for text, node in zip(told, path, strict=True)
                if not _known(text, node.label, node)
            )


def _known(text: str, label: str, given: Part | Block | Node) -> bool:
    return label_key(text) in map(label_key, (label, *given.aliases))


def main(arguments: list[str]) -> int:
    """Record or check the labels; return the exit status."""
    record = recorded()
    if arguments == ["--check"]:
        found = [fault for edition in editions() for fault in faults(edition, record)]
        for fault in found:
            print(fault)
        return 1 if found else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    record = {each.stamp: labels(each) for each in editions()} | record
    text = json.dumps(record, ensure_ascii=False, indent=1)
    RECORD.write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
