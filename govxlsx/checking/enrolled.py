"""What a roster says of the body that a report names: the roster itself is kept elsewhere."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A body of the roster, or that there is none of a report's name.

    ``name`` is "" where the roster lists no such body; ``nearest`` is then the name most like it,
    "" where none is, and ``namesakes`` are several bodies that share it. ``deadline`` is the last
    day for its report, None where the roster has none.
    """

    name: str = ""
    nearest: str = ""
    namesakes: tuple[str, ...] = ()
    kind: str = ""
    deadline: date | None = None

    @property
    def year(self) -> int | None:
        """The year that the report is due for, None where the roster does not tell."""
        return self.deadline.year - 1 if self.deadline is not None else None
