"""What may be wrong with spreadsheets and official borders, as sentences of `exchange.problems`."""

from __future__ import annotations

SHEET_SENTENCES: dict[str, tuple[str, str]] = {
    # The file
    "sheet-damaged": (
        "the spreadsheet is damaged or cut off; save it again",
        "het rekenblad is beschadigd of afgebroken; bewaar het opnieuw",
    ),
    "sheet-damaged-xml": (
        "the spreadsheet is damaged ({detail}); save it again",
        "het rekenblad is beschadigd ({detail}); bewaar het opnieuw",
    ),
    "sheet-bomb": (
        "the spreadsheet unpacks to more than {detail}; that is refused",
        "het rekenblad wordt uitgepakt groter dan {detail}; dat wordt geweigerd",
    ),
    "sheet-not-xlsx": (
        "this is a zip file but no spreadsheet",
        "dit is een zipbestand maar geen rekenblad",
    ),
    "sheet-ods": (
        "this is an OpenDocument file; save it as .xlsx or .csv",
        "dit is een OpenDocument-bestand; bewaar het als .xlsx of .csv",
    ),
    "sheet-xls": (
        "this is an old Excel file (.xls) or another Office file; save it as .xlsx",
        "dit is een oud Excelbestand (.xls) of een ander Officebestand; bewaar het als .xlsx",
    ),
    "sheet-xlsb": (
        "this is a binary Excel file (.xlsb); save it as .xlsx",
        "dit is een binair Excelbestand (.xlsb); bewaar het als .xlsx",
    ),
    "sheet-locked": (
        "the spreadsheet is locked with a password; save it without one",
        "het rekenblad is met een wachtwoord vergrendeld; bewaar het zonder wachtwoord",
    ),
    "sheet-web-page": (
        "this is a web page or XML and no spreadsheet, though it may be called one; open it in"
        " Excel and save it as .xlsx",
        "dit is een webpagina of XML en geen rekenblad, al kan het zo heten; open het in Excel en"
        " bewaar het als .xlsx",
    ),
    "not-table": (
        "this is no spreadsheet and no text with columns",
        "dit is geen rekenblad en geen tekst met kolommen",
    ),
    "sheet-none": ("the workbook has no sheet with cells", "de werkmap heeft geen blad met cellen"),
    "sheet-all-hidden": (
        "all sheets with anything on them are hidden; show the one that is meant",
        "alle bladen waar iets op staat zijn verborgen; maak het bedoelde blad zichtbaar",
    ),
    "sheet-unknown": ("there is no sheet “{detail}”", "er is geen blad “{detail}”"),
    "sheet-chosen": (
        "there are several sheets; “{detail}” was read",
        "er zijn meer bladen; “{detail}” is gelezen",
    ),
    "sheets-many": (
        "only the first {detail} sheets were looked at",
        "alleen de eerste {detail} bladen zijn bekeken",
    ),
    "quote-open": (
        "a quotation mark is opened and never closed, so cells run into each other",
        "een aanhalingsteken gaat open en nergens dicht, dus cellen lopen in elkaar over",
    ),
    "table-empty": ("there is no table in it", "er staat geen tabel in"),
    "table-too-long": (
        "the table has more than {detail} rows; leave out what is not meant",
        "de tabel heeft meer dan {detail} rijen; laat weg wat niet bedoeld is",
    ),
    "table-too-wide": (
        "the table has more than {detail} columns; leave out what is not meant",
        "de tabel heeft meer dan {detail} kolommen; laat weg wat niet bedoeld is",
    ),
    "rows-hidden": (
        "hidden rows were left out from here on ({detail}); show them to take them too",
        "verborgen rijen zijn overgeslagen vanaf hier ({detail}); maak ze zichtbaar om ze mee te"
        " nemen",
    ),
    # A cell
    "cell-formula": (
        "the formula “{detail}” has no value; open the file in a spreadsheet program and save it",
        "de formule “{detail}” heeft geen waarde; open het bestand in een rekenprogramma en bewaar"
        " het",
    ),
    "cell-error": ("a formula failed ({detail})", "een formule is mislukt ({detail})"),
    "cell-damaged": ("the cell “{detail}” is damaged", "de cel “{detail}” is beschadigd"),
    "cell-merged": (
        "the number {detail} stands in a merged block over several rows, so it is not clear whose"
        " it is; split the block",
        "het getal {detail} staat in een samengevoegd blok over meer rijen, dus het is niet"
        " duidelijk van wie het is; splits het blok",
    ),
    # A row of capacity
    "no-owner-column": (
        "no column was recognised as that of the regions",
        "geen kolom is herkend als die van de regio's",
    ),
    "no-resource-column": (
        "no column was recognised as that of the resource types",
        "geen kolom is herkend als die van de middelen",
    ),
    "no-number-column": (
        "no column with numbers was recognised",
        "geen kolom met aantallen is herkend",
    ),
    "owner-missing": ("the region is missing", "de regio ontbreekt"),
    "owner-unknown": ("the region “{detail}” is unknown", "de regio “{detail}” is onbekend"),
    "owner-ambiguous": (
        "“{detail}” may be more than one region; write its name or code",
        "“{detail}” kan meer dan één regio zijn; schrijf de naam of code",
    ),
    "owner-read-as": (
        "the region was read as {detail}; check that it is the one that is meant",
        "de regio is gelezen als {detail}; controleer of die bedoeld is",
    ),
    "owner-not-yours": (
        "{detail} is not your own region; only its own officer or KCR2 may change it",
        "{detail} is niet uw eigen regio; alleen die regio zelf of KCR2 mag dit wijzigen",
    ),
    "resource-missing": ("the resource type is missing", "het soort middel ontbreekt"),
    "resource-unknown": (
        "the resource type “{detail}” is unknown",
        "het soort middel “{detail}” is onbekend",
    ),
    "resource-read-as": (
        "the resource type was read as {detail}; check that it is the one that is meant",
        "het soort middel is gelezen als {detail}; controleer of dat bedoeld is",
    ),
    "number-wrong": ("“{detail}” is no number", "“{detail}” is geen getal"),
    "number-date": (
        "the spreadsheet made the date {detail} of what was probably “a/b”; enter it as text",
        "het rekenblad maakte er de datum {detail} van, vermoedelijk stond er “a/b”; voer het in"
        " als tekst",
    ),
    "number-negative": ("{detail} is below zero", "{detail} is kleiner dan nul"),
    "number-fraction": ("{detail} is no whole number", "{detail} is geen heel getal"),
    "number-large": (
        "{detail} is more than anybody has of anything",
        "{detail} is meer dan iemand ergens van heeft",
    ),
    "number-two": (
        "“{detail}” are two numbers; only one is meant here",
        "“{detail}” zijn twee getallen; hier is er één bedoeld",
    ),
    "more-than-total": (
        "available is more than the total: {detail}",
        "beschikbaar is meer dan het totaal: {detail}",
    ),
    "reserve-over-total": (
        "the remaining cover is more than the total: {detail}",
        "de restdekking is meer dan het totaal: {detail}",
    ),
    "time-wrong": (
        "“{detail}” is no date and time",
        "“{detail}” is geen datum en tijd",
    ),
    "time-future": ("{detail} lies in the future", "{detail} ligt in de toekomst"),
    "note-long": (
        "the note is longer than {detail} characters and was cut",
        "de opmerking is langer dan {detail} tekens en is afgekapt",
    ),
    "row-twice": (
        "the same region and resource type stand in row {detail} with other numbers; neither was"
        " taken",
        "dezelfde regio en hetzelfde middel staan in rij {detail} met andere getallen; geen van"
        " beide is genomen",
    ),
    "row-repeated": (
        "the same row stands there already, in row {detail}",
        "dezelfde rij staat er al, in rij {detail}",
    ),
    "row-older": (
        "the board knows a later check, of {detail}; this older one was not taken",
        "het bord kent een latere controle, van {detail}; deze oudere is niet genomen",
    ),
    "rows-total": (
        "rows with totals were left out from here on ({detail})",
        "rijen met totalen zijn overgeslagen vanaf hier ({detail})",
    ),
}

