"""The form that takes a workbook: chosen by hand, or dropped where there is a script."""

from govxlsx.showing.page.markup import Child, Element, tag

_WORKBOOKS = ".xlsx,.xlsm"
_LAST = ".xlsx,.xlsm,.json,.docx,.pdf,.html,.htm,.txt"


def form(largest: int, *, again: str = "", last: str = "") -> Element:
    """Return the form. ``again`` is the result that it follows, ``last`` its report of last year.

    ``largest`` is how many bytes may be sent.
    """
    kept = f"（不选的，仍用刚才的“{last}”）" if last else "（可以不选）"
    return tag(
        "form",
        tag("input", type="hidden", name="again", value=again) if again else None,
        _file("file", f"{'改' if again else '填'}好的工作簿（.xlsx）", _WORKBOOKS),
        _file("last", f"上年的报告{kept}", _LAST, "有上年的报告，会核对本年的结转数是否接得上。"),
        tag("p", tag("button", "再检查一次" if again else "检查", type="submit")),
        tag("progress", value=0, max=100, hidden=True, aria_label="上传进度"),
        tag("p", role="status", class_="state"),
        method="post",
        action="/check",
        enctype="multipart/form-data",
        class_="upload",
        data_largest=largest,
    )


def _file(name: str, label: str, accept: str, hint: str = "") -> Element:
    required = name == "file"
    return _field(name, label, hint, type="file", name=name, accept=accept, required=required)


def _field(anchor: str, label: str, hint: str, /, **given: str | int | bool) -> Element:
    """Return a field with its label and a hint; ``given`` is what its input has."""
    told = f"{anchor}-hint" if hint else None
    return tag(
        "p",
        tag("label", label, for_=anchor),
        tag("input", id=anchor, aria_describedby=told, **given),
        tag("span", hint, id=told, class_="quiet") if hint else None,
        class_="field",
    )


def code_field(name: str) -> Element:
    """Return the field for a body's code; ``name`` is its anchor."""
    return _field(
        name,
        "本单位的编码",
        "发放填报表时一起给您的，像 K7WQ-3MXD-9RTF；大小写和横线不限。",
        type="text",
        name="code",
        required=True,
        maxlength=40,
        size=20,
        autocomplete="off",
        autocapitalize="characters",
        spellcheck="false",
    )


def start(largest: int, *, filing: bool) -> Child:
    """Return the sections of the first page."""
    return tag(
        "div",
        tag("section", tag("h2", "检查"), form(largest)),
        _steps(filing=filing),
        _history() if filing else None,
    )


def _steps(*, filing: bool) -> Element:
    steps = [
        "选择填好的工作簿，点“检查”。",
        "按列出的问题逐条在 Excel 或 WPS 中改好，保存，再检查一次。",
        "没有错误以后，可以下载 Word 文档核对。",
    ]
    if filing:
        steps.append("填上本单位的编码，点“报送”，打印回执。")
    return tag("section", tag("h2", "怎么做"), tag("ol", *(tag("li", each) for each in steps)))


def _history() -> Element:
    return tag(
        "section",
        tag("h2", "查看报送记录"),
        tag(
            "form",
            code_field("history-code"),
            tag("p", tag("button", "查看", type="submit")),
            method="post",
            action="/history",
        ),
    )
