"""``govxlsx serve``: the web page; clerks check and file, the operator sees the desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from govxlsx import interruption
from govxlsx.commands.options import PreviousOption, Strict, argument, flag, option, secret, whole
from govxlsx.commands.running import last_years_reports
from govxlsx.commands.streams import say
from govxlsx.desk.naming import REGISTER
from govxlsx.errors import UsageError

if TYPE_CHECKING:
    from govxlsx.serve.codes import RosterFile
    from govxlsx.serve.listeners import Listener

_PORT = 8630


def serve(
    folder: Annotated[Path, argument("归档", "归档文件夹；没有的话新建。")],
    roster: Annotated[
        Path | None,
        option(
            "--roster",
            "文件",
            "名册（.csv 或 .xlsx），有编码的机关可以报送；发放清单.csv 就是这样的名册。",
        ),
    ] = None,
    port: Annotated[
        int,
        option(
            "--port",
            "端口",
            "本机的端口；0 由系统选一个。",
            parser=whole(0, 65535),
            show_default=True,
        ),
    ] = _PORT,
    public: Annotated[
        str,
        option(
            "--public",
            "地址:端口",
            "给填报人用的检查和报送页，另在这个地址上打开，例如 0.0.0.0:8080。要有带编码的名册。",
        ),
    ] = "",
    name: Annotated[
        list[str] | None,
        option(
            "--name",
            "主机名",
            "填报人打开页面时写的主机名，例如“bg.example.gov.cn”或 10.1.2.3:8080；"
            "可以写几个。别的名字一律拒绝。",
        ),
    ] = None,
    desk: Annotated[
        str,
        option(
            "--desk",
            "地址:端口",
            "工作台另在这个地址上打开（平时只在本机），要写 --password-file。",
        ),
    ] = "",
    password_file: Annotated[
        Path | None, option("--password-file", "文件", "放工作台密码的文件，第一行是密码。")
    ] = None,
    previous: PreviousOption = None,
    strict: Strict = False,
    browser: Annotated[bool, flag("--open", "启动后用浏览器打开页面。")] = False,
) -> None:
    """Serve the page until a signal comes."""
    try:
        from govxlsx.serve import running, service
        from govxlsx.serve.codes import RosterFile
    except ImportError as error:
        raise UsageError(
            "没有安装网页需要的库，不能用 serve。请先运行 pip install 'govxlsx[web]'。"
        ) from error
    held = RosterFile(roster) if roster is not None else None
    listeners = _listeners(port, public, desk, password_file)
    _refuse(public, held, name or ())
    settings = service.Settings(folder, held, last_years_reports(previous), strict)
    sockets = running.listen(listeners, name or ())
    new = not (folder / REGISTER).exists()
    with interruption.noted() as notice, service.opened(settings) as page:
        if new:
            say(f"“{folder}”里还没有归档，已新建。")
        found = [listener for listener, _ in sockets]
        running.run(page, sockets, lambda: notice.given, lambda: _told(found, page.files, browser))
    say("已停止。")


def _listeners(port: int, public: str, desk: str, password_file: Path | None) -> list[Listener]:
    from govxlsx.serve.listeners import LOCAL, Listener, parsed

    found = [Listener(LOCAL, port, desk=True)]
    if public:
        found.append(Listener(*parsed(public, "--public"), desk=False))
    if bool(desk) != (password_file is not None):
        raise UsageError("--desk 和 --password-file 要一起写：工作台在别的地址上打开，要有密码。")
    if password_file is not None:
        host, number = parsed(desk, "--desk")
        found.append(Listener(host, number, desk=True, password=_password(password_file)))
    return found


def _password(path: Path) -> str:
    password = secret(path, "密码文件")
    if len(password) < 8:
        raise UsageError(f"密码文件“{path}”第一行应当是密码，至少 8 个字符。")
    return password


def _refuse(public: str, held: RosterFile | None, names: Sequence[str]) -> None:
    """Refuse a public address where nobody could file, or whose name nobody knows."""
    from govxlsx.serve.listeners import is_any, parsed

    if not public:
        return
    if held is None or not held.codes:
        raise UsageError(
            "--public 要有带编码的名册，否则谁都可以用别人的名义报送。"
            "编码由 govxlsx new --roster 生成，写在发放清单.csv 里：--roster 发放清单.csv。"
        )
    if is_any(parsed(public, "--public")[0]) and not names:
        raise UsageError(
            f"--public {public} 是这台电脑的全部地址，请用 --name 写明填报人打开页面时用的主机名，"
            "例如 --name bg.example.gov.cn 或 --name 10.1.2.3。"
        )


def _told(listeners: Sequence[Listener], files: bool, browser: bool) -> None:
    from govxlsx.serve.listeners import is_local

    for each in listeners:
        who = "只有这台电脑能打开" if is_local(each.host) else "别的电脑也能打开"
        what = "检查和报送" if files else "检查"
        more = "，工作台在 /desk" if each.desk else ""
        lock = "，要密码" if each.password else ""
        say(f"{what}：{each.link}（{who}{lock}{more}）")
    say("按 Ctrl-C 停止。")
    if browser:
        import webbrowser

        webbrowser.open(listeners[0].link)
