"""Made-up lists of people, as they come to a hall."""

from __future__ import annotations

HEADS = "Nr;Naam;Voornaam;Geb.datum;M/V;Nationaliteit;Paspoortnr;Stoel;Maaltijd;Medisch"
PEOPLE = (
    ("de Vries", "Sanne", "14-02-1985", "V", "Nederlandse", "SPECI2101", "12A", "", ""),
    ("de Vries", "Bram", "03-04-2015", "M", "Nederlandse", "SPECI2102", "12B", "", ""),
    ("van den Berg", "Jan Willem", "30-11-1949", "M", "NL", "SPECI2103", "14C", "", "insuline"),
    ("Haddad", "Karim", "05-06-1963", "M", "Libanese", "LR123456", "15D", "halal", ""),
    ("Haddad", "Karim", "05-06-1963", "M", "Libanese", "", "15E", "", ""),
    ("Peeters", "Lotte", "21-09-1991", "V", "Belgische", "EX654321", "16F", "", ""),
    ("Özdemir", "Mehmet", "31-02-1990", "M", "Turkse", "U1234567", "17A", "", ""),
)


def manifest(edition: int = 1, *, unclear: bool = False) -> str:
    """A passenger list as csv; the second edition lacks Peeters, knows another seat and one more
    person. `unclear`: nobody can tell whether the day or the month comes first."""
    people = [list(person) for person in PEOPLE]
    if edition == 2:
        people[0][6] = "21F"
        people[4][5] = "LR765432"
        del people[5]
        people.append(["Jansen", "Piet", "12-12-1972", "M", "NLD", "SPECI2199", "22A", "", ""])
    if unclear:
        people = [p for p in people if p[0] in ("Haddad",)]
    rows = [";".join((str(n), *person)) for n, person in enumerate(people, 1)]
    total = f"Totaal;{len(people) + 3} passagiers"
    return "\n".join(("Vlucht HV9001 Beirut - Eindhoven", HEADS, *rows, ";;;;;NL;;;;", total, ""))


def pasted_list() -> str:
    """A table as it comes out of a PDF in a mail."""
    return """Geachte collega,

Hierbij de lijst van vlucht HV 9001.

> No  Name                      DOB         Nat   Passport      Seat
> 1   DE VRIES/SANNE MRS        14FEB85     NLD   SPECI2101     12A
> 2   VAN DEN BERG/JAN-         30NOV49     NLD   SPECI2103     14C
>     WILLEM MR
> 3   HADDAD/KARIM MR           05JUN63     LBN                 15D
> 4   HADDAD/NOOR CHD           01SEP14     NLD   SPECI2104     15E
> Pagina 1 van 1
> Total: 7 passengers

Met vriendelijke groet,
Jan
"""
