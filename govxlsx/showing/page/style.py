"""The page's style: for a wide screen, a phone and A4 paper. Contrasts are 4.5 or more."""

_SCREEN = """
:root{--ink:#1f2328;--soft:#57606a;--line:#8c959f;--pale:#f3f5f7;--link:#0b57a4;
--error:#a40e26;--error-bg:#fdebec;--warning:#744500;--warning-bg:#fff3cf;
--info:#0b4f8a;--info-bg:#e6f1fb;--ok:#14602f;--ok-bg:#e3f5e8}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:76rem;padding:1.5rem;color:var(--ink);background:#fff;
font:1rem/1.7 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",
"Hiragino Sans GB","WenQuanYi Micro Hei",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.35;margin:0}
h2{font-size:1.35rem;line-height:1.4;margin:2.5rem 0 .8rem;padding-bottom:.3rem;
border-bottom:2px solid var(--ink)}
h3{font-size:1.15rem;margin:2rem 0 .5rem}
h4{font-size:1rem;margin:1.4rem 0 .5rem}
h5{font-size:.95rem;margin:1rem 0 .2rem}
p{margin:.3rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);
outline-offset:2px}
:target{outline:3px solid var(--link);outline-offset:1px}
h2:target,main:target{outline:none}
.lead{font-size:1.1rem;margin:.4rem 0 0}
.quiet,footer{color:var(--soft);font-size:.9rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.6rem}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:1}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.badge{display:inline-block;padding:0 .55em;border:1px solid;border-radius:.3em;
font-size:.875rem;font-weight:700;white-space:nowrap}
.errors,.unusable,.badge.error{color:var(--error);background:var(--error-bg)}
.badge.warning{color:var(--warning);background:var(--warning-bg)}
.badge.info{color:var(--info);background:var(--info-bg)}
.badge.error::before{content:"✗ ";content:"✗ "/""}
.badge.warning::before{content:"△ ";content:"△ "/""}
.badge.info::before{content:"※ ";content:"※ "/""}
.ok{color:var(--ok);background:var(--ok-bg)}
.unusable-sentence{font-size:1.05rem;border-left:.3rem solid var(--error);padding-left:.8rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.2rem 1.5rem;
margin:0;padding:.8rem 1rem;background:var(--pale);border-radius:.4rem}
.facts div{display:flex;gap:.8em}
.facts dt{flex:none;color:var(--soft);min-width:4em}
.facts dd{margin:0;min-width:0}
.digest{font:.8rem/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.code{color:var(--soft);font-size:.875rem}
.plain{margin:.3rem 0;padding-left:1.4rem}
details{margin:.4rem 0}
summary{cursor:pointer;padding:.2rem 0;font-weight:700}
"""

_LISTS = """
.findings{list-style:none;margin:0;padding:0}
.findings li{margin:.6rem 0;padding:.5rem .9rem .6rem;border:1px solid #d0d7de;
border-left:.35rem solid var(--info);border-radius:.3rem}
.findings .error{border-left-color:var(--error)}
.findings .warning{border-left-color:var(--warning)}
.head{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .7rem;margin:0}
.no{font-weight:700;min-width:1.5em}
.cell{font-weight:700}
.head .code{margin-left:auto}
.findings li>p:not([class]){font-size:1.05rem}
.fix b,.explained b{color:var(--soft);font-weight:400}
.explained{color:var(--ok)}
.findings .below{list-style:none;margin:.3rem 0 0;padding:0 0 0 1rem}
.findings .below li{margin:.2rem 0;padding:0;border:0;font-size:.95rem}
.sums{list-style:none;margin:.3rem 0;padding:0;font-size:.925rem}
.sums li{padding:.15rem 0 .15rem 1.6em;text-indent:-1.6em}
.sums .sign{display:inline-block;width:1.4em;text-indent:0}
.broken .sign{color:var(--error);font-weight:700}
"""

_TABLES = """
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;line-height:1.4}
caption{text-align:left;padding:.2rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem}
th{background:var(--pale);font-weight:400}
.files th,.files td{text-align:left}
.files thead th{font-weight:700;white-space:nowrap}
.files tbody th{background:none;min-width:12rem}
.files .badge{margin:.1rem 0}
.files .count{text-align:right;font-variant-numeric:tabular-nums}
.files thead th:nth-last-child(-n+3){text-align:right}
.form{font-size:.925rem}
.form th,.form td{text-align:center}
.form .line{text-align:left}
.form th{text-wrap:balance}
.form .group{word-break:keep-all;overflow-wrap:normal}
.form .block{font-weight:700;background:#e4e8ec}
.form .upright{width:2.6rem;padding:.2rem}
.upright span{writing-mode:vertical-rl;text-orientation:upright;letter-spacing:.15em}
.form .figure{width:6rem}
.applications{min-width:60rem}
.proceedings{min-width:58rem}
.proceedings .figure{width:auto}
.disclosure{min-width:30rem}
.disclosure col{width:25%}
.marked{font-weight:700;box-shadow:inset 0 0 0 2px currentColor}
.form .error{color:var(--error);background:var(--error-bg)}
.form .warning{color:var(--warning);background:var(--warning-bg)}
.form .info{color:var(--info);background:var(--info-bg)}
.form .mark{display:inline-block;background:none;white-space:nowrap;font-size:.85rem;
min-width:1.5rem;line-height:1.5rem}
"""

_PHONE = """
@media (hover:none){.pointer{display:none}}
@media (max-width:40rem){body{padding:1rem}h1{font-size:1.35rem}h2{font-size:1.15rem}
.files{min-width:0;font-size:.8rem}.files th,.files td{padding:.3rem .25rem}
.files tbody th{min-width:6rem}
.files :is(th,td):is(:nth-child(3),:last-child){display:none}.facts{grid-template-columns:1fr}}
"""

_PAPER = """
@page{size:A4;margin:15mm 12mm}
@media print{body{padding:0;max-width:none;font-size:10pt;line-height:1.5}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.skip,.back,.pointer,details:not([open]){display:none}
.quiet,footer,.badge,.digest,.code{font-size:8.5pt}.sums,.plain{font-size:9pt}.lead{font-size:11pt}
.scroll{overflow:visible}
.files,.form.form{min-width:0;font-size:8.5pt}
.form th,.form td,.files th,.files td{padding:1mm .8mm}
.form .figure{width:12.5mm}
.proceedings .figure,.disclosure .figure{width:auto}.proceedings{table-layout:fixed}
.form .mark{font-size:8pt;line-height:1.3;min-width:0}
.form .upright{width:6mm}
.files tbody th{min-width:0}
a{color:inherit;text-decoration:none}
tr,.form,.findings li,.sums li,.facts{break-inside:avoid}
h2,h3,h4,h5,caption{break-after:avoid}
h1{font-size:16pt}h2{font-size:13pt}h3{font-size:11.5pt}
h4,h5,.findings li>p:not([class]){font-size:10.5pt}
.file+.file{break-before:page}
thead{display:table-header-group}
:target{outline:none}}
"""

STYLE = _SCREEN + _LISTS + _TABLES + _PHONE + _PAPER
