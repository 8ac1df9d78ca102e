"""Damage to a page at random, but for what its figures say."""

import random
from collections.abc import Callable

from published.replicas import Cell, Page, Row, every_row

Blow = Callable[[Page, Row, int, random.Random], None]


def _lose(page: Page, row: Row, at: int, chance: random.Random) -> None:
    del row[at]


def _add(page: Page, row: Row, at: int, chance: random.Random) -> None:
    row.insert(at, Cell(chance.choice(("", "7"))))


def _widen(page: Page, row: Row, at: int, chance: random.Random) -> None:
    row[at].columns = max(1, row[at].columns + chance.choice((-1, 1, 2)))


def _deepen(page: Page, row: Row, at: int, chance: random.Random) -> None:
    row[at].rows = max(1, row[at].rows + chance.choice((-1, 1, 2)))


def _lose_row(page: Page, row: Row, at: int, chance: random.Random) -> None:
    row.clear()


def _repeat_row(page: Page, row: Row, at: int, chance: random.Random) -> None:
    for pieces in page.tables.values():
        for piece in pieces:
            places = [number for number, each in enumerate(piece) if each is row]
            for number in places:
                piece.insert(number, [Cell(each.text, each.rows, each.columns) for each in row])


def _cut_label(page: Page, row: Row, at: int, chance: random.Random) -> None:
    if not row[at].field and len(row[at].text) > 2:
        row[at].text = row[at].text[: len(row[at].text) // 2]


def _lose_sign(page: Page, row: Row, at: int, chance: random.Random) -> None:
    text = row[at].text
    if not row[at].field and len(text) > 3:
        lost = chance.randrange(len(text))
        row[at].text = text[:lost] + text[lost + 1 :]


def _swap(page: Page, row: Row, at: int, chance: random.Random) -> None:
    if at + 1 < len(row) and not row[at].field:
        row[at], row[at + 1] = row[at + 1], row[at]


def _join(page: Page, row: Row, at: int, chance: random.Random) -> None:
    if at + 1 < len(row):
        right = row.pop(at + 1)
        row[at].text += right.text
        row[at].columns += right.columns


def _empty(page: Page, row: Row, at: int, chance: random.Random) -> None:
    row[at].text = ""


def _swap_labels(page: Page, row: Row, at: int, chance: random.Random) -> None:
    other = chance.choice([each for each in every_row(page) if each])
    cell = chance.choice(other)
    if not cell.field and not row[at].field:
        cell.text, row[at].text = row[at].text, cell.text


def _join_rows(page: Page, row: Row, at: int, chance: random.Random) -> None:
    other = chance.choice([each for each in every_row(page) if each])
    if other is not row:
        row.extend(other)
        other.clear()


def _lose_header(page: Page, row: Row, at: int, chance: random.Random) -> None:
    for pieces in page.tables.values():
        del pieces[0][0]


def _lose_spans(page: Page, row: Row, at: int, chance: random.Random) -> None:
    for each in every_row(page):
        for cell in each:
            cell.rows = 1 if chance.random() < 0.5 else cell.rows


BLOWS: tuple[Blow, ...] = (
    *(_lose, _add, _widen, _deepen, _lose_row, _repeat_row, _cut_label, _lose_sign),
    *(_swap, _join, _empty, _swap_labels, _join_rows, _lose_header, _lose_spans),
)


def damage(page: Page, chance: random.Random) -> None:
    """Damage a page in one place."""
    row = chance.choice([each for each in every_row(page) if each])
    chance.choice(BLOWS)(page, row, chance.randrange(len(row)), chance)
