"""Chooses the submissions that are counted: each body once, and why the others are not.

A government of an area reports the sum of all bodies of it, cell by cell (the note to 统计范围 in
the template), so what such a report holds is not counted again.
"""

from collections.abc import Iterable, Sequence

from govxlsx.desk.rollup.choice import Choice, Counted, LeftOut, Missing, Wanted, whole_area
from govxlsx.desk.rollup.submission import Candidate
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.report.identity import agency_key
from govxlsx.text import trim


def choose(submissions: Sequence[Candidate], wanted: Wanted) -> Choice:
    """Choose what is counted; all submissions are of one year and edition."""
    chooser = _Chooser(wanted)
    latest = chooser.latest(submissions)
    chooser.own_apart(latest)
    if wanted.roster is None:
        chooser.without_roster(latest)
    else:
        chooser.by_roster(wanted.roster, latest)
    return chooser.choice


class _Chooser:
    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.choice = Choice()

    def leave(self, submission: Candidate, reason: str, *, blocking: bool = False) -> None:
        name = submission.agency.name or submission.path
        self.choice.left_out.append(LeftOut(submission, name, reason, blocking))

    def latest(self, submissions: Iterable[Candidate]) -> dict[str, Candidate]:
        """Return the submission that counts of each body, by the body's name."""
        groups: dict[str, list[Candidate]] = {}
        names: dict[str, str] = {}
        for each in submissions:
            name = trim(each.agency.name)
            if not name:
                self.leave(each, "没有填机关名称，不知道是哪个机关的", blocking=True)
                continue
            if self.wanted.roster is not None:
                body = self.wanted.roster.find(name)
                if body is None:
                    self.leave(each, "名册中没有这个机关（按名称和别名），没有计入")
                    continue
                name = body.name
            name = names.setdefault(agency_key(name), name)
            groups.setdefault(name, []).append(each)
        return {name: self._latest(name, group) for name, group in groups.items()}

    def _latest(self, name: str, group: list[Candidate]) -> Candidate:
        *earlier, last = sorted(group, key=lambda each: each.order)
        for each in earlier:
            if each.sha256 == last.sha256:
                reason = f"与 {last.path} 是同一份文件，只计一次"
            else:
                reason = f"同一机关还有后一份 {last.path}（{self.wanted.by}），计入后一份"
            self.choice.left_out.append(LeftOut(each, name, reason, instead=last))
        return last

    def own_apart(self, latest: dict[str, Candidate]) -> None:
        """Take away the report of the government that the sum is made for."""
        target = self.wanted.target
        name = target.name if target is not None else self.wanted.agency
        key = next((each for each in latest if name and agency_key(each) == agency_key(name)), None)
        if key is None:
            return
        own = latest[key]
        if whole_area(own, target.kind if target is not None else own.agency.kind):
            del latest[key]
            self.choice.own = own
            self.leave(own, "是本级政府自己的报告，汇总的正是它，不计入")
        else:
            self.choice.notices.append(
                f"“{own.agency.name}”的报告统计范围是“{own.agency.scope or '（空白）'}”，"
                "当作一个机关计入；如果它已经是全区域的汇总，请把统计范围改为“本行政区域”后重新汇总。"
            )

    def count(self, submission: Candidate, name: str, kind: str) -> None:
        """Count a submission; one with errors only in a draft."""
        if submission.row < 0:
            reason = f"{submission.fault}，已退回，归档中没有它的工作簿"
            self.leave(submission, reason, blocking=True)
        elif submission.errors and not self.wanted.draft:
            self.leave(submission, f"{submission.fault}，没有计入", blocking=True)
        else:
            note = submission.fault if submission.errors else ""
            self.choice.counted.append(Counted(submission, name, kind, note))

    def without_roster(self, latest: dict[str, Candidate]) -> None:
        """Count every body; nobody can tell here who belongs to whom."""
        for name, each in latest.items():
            self.count(each, name, each.agency.kind)
        areas = [each for each in self.choice.counted if whole_area(each.submission, each.kind)]
        if areas and len(areas) < len(self.choice.counted):
            names = "、".join(each.name for each in areas[:5])
            more = f" 等 {len(areas)} 个" if len(areas) > 5 else ""
            self.choice.notices.append(
                f"既有统计范围是“本行政区域”的报告（{names}{more}），也有各部门的报告。"
                "如果这些部门属于那个区域，它们的数就计了两次。"
                "请用 --roster 提供名册，写明各机关的上级机关，或者只汇总互不包含的报告。"
            )

    def by_roster(self, roster: Roster, latest: dict[str, Candidate]) -> None:
        """Count every body of the roster below the target that no body above it holds already."""
        target = self.wanted.target
        inside = roster.bodies if target is None else (target, *roster.below(target))
        names = {each.name for each in inside}
        for body in roster.bodies:
            each = latest.get(body.name)
            if each is None:
                continue
            if body.name not in names:
                self.leave(each, f"名册中不在“{target.name if target else ''}”之下，没有计入")
                continue
            holder = self._holder(roster, body, latest)
            if holder is not None:
                self.leave(each, f"上级“{holder.name}”报送的本行政区域报告已经包含它，不重复计入")
            else:
                self.count(each, body.name, body.kind)
        tops = roster.roots if target is None else roster.children(target)
        for top in tops:
            self._missing(roster, top, latest)

    def _holder(self, roster: Roster, body: Body, latest: dict[str, Candidate]) -> Body | None:
        """Return the body above, but below the target, whose report holds this body's."""
        for above in roster.above(body):
            if above == self.wanted.target:
                return None
            each = latest.get(above.name)
            if each is not None and whole_area(each, above.kind):
                return above
        return None

    def _missing(self, roster: Roster, top: Body, latest: dict[str, Candidate]) -> None:
        """List who has not submitted, from ``top`` downwards; what a report holds owes nothing."""
        waiting = [top]
        while waiting:
            body = waiting.pop()
            each = latest.get(body.name)
            if each is not None and whole_area(each, body.kind):
                continue
            below = list(roster.below(body))
            arrived = sum(one.name in latest for one in below)
            if each is None:
                note = ""
                if below:
                    note = f"名册中它的下级 {len(below)} 个机关，报送了 {arrived} 个"
                self.choice.missing.append(Missing(body.name, body.kind, note))
            if each is not None or arrived:
                waiting.extend(reversed(roster.children(body)))
