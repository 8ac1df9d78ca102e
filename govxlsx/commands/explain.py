"""``govxlsx explain``: one check with its basis, an example and the mend."""

from typing import Annotated

from govxlsx.checking.catalogue import codes, rule
from govxlsx.commands.options import argument
from govxlsx.errors import UsageError
from govxlsx.showing import screen
from govxlsx.showing.rule_list import tell_rule


def explain(code: Annotated[str, argument("编码", "检查项的编码，例如 S301。")]) -> None:
    """Explain one check."""
    wanted = code.strip().upper()
    if wanted not in codes():
        raise UsageError(f"没有编码为“{code}”的检查项。用 govxlsx rules 可以列出全部检查项。")
    tell_rule(screen.stdout(), rule(wanted))
