"""What ``govxlsx mail`` prints."""

from dataclasses import dataclass, field

from govxlsx.desk.archive.screen import Counts
from govxlsx.intake.run import Dealt
from govxlsx.showing.screen import AMBER, Screen


@dataclass(slots=True)
class MailCounts:
    """How many mails there were, and what became of their submissions."""

    mails: int = 0
    nothing: int = 0
    unclear: int = 0
    failed: int = 0
    filed: Counts = field(default_factory=Counts)

    def add(self, dealt: Dealt) -> None:
        """Count one more mail."""
        self.mails += 1
        self.failed += bool(dealt.problem)
        self.unclear += bool(dealt.unclear)
        self.nothing += not dealt.submissions and not dealt.problem
        for each in dealt.submissions:
            self.filed.add(each)

    @property
    def status(self) -> int:
        """The exit status: 2 something unusable or not done, 1 errors, 0 nothing wrong."""
        return 2 if self.failed else self.filed.status

    def sentence(self) -> str:
        """Return what was done."""
        filed = self.filed
        more = f"；没有处理 {self.failed}" if self.failed else ""
        accepted = filed.stored + filed.again
        return (
            f"新邮件 {self.mails} 封（没有工作簿的 {self.nothing} 封），"
            f"工作簿 {accepted + filed.returned + filed.unusable} 份：接收 {accepted}、"
            f"退回 {filed.returned}、不能用 {filed.unusable}；需要您看的 {self.unclear} 封{more}"
        )


def tell(page: Screen, dealt: Dealt) -> None:
    """Print what became of one mail."""
    letter = dealt.letter
    when = f"{letter.sent:%Y-%m-%d %H:%M} " if letter.sent is not None else ""
    head = f"{when}{letter.sender}《{letter.subject or '（没有主题）'}》"
    if dealt.problem:
        page.verdict(False, f"{head}：{dealt.problem}", "bold red")
        return
    good = all(each.submission and each.submission.accepted for each in dealt.submissions)
    good = good and bool(dealt.submissions)
    page.verdict(good, f"{head}：{dealt.became}")
    for filed in dealt.submissions:
        for said in filed.trouble:
            page.line(said, "bold red", indent=2)
    for each in dealt.unclear:
        page.line(f"请看：{each}。", f"bold {AMBER}", indent=2)
