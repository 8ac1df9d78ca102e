"""Why a published report could not be used: one sentence each."""

from govxlsx.errors import PublishedError

TOO_LARGE = "文件超出安全限度，没有读取"


def refused(why: str) -> PublishedError:
    """Return the error for a file that is not read; ``why`` has no full stop."""
    return PublishedError(f"{why}。")
