"""``mail`` on a real server: nothing changes there but the drafts, whenever it is killed."""

import email
import random
import socket
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest
from archive_desk import verified
from command import run
from killing import EVER, Calls, run_until
from mail_server import PASSWORD, Between, Demanding, Server, running
from mails import mail, plain, workbook
from reports import check_of

from govxlsx import intake, output
from govxlsx.desk import archive
from govxlsx.desk.archive.correspondence import Correspondence
from govxlsx.desk.archive.entry import DOCUMENT
from govxlsx.desk.archive.register import Register
from govxlsx.showing.annotation import annotate


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVXLSX_MAIL_PASSWORD", PASSWORD)


CALLS = Calls(
    frozenset(
        {
            *("open", "fsync", "mkdir", "rmdir", "unlink", "rename", "replace", "link", "write"),
            *("connect", "execute", "sendall"),
        }
    ),
    (intake, archive, output),
)


def command(address: str) -> tuple[str, ...]:
    return ("mail", address, "--into", "档案", "--drafts", "mailbox", "--jobs", "1")


def take(desk: Path, address: str, *more: str) -> tuple[int, str]:
    done = run(*command(address), *more, cwd=desk, width=400)
    assert PASSWORD not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


def state(desk: Path, server: Server) -> tuple[object, ...]:
    """Return all that a run leaves: mails, submissions, files, drafts."""
    with Register.open(desk / "档案") as register:
        mails = [(each.key, each.became, each.draft) for each in Correspondence(register).mails()]
        submissions = [
            (each.sha256, each.agency, each.outcome, each.received, each.replaced_by)
            for each in register.submissions()
        ]
    parsed = [email.message_from_bytes(each, policy=policy.default) for each in server.drafts()]
    drafts = sorted((str(each["Message-ID"]), each.as_bytes()) for each in parsed)
    return sorted(mails), sorted(submissions), drafts


def some(count: int) -> list[bytes]:
    """Return mails of many kinds, a third of them without a usable workbook."""
    found = []
    for number in range(count):
        name = f"永宁市第{number}局"
        kinds = (
            (plain(workbook(name)),),
            (plain(workbook(name, wrong=True)),),
            (),
        )
        found.append(
            mail(*kinds[number % 3], sender=f"a{number}@x.cn", message_id=f"<{number}@x.cn>")
        )
    return found


def test_the_mailbox_stays_as_it_was(server: Server, tmp_path: Path) -> None:
    server.receive(*some(9))
    before = server.inbox()
    code, told = take(tmp_path, server.address)
    assert code == 1, told
    assert "新邮件 9 封（没有工作簿的 3 封），工作簿 6 份：接收 3、退回 3、不能用 0" in told
    assert server.inbox() == before
    assert len(server.drafts()) == 9
    assert verified(tmp_path)["status"] == "ok"
    first = state(tmp_path, server)
    code, told = take(tmp_path, server.address)
    assert (code, "新邮件 0 封" in told) == (0, True)
    assert state(tmp_path, server) == first
    server.receive(*some(10)[9:])
    assert "工作簿 1 份：接收 1" in take(tmp_path, server.address)[1]


def test_fifty_mails(server: Server, tmp_path: Path) -> None:
    """They are settled by twenty."""
    sent = some(50)
    server.receive(*sent)
    before = server.inbox()
    code, told = take(tmp_path, server.address)
    assert code == 1, told
    assert "新邮件 50 封（没有工作簿的 16 封），工作簿 34 份：接收 17、退回 17、不能用 0" in told
    assert server.inbox() == before
    assert verified(tmp_path)["status"] == "ok"
    with Register.open(tmp_path / "档案") as register:
        mails = {each.message_id: each for each in Correspondence(register).mails()}
        submissions = {each.agency: each for each in register.submissions()}
    assert (len(mails), len(submissions)) == (50, 34)
    parsed = [email.message_from_bytes(each, policy=policy.default) for each in server.drafts()]
    answers = {str(each["In-Reply-To"]): each for each in parsed}
    assert len(parsed) == len(answers) == 50
    for number in range(50):
        name, key = f"永宁市第{number}局", f"<{number}@x.cn>"
        draft, became = answers[key], mails[key].became
        assert draft["To"] == f"a{number}@x.cn"
        enclosed = [each.get_payload(decode=True) for each in draft.iter_attachments()]
        if number % 3 == 2:
            assert (became, enclosed) == ("没有工作簿", [])
        elif number % 3 == 1:
            assert became.startswith(f"{name}2024年度：已退回")
            assert len(enclosed) == 1
            if number < 10:
                book = workbook(name, wrong=True)
                assert enclosed == [annotate(book, check_of(book))]
        else:
            assert became == f"{name}2024年度：已接收"
            document = submissions[name].file(DOCUMENT)
            assert document is not None
            assert enclosed == [(tmp_path / "档案" / document.place).read_bytes()]
    first = state(tmp_path, server)
    code, told = take(tmp_path, server.address)
    assert (code, "新邮件 0 封" in told) == (0, True)
    assert state(tmp_path, server) == first
    assert server.inbox() == before


