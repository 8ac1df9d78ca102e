"""Whatever the command line says is Chinese: every help, every kind of wrong usage."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from command import ROOT, run

from govxlsx.commands import NAME, command
from govxlsx.commands.chinese import sentence
from govxlsx.errors import GovxlsxError

WHOLE = command()
assert isinstance(WHOLE, click.Group)
NAMES = WHOLE.list_commands(click.Context(WHOLE))
LOCALE = ROOT / "govxlsx/commands/locale/zh_CN/LC_MESSAGES"

KNOWN = re.compile(
    r"""--?[a-z][a-z-]*           # options
    | \[[a-z|]+\] | (?:\d+<=)?x[<>]=\d+  # values to choose from
    | (?<![a-z])\.[a-z]+          # file endings
    | '[^']*' | “[^”]*”           # what was typed
    | [a-z]+://                   # addresses
    | GOVXLSX_[A-Z_]+             # environment variables
    """,
    re.VERBOSE,
)
"""What may be written in Latin letters wherever it stands."""

WORDS = {
    *(NAME, *NAMES, "bash", "zsh", "fish", "powershell", "pwsh"),
    *(
        "errors",
        "warnings",
        "text",
        "json",
        "csv",
        "html",
        "xlsx",
        "docx",
        "pdf",
        *("A", "b", "OFD", "SHA"),  # PDF/A-2b, SHA-256
        "JSON",
        "CSV",
        "PDF",
        "UTF",
        "GBK",
    ),
    *(
        "Word",
        "Excel",
        "WPS",
        "LibreOffice",
        "Shell",
        "Tab",
        "dask",
        "tcp",
        "Maildir",
        "mailbox",
        "S301",
        "city",
    ),
}
"""Names of commands, formats, programs and keys, and examples."""


def english(said: str) -> set[str]:
    """Return the words in Latin letters that are no names."""
    return set(re.findall(r"[A-Za-z][A-Za-z0-9]*", KNOWN.sub(" ", said))) - WORDS


def parameters(name: str) -> Iterator[tuple[str, str]]:
    """Yield the long options of a command that take a value, and what kind of value."""
    assert isinstance(WHOLE, click.Group)
    for each in WHOLE.commands[name].params:
        if isinstance(each, click.Option) and not each.is_flag:
            yield max(each.opts, key=len), each.type.name


WRONG = [
    *(("nonsense",), ("chek",), ("--nonsense",), ("--versio",)),
    *((name, "--nonsense") for name in NAMES),
    *((name, option) for name in NAMES for option, _ in parameters(name)),
    *((name, option, "x") for name in NAMES for option, kind in parameters(name) if kind != "text"),
    *((name, "--help=1") for name in NAMES),
    *((name, "-z") for name in NAMES),
    *((name,) for name in NAMES if name != "rules"),
    *((("explain", "S301", "S302"), ("verify", "a", "b"), ("rules", "a"), ("new", "a"))),
    *((("check", "a", "--jobs", "0"), ("check", "a", "--forc"), ("check", "--strict=1", "a"))),
]


@pytest.mark.parametrize("typed", WRONG, ids=" ".join)
def test_wrong_usage_is_told_in_one_chinese_line_that_names_the_help(
    typed: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        WHOLE.main(list(typed), prog_name=NAME, standalone_mode=False)
    except click.UsageError as error:
        said = sentence(error)
        assert english(said) == set(), said
        assert len(said.splitlines()) == 1
        asked = f" {typed[0]}" if typed[0] in NAMES else ""
        assert said.endswith(f"。用 govxlsx{asked} --help 查看用法。") or "？用 " in said
        assert capsys.readouterr() == ("", "")
    except GovxlsxError as error:  # the command's own sentence, of an option that takes any text
        assert english(str(error)) == set(), error


@pytest.mark.parametrize("typed", [(), *((name,) for name in NAMES)], ids=" ".join)
def test_help_is_chinese(typed: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert WHOLE.main([*typed, "-h"], prog_name=NAME, standalone_mode=False) == 0
    said = capsys.readouterr().out
    assert said.startswith("用法： govxlsx")
    assert english(said) == set()


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["chekc"], "check"),
        (["check", "--anotate", "a"], "--annotate"),
        (["check", "a", "--format", "pdf"], "“text”、“json”、“csv”、“html”"),
        (["nonsense"], "new、check、build"),
    ],
    ids=" ".join,
)
def test_what_was_meant_is_named(typed: list[str], named: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        WHOLE.main(typed, prog_name=NAME, standalone_mode=False)
    assert named in sentence(caught.value)


def test_everything_that_click_and_typer_can_say_has_its_chinese() -> None:
    said = set()
    for package in (click, typer):
        for _, _, message, _, _ in extract_from_dir(Path(package.__path__[0])):
            said.add(message if isinstance(message, str) else message[0])
    catalogue = read_po((LOCALE / "messages.po").open("rb"), locale="zh_CN")
    told = {
        each.id if isinstance(each.id, str) else each.id[0] for each in catalogue if each.string
    }
    assert said <= told
    assert not list(catalogue.check())


def test_the_language_of_the_system_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(variable, "C" if variable == "LC_ALL" else "en_US.UTF-8")
    done = run("check", cwd=tmp_path)
    assert done.stderr == "缺少参数“路径”。用 govxlsx check --help 查看用法。\n"


def test_bare_it_shows_the_help(tmp_path: Path) -> None:
    bare = run(cwd=tmp_path)
    assert bare.returncode == 0
    assert bare.stdout == run("--help", cwd=tmp_path).stdout
