"""The machine readable zone of travel documents (ICAO Doc 9303), as passport readers type it.

    if looks_like_mrz(typed):                  # cheap, at each key
        mrz = read_mrz(typed)
        if mrz.complete:
            fill(mrz.fields)                   # of Person
            for check in mrz.checks:
                if check.ok is False:
                    show(check.field, check.correction)

Read are TD1, TD2, TD3, visas (MRV-A, MRV-B) and the old French identity card (IDFRA). A value is
given as it was read, also where its check digit is wrong; a correction is offered beside it and
never taken here. The lines themselves and their optional data are not kept, since older Dutch
passports carry the BSN in them.
"""

from kcr2desk.exchange.mrz.digits import check_digit
from kcr2desk.exchange.mrz.model import DOCUMENT_TYPES, Check, Mrz
from kcr2desk.exchange.mrz.reading import read_mrz
from kcr2desk.exchange.mrz.signs import looks_like_mrz

__all__ = ["DOCUMENT_TYPES", "Check", "Mrz", "check_digit", "looks_like_mrz", "read_mrz"]