def test_drafts_hold_what_was_sent(server: Server, tmp_path: Path) -> None:
    server.receive(*some(1))
    take(tmp_path, server.address)
    (draft,) = server.drafts()
    message = email.message_from_bytes(draft, policy=policy.default)
    assert message["To"] == "a0@x.cn"
    with Register.open(tmp_path / "档案") as register:
        (submission,) = register.submissions()
    document = (
        tmp_path / "档案" / next(each.place for each in submission.files if each.kind == "document")
    ).read_bytes()
    (enclosed,) = message.iter_attachments()
    assert enclosed.get_payload(decode=True) == document


def test_an_empty_mailbox(server: Server, tmp_path: Path) -> None:
    code, told = take(tmp_path, server.address)
    assert code == 0, told
    assert "新邮件 0 封" in told


def test_a_wrong_password(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVXLSX_MAIL_PASSWORD", "wrong")
    code, told = take(tmp_path, server.address)
    assert code == 2
    assert "登录没有成功" in told
    assert "授权码" in told


def test_a_password_in_a_file_of_the_editor_of_windows(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOVXLSX_MAIL_PASSWORD")
    (tmp_path / "授权码.txt").write_text(f"{PASSWORD}\r\n\r\n", encoding="utf-8-sig", newline="")
    code, told = take(tmp_path, server.address, "--password-file", "授权码.txt")
    assert code == 0, told


def test_a_folder_that_is_not_there(server: Server, tmp_path: Path) -> None:
    code, told = take(tmp_path, server.address.replace("INBOX", "Nothing"))
    assert code == 2
    assert not (tmp_path / "档案").exists()
    assert "打不开文件夹“Nothing”：Mailbox doesn't exist: Nothing" in told


def test_nobody_answers(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code, told = take(tmp_path, f"imap://a@127.0.0.1:{port}/INBOX")
    assert code == 2
    assert "连不上" in told


def test_a_connection_that_drops(server: Server, tmp_path: Path) -> None:
    server.receive(*some(6))
    proxy = Between(server.port, 60_000)
    proxy.start()
    address = server.address.replace(str(server.port), str(proxy.port))
    done = run("mail", address, "--into", "档案", "--drafts", "草稿", "--jobs", "1", cwd=tmp_path)
    proxy.listener.close()
    assert done.returncode == 2
    assert "连接断了" in done.stderr
    with Register.open(tmp_path / "档案") as register:
        first = len(Correspondence(register).mails())
    assert 0 < first < 6
    code, told = take(tmp_path, server.address)
    assert code == 1, told
    assert (len(list((tmp_path / "草稿").glob("*.eml"))), len(server.drafts())) == (
        first,
        6 - first,
    )
    with Register.open(tmp_path / "档案") as register:
        assert len(Correspondence(register).mails()) == 6


def test_killed_at_any_moment_it_ends_the_same(server: Server, tmp_path: Path) -> None:
    sent = [*some(6), *(mail(message_id=f"<空{number}@x.cn>") for number in range(16))]
    server.receive(*sent)
    before = server.inbox()
    other = tmp_path / "other"
    other.mkdir()
    with running() as clean:
        clean.receive(*sent)
        status, calls = run_until(other, command(clean.address), CALLS, EVER)
        assert (status, calls > 200) == (1, True)
        ended = state(other, clean)
    chance = random.Random(13)
    kills = 0
    while kills < 12:
        last = chance.randint(1, calls)
        status, counted = run_until(tmp_path, command(server.address), CALLS, last)
        kills += status is None
        calls = calls if status is None else counted  # the less is left, the fewer calls there are
    code, told = take(tmp_path, server.address)
    assert code in (0, 1), told
    assert state(tmp_path, server) == ended
    assert verified(tmp_path)["status"] == "ok"
    assert server.inbox() == before


def test_a_server_that_wants_to_know_who_asks(server: Server, tmp_path: Path) -> None:
    server.receive(*some(3))
    proxy = Demanding(server.port)
    proxy.start()
    code, told = take(tmp_path, server.address.replace(str(server.port), str(proxy.port)))
    proxy.listener.close()
    assert code == 1, told
    assert len(server.drafts()) == 3
    assert proxy.told


def test_no_command_is_sent_that_changes_the_mailbox(server: Server, tmp_path: Path) -> None:
    server.receive(*some(3))
    proxy = Between(server.port)
    proxy.start()
    take(tmp_path, server.address.replace(str(server.port), str(proxy.port)))
    proxy.listener.close()
    allowed = {"CAPABILITY", "LOGIN", "ID", "EXAMINE", "LIST", "UID SEARCH", "UID FETCH"}
    assert set(proxy.commands) <= {*allowed, "APPEND", "LOGOUT"}
    assert proxy.commands.count("APPEND") == 3


def test_the_code_is_kept_nowhere(server: Server, tmp_path: Path) -> None:
    server.receive(*some(3))
    take(tmp_path, server.address)
    kept = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert kept
    assert not [each for each in kept if PASSWORD.encode() in each.read_bytes()]
    assert not [each for each in server.drafts() if PASSWORD.encode() in each]


def test_mails_are_known_again_where_the_server_counts_anew(server: Server, tmp_path: Path) -> None:
    """A mailbox that was moved has another UIDVALIDITY: the mails are told by what they are."""
    server.receive(*some(3))
    take(tmp_path, server.address)
    first = state(tmp_path, server)
    for path in (server.root / "mail").glob("dovecot*"):
        path.unlink()
    code, told = take(tmp_path, server.address)
    assert (code, "新邮件 0 封" in told) == (0, True)
    assert state(tmp_path, server) == first


@pytest.fixture
def secure() -> Iterator[Server]:
    with running(tls=True) as found:
        yield found


def test_over_tls_with_the_servers_own_root(secure: Server, tmp_path: Path) -> None:
    secure.receive(*some(3))
    code, told = take(tmp_path, secure.secure_address, "--ca-file", str(secure.certificate))
    assert code == 1, told
    assert len(secure.drafts()) == 3


def test_a_certificate_that_is_refused(secure: Server, tmp_path: Path) -> None:
    code, told = take(tmp_path, secure.secure_address)
    assert code == 2
    assert "没有连接邮箱服务器“127.0.0.1”：证书不是本机信任的机构发的" in told
    assert "--ca-file" in told
    named = secure.secure_address.replace("127.0.0.1", "localhost")
    code, told = take(tmp_path, named, "--ca-file", str(secure.certificate))
    assert code == 2
    assert "没有连接邮箱服务器“localhost”：证书是别的服务器的。请检查服务器名。" in told
    plain = secure.secure_address.replace(str(secure.secure), str(secure.port))
    assert "的这个端口不加密" in take(tmp_path, plain)[1]
    assert not (tmp_path / "档案").exists()


def test_a_certificate_that_has_expired(tmp_path: Path) -> None:
    with running(tls=True, expired=True) as old:
        code, told = take(tmp_path, old.secure_address, "--ca-file", str(old.certificate))
    assert code == 2
    assert "没有连接邮箱服务器“127.0.0.1”：证书已过期。请告诉邮箱的管理员" in told
    assert not (tmp_path / "档案").exists()


def test_a_root_that_cannot_be_read(secure: Server, tmp_path: Path) -> None:
    (tmp_path / "坏.pem").write_text("nothing")
    for name in ("坏.pem", "没有.pem"):
        code, told = take(tmp_path, secure.secure_address, "--ca-file", name)
        assert (code, f"读不出根证书“{name}”" in told) == (2, True)
