"""The roster (名册): which bodies owe a report, of what kind they are, and to whom they belong."""

from govxlsx.desk.roster.file import load, parse
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.desk.roster.rows import RosterError

__all__ = ["Body", "Roster", "RosterError", "load", "parse"]
