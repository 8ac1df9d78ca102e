"""Mails are read as people's programs really write them; nothing is opened that is a trap."""

import mailbox as standard
import struct
import zipfile
from base64 import b64encode, encodebytes
from binascii import b2a_uu
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mails import encoded, mail, part, plain, put, workbook
from outlook_file import File, Saved, outlook
from properties import examples

from govxlsx.intake.letter import Mail, MailError
from govxlsx.intake.parsing import letter, sent
from govxlsx.intake.parsing import letter_of_outlook as read_outlook
from govxlsx.intake.sources import letters
from govxlsx.workbook import FILE_LIMIT

BOOK = workbook()
NAME = "永宁市档案局报告.xlsx"


def zipped(files: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return stream.getvalue()


def gbk_zip(name: str, data: bytes) -> bytes:
    """Return a zip whose name is written in GBK without any mark, as WinRAR does."""
    raw = name.encode("gbk")
    stand_in = "q" * len(raw)
    return zipped({stand_in: data}).replace(stand_in.encode(), raw)


def claiming(size: int) -> bytes:
    """Return a zip with a workbook that its directory says to unpack to so many bytes."""
    data = zipped({"a.xlsx": BOOK})
    at = data.rindex(b"PK\1\2") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def halves(name: str, charset: str, label: str) -> bytes:
    """Return two encoded words, folded in the middle of a character."""
    raw = name.encode(charset)
    at = 3 if charset == "gbk" else 4
    words = (b64encode(raw[:at]), b64encode(raw[at:]))
    return b"\r\n ".join(f"=?{label}?B?".encode() + each + b"?=" for each in words)


def continued(name: str) -> bytes:
    """Return a name in three pieces of RFC 2231."""
    text = quote(name)
    third = len(text) // 3
    third -= third % 9
    pieces = (text[:third], text[third : 2 * third], text[2 * third :])
    lines = [
        f"filename*{n}*={'utf-8' + chr(39) * 2 if n == 0 else ''}{each}"
        for n, each in enumerate(pieces)
    ]
    return ";\r\n ".join(lines).encode()


NAMES = {
    "rfc2231 utf-8": f"filename*=UTF-8''{quote(NAME)}".encode(),
    "rfc2231 gbk": f"filename*=GBK''{quote(NAME.encode('gbk'))}".encode(),
    "rfc2231 continued": continued(NAME),
    "rfc2047 in quotes": b'filename="' + encoded(NAME) + b'"',
    "rfc2047 bare": b"filename=" + encoded(NAME),
    "gb2312 label": b'filename="' + encoded(NAME, "gbk", "gb2312") + b'"',
    "hz label": b'filename="' + encoded(NAME, "hz", "hz-gb-2312") + b'"',
    "folded in a character": b'filename="' + halves(NAME, "utf-8", "utf-8") + b'"',
    "folded in a character, gbk": b'filename="' + halves(NAME, "gbk", "gb2312") + b'"',
    "raw utf-8": f'filename="{NAME}"'.encode(),
    "raw gbk": f'filename="{NAME}"'.encode("gbk"),
    "encoded twice": b'filename="' + encoded(encoded(NAME).decode()) + b'"',
    "with folders": f'filename="..\\\\..\\\\/etc/{NAME}"'.encode(),
}


@pytest.mark.parametrize("given", NAMES.values(), ids=NAMES.keys())
def test_a_name_as_it_is_sent(given: bytes) -> None:
    found = letter(mail(part(BOOK, given)), "a.eml")
    assert [(each.name, each.data) for each in found.workbooks] == [(NAME, BOOK)]


def test_a_name_in_the_content_type_only() -> None:
    kind = 'application/octet-stream; name="' + encoded(NAME).decode() + '"'
    found = letter(mail(part(BOOK, b"", kind)), "a.eml")
    assert [each.name for each in found.workbooks] == [NAME]


def test_a_workbook_without_any_name() -> None:
    found = letter(mail(part(BOOK, b"")), "a.eml")
    assert [each.data for each in found.workbooks] == [BOOK]


def test_who_when_and_what_about() -> None:
    found = letter(
        mail(plain(BOOK), sender="=?gb2312?B?1cXI/Q==?= <Zhang@X.cn>", subject="关于报送"), "a.eml"
    )
    assert (found.sender, found.address, found.subject) == ("张三", "zhang@x.cn", "关于报送")
    assert found.sent is not None
    assert found.sent.isoformat() == "2025-01-20T09:12:00+08:00"


def test_a_forwarded_mail_is_looked_into() -> None:
    inner = mail(plain(BOOK), sender="li@y.cn")
    part_ = b"Content-Type: message/rfc822\r\n\r\n" + inner
    assert [each.data for each in letter(mail(part_), "a.eml").workbooks] == [BOOK]


@pytest.mark.parametrize("label", ["base64", "BASE64"])
def test_a_forwarded_mail_that_was_encoded_is_looked_into(label: str) -> None:
    inner = mail(plain(BOOK))
    head = f"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: {label}\r\n\r\n"
    found = letter(mail(head.encode() + encodebytes(inner)), "a.eml")
    assert [each.data for each in found.workbooks] == [BOOK]
    assert not found.others


@pytest.mark.parametrize(
    "more", [b"\r\n-- \r\nScanned by AntiVirus (c) 2025\r\n", b"\r\n\r\n!!\r\nend of file\r\n"]
)
def test_lines_behind_the_base64_of_an_attachment(more: bytes) -> None:
    assert [each.data for each in letter(mail(plain(BOOK) + more), "a.eml").workbooks] == [BOOK]


@pytest.mark.parametrize(
    "saved",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"\r\n\n" + data,
        lambda data: data.decode().encode("utf-16"),
    ],
    ids=["byte order mark", "blank lines", "utf-16"],
)
def test_a_mail_that_an_editor_has_saved(saved: Callable[[bytes], bytes]) -> None:
    found = letter(saved(mail(plain(BOOK), subject="报送")), "a.eml")
    assert [each.data for each in found.workbooks] == [BOOK]
    assert (found.address, found.subject) == ("zhang@x.cn", "报送")
    assert sent(saved(mail())[: 1 << 9]) == found.sent


