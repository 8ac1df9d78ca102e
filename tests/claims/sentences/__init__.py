"""Paragraphs in the manner of published reports, and what they claim, as short names."""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

_A, _P, _D = "applications.", "proceedings.", "disclosure."
_NAMES = {
    "R": f"{_A}received",
    "RN": f"{_A}received.natural_person",
    "RO": f"{_A}received.organizations",
    "RE": f"{_A}received.enterprise",
    "RR": f"{_A}received.research_institution",
    "RP": f"{_A}received.public_welfare_organization",
    "RL": f"{_A}received.legal_service_organization",
    "RX": f"{_A}received.other_organization",
    "I": f"{_A}carried_in",
    "A": f"{_A}accepted",
    "C": f"{_A}concluded",
    "O": f"{_A}carried_out",
    "D": f"{_A}disclosed",
    "DP": f"{_A}partly_disclosed",
    "DB": f"{_A}disclosed_or_partly",
    "N": f"{_A}denied",
    "Ns": f"{_A}denied.state_secret",
    "Nl": f"{_A}denied.prohibited_by_law",
    "Nst": f"{_A}denied.security_and_stability",
    "Nt": f"{_A}denied.third_party_rights",
    "Ni": f"{_A}denied.internal_affairs",
    "Np": f"{_A}denied.process_information",
    "Ne": f"{_A}denied.enforcement_file",
    "Nq": f"{_A}denied.administrative_inquiry",
    "U": f"{_A}unavailable",
    "Uh": f"{_A}unavailable.not_held",
    "Uc": f"{_A}unavailable.needs_creation",
    "Uu": f"{_A}unavailable.unclear_after_correction",
    "X": f"{_A}not_processed",
    "Xp": f"{_A}not_processed.petition",
    "Xr": f"{_A}not_processed.repeated",
    "Xb": f"{_A}not_processed.publication",
    "Xe": f"{_A}not_processed.excessive",
    "Xc": f"{_A}not_processed.reconfirmation",
    "T": f"{_A}other",
    "Tu": f"{_A}other.uncorrected",
    "Tf": f"{_A}other.unpaid",
    "Tr": f"{_A}other.rest",
    "V": f"{_P}reconsideration",
    "L": f"{_P}litigation",
    "LD": f"{_P}direct_litigation",
    "LA": f"{_P}litigation_after_reconsideration",
    "Gi": f"{_D}regulations.issued",
    "Gr": f"{_D}regulations.repealed",
    "Gf": f"{_D}regulations.in_force",
    "Gp": f"{_D}regulations.produced",
    "Gq": f"{_D}regulations.published",
    "Gt": f"{_D}regulations.total_public",
    "Mi": f"{_D}normative_documents.issued",
    "Mr": f"{_D}normative_documents.repealed",
    "Mf": f"{_D}normative_documents.in_force",
    "Mp": f"{_D}normative_documents.produced",
    "Mq": f"{_D}normative_documents.published",
    "Mt": f"{_D}normative_documents.total_public",
    "H": f"{_D}licensing.decisions",
    "Hp": f"{_D}licensing.previous_items",
    "Hc": f"{_D}licensing.change",
    "P": f"{_D}penalties.decisions",
    "K": f"{_D}coercion.decisions",
    "S": f"{_D}other_services.decisions",
    "Bp": f"{_D}procurement.projects",
    "Ba": f"{_D}procurement.amount",
    "F": f"{_D}fees.amount",
    "Z": "fee.information_processing",
}
_YEAR = re.compile(r"\((20\d\d)\)|(20\d\d)年")
"""The report's year: in brackets before the text, else the year that it begins with, else 2024."""
_OUTCOMES = {"+": "upheld", "-": "corrected", "o": "other", "?": "pending"}

Told = frozenset[tuple[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph, what it claims, and what it may also be read as."""

    text: str
    year: int
    claims: Told
    open: Told


def _field(short: str) -> str:
    if short in _NAMES:
        return _NAMES[short]
    return f"{_NAMES[short[:-1]]}.{_OUTCOMES[short[-1]]}"


def _told(row: str) -> Told:
    pairs = (each.split("=") for each in row.split())
    return frozenset((_field(name), Decimal(value)) for name, value in pairs)


def sentences(name: str) -> list[Labelled]:
    """Return the labelled paragraphs of a file beside this one."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        if line.startswith("#") or not line:
            continue
        text, claims, *rest = (each.strip() for each in line.split("|"))
        year = _YEAR.match(text)
        text = text.removeprefix(f"({year[1]})") if year is not None else text
        text = text.replace("⏎", "\n")
        number = int(year[1] or year[2]) if year is not None else 2024
        found.append(Labelled(text, number, _told(claims), _told(rest[0]) if rest else frozenset()))
    return found
