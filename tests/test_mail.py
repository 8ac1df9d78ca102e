"""``mail``: from the mails to the register, the archive and the drafts; safe against everything."""

import csv
import email
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from email import policy
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest
from archive_desk import verified
from command import run
from mails import OPERATOR, mail, part, plain, put, workbook
from reports import AGENCY
from workbooks.build import changed

from govxlsx import process
from govxlsx.desk.archive.correspondence import Correspondence, Received
from govxlsx.desk.archive.current import current
from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.archive.filing import Archive, now
from govxlsx.desk.archive.register import Register
from govxlsx.desk.batch.crew import here
from govxlsx.desk.rollup.source import archived
from govxlsx.form.editions import edition_by_id
from govxlsx.intake.letter import Mail
from govxlsx.intake.run import MailRun
from govxlsx.intake.sources import letters
from govxlsx.report.interchange import Interchange
from govxlsx.template import workbook as template

BUREAU = "政府部门"
ROSTER = (
    "机关名称,机关类别,上级机关,邮箱,期限\n"
    f"永宁市档案局,{BUREAU},,zhang@x.cn,2025-01-26\n"
    f"永宁市审计局,{BUREAU},,li@x.cn,\n"
    "永宁市司法局,乡镇人民政府或街道办事处,,,\n"
)


def take(desk: Path, jobs: int = 1) -> tuple[int, str]:
    """Take the mails in; without processes that would have to be warmed up."""
    done = run(
        *("mail", "邮件", "--into", "档案", "--drafts", "草稿", "--roster", "名册.csv"),
        *("--jobs", str(jobs)),
        cwd=desk,
        width=400,
    )
    return done.returncode, done.stdout + done.stderr


def desk(tmp_path: Path, *mails: bytes) -> Path:
    put(tmp_path / "邮件", *mails)
    (tmp_path / "名册.csv").write_text(ROSTER, encoding="utf-8")
    return tmp_path


def registered(folder: Path) -> tuple[list[Received], list[Submission]]:
    with Register.open(folder / "档案") as register:
        return list(Correspondence(register).mails()), list(register.submissions())


