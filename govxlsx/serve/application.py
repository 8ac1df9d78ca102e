"""What is to be had at a listener: the routes, and what becomes of errors."""

from collections.abc import Awaitable, Callable
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from govxlsx.errors import GovxlsxError
from govxlsx.serve import clerks, desk, gate
from govxlsx.serve.listeners import Listener
from govxlsx.serve.pages import problem, shell
from govxlsx.serve.service import Service
from govxlsx.serve.workers import BusyError, LostError

_REMEMBERED = {"Cache-Control": "public, max-age=86400, immutable"}


def application(service: Service, listener: Listener) -> ASGIApp:
    """Return what answers the requests of a listener."""
    app = Starlette(
        routes=[*_CLERKS, *_STATIC, *(_DESK if listener.desk else ())], exception_handlers=_ERRORS
    )
    app.router.redirect_slashes = False
    app.state.service, app.state.listener = service, listener
    return gate.Gate(app, listener, service.patience)


def _saying(page: Callable[[Any], Response]) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Return what answers an error by a page."""

    async def answer(_: Request, error: Exception) -> Response:
        return page(error)

    return answer


_ERRORS: dict[Any, Any] = {
    404: _saying(lambda _: problem.GONE),
    405: _saying(lambda _: problem.METHOD),
    500: _saying(lambda _: problem.BROKEN),
    gate.TooLargeError: gate.too_large,
    gate.TooSlowError: _saying(lambda _: problem.TOO_SLOW),
    ClientDisconnect: _saying(lambda _: Response(status_code=400)),  # nobody is there any more
    problem.RefusedError: _saying(lambda error: error.page),
    BusyError: _saying(lambda _: problem.busy()),
    LostError: _saying(lambda error: problem.lost(late=error.late)),
    GovxlsxError: _saying(lambda error: problem.sentence(f"没有做成：{error}", 503)),
}


async def _style(_: Request) -> Response:
    return Response(shell.SHEET, media_type="text/css", headers=_REMEMBERED)


async def _script(_: Request) -> Response:
    text = resources.files("govxlsx.serve").joinpath("page.js").read_text(encoding="utf-8")
    return Response(text, media_type="text/javascript", headers=_REMEMBERED)


_STATIC = (Route(shell.STYLE, _style), Route(shell.SCRIPT, _script))
_CLERKS = (
    Route(shell.CHECK, clerks.start),
    Route("/check", clerks.check, methods=["POST"]),
    Route("/r/{token}", clerks.shown),
    Route("/r/{token}/document", clerks.document),
    Route("/r/{token}/copy", clerks.copy),
    Route("/r/{token}/receipt", clerks.receipt),
    Route("/file", clerks.file, methods=["POST"]),
    Route("/history", clerks.history, methods=["POST"]),
)
_DESK = (
    Route(shell.DESK, desk.start),
    Route("/desk/status.csv", desk.status_csv),
    Route("/desk/body", desk.body),
    Route("/desk/submission/{number:int}", desk.submission),
    Route("/desk/file/{number:int}/{kind}", desk.stored),
    Route("/desk/summary.xlsx", desk.summary),
    Route("/desk/notices", desk.notices),
    Route("/desk/notices.zip", desk.all_notices),
    Route("/desk/notice/{suffix}", desk.notice),
)
