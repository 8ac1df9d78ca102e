"""The style of the pages: that of a check's page, and forms, buttons and ways."""

from govxlsx.desk.status.page import STYLE as STANDING
from govxlsx.showing.page.style import STYLE

_FORMS = """
[hidden]{display:none!important}
nav ul,.buttons{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.2rem;list-style:none;
margin:.6rem 0;padding:0}
form{margin:.5rem 0}
.field{margin:.8rem 0;display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .8rem}
.field label{flex:0 0 100%;font-weight:700}
.field .quiet{flex:0 0 100%}
input{font:inherit;max-width:100%}
input[type=text],input[type=date],input[type=number]{padding:.35rem .6rem;
border:1px solid var(--soft);border-radius:.3rem;color:inherit;background:#fff}
input[type=file]{min-width:0;padding:.5rem;border:1px dashed var(--soft);border-radius:.3rem;
background:var(--pale)}
button,.button,input::file-selector-button{font:inherit;display:inline-block;padding:.45rem 1.2rem;
border:1px solid var(--link);border-radius:.3rem;color:#fff;background:var(--link);
text-decoration:none;cursor:pointer}
input::file-selector-button{color:var(--link);background:#fff;padding:.2rem .8rem}
button:disabled{opacity:.6;cursor:default}
button:hover,.button:hover{background:#08437f}
button:focus-visible,.button:focus-visible,input:focus-visible,nav a:focus-visible{
outline:3px solid var(--link);outline-offset:2px}
.upload{padding:1rem 1.2rem;border:2px dashed var(--line);border-radius:.5rem}
.upload.over{border-color:var(--link);background:var(--info-bg)}
.upload progress{width:100%;height:1rem}
.state:empty{display:none}
.state{font-weight:700}
.note{padding:.4rem .8rem;border-left:.3rem solid var(--line);background:var(--pale)}
.note.warning{border-color:var(--warning);background:var(--warning-bg)}
.receipt .facts{border:1px solid var(--line)}
.history{min-width:52rem}
.history th,.history td{text-align:left}
.history thead th{font-weight:700;white-space:nowrap}
.history tbody th,.history td:nth-child(3){background:none;white-space:nowrap}
.line-of-fields{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .8rem}
.lines{list-style:none;padding:0;margin:.3rem 0}
.lines li{margin:.25rem 0}
@media (max-width:40rem){.upload{padding:.6rem .7rem}.field input{width:100%}}
@media print{nav,form,button,.button,.buttons,.noprint{display:none}
.history{min-width:0}}
"""

SHEET = STYLE + STANDING + _FORMS
"""The whole style sheet."""
