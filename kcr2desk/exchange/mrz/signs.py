"""From what a keyboard or a reader sent to the signs of a machine readable zone."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 4_000
"""More than this is no scan; what follows is not looked at."""

_FILLERS = str.maketrans({"«": "<<", "‹": "<", "≪": "<<", "＜": "<", "〈": "<", "《": "<<"})
"""What readers of print make of "<"."""
_OTHER_FILLERS = ";>|\\?,:*"
"""What a reader types for "<" on a keyboard of another layout."""
_WIDTHS = (30, 36, 44)
_BREAK = re.compile(r"[\r\n\t\v\f\x00-\x08\x0e-\x1f\x85\u2028\u2029]+")
_NO_SIGN = re.compile(r"[^0-9A-Z<]+")
_STARTS = re.compile(r"[PIACV][0-9A-Z<][0-9A-Z<]{0,3}")
_SECOND = re.compile(r"[0-9A-Z<]{9}[0-9<OISBZG][A-Z<]{3}[0-9<]{4}")


def lines_of(text: str) -> list[str]:
    """The lines of a text in capitals, with nothing left but signs of a machine readable zone."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST].translate(_FILLERS)).upper()
    plain = plain.replace("&LT;", "<")
    if "<" not in plain:
        used = [sign for sign in _OTHER_FILLERS if sign in plain]
        if len(used) == 1 and plain.count(used[0]) > 1:
            plain = plain.replace(used[0], "<")
        elif not used:
            plain = "\n".join(_spaced(line) for line in _BREAK.split(plain))
    lines = [_NO_SIGN.sub("", line) for line in _BREAK.split(plain)]
    # Who is not sure scans twice: what is there twice is one document.
    found = list(dict.fromkeys(line for line in lines if line))
    half = len(found[0]) // 2 if len(found) == 1 else 0
    return [found[0][:half]] if half and found[0] == found[0][:half] * 2 else found


def _spaced(line: str) -> str:
    """A line that has just the width of one, with spaces for "<": what some readers of print do."""
    plain = line.strip("\r\n")
    return plain.replace(" ", "<") if len(plain) in _WIDTHS and plain.count(" ") > 1 else line


def looks_like_mrz(text: str) -> bool:
    """Whether this is, or begins to be, a machine readable zone, and no name, seat or number that
    somebody types. True from the first "<" on; takes some microseconds."""
    start = text[:200]
    if len(start.strip()) < 2:
        return False
    joined = "".join(lines_of(start))
    if "<" not in joined:
        return len(joined) > 20 and _SECOND.match(joined) is not None
    return (
        _STARTS.match(joined) is not None
        or _SECOND.search(joined) is not None
        or (len(joined) > 10 and "<<" in joined)
    )