def test_an_attached_eml_is_looked_into() -> None:
    inner = mail(plain(BOOK), sender="li@y.cn")
    attached = part(inner, b'filename="a.eml"', "application/octet-stream")
    assert [each.data for each in letter(mail(attached), "a.eml").workbooks] == [BOOK]


@pytest.mark.parametrize(("depth", "opened"), [(4, True), (5, False)])
def test_mails_within_mails_are_looked_into_four_deep(depth: int, opened: bool) -> None:
    held = mail(plain(BOOK))
    for _ in range(depth):
        held = mail(part(held, b'filename="a.eml"', "application/octet-stream"))
    found = letter(held, "a.eml")
    assert (len(found.workbooks), found.others) == ((1, ()) if opened else (0, ("a.eml",)))


def test_a_zip_with_gbk_names() -> None:
    attached = part(gbk_zip(NAME, BOOK), b'filename="a.zip"', "application/zip")
    found = letter(mail(attached), "a.eml").workbooks
    assert [(each.name, each.data) for each in found] == [(NAME, BOOK)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (zipped({"里.zip": zipped({"a.xlsx": BOOK})}), "里面还有压缩包"),
        (zipped({f"{n}.txt": b"" for n in range(51)}), "文件太多或太大"),
        (claiming(2 * FILE_LIMIT + 1), "文件太多或太大"),
        (b"PK\x03\x04broken", "已损坏"),
    ],
)
def test_a_zip_that_is_not_opened(content: bytes, told: str) -> None:
    found = letter(mail(part(content, b'filename="a.zip"', "application/zip")), "a.eml")
    assert not found.workbooks
    assert told in found.remarks[0]