def drafts(folder: Path) -> dict[str, EmailMessage]:
    """Return the drafts by the address that they go to, parsed again."""
    found: dict[str, EmailMessage] = {}
    for path in sorted((folder / "草稿").glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        assert message["X-Unsent"] == "1"
        assert message["From"] is None
        found[str(message["To"])] = message
    return found


def body(message: EmailMessage) -> str:
    found = message.get_body()
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


def enclosed(message: EmailMessage) -> dict[str, bytes]:
    return {
        str(each.get_filename()): each.get_payload(decode=True)  # type: ignore[misc]
        for each in message.iter_attachments()
    }


def doubts(folder: Path) -> list[str]:
    with (folder / "草稿" / "须人工处理.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [each["请您看"] for each in csv.DictReader(stream)]


def test_accepted_and_returned(tmp_path: Path) -> None:
    good, bad = workbook(), workbook("永宁市审计局", wrong=True)
    place = desk(
        tmp_path,
        mail(plain(good, "档案局.xlsx")),
        mail(plain(bad, "审计局.xlsx"), sender="李四 <LI@x.cn>", message_id="<m2@x.cn>"),
    )
    code, told = take(place, jobs=2)
    assert code == 1, told
    assert (
        "新邮件 2 封（没有工作簿的 0 封），工作簿 2 份：接收 1、退回 1、不能用 0；需要您看的 0 封"
        in told
    )
    mails, submissions = registered(place)
    assert [each.became for each in mails] == [
        "永宁市档案局2024年度：已接收",
        "永宁市审计局2024年度：已退回，2 处错误",
    ]
    assert [each.received for each in submissions] == [date(2025, 1, 20)] * 2
    answers = drafts(place)
    assert answers["zhang@x.cn"]["Subject"] == "政府信息公开工作年度报告：永宁市档案局，已接收"
    assert "经检查没有错误，已接收归档" in body(answers["zhang@x.cn"])
    (document,) = enclosed(answers["zhang@x.cn"]).values()
    stored = {each.sha256 for each in submissions[0].files}
    assert sha256(document).hexdigest() in stored
    returned = answers["li@x.cn"]
    assert returned["In-Reply-To"] == "<m2@x.cn>"
    text = body(returned)
    assert text.startswith("永宁市审计局：\n")
    assert "（“审计局.xlsx”）已于2025年1月20日收到" in text
    first = text.splitlines().index(
        "1. 三、依申请公开：改 J8：1 → 7，下面 2 处合计就都对了。请先核对原始台账。"
    )
    assert text.splitlines()[first + 1].startswith("（1）三、依申请公开 J8：")
    assert text.splitlines()[first + 2].startswith("（2）三、依申请公开 J29：")
    assert text.splitlines()[first + 3].startswith("2. （提醒）")
    assert "怎么改：请核对 J27" in text.splitlines()[first + 3]
    assert "请修改后于2025年1月31日前重新报送。" in text
    assert list(enclosed(returned)) == ["审计局（校验结果）.xlsx"]
    assert verified(place)["status"] == "ok"


def test_a_second_run_does_nothing(tmp_path: Path) -> None:
    place = desk(tmp_path, mail(plain(workbook())), mail(text="没有附件"))
    take(place)
    before = {each.name: each.stat().st_mtime_ns for each in (place / "草稿").iterdir()}
    code, told = take(place)
    assert (code, "新邮件 0 封" in told) == (0, True)
    assert {each.name: each.stat().st_mtime_ns for each in (place / "草稿").iterdir()} == before
    assert len(registered(place)[0]) == 2


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (mail(text="没有"), "没有附件"),
        (mail(part(b"x", b'filename="a.docx"')), "“a.docx”不是填报的工作簿"),
        (mail(text="超大附件 https://example.invalid"), "请用普通附件"),
        (mail(part(b"PK\x03\x04", b'filename="a.zip"')), "请不要压缩"),
        (mail(part(b"x", b'filename="winmail.dat"')), "winmail.dat"),
        (mail(part(b"", b'filename="a.xlsx"')), "附件“a.xlsx”是空文件（0 字节）"),
    ],
)
def test_a_mail_without_a_workbook(tmp_path: Path, sent: bytes, told: str) -> None:
    place = desk(tmp_path, sent)
    assert take(place)[0] == 0
    (answer,) = drafts(place).values()
    assert told in body(answer)
    assert enclosed(answer) == {}


def test_a_workbook_that_cannot_be_used(tmp_path: Path) -> None:
    old = part(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, b'filename="a.xls"')
    place = desk(tmp_path, mail(old, part(b"", b'filename="b.xlsx"')))
    code, told = take(place)
    assert (code, "“b.xlsx”是空文件" in told, "。。" in told) == (2, True, False)
    (answer,) = drafts(place).values()
    assert "这个文件不能用，现予退回：" in body(answer)


def test_a_file_that_is_no_mail_is_not_taken_for_one(tmp_path: Path) -> None:
    place = desk(tmp_path)
    (tmp_path / "邮件").mkdir(exist_ok=True)
    (tmp_path / "邮件/a.eml").write_text(ROSTER, encoding="utf-8")
    code, told = take(place)
    assert (code, "不是邮件" in told, "新邮件 0 封" in told) == (2, True, True)


def test_what_is_unclear_goes_to_the_operator(tmp_path: Path) -> None:
    archive, audit = workbook(), workbook("永宁市审计局")
    stranger, justice = workbook("永宁市审记局"), workbook("永宁市司法局")
    place = desk(
        tmp_path,
        mail(plain(archive), plain(audit, "b.xlsx"), sender="else@x.cn"),
        mail(plain(stranger)),
        mail(plain(justice)),
        mail(more=b"Auto-Submitted: auto-replied\r\n"),
    )
    code, told = take(place)
    older = mail(plain(workbook(other="更早")), day="Sat, 18 Jan 2025 10:00:00 +0800")
    (place / "邮件" / "5.eml").write_bytes(older)
    take(place)
    assert code == 0, told
    first, near, kind, robot, older = doubts(place)
    assert "一封邮件里有 2 个机关的报告：永宁市档案局、永宁市审计局" in first
    assert "发件人 else@x.cn 不是名册中“永宁市审计局”的邮箱（li@x.cn）" in first
    assert near == "名册中没有“永宁市审记局”，最接近的是“永宁市审计局”"
    assert "机关类别填的是“政府部门”，名册中“永宁市司法局”是“乡镇人民政府或街道办事处”" in kind
    assert "比已登记的早，没有替代已登记的" in older
    assert "没有起草答复" in robot
    assert len(list((place / "草稿").glob("*.eml"))) == 5
    current = [each for each in registered(place)[1] if each.replaced_by is None]
    assert sorted(each.agency for each in current) == [
        "永宁市司法局",
        "永宁市审计局",
        "永宁市审记局",
        "永宁市档案局",
    ]


