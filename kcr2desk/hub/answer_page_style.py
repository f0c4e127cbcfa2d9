"""How the answer page looks: one style sheet, allowed by its digest and by nothing else.

Readable on a phone in the dark as by daylight, from 320 px on, with controls for a thumb. Fields
that do not belong to an answer are hidden by the style sheet where the browser can, without any
script; where it cannot, all fields are there and those that do not belong are not read.
"""

from __future__ import annotations

import base64
import hashlib

STYLE = """
:root{color-scheme:light dark;--ground:#F6F7F9;--surface:#FFFFFF;--raised:#EEF1F5;--line:#D9DEE6;
--edge:#6F7B8C;--text:#16202E;--muted:#505C6E;--accent:#0B5CAD;--on:#FFFFFF;--urgent:#B3261E;
--wrong:#FBECEB;--good:#1B6E3C;--fine:#E8F3EC}
@media(prefers-color-scheme:dark){:root{--ground:#14171C;--surface:#1B1F26;--raised:#242A33;
--line:#303844;--edge:#8995A6;--text:#E8ECF2;--muted:#A6B2C2;--accent:#6DB3F2;--on:#14171C;
--urgent:#FF8A80;--wrong:#33201F;--good:#6FCF97;--fine:#1C2F26}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);
font:17px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;
overflow-wrap:break-word;hyphens:auto}
.page{max-width:42rem;margin:0 auto;padding:12px 16px 40px}
.top{display:flex;justify-content:space-between;align-items:center;gap:8px;margin-bottom:12px;
color:var(--muted)}
.top b{color:var(--text)}
.tongue{display:flex;gap:4px}
.tongue button{min-width:44px;min-height:44px;padding:0 10px;border:1px solid var(--edge);
border-radius:4px;background:var(--surface);color:var(--accent);font:inherit}
.tongue button[aria-pressed=true]{background:var(--raised);color:var(--text);font-weight:600}
h1{font-size:1.45rem;line-height:1.25;margin:0 0 4px}
h2{font-size:1.15rem;line-height:1.3;margin:0 0 8px}
p{margin:0 0 12px}
.muted{color:var(--muted)}
.text{white-space:pre-line}
dl{display:grid;grid-template-columns:fit-content(38%) minmax(0,1fr);gap:4px 12px;margin:0 0 12px}
dt{color:var(--muted)}
dd{margin:0}
.due{font-weight:600}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;
padding:16px;margin:0 0 16px;min-width:0}
fieldset.card>legend{float:left;width:100%;padding:0;margin:0 0 8px;font-size:1.15rem;
line-height:1.3;font-weight:600}
fieldset.card>legend+*{clear:both}
.choices{border:0;padding:0;margin:0 0 12px;min-width:0}
.choices legend{padding:0;margin:0 0 4px;font-weight:600}
.choices label{display:flex;align-items:center;gap:12px;min-height:48px;padding:4px 12px;
margin:0 0 6px;border:1px solid var(--edge);border-radius:6px;background:var(--surface)}
.choices label:has(:checked){border:2px solid var(--accent);padding:3px 11px;font-weight:600}
.choices input{width:22px;height:22px;margin:0;flex:none;accent-color:var(--accent)}
.field{margin:0 0 14px}
.field label{display:block;font-weight:600;margin:0 0 4px}
.field .muted{font-weight:400}
.field input,.field select,.field textarea{display:block;width:100%;min-width:0;min-height:48px;
padding:8px 12px;border:1px solid var(--edge);border-radius:6px;background:var(--surface);
color:var(--text);font:inherit}
.field textarea{min-height:96px;resize:vertical}
.field input.number{max-width:9rem;font-size:1.25rem}
.numbers .field{display:flex;justify-content:space-between;align-items:center;gap:12px;
flex-wrap:wrap}
.numbers .field label{flex:1 1 8rem;margin:0}
.numbers .field input.number{flex:none;width:6.5rem}
.numbers .field .why{flex-basis:100%}
.wrong input,.wrong select,.wrong textarea,.wrong.choices label{border:2px solid var(--urgent)}
.why{display:block;color:var(--urgent);font-weight:600;margin:4px 0 0}
.said{border-left:6px solid var(--urgent);background:var(--wrong)}
.fine{border-left:6px solid var(--good);background:var(--fine)}
.said ul{margin:0;padding-left:1.2rem}
.said li{padding:4px 0}
.said a{color:var(--text);display:inline-block;min-height:28px}
.send{display:block;width:100%;min-height:56px;border:0;border-radius:6px;background:var(--accent);
color:var(--on);font:inherit;font-size:1.15rem;font-weight:600}
.foot{margin-top:20px}
.quiet{display:block;width:100%;min-height:48px;border:1px solid var(--accent);border-radius:6px;
background:var(--surface);color:var(--accent);font:inherit;font-weight:600}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.enter{position:absolute;width:1px;height:1px;padding:0;margin:-1px;border:0;overflow:hidden;
clip-path:inset(50%)}
@supports selector(:has(*)){
.line:not(:has([value=alternative]:checked)) .alt,
.line:not(:has([value=no]:checked)) .because,
.line:not(:has([value=part]:checked,[value=provisional]:checked,
[value=alternative]:checked)) .count,
.line:not(:has([value=yes]:checked,[value=part]:checked,[value=provisional]:checked,
[value=alternative]:checked)) .help{display:none}}
""".replace("\n", "")  # fmt: skip

_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_DIGEST}'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Vary": "Accept-Language",
}
"""Beside those of every answer of the hub (no-store, nosniff)."""
