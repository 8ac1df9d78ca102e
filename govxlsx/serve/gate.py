"""What every request passes: who may ask, how much, how slowly, and what a page may do.

Requests that another site makes a browser send are refused: the host has to be one that was given,
and what is posted has to come from a page of that host (Origin header, else Referer). A body may
be so large and take so long. A refusal is a page in Chinese like any other.
"""

import asyncio
import base64
import binascii
import hmac
from time import monotonic
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from govxlsx.serve.listeners import Listener
from govxlsx.serve.pages import problem
from govxlsx.serve.patience import Patience

LARGEST = 25 << 20
"""The largest request, in bytes: a workbook and last year's report."""

_DRAINED = 200 << 20
"""So much more is read and dropped: who stops reading earlier is told of a broken connection."""

_IDLE_SECONDS, _WHOLE_SECONDS = 20.0, 300.0
_AT_ONCE = 64
"""So many bodies may be on their way."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: Chromium would then send Origin: null with its own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
_METHODS = frozenset({"GET", "HEAD", "POST"})
_BODY = "govxlsx.body"


class TooLargeError(Exception):
    """A body is larger than may be."""


class TooSlowError(Exception):
    """A body does not come."""


async def too_large(request: Request, _: Exception) -> Response:
    """Answer a body that is too large, once the browser listens."""
    await request.scope[_BODY].drain()
    return problem.too_large(LARGEST)


async def full(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a connection that is one too many (ASGI)."""
    await problem.busy(last=True)(scope, receive, _with_headers(send))


class Gate:
    """Lets through to ``app`` what may be asked of a listener."""

    def __init__(self, app: ASGIApp, listener: Listener, patience: Patience) -> None:
        self._app, self._listener, self._patience = app, listener, patience
        self._bodies = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "http":
            return
        guarded = _with_headers(send)
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, guarded)
        elif scope["method"] != "POST":
            await self._app(scope, receive, guarded)
        elif self._bodies >= _AT_ONCE:
            await problem.busy()(scope, receive, guarded)
        else:
            self._bodies += 1
            try:
                scope[_BODY] = body = _Body(scope, receive)
                await self._app(scope, body.receive, guarded)
            finally:
                self._bodies -= 1

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        asked = headers.getlist("host")
        if len(asked) != 1 or asked[0].lower() not in self._listener.names:
            return problem.FOREIGN_HOST
        if scope["method"] not in _METHODS:
            return problem.METHOD
        if scope["method"] == "POST" and not _own(headers, asked[0]):
            return problem.FOREIGN_ORIGIN
        return self._locked(scope, headers) if self._listener.password else None

    def _locked(self, scope: Scope, headers: Headers) -> Response | None:
        """Return the question for the password, where it was not given (RFC 7617)."""
        address = scope["client"][0] if scope["client"] else ""
        wait = self._patience.wait(address)
        if wait:
            return problem.wait(wait)
        given = _password(headers.get("authorization", ""))
        wanted = self._listener.password
        if given is not None and hmac.compare_digest(given.encode(), wanted.encode()):
            self._patience.right(address)
            return None
        if given is not None:
            self._patience.wrong(address)
        return problem.PASSWORD


def _own(headers: Headers, host: str) -> bool:
    """Tell whether a page of this host has sent a form.

    Old browsers tell no origin of their own forms, but always the page that they come from.
    """
    origins = headers.getlist("origin") or headers.getlist("referer")
    site = headers.get("sec-fetch-site", "same-origin")
    if len(origins) != 1 or site != "same-origin":
        return False
    try:
        return urlsplit(origins[0]).netloc.lower() == host.lower()
    except ValueError:
        return False


def _password(given: str) -> str | None:
    scheme, _, data = given.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(data, validate=True).decode().partition(":")[2]
    except (binascii.Error, ValueError):
        return ""


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent


class _Body:
    """A body on its way: counted and timed."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        length = Headers(scope=scope).get("content-length", "")
        self._announced = int(length) if length.isdecimal() else 0
        self._receive = receive
        self._size, self._end, self._more = 0, monotonic() + _WHOLE_SECONDS, True

    async def receive(self) -> Message:
        """Receive the next piece (ASGI). Raises TooLargeError, TooSlowError."""
        if self._announced > LARGEST:
            raise TooLargeError
        message = await self._next() if self._more else await self._receive()
        if self._size > LARGEST:
            raise TooLargeError
        return message

    async def drain(self) -> None:
        """Receive what is too much, as far as it is not far too much."""
        while self._more and max(self._size, self._announced) <= _DRAINED:
            try:
                await self._next()
            except TooSlowError:
                return

    async def _next(self) -> Message:
        left = min(_IDLE_SECONDS, self._end - monotonic())
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, left))
        except TimeoutError:
            raise TooSlowError from None
        self._size += len(message.get("body", b""))
        self._more = message["type"] == "http.request" and message.get("more_body", False)
        return message