@pytest.mark.parametrize("first", [True, False])
def test_an_annotated_copy_that_was_only_saved_is_no_last_word(
    tmp_path: Path, *, first: bool
) -> None:
    """Excel asks whether to save what was only looked at."""
    place = desk(tmp_path, mail(plain(workbook(wrong=True), "报告.xlsx")))
    take(place)
    ((name, copy),) = enclosed(drafts(place)["zhang@x.cn"]).items()
    saved, mended = plain(changed(copy, lambda _: None), name), plain(workbook(), "报告.xlsx")
    parts = (saved, mended) if first else (mended, saved)
    (place / "邮件" / "2.eml").write_bytes(mail(*parts))
    assert take(place)[0] == 1
    (told,) = doubts(place)
    assert told.startswith("一封邮件里有同一机关同一年度的几份不同的工作簿；这一份是标出问题的副本")
    options = ("--roster", "名册.csv", "--as-of", "2025-01-22")
    assert "接收之后又报送的一份" not in run("status", "档案", *options, cwd=place).stdout
    assert run("notices", "档案", *options, "-o", "通知", cwd=place).returncode == 0
    assert not list((place / "通知").glob("永宁市档案局*"))


def version(number: int, hour: int, minute: int, zone: str = "+0800") -> bytes:
    """Return a mail with a version of a report, sent on one day."""
    day = f"Mon, 20 Jan 2025 {hour:02d}:{minute:02d}:00 {zone}"
    return mail(plain(workbook(other=f"第{number}稿。"), f"{number}.xlsx"), day=day)


def counted(place: Path) -> list[str]:
    """Return which versions count, and verify the archive."""
    assert verified(place)["status"] == "ok"
    found = (each for each in registered(place)[1] if each.replaced_by is None)
    return [Path(each.path).name for each in found]


def test_of_one_day_the_version_counts_that_was_sent_last(tmp_path: Path) -> None:
    """Whatever the files are called, and in which zone the sender's clock is."""
    mails = [version(3, 9, 50), version(4, 2, 30, "+0000"), version(1, 9, 5), version(2, 9, 30)]
    place = desk(tmp_path, *mails)
    assert take(place)[0] == 0
    assert counted(place) == ["4.xlsx"]
    assert [Path(each.path).name for each in registered(place)[1]] == [
        f"{number}.xlsx" for number in (1, 2, 3, 4)
    ]
    assert not (place / "草稿" / "须人工处理.csv").exists()


def test_a_version_of_the_same_day_that_comes_late_does_not_count(tmp_path: Path) -> None:
    place = desk(tmp_path, version(2, 9, 30))
    take(place)
    put(place / "邮件", version(2, 9, 30), version(1, 9, 5))
    assert take(place)[0] == 0
    assert counted(place) == ["2.xlsx"]
    ranks = archived(place / "档案", 2024).rank
    (last,) = (each.workbook for each in current(place / "档案"))
    assert ranks == {str(last): 1, **{each: 0 for each in ranks if each != str(last)}}
    assert ["没有替代已登记的" in each for each in doubts(place)] == [True]
    roster = ("--roster", "名册.csv", "--as-of", "2025-01-22", "--history")
    told = run("status", "档案", *roster, cwd=place, width=200).stdout
    assert told.index("1.xlsx：已接收，后来有一份替代") < told.index("2.xlsx：已接收")


def test_a_version_that_is_sent_again_after_another_one_is_told(tmp_path: Path) -> None:
    again = version(1, 9, 50).replace(b"Message-ID: <", b"Message-ID: <again-")
    place = desk(tmp_path, version(1, 9, 5), version(2, 9, 30), again)
    assert take(place)[0] == 0
    assert counted(place) == ["2.xlsx"]
    assert ["没有替代已登记的" in each for each in doubts(place)] == [True]
    (answer,) = drafts(place).values()  # to one address: the last is looked at
    assert "这一份没有替代它" in body(answer)


