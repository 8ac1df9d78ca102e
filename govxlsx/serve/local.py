"""The page for one clerk on their own computer: it checks, nothing is filed, the browser opens.

This is what the folder build starts; with arguments it is the command line.
"""

from __future__ import annotations

import sys
import webbrowser
from multiprocessing import freeze_support

from govxlsx import interruption
from govxlsx.serve import running, service
from govxlsx.serve.listeners import LOCAL, Listener, shown


def serve(*, browser: bool = True) -> None:
    """Serve the page on this computer alone until a signal comes."""
    sockets = running.listen([Listener(LOCAL, 0, desk=False)], ())
    ((listener, _),) = sockets
    address = f"http://{shown(listener.host, listener.port)}/"

    def begun() -> None:
        print(f"检查页：{address}（只有这台电脑能打开）", flush=True)
        print("用完后关闭这个窗口。", flush=True)
        if browser:
            webbrowser.open(address)

    print("正在启动，请稍等……", flush=True)
    with interruption.noted() as notice, service.opened(service.Settings()) as page:
        running.run(page, sockets, lambda: notice.given, begun)


def main() -> None:
    """Start the page, or do what the command line says."""
    freeze_support()
    if len(sys.argv) > 1 and sys.argv[1:] != ["--no-browser"]:
        from govxlsx.__main__ import main as command_line

        command_line()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    interruption.watch()
    serve(browser=len(sys.argv) == 1)
