"""Pages that say why something was not done, and what to do."""

from starlette.responses import Response

from govxlsx.serve.pages import shell
from govxlsx.showing.page.markup import tag

_TITLE = "没有做成"


class RefusedError(Exception):
    """Something is not done; ``page`` tells why: one that is there, or a sentence with a status.

    ``back`` is the address of the result that it was about.
    """

    def __init__(self, said: Response | str, status: int = 400, back: str = "") -> None:
        super().__init__(said)
        self.page = sentence(said, status, back=back) if isinstance(said, str) else said


def sentence(
    text: str, status: int, headers: dict[str, str] | None = None, *, back: str = ""
) -> Response:
    """Return a page with one sentence, and the way back: to a result where it is about one."""
    said = tag("p", text, class_="unusable-sentence", role="alert")
    words = "回到检查结果" if back else "回到检查页"
    way = tag("p", tag("a", words, href=back or shell.CHECK))
    return shell.page(_TITLE, said, way, status=status, headers=headers)


def busy(*, last: bool = False) -> Response:
    """Say that too many wait; ``last`` ends the connection."""
    close = {"Connection": "close"} if last else {}
    return sentence(
        "现在同时检查的人太多。请过一会儿再试，不用重新填表。", 503, {"Retry-After": "15"} | close
    )


def lost(*, late: bool) -> Response:
    """Say that a worker did not survive a file."""
    why = "检查用的时间太长" if late else "检查中途停了"
    return sentence(
        f"这个文件{why}，没有结果：它可能太大，或者已损坏。请在 Excel 或 WPS 中打开它，"
        "删除与填报表无关的工作表和图片，另存为 .xlsx 后再试。",
        422,
    )


def too_large(most: int) -> Response:
    """Say that an upload is too large."""
    return sentence(
        f"文件太大：这个页面最大收 {most >> 20} MB。填报表一般不到 1 MB，"
        "请删除插入的图片和与填报表无关的工作表，另存后再试。",
        413,
    )


def wait(seconds: int, *, back: str = "") -> Response:
    """Say for how long no code is taken."""
    return sentence(
        f"错误的编码太多，请 {seconds} 秒后再试。编码在发放填报表时一起给您，"
        "找不到的，请向收报告的机关询问。",
        429,
        {"Retry-After": str(seconds)},
        back=back,
    )


TOO_SLOW = sentence(
    "文件没有传完：网络太慢，或者中断了。请再试一次。", 408, {"Connection": "close"}
)
FOREIGN_HOST = sentence("这个网址不是本页面的。请用管理员给的网址打开。", 421)
FOREIGN_ORIGIN = sentence(
    "这个请求不是从本页面发出的，没有处理。请直接打开检查页，再选择文件。", 403
)
METHOD = sentence("这个页面不支持这种请求。", 405, {"Allow": "GET, HEAD, POST"})
PASSWORD = sentence(
    "打开工作台要密码。用户名可以随便填，密码由管理员提供。",
    401,
    {"WWW-Authenticate": 'Basic realm="govxlsx", charset="UTF-8"'},
)
GONE = sentence(
    "没有这个页面：检查结果 24 小时后删除，或者网址不完整。请回到检查页，重新选择文件。", 404
)
BROKEN = sentence("程序出错了，没有做成，文件没有收下。请过一会儿再试，或者告诉管理员。", 500)
"""Pages that say the same every time; GONE is a page, or a result, that is not there any more."""