def test_a_bounce_is_no_submission(tmp_path: Path) -> None:
    status = b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.x.cn\r\n\r\n"
    status += b"Final-Recipient: rfc822; zhang@x.cn\r\nAction: failed\r\n"
    original = b"Content-Type: message/rfc822\r\n\r\n" + mail(plain(workbook()), sender=OPERATOR)
    bounce = mail(status, original, sender="Mail Delivery <postmaster@mx.x.cn>")
    place = desk(tmp_path, bounce)
    code, told = take(place)
    assert (code, "（没有工作簿的 1 封），工作簿 0 份" in told) == (0, True), told
    assert registered(place)[1] == []
    (doubt,) = doubts(place)
    assert "原来的邮件没有送到zhang@x.cn" in doubt
    assert not list((place / "草稿").glob("*.eml"))


def test_what_a_later_mail_corrects_is_not_unclear_but_the_old_one_again_is(
    tmp_path: Path,
) -> None:
    old, new = plain(workbook(other="旧")), plain(workbook(other="新"))
    place = desk(tmp_path, mail(old), mail(new, day="Thu, 23 Jan 2025 09:12:00 +0800"))
    assert take(place)[0] == 0
    assert not (place / "草稿" / "须人工处理.csv").exists()
    again = mail(old, day="Fri, 24 Jan 2025 09:12:00 +0800", message_id="<again@x.cn>")
    (place / "邮件" / "3.eml").write_bytes(again)
    assert take(place)[0] == 0
    assert ["没有替代已登记的" in each for each in doubts(place)] == [True]


def test_an_annotated_copy_beside_the_mended_workbook_is_no_submission(tmp_path: Path) -> None:
    wrong = workbook(wrong=True)
    place = desk(tmp_path, mail(plain(wrong)))
    assert take(place)[0] == 1
    (copy,) = enclosed(drafts(place)["zhang@x.cn"]).values()
    (place / "邮件" / "2.eml").write_bytes(mail(plain(workbook()), plain(copy, "a.xlsx")))
    code, told = take(place)
    assert (code, "工作簿 1 份：接收 1、退回 0" in told) == (0, True), told
    (place / "邮件" / "3.eml").write_bytes(mail(plain(copy, "a.xlsx")))
    code, told = take(place)
    assert (code, "工作簿 1 份：接收 0、退回 1" in told) == (1, True), told


def test_the_blank_form_beside_the_filled_one_is_no_submission(tmp_path: Path) -> None:
    """An answer may hold what was attached to the mail that it answers."""
    blank = plain(template(edition_by_id("2021"), Interchange("2021", 2024, AGENCY)), "填报表.xlsx")
    place = desk(tmp_path, mail(plain(workbook()), blank))
    code, told = take(place)
    assert (code, "工作簿 1 份：接收 1、退回 0" in told) == (0, True), told
    (place / "邮件" / "2.eml").write_bytes(mail(blank))
    code, told = take(place)
    assert (code, "工作簿 1 份：接收 0、退回 1" in told) == (1, True), told


@pytest.mark.parametrize("sender", ["zhang@x.cn", "li@x.cn"])
@pytest.mark.parametrize("wrong", [False, True])
def test_a_report_of_another_year_is_told_of_at_once(
    tmp_path: Path, sender: str, *, wrong: bool
) -> None:
    """By the roster's deadline, which tells the year for all, or by the day of receipt."""
    name = {"zhang@x.cn": "永宁市档案局", "li@x.cn": "永宁市审计局"}[sender]
    old = workbook(name, wrong=wrong, year=2023)
    place = desk(tmp_path, mail(plain(old, "旧.xlsx"), sender=sender))
    if sender == "li@x.cn":
        (place / "名册.csv").write_text(ROSTER.replace("2025-01-26", ""), encoding="utf-8")
    take(place)
    answer = drafts(place)[sender]
    assert answer["Subject"] == f"政府信息公开工作年度报告：{name}，请报送2024年度的"
    text = body(answer)
    assert text.count("这一份的报告年度是2023，现在应当报送的是2024年度的报告，尚未收到") == 1
    assert text.count("应当报送的是") == 1
    until = {"zhang@x.cn": "2025年1月26日", "li@x.cn": "2025年1月31日"}[sender]
    assert f"请修改后于{until}前重新报送" in text or f"请于{until}前报送2024年度的报告" in text
    told = f"“{name}”报送的是2023年度的，2024年度的还没有收到"
    assert doubts(place) == [told]
    options = ("--roster", "名册.csv", "--as-of", "2025-01-22", "-o", "通知")
    done = run("notices", "档案", *options, cwd=place, width=400)
    assert "草稿没有收件人的：永宁市司法局。" in done.stderr
    owed = email.message_from_bytes(
        (place / "通知" / f"{name}催报通知.eml").read_bytes(), policy=policy.default
    )
    assert isinstance(owed, EmailMessage)
    assert "你单位于2025年1月20日报送了一份“旧.xlsx”，这一份的报告年度是2023" in body(owed)
    done = run("status", "档案", *options[:2], "--as-of", "2025-01-22", cwd=place, width=400)
    assert "旧.xlsx）写的是 2023 年度，不算这个年度的" in done.stdout


