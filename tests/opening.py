"""openpyxl's workbooks, each read once: what is kept of it is copied in a tenth of the time."""

import copyreg
import pickle
from functools import lru_cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.bound_dictionary import BoundDictionary
from openpyxl.worksheet.dimensions import DimensionHolder


def opened(content: bytes) -> Workbook:
    """Return a workbook as openpyxl reads it: another one each time, to be changed at will."""
    book: Workbook = pickle.loads(_kept(content))
    return book


@lru_cache(maxsize=100)
def _kept(content: bytes) -> bytes:
    return pickle.dumps(load_workbook(BytesIO(content)), pickle.HIGHEST_PROTOCOL)


def _whole(held: BoundDictionary) -> tuple[Any, ...]:
    """Tell how a sheet's rows or columns are copied: a defaultdict loses what it has besides."""
    state = (vars(held), {"default_factory": held.default_factory})
    return copyreg.__newobj__, (type(held),), state, None, iter(held.items())  # type: ignore[attr-defined]


for each in (BoundDictionary, DimensionHolder):
    copyreg.pickle(each, _whole)
