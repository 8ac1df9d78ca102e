"""The page for one clerk on their own computer: it checks, nothing is filed, the browser opens."""

import webbrowser

from govxlsx import interruption
from govxlsx.serve import running, service
from govxlsx.serve.listeners import LOCAL, Listener


def serve(*, browser: bool = True) -> None:
    """Serve the page on this computer alone until a signal comes."""
    interruption.watch()
    sockets = running.listen([Listener(LOCAL, 0, desk=False)], ())
    ((listener, _),) = sockets

    def begun() -> None:
        print(f"检查页：{listener.link}（只有这台电脑能打开）", flush=True)
        print("用完后关闭这个窗口。", flush=True)
        if browser:
            webbrowser.open(listener.link)

    print("正在启动，请稍等……", flush=True)
    with interruption.noted() as notice, service.opened(service.Settings()) as page:
        running.run(page, sockets, lambda: notice.given, begun)
