"""``govxlsx rules``: the catalogue of checks."""

from typing import Annotated, Literal

from govxlsx.commands.options import option
from govxlsx.commands.streams import deliver
from govxlsx.showing import rule_list, screen


def rules(
    format_: Annotated[
        Literal["text", "json"], option("--format", None, "text（默认）或 json。")
    ] = "text",
) -> None:
    """List every check."""
    if format_ == "text":
        rule_list.tell_rules(screen.stdout())
    else:
        deliver(rule_list.json_of_rules(), None, force=False)