@pytest.mark.parametrize(
    "content",
    [
        zipped({"a.xlsx": BOOK, **{f"{n}.txt": b"" for n in range(49)}}),
        claiming(2 * FILE_LIMIT),
    ],
)
def test_a_zip_of_the_limit_is_opened(content: bytes) -> None:
    found = letter(mail(part(content, b'filename="a.zip"', "application/zip")), "a.eml")
    assert [each.data for each in found.workbooks] == [BOOK]


def test_what_is_no_submission() -> None:
    parts = (
        part(b"lock", b'filename="~$a.xlsx"'),
        part(b"text", b'filename="a.docx"', "application/msword"),
        part(b"\x78\x9f\x3e\x22", b'filename="winmail.dat"', "application/ms-tnef"),
    )
    found = letter(mail(*parts), "a.eml")
    assert not found.workbooks
    assert found.others == ("a.docx",)
    assert "winmail.dat" in found.remarks[0]


def attribute(number: int, value: bytes) -> bytes:
    """Return an attribute of Outlook's own format."""
    return (
        struct.pack("<BII", 2, number, len(value)) + value + struct.pack("<H", sum(value) % 65536)
    )


def winmail(*files: tuple[bytes, bytes], long: str = "") -> bytes:
    """Return a winmail.dat with files of the given titles; ``long`` is the last one's long name."""
    parts = [b"\x78\x9f\x3e\x22\x01\x00", attribute(0x00089006, b"\x00\x00\x01\x00")]
    for title, data in files:
        parts += [attribute(0x00069002, bytes(14)), attribute(0x0006800F, data)]
        parts.append(attribute(0x00018010, title + b"\x00"))
    if long:
        name = f"{long}\x00".encode("utf-16-le")
        told = b"\x1f\x00\x07\x37" + struct.pack("<II", 1, len(name)) + name
        parts.append(attribute(0x00069005, struct.pack("<I", 1) + told))
    return b"".join(parts)


def outlooks_own(data: bytes, name: bytes = b"winmail.dat") -> Mail:
    return letter(mail(part(data, b'filename="' + name + b'"', "application/ms-tnef")), "a.eml")


def test_what_outlook_wraps_in_its_own_format_is_taken_out() -> None:
    other = workbook("永宁市教育局")
    held = winmail(("教育局.xlsx".encode("gbk"), other), (b"BAOGAO~1.XLS", BOOK), long="报告.xlsx")
    for name in (b"winmail.dat", b"noname"):
        found = outlooks_own(held, name)
        assert [(each.name, each.data) for each in found.workbooks] == [
            ("教育局.xlsx", other),
            ("报告.xlsx", BOOK),
        ]
        assert found.remarks == ()
    assert outlooks_own(winmail((b"a.zip", zipped({"b.xlsx": BOOK})))).workbooks[0].name == "b.xlsx"
    assert outlooks_own(winmail()).remarks == ()


@pytest.mark.parametrize(
    "data",
    [
        winmail((b"a.xlsx", BOOK))[:-40],
        winmail((b"a.xlsx", BOOK)).replace(b"xl/workbook", b"xl/workbooc"),
        winmail((b"winmail.dat", winmail((b"a.xlsx", BOOK)))),
        b"\x78\x9f\x3e\x22" + b"\xff" * 40,
    ],
    ids=["cut", "changed", "twice", "noise"],
)
def test_outlooks_own_format_that_is_damaged_or_nested_is_told(data: bytes) -> None:
    found = outlooks_own(data)
    assert found.workbooks == ()
    assert "取不出里面的工作簿" in found.remarks[0]


def test_a_zip_in_a_zip_is_not_opened_whatever_its_name_is() -> None:
    inner = zipped({"里": zipped({"a.xlsx": BOOK})})
    found = letter(mail(part(inner, b'filename="a.zip"', "application/zip")), "a.eml")
    assert not found.workbooks
    assert "里面还有压缩包“里”" in found.remarks[0]


