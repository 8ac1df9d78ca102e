"""A secrecy mark, or a document number that only classified documents bear."""

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import anywhere

_GAP = "[ \u3000]*"
_LEVEL = "(?:绝密|机密|秘密)"
_STARRED = regex(
    "密(?:(?<=绝密)|(?<=机密)|(?<=秘密)(?<!国家秘密)(?<!商业秘密)(?<!工作秘密))"
    f"{_GAP}[★☆⭐＊*](?:{_GAP}(?:长期|[0-9０-９一二三四五六七八九十]+{_GAP}(?:年|个?月|日)))?"
)
_OTHERS = (
    regex(f"密{_GAP}级{_GAP}[：:]{_GAP}{_LEVEL}"),
    regex(
        rf"密(?<![保商国]密)[发函电字传]?[〔\[［【](?:19|20)[0-9]{{2}}[〕\]］】]{_GAP}[0-9]+{_GAP}号"
    ),
    regex(r"内部(?:资料|材料|文件|刊物)[，,、·★ \u3000]*(?:注意保[存管密]|妥善保管)"),
)
_ALONE = regex(rf"[【（(\[]?{_GAP}{_LEVEL}级?{_GAP}[】）)\]]?")
"""A paragraph that is nothing but the level."""


def _look(case: Case) -> Facts:
    if "密" not in case.wording and "内部" not in case.wording:
        return
    for passage, match in anywhere(case, _STARRED):
        yield passage.fact(match.start() - 1, match.end())
    for passage, match in anywhere(case, *_OTHERS):
        yield passage.fact(*match.span())
    for passage in case.texts:
        if len(passage.text) < 10 and _ALONE.fullmatch(passage.text):
            yield passage.fact(0, len(passage.text))


RULE = Rule(
    title="有密级标志",
    checks="没有密级标志",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第十四条、第十七条；《中华人民共和国保守国家秘密法》关于国家秘密标志的规定",
    message="{cell} 的“{quote}”是密级标志、密级文号或者内部资料的标志。",
    fix="请立即核对 {cell} 的内容来自什么文件。来自涉密文件的，停止在非涉密计算机上处理，按保密规定报告；不是的，删去标志后重新做保密审查。",
    why="带密级标志的内容不能公开，也不能在普通计算机和网络上处理。“属于国家秘密”“保密审查”“商业秘密”是年度报告的正常用语，不在此列。",
    bad="“机密★1年”",
    good="“其中属于国家秘密不予公开 2 件”",
    look=_look,
)