def test_a_correction_of_last_years_report_is_no_other_year(tmp_path: Path) -> None:
    place = desk(
        tmp_path,
        mail(plain(workbook())),
        mail(plain(workbook(year=2023)), day="Wed, 22 Jan 2025 09:12:00 +0800"),
    )
    assert take(place)[0] == 0
    assert not (place / "草稿" / "须人工处理.csv").exists()


@pytest.mark.parametrize(("month", "told"), [("Oct", False), ("Sep", True)])
def test_a_report_of_the_year_itself_is_early_or_mistyped(
    tmp_path: Path, month: str, *, told: bool
) -> None:
    day = f"Wed, 20 {month} 2024 09:12:00 +0800"
    place = desk(tmp_path, mail(plain(workbook("永宁市审计局")), sender="li@x.cn", day=day))
    (place / "名册.csv").write_text(ROSTER.replace("2025-01-26", ""), encoding="utf-8")
    take(place)
    assert ("应当报送的是2023年度" in body(drafts(place)["li@x.cn"])) is told


@pytest.mark.parametrize(("day", "told"), [(26, "于2025年1月26日前"), (27, "尽快")])
def test_a_deadline_that_is_over_is_not_named(tmp_path: Path, day: int, told: str) -> None:
    late = mail(plain(workbook(wrong=True)), day=f"Mon, {day} Jan 2025 09:12:00 +0800")
    place = desk(tmp_path, late)
    assert take(place)[0] == 1
    assert f"请修改后{told}重新报送。" in body(drafts(place)["zhang@x.cn"])


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("", "邮件没有日期，或者读不出来"),
        ("Fri, 20 Jan 2096 20:12:00 -0500", "邮件写的日期是 2096-01-21，还没有到"),
    ],
)
def test_a_mail_without_a_date_counts_today_and_is_told(
    tmp_path: Path, day: str, told: str
) -> None:
    place = desk(tmp_path, mail(plain(workbook()), day=day))
    assert take(place)[0] == 0
    assert doubts(place) == [f"{told}，看不出是哪天收到的，按处理的这一天登记"]
    assert [each.received for each in registered(place)[1]] == [None]


