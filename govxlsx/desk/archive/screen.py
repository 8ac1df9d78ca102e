"""What ``govxlsx archive`` and ``govxlsx verify`` print."""

from dataclasses import dataclass
from pathlib import Path

from govxlsx.desk.archive.entry import WORKBOOK, Submission
from govxlsx.desk.archive.filing import Filed
from govxlsx.desk.archive.verification import Verification
from govxlsx.showing.screen import GREEN, Screen


@dataclass(slots=True)
class Counts:
    """How many submissions were new, known, returned and unusable."""

    stored: int = 0
    again: int = 0
    returned: int = 0
    unusable: int = 0
    trouble: bool = False

    def add(self, filed: Filed) -> None:
        """Count one more."""
        self.trouble = self.trouble or bool(filed.trouble)
        submission = filed.submission
        if filed.problem is not None or submission is None or submission.outcome == "unusable":
            self.unusable += 1
        elif not submission.accepted:
            self.returned += 1
        elif filed.again:
            self.again += 1
        else:
            self.stored += 1

    @property
    def status(self) -> int:
        """The exit status: 2 something unusable or not done, 1 errors, 0 nothing wrong."""
        if self.unusable or self.trouble:
            return 2
        return 1 if self.returned else 0

    def sentence(self) -> str:
        """Return what was done."""
        total = self.stored + self.again + self.returned + self.unusable
        return (
            f"共 {total} 个文件：归档 {self.stored}、以前已归档 {self.again}、"
            f"没有通过 {self.returned}、不能用 {self.unusable}"
        )


def tell(page: Screen, filed: Filed) -> None:
    """Print what became of one submission."""
    submission = filed.submission
    if filed.problem is not None or submission is None:
        page.verdict(False, f"{filed.path}：{filed.problem}", "bold red")
        return
    good = submission.accepted
    told = f"{filed.path}：{_became(filed, submission)}"
    page.verdict(good, told, GREEN if good else "bold red")
    for sentence in filed.trouble:
        page.line(sentence, "bold red", indent=2)
    if not good or submission.replaced_by is None:
        for earlier in filed.replaces if not filed.again else ():
            page.line(f"替代 {earlier.counted_on} 收到的一份（{earlier.path}）", indent=2)
    else:
        page.line("不是现行的一份：同一机关同一年度有更晚收到的一份。", indent=2)


def _became(filed: Filed, submission: Submission) -> str:
    if filed.again:
        before = f"与 {submission.first_seen:%Y-%m-%d} 登记的“{submission.path}”完全相同，"
        return before + ("没有再存。" if submission.accepted else f"{_why(submission)}")
    stored = submission.file(WORKBOOK)
    if submission.accepted and stored is not None:
        return f"已归档 {stored.place}（第 {submission.id} 号）"
    return _why(submission)


def _why(submission: Submission) -> str:
    if submission.outcome == "unusable":
        return f"不能用，没有归档，已登记。{submission.error}"
    if submission.outcome == "ok":
        return f"{submission.about}：有没有说明的提醒（--strict），没有归档，已登记。"
    codes = [each.code for each in submission.findings if each.severity == "error"]
    named = "、".join(dict.fromkeys(codes))
    return f"{submission.about}：有 {len(codes)} 处错误（{named}），没有归档，已登记。"


def tell_verified(page: Screen, folder: Path, found: Verification) -> None:
    """Print how an archive compares with its register."""
    for problem in found.problems:
        page.verdict(False, problem.path, "bold red")
        page.line(problem.message, indent=2)
    totals = (
        f"登记 {found.submissions} 份，归档 {found.accepted} 份，核对 {found.files} 个文件："
        f"{f'有 {len(found.problems)} 处问题' if found.problems else '全部一致'}。"
    )
    page.verdict(not found.problems, f"{folder}：{totals}", "bold")
