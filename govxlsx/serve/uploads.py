"""What a clerk sends with a form: a workbook, perhaps last year's report, and short words."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path, PurePosixPath

import anyio.to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from govxlsx.desk.naming import safe_name
from govxlsx.serve.jobs import FILE, LAST
from govxlsx.serve.pages.problem import RefusedError

_FILES, _FIELDS, _WORDS = 2, 4, 1 << 10
_BY_OFFICE = frozenset({".doc", ".wps", ".rtf"})
"""What only LibreOffice reads, which is not started for strangers."""


@asynccontextmanager
async def form(request: Request) -> AsyncIterator[FormData]:
    """Read a form; its files are gone at the end. Raises RefusedError."""
    kind = request.headers.get("content-type", "").lower()
    if not kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        raise RefusedError("送来的不是这个页面的表单。请回到检查页，重新选择文件。")
    try:
        held = await request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=_WORDS)
    except HTTPException as error:
        raise RefusedError(
            "文件没有传完整，或者不是这个页面的表单。请重新选择文件再试。"
        ) from error
    try:
        yield held
    finally:
        await held.close()


def words(form: FormData, name: str) -> str:
    """Return what was typed in a field."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


async def saved(form: FormData, folder: Path, again: Path | None, last: str) -> tuple[str, str]:
    """Put the files of a form into a result's folder; return the names of both, "" for none.

    ``again`` is the folder of the result before it, whose report of last year, ``last``, is taken
    where none was sent. Raises RefusedError.
    """
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        raise RefusedError("没有选择文件。请先选择填好的工作簿（.xlsx），再点“检查”。")
    name = safe(file.filename)
    await anyio.to_thread.run_sync(_write, file, folder / FILE / name)
    before = form.get("last")
    if isinstance(before, UploadFile) and before.filename:
        named = safe(before.filename)
        if Path(named).suffix.lower() in _BY_OFFICE:
            raise RefusedError(
                f"上年报告“{named}”是 .doc、.wps 或 .rtf，这个页面不读。"
                "请另存为 .docx 或 PDF，或者换成上年的工作簿，再试一次。"
            )
        await anyio.to_thread.run_sync(_write, before, folder / LAST / named)
        return name, named
    if again is not None and last:
        await anyio.to_thread.run_sync(shutil.copyfile, again / LAST / last, folder / LAST / last)
        return name, last
    return name, ""


def safe(given: str) -> str:
    """Return the last part of a file's name, fit for every system; ``~$`` stays, it tells a lot."""
    path = PurePosixPath(given.replace("\\", "/"))
    start = "~$" if path.name.startswith("~$") else ""
    stem = safe_name(path.stem, 150) if path.stem else "_"
    suffix = "".join(each for each in path.suffix.lower() if each.isalnum() or each == ".")[:8]
    return f"{start}{stem}{suffix}"


def _write(file: UploadFile, path: Path) -> None:
    with path.open("xb") as stream:
        shutil.copyfileobj(file.file, stream)