def test_an_attachment_for_which_there_is_no_room(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    place = desk(tmp_path, mail(plain(b"PK" + bytes(1 << 20))))
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 19, most[1]))
    try:
        code, told = take(place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert code == 2
    assert "报告.xlsx”：" in told.splitlines()[-1]
    assert told.splitlines()[-1].startswith("无法写入“")
    assert registered(place) == ([], [])


def test_a_reply_without_attachments_is_for_the_operator(tmp_path: Path) -> None:
    place = desk(tmp_path, mail(subject="回复：报送", text="收到，谢谢！"))
    assert take(place)[0] == 0
    assert ["没有附件的回信" in each for each in doubts(place)] == [True]


def test_mails_are_counted_apart_from_workbooks(tmp_path: Path) -> None:
    both = mail(plain(workbook()), plain(workbook("永宁市审计局", wrong=True), "b.xlsx"))
    place = desk(tmp_path, both, mail(text="没有"))
    told = take(place)[1]
    assert "新邮件 2 封（没有工作簿的 1 封），工作簿 2 份：接收 1、退回 1、不能用 0；" in told


def test_mails_that_say_nothing_of_themselves_are_each_entered(tmp_path: Path) -> None:
    place = desk(tmp_path, b"Subject: a\r\n\r\nx", b"Subject: a\r\n\r\ny", b"")
    code, told = take(place)
    assert code == 2
    assert "003.eml”是空文件，里面没有邮件" in told
    assert len(registered(place)[0]) == 2


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_head_of_raw_bytes_is_read_as_text(tmp_path: Path, charset: str) -> None:
    sent = mail(message_id="<无1@x.cn>", sender="张三 <zhang@x.cn>", subject="年报", text="x")
    folder = desk(tmp_path, sent.decode().encode(charset))
    code, told = take(folder)
    assert (code, "没有工作簿的 1 封" in told) == (0, True), told
    (entered,) = registered(folder)[0]
    assert (entered.message_id, entered.sender) == ("<无1@x.cn>", "张三")
    assert str(drafts(folder)["zhang@x.cn"]["In-Reply-To"]) == "<无1@x.cn>"


@pytest.mark.skipif(os.name != "posix", reason="which processes there are is not asked there")
@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
def test_a_file_with_a_name_in_gbk(tmp_path: Path) -> None:
    place = desk(tmp_path, mail())
    (place / "邮件" / "001.eml").rename(place / "邮件" / os.fsdecode("报.eml".encode("gbk")))
    assert take(place)[0] == 0
    assert [each.source for each in registered(place)[0]] == ["邮件/\\udcb1\\udca8.eml"]


def test_another_run_that_was_faster(tmp_path: Path) -> None:
    place = desk(tmp_path, mail(plain(workbook())), mail())

    def slowly() -> Iterator[Mail]:
        yield from letters(place / "邮件", print)
        take(place)

    with Archive.open(place / "档案") as opened, here() as crew:
        assert not list(MailRun(opened, crew, tmp_path / "spool", now).over(slowly()))
    assert [len(each) for each in registered(place)] == [2, 1]
    assert verified(place)["status"] == "ok"


def test_what_a_killed_run_has_left_is_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = [process.own_prefix("a-"), f"a-{gone.pid}-", "a-b"]
    for each in names:
        (tmp_path / f"{each}x").mkdir()
    process.clear_left("a-")
    assert [(tmp_path / f"{each}x").exists() for each in names] == [True, False, True]


def test_the_same_workbook_sent_again(tmp_path: Path) -> None:
    place = desk(
        tmp_path, mail(plain(workbook())), mail(plain(workbook()), message_id="<again@x.cn>")
    )
    assert take(place)[0] == 0
    mails, submissions = registered(place)
    assert (len(mails), len(submissions)) == (2, 1)


def test_a_register_of_the_first_version_is_read_and_extended(tmp_path: Path) -> None:
    place = desk(tmp_path, mail(plain(workbook())))
    take(place)
    with Register.open(place / "档案") as register:
        for each in ("receipt", "enclosed", "letter_place", "letter"):
            register.rows(f"DROP TABLE {each}")
        for each in ("fix", "lead", "item"):
            register.rows(f"ALTER TABLE finding DROP COLUMN {each}")
        register.rows("ALTER TABLE submission DROP COLUMN sent")
        register.rows("PRAGMA user_version = 1")
    assert registered(place)[0] == []
    assert [each.agency for each in registered(place)[1]] == ["永宁市档案局"]
    assert verified(place)["status"] == "ok"
    take(place)
    assert len(registered(place)[0]) == 1


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("没有这个", "没有“没有这个”这个文件或文件夹"),
        ("imap://a@mail.example.com/INBOX", "imap:// 不加密，只用于本机"),
        ("imaps://a:secret@mail.example.com/INBOX", "请不要把授权码写在邮箱地址里"),
        ("http://a@b/c", "邮箱请写成 imaps://"),
        ("imaps://mail.example.com", "不完整"),
        ("imaps://a@mail.example.com/INBOX", "没有授权码"),
    ],
)
def test_a_source_that_cannot_be_used(tmp_path: Path, source: str, told: str) -> None:
    done = run("mail", source, "--into", "档案", cwd=tmp_path, width=400)
    assert done.returncode == 2
    assert told in done.stderr
    assert "secret" not in done.stderr
    assert not done.stdout
    assert not (tmp_path / "档案").exists()