def test_a_zip_with_a_password() -> None:
    content = bytearray(zipped({"a.xlsx": BOOK}))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    found = letter(mail(part(bytes(content), b'filename="a.zip"', "application/zip")), "a.eml")
    assert not found.workbooks
    assert "有密码" in found.remarks[0]


def test_names_in_a_zip_have_no_folders_and_locks_are_left_out() -> None:
    content = zipped({"../../报送/a.xlsx": BOOK, "报送/~$a.xlsx": b"x", "__MACOSX/._a.xlsx": b"x"})
    found = letter(mail(part(content, b'filename="a.zip"', "application/zip")), "a.eml")
    assert [each.name for each in found.workbooks] == ["a.xlsx"]


def test_a_workbook_inline_is_a_submission_and_pictures_are_nothing() -> None:
    inline = part(BOOK, b"").replace(b"attachment", b'inline; filename="a.xlsx"')
    logo = part(b"\x89PNG", b"", "image/png").replace(b"attachment", b'inline; filename="logo.png"')
    named = part(b"\x89PNG", b'filename="b.png"\r\nContent-ID: <b>', "image/png")
    found = letter(mail(inline, logo, named), "a.eml")
    assert [each.name for each in found.workbooks] == ["a.xlsx"]
    assert found.others == ()
    photo = part(b"\x89PNG", b'filename="photo.jpg"', "image/jpeg")
    assert letter(mail(photo), "a.eml").others == ("photo.jpg",)


@pytest.mark.parametrize("times", [60, 5000])
def test_mails_nested_without_end_are_read(times: int) -> None:
    inner = mail(plain(BOOK))
    head = b"From: zhang@x.cn\r\nMessage-ID: <deep@x.cn>\r\nContent-Type: message/rfc822\r\n\r\n"
    found = letter(head + b"Content-Type: message/rfc822\r\n\r\n" * times + inner, "a.eml")
    assert (found.address, found.message_id) == ("zhang@x.cn", "<deep@x.cn>")
    if times == 60:
        assert [each.data for each in found.workbooks] == [BOOK]
    else:
        assert "套得太深" in found.remarks[0]


@pytest.mark.parametrize("day", ["", "gibberish", "Wed, 20 Jan 1925 09:12:00 +0800", "99999"])
def test_a_date_that_cannot_be(day: str) -> None:
    assert letter(mail(plain(BOOK), day=day), "a.eml").sent is None


def test_the_same_workbook_twice_is_one() -> None:
    found = letter(mail(plain(BOOK), plain(BOOK, "副本.xlsx")), "a.eml")
    assert [each.name for each in found.workbooks] == ["报告.xlsx"]


@pytest.mark.parametrize(
    "text",
    [
        "从QQ邮箱发来的超大附件 报告.xlsx https://example.invalid/x",
        "链接: https://pan.baidu.com/s/1abc 提取码: 8x2k",
        "年报见 https://docs.qq.com/sheet/DAAA",
        "【金山文档】年报.xlsx",
        "<a href='https://share.weiyun.com/AAA'>年报</a>",
    ],
)
def test_a_link_to_a_large_attachment_is_not_followed(text: str) -> None:
    found = letter(mail(text=text), "a.eml")
    assert "用普通附件" in found.remarks[0]
    assert letter(mail(plain(BOOK), text=text), "a.eml").remarks == ()


