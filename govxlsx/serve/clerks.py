"""What clerks ask for: check a workbook, fetch what was made of it, file it, see what was filed."""

from collections.abc import Callable
from pathlib import Path

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from govxlsx.desk.archive.receipts import Filing, Receipt, Receipts, hashed
from govxlsx.desk.archive.register import Register
from govxlsx.desk.naming import TYPES
from govxlsx.desk.roster.model import Body
from govxlsx.report.identity import agency_key
from govxlsx.serve import codes, jobs, service, uploads
from govxlsx.serve.gate import LARGEST
from govxlsx.serve.pages import problem, receipts, result, shell, upload
from govxlsx.serve.pages.problem import RefusedError
from govxlsx.serve.results import Kept
from govxlsx.serve.service import Service

_TITLE = "政府信息公开工作年度报告：检查"
_DESK: shell.Ways = ((shell.DESK, "工作台"),)
_BACK: shell.Ways = ((shell.CHECK, "检查另一份"),)
_NOT_YET = "没有报送：工作簿里还有要改的问题。请改好，再检查一次，没有问题以后再报送。"
_WRONG_CODE = (
    "编码不对，没有办理。请核对发放填报表时给您的编码，字母和数字都不要漏；"
    "找不到的，请向收报告的机关询问。"
)


async def start(request: Request) -> Response:
    """Show the first page."""
    held = service.of(request)
    filing = held.files
    title = f"{_TITLE}和报送" if filing else _TITLE
    lead = shell.lead("填好的工作簿在这里检查：哪里错了、应当是多少、怎么改，逐格列出来。")
    ways = _DESK if request.app.state.listener.desk and held.settings.folder else ()
    return shell.page(title, upload.start(LARGEST, filing=filing), lead=lead, ways=ways)


async def check(request: Request) -> Response:
    """Check what was sent, and lead to its result."""
    held = service.of(request)
    token, folder = held.results.begin()
    try:
        async with uploads.form(request) as form:
            before = held.results.find(uploads.words(form, "again"), held.common)
            again = (
                (Path(before.task.folder), before.task.last) if before is not None else (None, "")
            )
            names = await uploads.saved(form, folder, *again)
        task = jobs.Task(str(folder), *names, held.common)
        held.results.keep(token, task, await held.workers.do(jobs.checked, task))
    except BaseException:
        held.results.drop(token)
        raise
    return RedirectResponse(f"/r/{token}", 303)


def _kept(request: Request, token: str = "") -> Kept:
    """Return a result. Raises RefusedError."""
    held = service.of(request)
    found = held.results.find(token or request.path_params.get("token", ""), held.common)
    if found is None:
        raise RefusedError(problem.GONE)
    return found


async def shown(request: Request) -> Response:
    """Show a result."""
    kept, held = _kept(request), service.of(request)
    section = kept.task.section.read_text(encoding="utf-8")
    actions = result.actions(
        kept, filing=held.files, expected=held.expected, strict=held.settings.strict
    )
    lead = shell.lead(result.sentence(kept))
    again = result.again(kept, LARGEST)
    return shell.around(result.title(kept), actions, section, again, lead=lead, ways=_BACK)


async def document(request: Request) -> Response:
    """Send the Word document; it is made when it is asked for."""
    kept = _kept(request)
    if not kept.checked.document:
        raise RefusedError(problem.GONE)
    await _make(request, kept, kept.task.document, jobs.documented)
    return FileResponse(
        kept.task.document, media_type=TYPES[".docx"], filename=kept.checked.document
    )


async def copy(request: Request) -> Response:
    """Send the copy of the workbook in which the findings are marked; it is made when asked for."""
    kept = _kept(request)
    if not any(kept.checked.counts):
        raise RefusedError(problem.GONE)
    await _make(request, kept, kept.task.copy, jobs.annotated)
    name = jobs.copy_name(kept.checked.name)
    return FileResponse(kept.task.copy, media_type=TYPES[".xlsx"], filename=name)


