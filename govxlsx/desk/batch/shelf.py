"""Gives documents their names, in the order of intake: no two the same, whoever comes first."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from govxlsx.desk import naming
from govxlsx.desk.batch.documents import Documents, WantedDocument
from govxlsx.desk.batch.orders import Order
from govxlsx.errors import OutputError
from govxlsx.output import put_in_place, remove, sweep, sync_folder


class Shelf:
    """Where documents of a batch get their places.

    The first to want a name gets it at once. When a second one wants it, the first is renamed, and
    each has its source's name added: so a kill at any moment leaves whole documents, and what is
    there in the end does not depend on who was faster. By the file's position in the intake,
    ``placed`` tells where its document is, ``kept`` which ones were there already, ``failed`` why
    there is none.
    """

    def __init__(self, files: Sequence[str], options: Documents) -> None:
        self.files, self.options = files, options
        self.placed: dict[int, str] = {}
        self.kept: set[int] = set()
        self.failed: dict[int, str] = {}
        self._later: list[tuple[int, WantedDocument]] = []
        self._holders: dict[str, int | None] = {}
        self._taken: set[str] = set()

    def receive(self, number: int, wanted: WantedDocument) -> None:
        """Take in the document of a file, files in the order of intake."""
        if wanted.failed:
            self.failed[number] = wanted.failed
        elif wanted.there:
            self._keep(number, wanted)
        elif wanted.aside:
            self._place(number, wanted)
        else:
            self._later.append((number, wanted))

    def settle(self, stopped: Callable[[int], bool]) -> list[Order]:
        """Name what was put off, now that all names are known; return what is to be made.

        ``stopped`` tells whether comparing the reports has stopped a file's document.
        """
        named = [
            (
                number,
                replace(wanted, plain=wanted.as_draft, draft=True) if stopped(number) else wanted,
            )
            for number, wanted in self._later
            if self.options.draft or not stopped(number)
        ]
        for number, wanted in named:
            self._claim(wanted.plain, number)
        orders = []
        for number, wanted in named:
            sole = self._holders[wanted.plain.casefold()] == number
            if sole and wanted.refused:
                self.failed[number] = wanted.refused
                continue
            place = wanted.plain if sole else self._own(wanted.plain, number)
            orders.append(
                Order(
                    number,
                    self.files[number],
                    wanted.sha256,
                    place,
                    wanted.draft,
                    self.options.force,
                )
            )
        self._later.clear()
        return orders

    def built(self, order: Order, failure: str) -> None:
        """Note how an order went; ``failure`` is "" where the document is in its place."""
        if failure:
            self.failed[order.number] = failure
        else:
            self._put(order.number, order.place)

    def secure(self) -> None:
        """Have the documents' names outlast a power cut, where folders can be synced."""
        with suppress(OutputError):
            for folder in {Path(each).parent for each in self.placed.values()}:
                sync_folder(folder)

    def sweep(self, numbers: range) -> None:
        """Remove what still lies aside of these files, and what dead workers left beside it."""
        for folder in {self.options.place(self.files[number]) for number in numbers}:
            sweep(folder)
            for each in self.options.left(folder, numbers):
                remove(each)

    def _keep(self, number: int, wanted: WantedDocument) -> None:
        free = [each for each in wanted.there if each.casefold() not in self._taken]
        if not free:
            self._later.append((number, wanted))
            return
        self._put(number, free[0])
        self.kept.add(number)
        if not self._claim(wanted.plain, number) and free[0].casefold() == wanted.plain.casefold():
            self._rename(number, free[0])

    def _place(self, number: int, wanted: WantedDocument) -> None:
        sole = self._claim(wanted.plain, number) and wanted.plain.casefold() not in self._taken
        place = wanted.plain if sole else self._own(wanted.plain, number)
        try:
            put_in_place(Path(wanted.aside), Path(place), force=self.options.force)
        except OutputError as error:
            self.failed[number] = str(error)
            remove(Path(wanted.aside))
        else:
            self._put(number, place)

    def _claim(self, plain: str, number: int) -> bool:
        """Tell whether a name is the file's alone so far; if not, the first one loses it too."""
        key = plain.casefold()
        if key not in self._holders:
            self._holders[key] = number
            return True
        first = self._holders[key]
        if first is not None:
            self._holders[key] = None
            place = self.placed.get(first)
            if place is not None and place.casefold() == key:
                self._rename(first, place)
        return False

    def _rename(self, number: int, place: str) -> None:
        """Give a document that has its plain name the one with its source."""
        new = self._own(place, number)
        try:
            put_in_place(Path(place), Path(new), force=self.options.force)
        except OutputError as error:
            if number in self.kept:
                return
            self.failed[number] = str(error)
            del self.placed[number]
            with suppress(OSError):
                os.unlink(place)  # noqa: PTH108 - made by this run, and not wanted here
        else:
            self.placed[number] = new
        self._taken.discard(place.casefold())

    def _own(self, plain: str, number: int) -> str:
        """Return a name with the source's, and mark it as taken."""
        source = Path(self.files[number])
        return naming.unused(
            self._taken, lambda count: str(naming.with_source(Path(plain), source, count))
        )

    def _put(self, number: int, place: str) -> None:
        self.placed[number] = place
        self._taken.add(place.casefold())