@pytest.mark.parametrize(
    "quoted",
    [
        "> 请不要用超大附件",
        "------------------ 原始邮件 ------------------\n请不要用超大附件",
        "发件人：李四\n请不要用超大附件",
        '在 2025-01-19 09:12:00，"李四" <li@y.cn> 写道：\n请不要用超大附件',
        "<blockquote>请不要用超大附件</blockquote>",
        "<div>------------------&nbsp;原始邮件&nbsp;------------------</div>请不要用超大附件",
        "<p><b><span>发件人:</span></b> 李四</p>请不要用超大附件",
        "<p>在 2025-01-19，李四 写道：</p>请不要用超大附件",
        "<div class='gmail_quote'>请不要用超大附件</div>",
    ],
)
def test_what_a_reply_quotes_it_does_not_say(quoted: str) -> None:
    text = f"收到，谢谢！\n{quoted}"
    for subject, more in (("回复：报送", b""), ("谢谢", b"In-Reply-To: <a@y.cn>\r\n")):
        found = letter(mail(subject=subject, more=more, text=text), "a.eml")
        assert (found.reply, found.remarks) == (True, ())
    assert letter(mail(subject="转发：报送", text=text), "a.eml").remarks
    linked = letter(mail(subject="Re: 报送", text=f"见网盘\n{quoted}"), "a.eml")
    assert "用普通附件" in linked.remarks[0]


@pytest.mark.parametrize("name", ["smime.p7m", "encrypted.asc"])
def test_an_encrypted_mail_is_told(name: str) -> None:
    sealed = part(b"\x30\x80", f'filename="{name}"'.encode(), "application/octet-stream")
    found = letter(mail(sealed), "a.eml")
    assert (found.others, f"（{name}），取不出里面的附件" in found.remarks[0]) == ((), True)


def test_a_workbook_that_a_browser_has_made_a_zip_of() -> None:
    found = letter(mail(part(BOOK, b'filename="a.zip"', "application/zip")), "a.eml").workbooks
    assert [(each.name, each.data) for each in found] == [("a.xlsx", BOOK)]


def test_a_workbook_in_the_midst_of_a_text() -> None:
    lines = b"".join(b2a_uu(BOOK[at : at + 45]) for at in range(0, len(BOOK), 45))
    text = b"begin 644 " + "报告.xlsx".encode("gbk") + b"\n" + lines + b"`\nend\n"
    found = letter(b"From: a@x.cn\n\nhello\nbegin 9\n\n" + text + b"bye\n", "a.eml")
    assert [(each.name, each.data) for each in found.workbooks] == [("报告.xlsx", BOOK)]
    assert not letter(b"From: a@x.cn\n\n" + text.removesuffix(b"end\n"), "a.eml").workbooks


def test_a_zip_of_saved_mails_is_looked_into() -> None:
    packed = zipped({"一.eml": mail(plain(BOOK, "年报.xlsx")), "说明.docx": b"PK"})
    found = letter(mail(part(packed, b'filename="a.zip"', "application/zip")), "a.eml")
    assert [(each.name, each.data) for each in found.workbooks] == [("年报.xlsx", BOOK)]
    assert found.others == ("说明.docx",)


@pytest.mark.parametrize("data", [b"Rar!\x1a\x07\x01\x00x", b"7z\xbc\xaf\x27\x1cx"])
def test_another_archive_that_is_called_zip_is_judged_by_what_it_is(data: bytes) -> None:
    found = letter(mail(part(data, b'filename="a.zip"', "application/zip")), "a.eml")
    assert [(each.name, each.data) for each in found.workbooks] == [("a.zip", data)]


@pytest.mark.parametrize("day", ["", "Wed, 20 Jan 2099 09:12:00 +0800"])
def test_the_server_says_when_a_mail_arrived_where_its_date_cannot_be(day: str) -> None:
    passed = b"Received: from x.cn by mx.y.cn;\r\n Wed, 22 Jan 2025 08:00:00 +0800 (CST)\r\n"
    passed += b"Received: from home by x.cn; Tue, 21 Jan 2025 08:00:00 +0800\r\n"
    sent = letter(mail(plain(BOOK), day=day, more=passed), "a.eml").sent
    assert sent is not None
    assert sent.isoformat() == "2025-01-22T08:00:00+08:00"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("Mon, 20 Jan 2025 09:12:00 +0800", "2025-01-20T09:12:00+08:00"),
        ("Mon, 20 Jan 2025 20:12:00 -0500", "2025-01-21T09:12:00+08:00"),
        ("Mon, 20 Jan 2025 09:12:00 -0000", "2025-01-20T17:12:00+08:00"),
        ("Mon, 20 Jan 2025 09:12:00", "2025-01-20T17:12:00+08:00"),
        ("Sat, 1 Jan 2000 09:12:00 +0800", "2000-01-01T09:12:00+08:00"),
        ("Fri, 31 Dec 1999 09:12:00 +0800", None),
    ],
)
def test_when_a_mail_was_sent_is_told_in_the_time_of_beijing(day: str, told: str | None) -> None:
    found = letter(mail(day=day), "a.eml").sent
    assert (found and found.isoformat()) == told