BOUNDARY_SENTENCES: dict[str, tuple[str, str]] = {
    "not-json": ("this is no GeoJSON ({detail})", "dit is geen GeoJSON ({detail})"),
    "topojson": (
        "this is TopoJSON; choose GeoJSON at the source",
        "dit is TopoJSON; kies GeoJSON bij de bron",
    ),
    "not-borders": (
        "this is no GeoJSON with regions: a FeatureCollection with polygons is wanted",
        "dit is geen GeoJSON met regio's: een FeatureCollection met vlakken is nodig",
    ),
    "features-many": (
        "it has more than {detail} areas; choose the file with the safety regions",
        "er staan meer dan {detail} gebieden in; kies het bestand met de veiligheidsregio's",
    ),
    "municipalities": (
        "these are the borders of municipalities ({detail}); choose the file with the safety"
        " regions",
        "dit zijn grenzen van gemeenten ({detail}); kies het bestand met de veiligheidsregio's",
    ),
    "other-areas": (
        "these are no safety regions but other areas ({detail})",
        "dit zijn geen veiligheidsregio's maar andere gebieden ({detail})",
    ),
    "region-unknown": (
        "the area “{detail}” is none of the 25 safety regions of VR01 to VR25; perhaps the file is"
        " of another year",
        "het gebied “{detail}” is geen van de 25 veiligheidsregio's VR01 tot en met VR25; misschien"
        " is het bestand van een ander jaar",
    ),
    "regions-missing": (
        "these regions are missing: {detail}; perhaps the file is of another year or of a part of"
        " the country",
        "deze regio's ontbreken: {detail}; misschien is het bestand van een ander jaar of van een"
        " deel van het land",
    ),
    "region-twice": (
        "the region {detail} is there twice",
        "de regio {detail} staat er twee keer in",
    ),
    "no-polygon": ("the region {detail} has no area", "de regio {detail} heeft geen vlak"),
    "coordinates-wrong": (
        "the border of {detail} has points that are no pair of numbers",
        "de grens van {detail} heeft punten die geen twee getallen zijn",
    ),
    "crs-unknown": (
        "the coordinate system {detail} is not known here; choose WGS 84 (EPSG:4326) or RD New"
        " (EPSG:28992)",
        "het coördinatenstelsel {detail} is hier niet bekend; kies WGS 84 (EPSG:4326) of RD New"
        " (EPSG:28992)",
    ),
    "outside": (
        "the border of {detail} lies outside the Netherlands",
        "de grens van {detail} ligt buiten Nederland",
    ),
    "latitude-first": (
        "the coordinates have latitude before longitude; they were turned",
        "de coördinaten hebben de breedte voor de lengte; ze zijn omgedraaid",
    ),
    "rd": (
        "the coordinates are those of RD New; they were converted to WGS 84",
        "de coördinaten zijn die van RD New; ze zijn omgerekend naar WGS 84",
    ),
    "ring-short": (
        "a ring of {detail} has no area and was left out",
        "een ring van {detail} heeft geen oppervlak en is weggelaten",
    ),
    "ring-open": (
        "a ring of {detail} does not end where it starts; it was closed",
        "een ring van {detail} eindigt niet waar die begint; die is gesloten",
    ),
    "ring-crosses": (
        "borders cross themselves or each other ({detail}); the map shows them as they are",
        "grenzen kruisen zichzelf of elkaar ({detail}); de kaart toont ze zoals ze zijn",
    ),
    "hole-outside": (
        "a hole of {detail} lies outside its area",
        "een gat van {detail} ligt buiten het vlak",
    ),
    "seat-outside": (
        "{detail} does not lie within the border of its own region; perhaps the codes are mixed up",
        "{detail} ligt niet binnen de grens van de eigen regio; misschien zijn de codes verwisseld",
    ),
    "simplified": (
        "the borders were made simpler by at most {detail} m, the shared ones once for both sides",
        "de grenzen zijn ten hoogste {detail} m vereenvoudigd, gedeelde grenzen één keer voor beide"
        " kanten",
    ),
    "islands-left-out": (
        "{detail} islands too small for the map were left out",
        "{detail} eilandjes te klein voor de kaart zijn weggelaten",
    ),
    "no-shared": (
        "neighbouring regions share no border, point for point; small gaps may show on the map",
        "naburige regio's delen punt voor punt geen grens; op de kaart kunnen kleine kieren zitten",
    ),
    "too-detailed": (
        "the borders cannot be made small enough for the desks ({detail}); choose the generalised"
        " file",
        "de grenzen zijn niet klein genoeg te maken voor de desks ({detail}); kies het"
        " gegeneraliseerde bestand",
    ),
}
