"""The one writer of the archive in this process: one filing after the other, each in safety.

What a filing does is what ``archive`` does; the receipt is entered in the same transaction.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path

from govxlsx.desk.archive.filing import Archive, Deposit, Filed
from govxlsx.desk.archive.receipts import Filing, Receipt, Receipts
from govxlsx.desk.archive.refusal import ArchiveError
from govxlsx.errors import GovxlsxError

PATIENCE = 20.0
"""For how many seconds another program that writes is waited for."""


class Writer:
    """Writes into an archive. Close it at the end: what is under way is brought to its end."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder, self._clock = folder, clock
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")

    def begin(self) -> None:
        """Make the archive where there is none, undo what a killed run left.

        Raises ArchiveError, OutputError.
        """
        self._thread.submit(self._open).result()

    async def file(self, deposit: Deposit, filing: Filing) -> Receipt:
        """File an accepted submission; the receipt is given once everything is on the disk.

        The same workbook by the same code again gets the receipt that it had. Raises ArchiveError,
        OutputError.
        """
        work = partial(self._filed, deposit, filing)
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def close(self) -> None:
        """Wait for the last filing."""
        self._thread.shutdown(wait=True)

    def _open(self) -> None:
        with Archive.open(self._folder, patience=PATIENCE):
            pass

    def _filed(self, deposit: Deposit, filing: Filing) -> Receipt:
        safe: list[Receipt] = []
        try:
            with Archive.open(self._folder, patience=PATIENCE) as archive:
                safe.append(self._entered(archive, deposit, filing))
        except GovxlsxError:
            if not safe:
                raise  # else only the manifest could not be written: the next filing writes it
        return safe[0]

    def _entered(self, archive: Archive, deposit: Deposit, filing: Filing) -> Receipt:
        now = self._clock()
        receipts = Receipts(archive.register)

        def enter(filed: list[Filed]) -> None:
            submission = filed[0].submission
            if submission is None or not submission.accepted or filed[0].problem is not None:
                raise ArchiveError(filed[0].problem or "没有报送成：登记簿没有接收这一份。请再试。")
            if receipts.of(submission.sha256, filing.code) is None:
                receipts.record(submission, filing, now)

        archive.file([deposit], now, [None], enter)
        receipt = receipts.of(deposit.entry.sha256, filing.code)
        assert receipt is not None, "it was entered in the transaction that is over"
        return receipt