@pytest.mark.parametrize(
    ("more", "address"),
    [
        (b"", "zhang@x.cn"),
        (b"Reply-To: Li@Y.cn\r\n", "li@y.cn"),
        (b"Reply-To: x\r\n", "zhang@x.cn"),
    ],
)
def test_the_answer_goes_where_the_sender_wants_it(more: bytes, address: str) -> None:
    found = letter(mail(sender="Zhang@X.cn", more=more + b"Sender: wang@x.cn\r\n"), "a.eml")
    assert found.address == address


def test_a_receipt_is_answered_by_nobody() -> None:
    receipt = mail().replace(b"multipart/mixed", b"multipart/report; report-type=x")
    assert letter(receipt, "a.eml").automatic


@pytest.mark.parametrize(
    "sent",
    [
        *(
            mail(more=each)
            for each in (b"Auto-Submitted: auto-replied\r\n", b"Precedence: bulk\r\n")
        ),
        mail(more=b"List-Unsubscribe: <mailto:x@x.cn>\r\n"),
        mail(sender="no.reply@x.cn"),
        *(
            mail(subject=each)
            for each in ("自动回复:通知", "Automatic reply: x", "已读: x", "系统退信")
        ),
    ],
)
def test_what_no_person_wrote(sent: bytes) -> None:
    assert letter(sent, "a.eml").automatic


@pytest.mark.parametrize(
    "subject", ["年度报告", "回复：已读通知", "Reading list", "阅读回执请见附件"]
)
def test_what_a_person_wrote(subject: str) -> None:
    assert not letter(mail(subject=subject), "a.eml").automatic


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 50, b"Content-Type: multipart/mixed\r\n\r\nx"])
def test_anything_is_read_without_an_error(data: bytes) -> None:
    assert letter(data, "a.eml").workbooks == ()


def test_every_source(tmp_path: Path) -> None:
    told: list[str] = []
    folder = put(tmp_path / "邮件", mail(plain(BOOK)))
    box = standard.mbox(str(tmp_path / "a.mbox"))
    box.add(mail(plain(BOOK), text="From the start\r\n\r\nFrom here"))
    box.add(mail(plain(workbook(wrong=True))))
    box.close()
    maildir = standard.Maildir(str(tmp_path / "M"))
    maildir.add(mail(plain(BOOK)))
    for source, count in (
        (folder, 1),
        (folder / "001.eml", 1),
        (tmp_path / "a.mbox", 2),
        (tmp_path / "M", 1),
    ):
        found = list(letters(source, told.append))
        assert [len(each.workbooks) for each in found] == [1] * count
    assert told == []


HEADERS = "From: =?utf-8?B?5byg5LiJ?= <Zhang@x.cn>\r\nMessage-ID: <1@x.cn>\r\n"


def test_an_outlook_mail(tmp_path: Path) -> None:
    files = (File(NAME, BOOK), File("说明.docx", b"x"), File("~$a.xlsx", b"lock"))
    headers = f"{HEADERS}Date: Wed, 20 Jan 2025 09:12:00 +0800\r\n"
    saved = Saved({"subject": "报送年报", "headers": headers}, files)
    (tmp_path / "a.msg").write_bytes(outlook(saved))
    (found,) = letters(tmp_path, print)
    assert (found.sender, found.address) == ("张三", "zhang@x.cn")
    assert (found.subject, found.message_id) == ("报送年报", "<1@x.cn>")
    assert found.sent is not None
    assert found.sent.isoformat() == "2025-01-20T09:12:00+08:00"
    assert [(each.name, each.data) for each in found.workbooks] == [(NAME, BOOK)]
    assert found.others == ("说明.docx",)


