"""PFIF, the format in which lists of sought and found people are exchanged (zesty.ca/pfif).

In, versions 1.0 to 1.4:

    if is_pfif(data):
        listed = read_pfif(data, "finder.xml", now)

Out, version 1.4:

    data = write_pfif(
        [PfifPerson(person.id, person_values, source_date=person.registered_at, notes=[...])],
        PfifSource("kcr2.example.nl", "KCR2", now, expires_at=end_of_term),
    )

The caller chooses which fields of a person go out; what has passed its term goes out as a
placeholder, an id with dates, and comes in as nobody.
"""

from kcr2desk.exchange.pfif.reading import is_pfif, read_pfif
from kcr2desk.exchange.pfif.writing import PfifNote, PfifPerson, PfifSource, write_pfif

__all__ = ["PfifNote", "PfifPerson", "PfifSource", "is_pfif", "read_pfif", "write_pfif"]
