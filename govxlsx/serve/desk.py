"""What the operator asks for: who has submitted, a body's history and files, letters, a summary."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar
from urllib.parse import quote

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from govxlsx.desk.archive.correspondence import Correspondence, Received
from govxlsx.desk.archive.current import is_changed, submissions
from govxlsx.desk.archive.entry import PAGE, Submission
from govxlsx.desk.archive.filing import now
from govxlsx.desk.archive.register import Register
from govxlsx.desk.naming import TYPES
from govxlsx.desk.status import Status, as_csv
from govxlsx.serve import desk_jobs, service
from govxlsx.serve.desk_jobs import View
from govxlsx.serve.pages import body as body_page
from govxlsx.serve.pages import desk as desk_page
from govxlsx.serve.pages import problem, shell
from govxlsx.serve.pages.problem import RefusedError
from govxlsx.showing.page.markup import Child

T = TypeVar("T")

_YEARS = range(2008, 2100)
_LARGEST = 2**63 - 1
"""The largest number that SQLite knows."""

_SPOILT = (
    "归档里的这个文件不在了，或者归档以后被改动过，没有发送。请从备份恢复，用 govxlsx verify 核对。"
)

_STORED_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
"""What a stored page of a check may do: nothing but show itself."""


async def start(request: Request) -> Response:
    """Show who of the roster has submitted."""
    view = _view(request)
    held = service.of(request)
    roster = held.settings.roster
    status, mails = await _read(lambda: (desk_jobs.status(view), _unclear(view)))
    seen = await _read(lambda: submissions(view.folder, view.year)) if roster is None else ()
    fault = roster.problem if roster is not None else ""
    content = desk_page.content(view, status, seen, mails, held.patience.counts, fault)
    return _page(request, f"{view.year} 年度报送情况", *content)


async def status_csv(request: Request) -> Response:
    """Send the status as CSV."""
    view = _view(request)
    status: Status = await _read(lambda: desk_jobs.status(view))
    name = f"{view.year}年度报送情况.csv"
    return _file(as_csv.render(status).encode(), name, "text/csv; charset=utf-8")


async def body(request: Request) -> Response:
    """Show a body: how it stands, what it submitted, what was wrong."""
    view = _view(request)
    name = request.query_params.get("name", "")
    status = await _read(lambda: desk_jobs.status(view))
    found = next((each for each in status.standings if each.body.name == name), None)
    if found is None:
        raise RefusedError(problem.GONE)
    parts = await _read(lambda: tuple(body_page.content(found, view.folder)))
    return _page(request, f"{name}：{view.year} 年度", *parts)


async def submission(request: Request) -> Response:
    """Show one submission."""
    found = await _submission(request)
    title = f"第 {found.id} 号报送"
    return _page(request, title, *body_page.submission(found, alone=True))


async def stored(request: Request) -> Response:
    """Send a file of the archive."""
    found = await _submission(request)
    kind = request.path_params["kind"]
    file = found.file(kind)
    folder = service.of(request).settings.folder
    if file is None or folder is None:
        raise RefusedError(problem.GONE)
    if not (folder / file.place).is_file() or await _read(partial(is_changed, folder, file)):
        raise RefusedError(_SPOILT, 409)
    name = PurePosixPath(file.place).name
    if kind == PAGE:
        headers = {"Content-Security-Policy": _STORED_POLICY}
        return FileResponse(folder / file.place, media_type="text/html", headers=headers)
    return FileResponse(folder / file.place, filename=name)


async def summary(request: Request) -> Response:
    """Send the batch as a workbook."""
    view = _view(request)
    data = await service.of(request).desk_workers.do(desk_jobs.summary, view)
    return _file(data, f"{view.year}年度汇总.xlsx", TYPES[".xlsx"])


async def notices(request: Request) -> Response:
    """Show which letters and drafts there are."""
    view = _view(request)
    found = await service.of(request).desk_workers.do(desk_jobs.notices, view)
    return _page(request, f"{view.year} 年度通知", *desk_page.notices(view, found))


async def notice(request: Request) -> Response:
    """Send a body's letter or draft."""
    view = _view(request)
    suffix, name = f".{request.path_params['suffix']}", request.query_params.get("name", "")
    if suffix not in (".docx", ".eml") or not name:
        raise RefusedError(problem.GONE)
    found = await service.of(request).desk_workers.do(desk_jobs.file, view, name, suffix)
    if found is None:
        raise RefusedError(problem.GONE)
    return _file(found[1], found[0], TYPES[suffix])


async def all_notices(request: Request) -> Response:
    """Send all letters and drafts."""
    view = _view(request)
    data = await service.of(request).desk_workers.do(desk_jobs.packed, view)
    return _file(data, f"{view.year}年度通知.zip", "application/zip")


def _view(request: Request) -> View:
    """Return what is looked at. Raises RefusedError."""
    held = service.of(request)
    if held.settings.folder is None:
        raise RefusedError(problem.GONE)
    roster = held.settings.roster
    today = now().date()
    try:
        on = date.fromisoformat(request.query_params.get("on") or today.isoformat())
        year = int(request.query_params.get("year") or on.year - 1)
    except ValueError:
        year, on = 0, today
    if year not in _YEARS:
        raise RefusedError("年度应当像 2026，日期应当像 2027-02-01。请改正后再看。")
    return View(held.settings.folder, roster.roster if roster is not None else None, year, on)


async def _read(function: Callable[[], T]) -> T:
    return await anyio.to_thread.run_sync(function)


def _unclear(view: View) -> tuple[Received, ...]:
    with Register.open(view.folder) as register:
        return tuple(each for each in Correspondence(register).mails() if each.unclear)


async def _submission(request: Request) -> Submission:
    """Return the submission that is asked for. Raises RefusedError."""
    folder = service.of(request).settings.folder
    number = request.path_params["number"]

    def find() -> Submission | None:
        if folder is None or number > _LARGEST:
            return None
        with Register.open(folder) as register:
            return register.numbered(number)

    found = await _read(find)
    if found is None:
        raise RefusedError(problem.GONE)
    return found


def _page(request: Request, title: str, *content: Child) -> Response:
    back: shell.Ways = ((shell.DESK, "工作台"), (shell.CHECK, "检查页"))
    ways = back[1:] if request.url.path == shell.DESK else back
    return shell.page(title, *content, ways=ways)


def _file(data: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f"attachment; filename*=utf-8''{quote(name)}"}
    return Response(data, media_type=kind, headers=headers)
