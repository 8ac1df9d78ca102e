"""The style of the pages: that of a check's page, and forms, buttons and ways."""

from govxlsx.desk.status.page import STYLE as STANDING
from govxlsx.showing.page.style import STYLE, beside

SHEET = STYLE + STANDING + beside(__file__, "forms.css")
"""The whole style sheet."""
