"""What ``govxlsx mail`` prints."""

from __future__ import annotations

from dataclasses import dataclass

from govxlsx.intake.run import Dealt
from govxlsx.showing.colours import AMBER
from govxlsx.showing.screen import Screen


@dataclass(slots=True)
class MailCounts:
    """How many mails and submissions there were."""

    mails: int = 0
    accepted: int = 0
    returned: int = 0
    unusable: int = 0
    nothing: int = 0
    unclear: int = 0
    failed: int = 0
    trouble: bool = False

    def add(self, dealt: Dealt) -> None:
        """Count one more mail."""
        self.mails += 1
        self.failed += bool(dealt.problem)
        self.unclear += bool(dealt.unclear)
        self.nothing += not dealt.submissions and not dealt.problem
        for each in dealt.submissions:
            self.trouble = self.trouble or bool(each.trouble)
            submission = each.submission
            if submission is None or submission.outcome == "unusable":
                self.unusable += 1
            elif submission.accepted:
                self.accepted += 1
            else:
                self.returned += 1

    @property
    def status(self) -> int:
        """The exit status: 2 something unusable or not done, 1 errors, 0 nothing wrong."""
        if self.unusable or self.failed or self.trouble:
            return 2
        return 1 if self.returned else 0

    def sentence(self) -> str:
        """Return what was done."""
        more = f"；没有处理 {self.failed}" if self.failed else ""
        return (
            f"新邮件 {self.mails} 封：接收 {self.accepted}、退回 {self.returned}、"
            f"不能用 {self.unusable}、没有工作簿 {self.nothing}；需要您看的 {self.unclear} 封{more}"
        )


def tell(page: Screen, dealt: Dealt) -> None:
    """Print what became of one mail."""
    letter = dealt.letter
    when = f"{letter.sent:%Y-%m-%d %H:%M} " if letter.sent is not None else ""
    head = f"{when}{letter.sender}《{letter.subject or '（没有主题）'}》"
    if dealt.problem:
        page.line(f"{page.mark('✗')} {head}：{dealt.problem}", "bold red")
        return
    good = all(each.submission and each.submission.accepted for each in dealt.submissions)
    good = good and bool(dealt.submissions)
    page.line(f"{page.mark('✓' if good else '✗')} {head}：{dealt.became}")
    for filed in dealt.submissions:
        for said in filed.trouble:
            page.line(said, "bold red", indent=2)
    for each in dealt.unclear:
        page.line(f"请看：{each}。", f"bold {AMBER}", indent=2)