def test_an_outlook_mail_that_never_left_its_server(tmp_path: Path) -> None:
    told = {"subject": "报送", "sender_name": "李四", "sender_address": "/O=ORG/CN=LI"}
    told |= {"smtp_address": "Li@x.cn", "message_id": "<2@x.cn>"}
    sent = datetime(2025, 1, 20, 1, 12, tzinfo=UTC)
    saved = Saved(told, (File("BAOGAO~1.XLS", BOOK, short=True),), sent=sent)
    (tmp_path / "a.msg").write_bytes(outlook(saved))
    (found,) = letters(tmp_path, print)
    assert (found.sender, found.address, found.message_id) == ("李四", "li@x.cn", "<2@x.cn>")
    assert found.sent is not None
    assert found.sent.isoformat() == "2025-01-20T09:12:00+08:00"
    assert [each.name for each in found.workbooks] == ["BAOGAO~1.XLS"]


def test_mails_within_outlook_mails_are_looked_into(tmp_path: Path) -> None:
    inner = Saved({"subject": "转发"}, (File(NAME, BOOK),))
    other = workbook(wrong=True)
    eml = File("a.eml", mail(plain(other)))
    (tmp_path / "a.msg").write_bytes(outlook(Saved({"headers": HEADERS}, (eml,), (inner,))))
    (found,) = letters(tmp_path, print)
    assert {each.data for each in found.workbooks} == {BOOK, other}


def test_an_outlook_mail_attached_to_a_mail() -> None:
    saved = outlook(Saved({"headers": HEADERS}, (File(NAME, BOOK),)))
    attached = part(saved, b'filename="a.msg"', "application/vnd.ms-outlook")
    assert [each.data for each in letter(mail(attached), "a.eml").workbooks] == [BOOK]
    broken = part(b"nothing", b'filename="b.msg"', "application/vnd.ms-outlook")
    assert letter(mail(broken), "a.eml").others == ("b.msg",)


def test_a_link_in_an_outlook_mail(tmp_path: Path) -> None:
    saved = Saved({"headers": HEADERS, "body": "超大附件 https://example.invalid/x"})
    (tmp_path / "a.msg").write_bytes(outlook(saved))
    (found,) = letters(tmp_path, print)
    assert "用普通附件" in found.remarks[0]


@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=40))
@examples(60)
def test_a_damaged_outlook_mail_is_told_of_or_read(at: int, noise: bytes) -> None:
    whole = outlook(Saved({"subject": "报送", "headers": HEADERS}, (File(NAME, BOOK),)))
    data = bytearray(whole)
    place = at % len(data)
    data[place : place + len(noise)] = noise
    try:
        read_outlook(bytes(data), "a.msg")
    except MailError as error:
        assert "请在 Outlook 中重新另存一次" in str(error)


def test_a_broken_outlook_mail_is_told_of(tmp_path: Path) -> None:
    told: list[str] = []
    (tmp_path / "a.msg").write_bytes(b"nothing")
    assert list(letters(tmp_path, told.append)) == []
    assert "不是 Outlook 保存的邮件" in told[0]


@pytest.mark.parametrize("name", ["没有", "空"])
def test_nothing_to_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(MailError, match="没有"):
        list(letters(tmp_path / name, print))


def test_a_mail_written_by_pythons_own_library() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "张三 <a@b.cn>", "报送"
    message.set_content("见附件")
    message.add_attachment(BOOK, maintype="application", subtype="x", filename=NAME)
    found = letter(message.as_bytes(), "a.eml")
    assert (found.sender, found.workbooks[0].name) == ("张三", NAME)
