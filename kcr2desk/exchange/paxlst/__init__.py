"""UN/EDIFACT PAXLST (D.02B, D.05B): who is aboard a flight, as airlines tell border guards.

    if is_paxlst(data):
        listed = read_paxlst(data, "KL590.edi", today)

A broken file costs what is broken: every person that can be read comes, and each thing that cannot
be read is a sentence.
"""

from kcr2desk.exchange.paxlst.reading import is_paxlst, read_paxlst

__all__ = ["is_paxlst", "read_paxlst"]