async def _make(request: Request, kept: Kept, place: Path, job: Callable[[jobs.Task], str]) -> None:
    """Have something made of a workbook where it is not there yet. Raises RefusedError."""
    why = "" if place.exists() else await service.of(request).workers.do(job, kept.task)
    if why:
        raise RefusedError(why, 422)


async def file(request: Request) -> Response:
    """File the workbook of a result for the body whose code was typed."""
    held = service.of(request)
    async with uploads.form(request) as form:
        token, typed = uploads.words(form, "token"), uploads.words(form, "code")
    kept = _kept(request, token)
    back = f"/r/{kept.token}"
    body = _owner(request, typed, back)
    _same_body(held, kept, body, back)
    deposit = await held.workers.do(jobs.judged, kept.task, held.settings.strict)
    if isinstance(deposit, str):
        raise RefusedError(f"没有报送成：{deposit}", 422, back)
    if not deposit.entry.accepted:
        raise RefusedError(_NOT_YET, 409, back)
    code = await anyio.to_thread.run_sync(hashed, body.code, body)
    assert held.writer is not None, "there is an archive where there are codes"
    filing = Filing(code, body.name, kept.checked.name, _address(request))
    await held.writer.file(deposit, filing)
    held.results.receive(kept.token, code)
    return RedirectResponse(f"{back}/receipt", 303)


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""


def _owner(request: Request, code: str, back: str = "") -> Body:
    """Return the body whose code it is. Raises RefusedError, which leads ``back`` to a result."""
    held, address = service.of(request), _address(request)
    roster = held.settings.roster
    if roster is None or not held.files:
        raise RefusedError(problem.GONE)
    wait = held.patience.wait(address)
    if wait:
        raise RefusedError(problem.wait(wait, back=back))
    body = codes.owner(roster.codes, code)
    if body is None:
        held.patience.wrong(address)
        raise RefusedError(_WRONG_CODE, 403, back)
    held.patience.right(address)
    return body


def _same_body(held: Service, kept: Kept, body: Body, back: str) -> None:
    """Refuse a workbook of another body than that of the code. Raises RefusedError."""
    roster = held.settings.roster
    named = roster.roster.find(kept.checked.agency) if roster is not None else None
    if named is None or named.name != body.name:
        told = kept.checked.agency or "（没有填）"
        raise RefusedError(
            f"没有报送：这个编码是“{body.name}”的，工作簿“基本信息”里填的机关是“{told}”。"
            "请核对机关名称和编码。",
            409,
            back,
        )


async def receipt(request: Request) -> Response:
    """Show the receipt of a filing, and what the code filed before."""
    kept, held = _kept(request), service.of(request)
    past = await anyio.to_thread.run_sync(_history, held, kept.code) if kept.code else ()
    given = next((each for each in past if each.sha256 == kept.checked.sha256), None)
    if given is None:
        raise RefusedError(problem.GONE)
    title = f"{given.filing.body}：报送回执"
    owed = await anyio.to_thread.run_sync(_owed, held, given)
    return shell.page(title, receipts.receipt(given, owed), receipts.history(past), ways=_BACK)


async def history(request: Request) -> Response:
    """Show what was filed by the code that was typed."""
    held = service.of(request)
    async with uploads.form(request) as form:
        typed = uploads.words(form, "code")
    body = _owner(request, typed)
    code = await anyio.to_thread.run_sync(hashed, body.code, body)
    past = await anyio.to_thread.run_sync(_history, held, code)
    return shell.page(f"{body.name}：报送记录", receipts.history(past), ways=_BACK)


def _owed(held: Service, given: Receipt) -> int | None:
    """Return the year whose report a body still owes that has filed that of a year before."""
    assert held.settings.folder is not None, "there is an archive where there are codes"
    if given.year is None or given.year >= held.expected:
        return None
    with Register.open(held.settings.folder) as register:
        came = register.accepts(agency_key(given.agency), held.expected)
    return None if came else held.expected


def _history(held: Service, code: str) -> tuple[Receipt, ...]:
    assert held.settings.folder is not None, "there is an archive where there are codes"
    with Register.open(held.settings.folder) as register:
        return Receipts(register).by(code)
