<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>all owners</source>
        <translation>alle eigenaren</translation>
    </message>
    <message>
        <source>Account of bijstand: {owner}</source>
        <translation>Verantwoording bijstand: {owner}</translation>
    </message>
    <message>
        <source>Made by {who} in KCR2 Desk, {when}</source>
        <translation>Gemaakt door {who} in KCR2 Desk, {when}</translation>
    </message>
    <message>
        <source>Given and received</source>
        <translation>Gegeven en ontvangen</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Turn-around</source>
        <translation>Doorlooptijd</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>niet vastgelegd</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeven</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>unit-hours</source>
        <translation>eenheid-uren</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>geannuleerd</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>Units wanted</source>
        <translation>Eenheden gevraagd</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>vervuld</translation>
    </message>
    <message>
        <source>unable to fill</source>
        <translation>niet leverbaar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>unfilled, no reason</source>
        <translation>niet vervuld, geen reden</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>nog open</translation>
    </message>
    <message>
        <source>No request came in this period.</source>
        <translation>In deze periode kwam geen verzoek.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Verzoeken</translation>
    </message>
    <message>
        <source>Received until agreed</source>
        <translation>Ontvangst tot akkoord</translation>
    </message>
    <message>
        <source>until first promise</source>
        <translation>tot eerste toezegging</translation>
    </message>
    <message>
        <source>until first arrival</source>
        <translation>tot eerste ter plaatse</translation>
    </message>
    <message>
        <source>median {middle}, worst {worst}</source>
        <translation>mediaan {middle}, langste {worst}</translation>
    </message>
    <message>
        <source>Units are counted once for each promise; hours are those within the period, cut at its ends. Requests count in the period in which they were received. Turn-around in hours and minutes, from when the request was received.</source>
        <translation>Eenheden tellen een keer per toezegging; uren zijn die binnen de periode, afgekapt op begin en einde. Verzoeken tellen in de periode waarin ze binnenkwamen. Doorlooptijd in uren en minuten, vanaf de ontvangst van het verzoek.</translation>
    </message>
    <message>
        <source>Type two days in order, such as 1-7-2026. This month is shown.</source>
        <translation>Typ twee dagen op volgorde, zoals 1-7-2026. Deze maand wordt getoond.</translation>
    </message>
    <message>
        <source>account</source>
        <translation>verantwoording</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>OEFENING</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV bewaren…</translation>
    </message>
    <message>
        <source>All owners</source>
        <translation>Alle eigenaren</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Deze maand</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Vorige maand</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Dit kwartaal</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Vorig kwartaal</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dit jaar</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Vorig jaar</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Van dag tot dag</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Verantwoording</translation>
    </message>
</context>
<context>
    <name>ActView</name>
    <message>
        <source>you</source>
        <translation>u</translation>
    </message>
    <message>
        <source>entered it</source>
        <translation>voerde dit in</translation>
    </message>
    <message>
        <source>shared it</source>
        <translation>deelde de melding</translation>
    </message>
    <message>
        <source>shared it no longer</source>
        <translation>deelde de melding niet langer</translation>
    </message>
    <message>
        <source>fetched the answer link</source>
        <translation>heeft de antwoordlink opgehaald</translation>
    </message>
    <message>
        <source>emptied what may no longer be kept</source>
        <translation>maakte leeg wat niet langer bewaard mag worden</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>opgegeven</translation>
    </message>
    <message>
        <source>waits behind a refused one</source>
        <translation>wacht op een geweigerde</translation>
    </message>
    <message>
        <source>did not agree</source>
        <translation>botste</translation>
    </message>
    <message>
        <source>somebody was first</source>
        <translation>een ander was voor</translation>
    </message>
    <message>
        <source>waiting for the line</source>
        <translation>wacht op verbinding</translation>
    </message>
    <message>
        <source>Made {time}</source>
        <translation>Gemaakt {time}</translation>
    </message>
    <message>
        <source>Confirmed {time}</source>
        <translation>Bevestigd {time}</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Acknowledge</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Oppakken</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Step further</source>
        <translation>Stap verder</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Bijstand</translation>
    </message>
</context>
<context>
    <name>AlertView</name>
    <message>
        <source>Show the {n} others</source>
        <translation>Toon de {n} andere</translation>
    </message>
    <message>
        <source>All data of the alert</source>
        <translation>Alle gegevens van de waarschuwing</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Afzender</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Verspreiding</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Handtekening</translation>
    </message>
    <message>
        <source>there, not checked</source>
        <translation>aanwezig, niet gecontroleerd</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>Verwijst naar</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bijzonderheid</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>extreme</source>
        <translation>extreem</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>zeer ernstig</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>ernstig</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>act at once</source>
        <translation>nu handelen</translation>
    </message>
    <message>
        <source>act within the hour</source>
        <translation>binnen het uur</translation>
    </message>
    <message>
        <source>act later</source>
        <translation>later</translation>
    </message>
    <message>
        <source>over</source>
        <translation>voorbij</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>waargenomen</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>waarschijnlijk</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>mogelijk</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>onwaarschijnlijk</translation>
    </message>
    <message>
        <source>take shelter</source>
        <translation>schuilen</translation>
    </message>
    <message>
        <source>evacuate</source>
        <translation>ontruimen</translation>
    </message>
    <message>
        <source>prepare</source>
        <translation>voorbereiden</translation>
    </message>
    <message>
        <source>carry out the plan</source>
        <translation>plan uitvoeren</translation>
    </message>
    <message>
        <source>avoid</source>
        <translation>vermijden</translation>
    </message>
    <message>
        <source>keep watching</source>
        <translation>blijven volgen</translation>
    </message>
    <message>
        <source>assess</source>
        <translation>beoordelen</translation>
    </message>
    <message>
        <source>all clear</source>
        <translation>gevaar geweken</translation>
    </message>
    <message>
        <source>update of an earlier alert</source>
        <translation>actualisering van een eerdere waarschuwing</translation>
    </message>
    <message>
        <source>withdrawal of an earlier alert</source>
        <translation>intrekking van een eerdere waarschuwing</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>ontvangstbevestiging</translation>
    </message>
    <message>
        <source>rejection</source>
        <translation>afwijzing</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>beperkt</translation>
    </message>
    <message>
        <source>private</source>
        <translation>besloten</translation>
    </message>
    <message>
        <source>For an exercise. This is not happening.</source>
        <translation>Voor een oefening. Dit gebeurt niet echt.</translation>
    </message>
    <message>
        <source>A test of the line. This is not happening.</source>
        <translation>Een proef van de lijn. Dit gebeurt niet echt.</translation>
    </message>
    <message>
        <source>From system to system, not for people.</source>
        <translation>Van systeem naar systeem, niet voor mensen.</translation>
    </message>
    <message>
        <source>A draft. It was never issued.</source>
        <translation>Een concept. Het is nooit uitgegeven.</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} km</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} m</translation>
    </message>
</context>
<context>
    <name>AlikeCard</name>
    <message numerus="yes">
        <source>Looks like %n that is there already</source>
        <translation>
            <numerusform>Lijkt op %n melding die er al is</numerusform>
            <numerusform>Lijkt op %n meldingen die er al zijn</numerusform>
        </translation>
    </message>
    <message>
        <source>It is another one</source>
        <translation>Het is een andere</translation>
    </message>
</context>
<context>
    <name>AnswerEditor</name>
    <message>
        <source>How many</source>
        <translation>Hoeveel</translation>
    </message>
    <message>
        <source>Can send</source>
        <translation>Inzetbaar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Gezegd door</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>Bevelvoerder</translation>
    </message>
    <message>
        <source>of total</source>
        <translation>van totaal</translation>
    </message>
    <message>
        <source>keeps at home</source>
        <translation>restdekking</translation>
    </message>
    <message>
        <source>role</source>
        <translation>functie</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Region or partner</source>
        <translation>Regio of partner</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>mail not sent</source>
        <translation>mail niet verstuurd</translation>
    </message>
    <message>
        <source>The hub is asked to send it</source>
        <translation>De hub is gevraagd deze te versturen</translation>
    </message>
    <message>
        <source>mail waits</source>
        <translation>mail wacht</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wacht</translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n nog stil</numerusform>
            <numerusform>%n nog stil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over time</source>
        <translation>
            <numerusform>%n over tijd</numerusform>
            <numerusform>%n over tijd</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} offered</source>
        <translation>{n} aangeboden</translation>
    </message>
    <message>
        <source>The hub has no mail settings: copy the text, or phone.</source>
        <translation>De hub heeft geen mailinstellingen: kopieer de tekst, of bel.</translation>
    </message>
    <message>
        <source>The mail could not be sent: {why}</source>
        <translation>De mail kon niet worden verstuurd: {why}</translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message>
        <source>The answer is written down.</source>
        <translation>Het antwoord is vastgelegd.</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Taken over as a commitment.</source>
        <translation>Overgenomen als toezegging.</translation>
    </message>
    <message numerus="yes">
        <source>The hub is asked to send %n reminder(s).</source>
        <translation>
            <numerusform>De hub is gevraagd %n herinnering te sturen.</numerusform>
            <numerusform>De hub is gevraagd %n herinneringen te sturen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The time of the reminder is written down; phone, or copy the text.</source>
        <translation>Het moment van herinneren is vastgelegd; bel, of kopieer de tekst.</translation>
    </message>
    <message>
        <source>The question is taken back; its link no longer works.</source>
        <translation>De uitvraag is ingetrokken; de antwoordlink werkt niet meer.</translation>
    </message>
    <message>
        <source>Answer here:</source>
        <translation>Antwoord hier:</translation>
    </message>
    <message>
        <source>Copied, with the link to answer.</source>
        <translation>Gekopieerd, met de antwoordlink.</translation>
    </message>
    <message>
        <source>Copied without a link to answer: the hub cannot be asked for one now.</source>
        <translation>Gekopieerd zonder antwoordlink: de hub is nu niet te bereiken.</translation>
    </message>
    <message>
        <source>Save the answer sheet</source>
        <translation>Antwoordformulier bewaren</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Bewaard als {file}.</translation>
    </message>
    <message>
        <source>This spreadsheet answers no inquiry that is here.</source>
        <translation>Deze spreadsheet hoort bij geen uitvraag die hier staat.</translation>
    </message>
    <message>
        <source>{file} is not taken over.</source>
        <translation>{file} is niet overgenomen.</translation>
    </message>
    <message>
        <source>Take over what {file} says?</source>
        <translation>Overnemen wat in {file} staat?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>The spreadsheet is taken over.</source>
        <translation>De spreadsheet is overgenomen.</translation>
    </message>
    <message>
        <source>Asked and answered</source>
        <translation>Uitgevraagd en beantwoord</translation>
    </message>
    <message>
        <source>What was asked, and the answers</source>
        <translation>Wat is gevraagd, en de antwoorden</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Toezegging</translation>
    </message>
    <message>
        <source>Commit with more…</source>
        <translation>Toezegging, uitgebreid…</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Herinneren</translation>
    </message>
    <message>
        <source>Copy with link</source>
        <translation>Kopiëren met link</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Spreadsheet…</source>
        <translation>Spreadsheet…</translation>
    </message>
</context>
<context>
    <name>ArrivalBar</name>
    <message>
        <source>{code} from {origin}</source>
        <translation>{code} uit {origin}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>vervalt</translation>
    </message>
    <message>
        <source>arrived {time}</source>
        <translation>aangekomen {time}</translation>
    </message>
    <message>
        <source>expected {time}</source>
        <translation>verwacht {time}</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>tijd onbekend</translation>
    </message>
    <message>
        <source>everybody counted</source>
        <translation>iedereen geteld</translation>
    </message>
    <message>
        <source>counted; no list yet</source>
        <translation>geteld; nog geen lijst</translation>
    </message>
    <message>
        <source>{n} to come</source>
        <translation>nog {n}</translation>
    </message>
    <message>
        <source>{n} to come · done about {time}</source>
        <translation>nog {n} · klaar rond {time}</translation>
    </message>
    <message>
        <source>Expected: who boarded, by the list</source>
        <translation>Verwacht: wie aan boord ging, volgens de lijst</translation>
    </message>
    <message>
        <source>Expected: the passenger list</source>
        <translation>Verwacht: de passagierslijst</translation>
    </message>
    <message>
        <source>Expected: the number that the papers say</source>
        <translation>Verwacht: het aantal volgens de papieren</translation>
    </message>
    <message>
        <source>Expected: the seats; there is no list yet</source>
        <translation>Verwacht: het aantal stoelen; er is nog geen lijst</translation>
    </message>
    <message>
        <source>No arrival</source>
        <translation>Geen aankomst</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Aankomst</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>New arrival</source>
        <translation>Nieuwe aankomst</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Aankomst</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>It has arrived, now</source>
        <translation>Het is er, nu</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Flight or bus</source>
        <translation>Vlucht of bus</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>Arrives at</source>
        <translation>Komt aan in</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Verwacht</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Aangekomen</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>Aan boord</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Stoelen</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Balies</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>by its papers</source>
        <translation>volgens de papieren</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>ten hoogste</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>Vlucht</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Schip</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trein</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Vervalt</translation>
    </message>
    <message>
        <source>Give the flight or bus a number or name.</source>
        <translation>Geef de vlucht of bus een nummer of naam.</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reistijd</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Blijft</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Region or partner</source>
        <translation>Regio of partner</translation>
    </message>
    <message>
        <source>An estimate: distance, notice to move, no traffic</source>
        <translation>Een schatting: afstand en uitruktijd, zonder verkeer</translation>
    </message>
    <message>
        <source>What stays at home after giving / what the region wants to keep there</source>
        <translation>Wat thuis blijft na de bijstand / wat de regio thuis wil houden (restdekking)</translation>
    </message>
    <message>
        <source>said no</source>
        <translation>zei nee</translation>
    </message>
    <message>
        <source>asks for this itself</source>
        <translation>vraagt dit zelf</translation>
    </message>
    <message>
        <source>nothing free</source>
        <translation>niets vrij</translation>
    </message>
    <message>
        <source>asked already</source>
        <translation>al gevraagd</translation>
    </message>
    <message>
        <source>own crisis</source>
        <translation>eigen crisis</translation>
    </message>
    <message>
        <source>number unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>{n} ticked, {free} free there</source>
        <translation>{n} aangevinkt, daar {free} vrij</translation>
    </message>
    <message>
        <source>no mail address, to be phoned: {names}</source>
        <translation>geen mailadres, te bellen: {names}</translation>
    </message>
    <message numerus="yes">
        <source>Ask %n owner(s)</source>
        <translation>
            <numerusform>Vraag %n eigenaar</numerusform>
            <numerusform>Vraag %n eigenaren</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the answer sheets go</source>
        <translation>Waar de antwoordsheets komen</translation>
    </message>
    <message>
        <source>The answer must be asked before a time to come.</source>
        <translation>Vraag het antwoord vóór een moment dat nog komt.</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>Uitvraag</translation>
    </message>
    <message>
        <source>The question is copied. Links to answer stand with the answers, once asked.</source>
        <translation>De vraag is gekopieerd. Antwoordlinks staan na het uitvragen bij de antwoorden.</translation>
    </message>
    <message>
        <source>Ask regions</source>
        <translation>Uitvraag bij regio&apos;s</translation>
    </message>
    <message>
        <source>Owners that may be asked; Space ticks</source>
        <translation>Eigenaren om te vragen; spatie vinkt aan</translation>
    </message>
    <message>
        <source>First ten</source>
        <translation>Eerste tien</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Ask, and save answer sheets…</source>
        <translation>Uitvragen en antwoordsheets opslaan…</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>What needs a decision</source>
        <translation>Ter beoordeling</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>AttentionView</name>
    <message>
        <source>What needs a decision</source>
        <translation>Wat een besluit vraagt</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Melding openen</translation>
    </message>
    <message>
        <source>Nothing needs a decision</source>
        <translation>Niets vraagt een besluit</translation>
    </message>
    <message>
        <source>Every change was taken over, or is on its way.</source>
        <translation>Elke wijziging is overgenomen of onderweg.</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>looked at</source>
        <translation>keek naar</translation>
    </message>
    <message>
        <source>saw as candidate</source>
        <translation>zag als kandidaat</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>drukte af</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>overgedragen</translation>
    </message>
    <message>
        <source>took out</source>
        <translation>verstrekte</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operatie</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
    <message>
        <source>in the list of persons</source>
        <translation>in de lijst van personen</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operatie</translation>
    </message>
    <message>
        <source>Find a person, account or reason</source>
        <translation>Zoek een persoon, account of reden</translation>
    </message>
    <message>
        <source>Let everything through</source>
        <translation>Alles doorlaten</translation>
    </message>
    <message>
        <source>Only who looked at this person</source>
        <translation>Alleen wie deze persoon bekeek</translation>
    </message>
    <message>
        <source>Nothing to see</source>
        <translation>Niets te zien</translation>
    </message>
    <message>
        <source>Nobody looked at a person that passes these filters.</source>
        <translation>Niemand bekeek een persoon die door deze filters komt.</translation>
    </message>
</context>
<context>
    <name>BandCard</name>
    <message>
        <source>wristbands</source>
        <translation>polsbanden</translation>
    </message>
    <message>
        <source>Wristbands and cards</source>
        <translation>Polsbanden en kaarten</translation>
    </message>
    <message>
        <source>Nobody here has a number yet: register them first.</source>
        <translation>Hier heeft nog niemand een nummer: registreer hen eerst.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>print it too: else people are called by their number</source>
        <translation>ook afdrukken: anders roept men op nummer</translation>
    </message>
    <message>
        <source>How it comes out of the printer</source>
        <translation>Zoals het uit de printer komt</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf…</translation>
    </message>
    <message>
        <source>Wristband</source>
        <translation>Polsband</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>A4-vel</translation>
    </message>
    <message>
        <source>These: {n}</source>
        <translation>Deze: {n}</translation>
    </message>
    <message>
        <source>The family: {n}</source>
        <translation>Het gezin: {n}</translation>
    </message>
    <message>
        <source>The arrival: {n}</source>
        <translation>De aankomst: {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n vel</numerusform>
            <numerusform>%n vellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BijstandPanel</name>
    <message>
        <source>Board</source>
        <translation>Bord</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Units by name</source>
        <translation>Eenheden op naam</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Inzet</translation>
    </message>
    <message>
        <source>Board, map or course</source>
        <translation>Bord, kaart of verloop</translation>
    </message>
    <message>
        <source>To the board</source>
        <translation>Naar het bord</translation>
    </message>
    <message>
        <source>To the requests</source>
        <translation>Naar de verzoeken</translation>
    </message>
    <message>
        <source>Deployments over time</source>
        <translation>Inzetten in de tijd</translation>
    </message>
    <message>
        <source>Propose for all open lines…</source>
        <translation>Voorstel voor alle open regels…</translation>
    </message>
    <message>
        <source>State of assistance on paper…</source>
        <translation>Stand van de bijstand op papier…</translation>
    </message>
    <message>
        <source>Account of a period…</source>
        <translation>Verantwoording over een periode…</translation>
    </message>
</context>
<context>
    <name>BirthLine</name>
    <message>
        <source>{age} y</source>
        <translation>{age} jr</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Checked, unchanged</source>
        <translation>Nagevraagd, ongewijzigd</translation>
    </message>
    <message>
        <source>Ask all owners for their numbers…</source>
        <translation>Inventarisatie bij alle eigenaren…</translation>
    </message>
    <message>
        <source>What is behind this number</source>
        <translation>Wat er achter dit getal zit</translation>
    </message>
    <message>
        <source>Show what is free, or available</source>
        <translation>Toon wat vrij is, of beschikbaar</translation>
    </message>
    <message>
        <source>Order by this type</source>
        <translation>Op deze soort ordenen</translation>
    </message>
    <message>
        <source>Keep this type at the left, or let it go</source>
        <translation>Deze soort links vastzetten, of loslaten</translation>
    </message>
    <message>
        <source>Types by discipline, or by name</source>
        <translation>Soorten per discipline, of op naam</translation>
    </message>
    <message>
        <source>Owners by kind, or mixed</source>
        <translation>Eigenaren per soort, of door elkaar</translation>
    </message>
    <message>
        <source>All partners, or those that have some</source>
        <translation>Alle partners, of alleen wie iets heeft</translation>
    </message>
    <message>
        <source>Board larger</source>
        <translation>Bord groter</translation>
    </message>
    <message>
        <source>Board smaller</source>
        <translation>Bord kleiner</translation>
    </message>
    <message>
        <source>Board at its usual size</source>
        <translation>Bord op gewone grootte</translation>
    </message>
    <message>
        <source>Copy the chosen numbers</source>
        <translation>Gekozen getallen kopiëren</translation>
    </message>
    <message>
        <source>Paste numbers from a spreadsheet…</source>
        <translation>Getallen uit een spreadsheet plakken…</translation>
    </message>
    <message>
        <source>Undo what was changed on the board</source>
        <translation>Wijziging op het bord ongedaan maken</translation>
    </message>
    <message>
        <source>Bring in a spreadsheet with numbers…</source>
        <translation>Spreadsheet met getallen inlezen…</translation>
    </message>
    <message>
        <source>New type of help…</source>
        <translation>Nieuwe soort hulp…</translation>
    </message>
    <message>
        <source>Safety regions</source>
        <translation>Veiligheidsregio&apos;s</translation>
    </message>
    <message>
        <source>Caribbean</source>
        <translation>Caribisch</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>shortage</source>
        <translation>tekort</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>krap</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>genoeg</translation>
    </message>
    <message>
        <source>old</source>
        <translation>oud</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>gereed</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>beperkt</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>buiten dienst</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>vraagt</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>buur</translation>
    </message>
    <message>
        <source>ring {n}</source>
        <translation>ring {n}</translation>
    </message>
    <message>
        <source>More available than there are. Type both: 6/8.</source>
        <translation>Meer beschikbaar dan er zijn. Typ beide: 6/8.</translation>
    </message>
    <message>
        <source>The remaining cover is more than there are.</source>
        <translation>De restdekking is meer dan er zijn.</translation>
    </message>
    <message>
        <source>That number is too large.</source>
        <translation>Dat getal is te groot.</translation>
    </message>
    <message>
        <source>Type 6, 6/8, 6/8/2 (with remaining cover) or ?.</source>
        <translation>Typ 6, 6/8, 6/8/2 (met restdekking) of ?.</translation>
    </message>
    <message>
        <source>Only {owner} itself and KCR2 change these numbers.</source>
        <translation>Alleen {owner} zelf en KCR2 wijzigen deze getallen.</translation>
    </message>
    <message>
        <source>Your role reads the board and does not change it.</source>
        <translation>Uw rol leest het bord en wijzigt het niet.</translation>
    </message>
</context>
<context>
    <name>BoardFilters</name>
    <message>
        <source>Discipline</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Alleen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Via</translation>
    </message>
    <message>
        <source>Shortages</source>
        <translation>Tekorten</translation>
    </message>
    <message>
        <source>Old and unknown</source>
        <translation>Oud en onbekend</translation>
    </message>
    <message>
        <source>Who has some</source>
        <translation>Wie iets heeft</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Provisional: the hub has not confirmed this change yet.</source>
        <translation>Voorlopig: de hub heeft deze wijziging nog niet bevestigd.</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Arrows go, a digit types, Space says what is behind a number.</source>
        <translation>Pijlen lopen, een cijfer typt, spatie zegt wat er achter een getal zit.</translation>
    </message>
    <message>
        <source>Change this type…</source>
        <translation>Deze soort wijzigen…</translation>
    </message>
    <message>
        <source>There is no number of yours to check there.</source>
        <translation>Daar staat geen getal dat u kunt bevestigen.</translation>
    </message>
    <message>
        <source>Put back as it was.</source>
        <translation>Teruggezet zoals het was.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) checked, unchanged.</source>
        <translation>
            <numerusform>%n getal nagevraagd, ongewijzigd.</numerusform>
            <numerusform>%n getallen nagevraagd, ongewijzigd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this workstation.</source>
        <translation>Bewaard op deze werkplek.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) taken over.</source>
        <translation>
            <numerusform>%n getal overgenomen.</numerusform>
            <numerusform>%n getallen overgenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>The cells show what is free.</source>
        <translation>De cellen tonen wat vrij is.</translation>
    </message>
    <message>
        <source>The cells show what is available.</source>
        <translation>De cellen tonen wat beschikbaar is.</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard to paste.</source>
        <translation>Er staat niets op het klembord om te plakken.</translation>
    </message>
    <message>
        <source>Capacity board</source>
        <translation>Capaciteitsbord</translation>
    </message>
</context>
<context>
    <name>BringIn</name>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Wat er staat</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Niet te lezen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>No longer in it</source>
        <translation>Staat er niet meer in</translation>
    </message>
    <message>
        <source>stood in {file}, row {row}</source>
        <translation>stond in {file}, rij {row}</translation>
    </message>
    <message>
        <source>like row {rows}</source>
        <translation>als rij {rows}</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>Weer terug</translation>
    </message>
    <message>
        <source>Looks alike</source>
        <translation>Lijkt dubbel</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Wijzigt</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gelijk</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aangemeld</translation>
    </message>
    <message>
        <source>Passenger list</source>
        <translation>Passagierslijst</translation>
    </message>
    <message>
        <source>Boarded</source>
        <translation>Aan boord</translation>
    </message>
    <message>
        <source>PFIF</source>
        <translation>PFIF</translation>
    </message>
    <message>
        <source>not brought in</source>
        <translation>niet inlezen</translation>
    </message>
    <message>
        <source>kept beside the person</source>
        <translation>bewaard bij de persoon</translation>
    </message>
    <message>
        <source>whole name</source>
        <translation>hele naam</translation>
    </message>
    <message>
        <source>title (Mr, Mrs)</source>
        <translation>aanhef (dhr., mevr.)</translation>
    </message>
    <message>
        <source>flight or bus</source>
        <translation>vlucht of bus</translation>
    </message>
    <message>
        <source>house number</source>
        <translation>huisnummer</translation>
    </message>
    <message>
        <source>kind of passenger</source>
        <translation>soort passagier</translation>
    </message>
    <message>
        <source>number of the registration</source>
        <translation>nummer van de aanmelding</translation>
    </message>
    <message>
        <source>booking or family</source>
        <translation>boeking of gezin</translation>
    </message>
    <message>
        <source>crew</source>
        <translation>bemanning</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>The file states {declared} crew, and lists as many.</source>
        <translation>Het bestand meldt {declared} bemanningsleden, en evenveel staan erin.</translation>
    </message>
    <message>
        <source>The file states {declared} crew, the list has {listed}.</source>
        <translation>Het bestand meldt {declared} bemanningsleden, de lijst telt er {listed}.</translation>
    </message>
    <message>
        <source>The file states {declared}, and lists as many.</source>
        <translation>Het bestand meldt {declared}, en de lijst telt er evenveel.</translation>
    </message>
    <message>
        <source>The file states {declared}, the list has {listed}.</source>
        <translation>Het bestand meldt {declared}, de lijst telt {listed}.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nieuw</numerusform>
            <numerusform>%n nieuw</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>%n gewijzigd</numerusform>
            <numerusform>%n gewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n gelijk</numerusform>
            <numerusform>%n gelijk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n niet te lezen</numerusform>
            <numerusform>%n niet te lezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer in it</source>
        <translation>
            <numerusform>%n staat er niet meer in</numerusform>
            <numerusform>%n staan er niet meer in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look alike</source>
        <translation>
            <numerusform>%n lijkt op een andere</numerusform>
            <numerusform>%n lijken op elkaar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Close (Esc); what was typed is kept</source>
        <translation>Sluiten (Esc); wat getypt is blijft bewaard</translation>
    </message>
    <message>
        <source>What you typed still stands here.</source>
        <translation>Wat u typte staat hier nog.</translation>
    </message>
    <message>
        <source>What you typed here before was kept.</source>
        <translation>Wat u hier eerder typte is bewaard.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>promised</source>
        <translation>toegezegd</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>onderweg</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>aangekomen</translation>
    </message>
    <message>
        <source>relieved</source>
        <translation>afgelost</translation>
    </message>
    <message>
        <source>released</source>
        <translation>vrijgegeven</translation>
    </message>
    <message>
        <source>back home</source>
        <translation>teruggekeerd</translation>
    </message>
    <message>
        <source>withdrawn by the giver</source>
        <translation>ingetrokken door de gever</translation>
    </message>
    <message>
        <source>cancelled by the receiver</source>
        <translation>afgezegd door de vrager</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>part</source>
        <translation>deel</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
    <message>
        <source>alternative</source>
        <translation>alternatief</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>nog geen antwoord</translation>
    </message>
    <message>
        <source>at least {n}</source>
        <translation>ten minste {n}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>tot nader bericht</translation>
    </message>
    <message>
        <source>{time} over time</source>
        <translation>{time} over tijd</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>nog {time}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} h {m}</source>
        <translation>{h} u {m}</translation>
    </message>
    <message>
        <source>{unit} is promised to {who} then ({time}).</source>
        <translation>{unit} is dan toegezegd aan {who} ({time}).</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>{n} too many: the hub refuses this. A promise by the region itself raises the number.</source>
        <translation>{n} te veel: de hub weigert dit. Een toezegging van de regio zelf verhoogt het aantal.</translation>
    </message>
    <message>
        <source>Fill in who decided in the region, and how we know.</source>
        <translation>Vul in wie in de regio besloot, en hoe wij dat weten.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>The region&apos;s own word raises the number on the board to {n}.</source>
        <translation>Het woord van de regio verhoogt het aantal op het bord naar {n}.</translation>
    </message>
    <message>
        <source>raises</source>
        <translation>verhoogt</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>past</translation>
    </message>
    <message>
        <source>Nobody knows how many {owner} has.</source>
        <translation>Niemand weet hoeveel {owner} heeft.</translation>
    </message>
    <message>
        <source>{owner} has {limit}, {promised} promised at that time: {free} free.</source>
        <translation>{owner} heeft er {limit}, {promised} toegezegd in die tijd: {free} vrij.</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>buiten dienst</translation>
    </message>
    <message>
        <source>until {time}: {who}</source>
        <translation>tot {time}: {who}</translation>
    </message>
    <message>
        <source>further notice</source>
        <translation>nader bericht</translation>
    </message>
    <message>
        <source>not there for the whole time</source>
        <translation>niet de hele tijd beschikbaar</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search reports, places, actions…</source>
        <translation>Zoek meldingen, plaatsen, handelingen…</translation>
    </message>
    <message>
        <source>Nothing found. Fewer letters find more.</source>
        <translation>Niets gevonden. Minder letters vinden meer.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter runs · Esc closes · F1 lists all keys</source>
        <translation>↑ ↓ kiest · Enter voert uit · Esc sluit · F1 toont alle toetsen</translation>
    </message>
</context>
<context>
    <name>CommitCard</name>
    <message>
        <source>{missing} of {wanted} still missing</source>
        <translation>nog {missing} van {wanted} nodig</translation>
    </message>
    <message>
        <source>estimate {time}: take it</source>
        <translation>schatting {time}: overnemen</translation>
    </message>
    <message>
        <source>after {time}: take it</source>
        <translation>na {time}: overnemen</translation>
    </message>
    <message>
        <source>As far as this desk knows the hub will refuse this.</source>
        <translation>Voor zover deze werkplek weet weigert de hub dit.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Toch bewaren</translation>
    </message>
    <message>
        <source>Choose who gives it.</source>
        <translation>Kies wie het geeft.</translation>
    </message>
    <message>
        <source>Choose what is given.</source>
        <translation>Kies wat er gegeven wordt.</translation>
    </message>
    <message>
        <source>This is not a time.</source>
        <translation>Dit is geen tijd.</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Voorlopig</translation>
    </message>
    <message>
        <source>Definite</source>
        <translation>Definitief</translation>
    </message>
    <message>
        <source>KCR2&apos;s, to be confirmed</source>
        <translation>Van KCR2, te bevestigen</translation>
    </message>
    <message>
        <source>The region&apos;s own</source>
        <translation>Van de regio zelf</translation>
    </message>
    <message>
        <source>Correct {what}</source>
        <translation>{what} verbeteren</translation>
    </message>
    <message>
        <source>the commitment</source>
        <translation>de toezegging</translation>
    </message>
    <message>
        <source>Relief of {what}</source>
        <translation>Aflossing van {what}</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Toezegging</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hoeveel</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>How firm</source>
        <translation>Hoe zeker</translation>
    </message>
    <message>
        <source>Whose word</source>
        <translation>Wiens woord</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Besloten door</translation>
    </message>
    <message>
        <source>In which office</source>
        <translation>In welk ambt</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>Besloten om</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>On site at</source>
        <translation>Ter plaatse om</translation>
    </message>
    <message>
        <source>Relief at</source>
        <translation>Aflossing om</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>Bevelvoerder</translation>
    </message>
    <message>
        <source>Call signs</source>
        <translation>Roepnummers</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Talk group</source>
        <translation>Gespreksgroep</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>Melden bij</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>name of who decided</source>
        <translation>naam van wie besloot</translation>
    </message>
    <message>
        <source>Save the commitment</source>
        <translation>Toezegging bewaren</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Family name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Voornamen</translation>
    </message>
    <message>
        <source>Name as told</source>
        <translation>Naam zoals gezegd</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere namen</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nationaliteit</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Afgegeven door</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Aankomst</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Stoel</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Travels with</source>
        <translation>Reist met</translation>
    </message>
</context>
<context>
    <name>ConflictPair</name>
    <message>
        <source>Two changes of: {field}</source>
        <translation>Twee wijzigingen van: {field}</translation>
    </message>
    <message>
        <source>It was: {value}</source>
        <translation>Het was: {value}</translation>
    </message>
    <message>
        <source>stands now</source>
        <translation>staat er nu</translation>
    </message>
    <message>
        <source>not taken over</source>
        <translation>niet overgenomen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>U</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Neem deze</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>This was settled in the meantime.</source>
        <translation>Dit is intussen beslecht.</translation>
    </message>
    <message>
        <source>This value does not fit its field.</source>
        <translation>Deze waarde past niet in het veld.</translation>
    </message>
    <message>
        <source>Settled. Saved on this workstation.</source>
        <translation>Beslecht. Bewaard op deze werkplek.</translation>
    </message>
    <message>
        <source>Settle with this</source>
        <translation>Beslecht hiermee</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Toch niet</translation>
    </message>
    <message>
        <source>Write something else  3</source>
        <translation>Iets anders schrijven  3</translation>
    </message>
    <message>
        <source>It was: {value}</source>
        <translation>Het was: {value}</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Neem deze</translation>
    </message>
    <message>
        <source>Removed by one, changed by another</source>
        <translation>De een verwijderde, de ander wijzigde</translation>
    </message>
    <message>
        <source>Two changes of: {field}</source>
        <translation>Twee wijzigingen van: {field}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>U</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>stands now</source>
        <translation>staat nu</translation>
    </message>
    <message>
        <source>not taken over</source>
        <translation>niet overgenomen</translation>
    </message>
</context>
<context>
    <name>CountsView</name>
    <message>
        <source>expected</source>
        <translation>verwacht</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>aangekomen</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>geregistreerd</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>overgedragen</translation>
    </message>
    <message>
        <source>minors alone</source>
        <translation>minderjarigen alleen</translation>
    </message>
    <message>
        <source>Numbers only, counted by the hub; fewer than five are not told.</source>
        <translation>Alleen aantallen, geteld door de hub; minder dan vijf wordt niet gezegd.</translation>
    </message>
    <message>
        <source>Needs: {list}</source>
        <translation>Behoeften: {list}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
</context>
<context>
    <name>Dealing</name>
    <message>
        <source>Choose a report first.</source>
        <translation>Kies eerst een melding.</translation>
    </message>
</context>
<context>
    <name>DemandChart</name>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>De getallen staan op het klembord.</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Getallen bewaren</translation>
    </message>
    <message>
        <source>demand.csv</source>
        <translation>vraag-en-aanbod.csv</translation>
    </message>
    <message>
        <source>Not saved: {why}. Choose another place.</source>
        <translation>Niet bewaard: {why}. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Bewaard als {file}.</translation>
    </message>
    <message>
        <source>wanted {n}</source>
        <translation>gevraagd {n}</translation>
    </message>
    <message>
        <source>promised {n}</source>
        <translation>toegezegd {n}</translation>
    </message>
    <message>
        <source>on site {n}</source>
        <translation>ter plaatse {n}</translation>
    </message>
    <message>
        <source>missing {n}</source>
        <translation>ontbreekt {n}</translation>
    </message>
    <message>
        <source>Demand and supply</source>
        <translation>Vraag en aanbod</translation>
    </message>
    <message>
        <source>The chart is being loaded…</source>
        <translation>De grafiek wordt geladen…</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>Getallen kopiëren</translation>
    </message>
    <message>
        <source>Save the numbers as CSV</source>
        <translation>Getallen als CSV bewaren</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
</context>
<context>
    <name>DeskRows</name>
    <message>
        <source>desk without a name</source>
        <translation>balie zonder naam</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>stil</translation>
    </message>
</context>
<context>
    <name>DeskTable</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nieuwe</numerusform>
            <numerusform>%n nieuwe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Go to</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Venster</translation>
    </message>
    <message>
        <source>Signed in as {name}</source>
        <translation>Aangemeld als {name}</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normaal</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Ruim</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Search or do…</source>
        <translation>Zoek of doe…</translation>
    </message>
    <message>
        <source>What needs a decision</source>
        <translation>Wat ter beoordeling staat</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Put the panel back into the main window</source>
        <translation>Paneel terug in het hoofdvenster</translation>
    </message>
    <message>
        <source>Put the panel into a window of its own</source>
        <translation>Paneel in een eigen venster</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Licht of donker</translation>
    </message>
    <message>
        <source>Height of rows</source>
        <translation>Hoogte van rijen</translation>
    </message>
    <message>
        <source>Nederlands or English</source>
        <translation>Nederlands of Engels</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Officier</translation>
    </message>
    <message>
        <source>Look, language, keys, sign out</source>
        <translation>Weergave, taal, toetsen, afmelden</translation>
    </message>
    <message>
        <source>{panel} stands in a window of its own</source>
        <translation>{panel} staat in een eigen venster</translation>
    </message>
    <message>
        <source>Close that window to put it back here.</source>
        <translation>Sluit dat venster om het hier terug te zetten.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Terugzetten</translation>
    </message>
</context>
<context>
    <name>DropCurtain</name>
    <message>
        <source>Drop to bring it in</source>
        <translation>Loslaten om in te lezen</translation>
    </message>
</context>
<context>
    <name>DropStrip</name>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) brought in</source>
        <translation>
            <numerusform>%n melding ingelezen</numerusform>
            <numerusform>%n meldingen ingelezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them exercise or test, kept apart</source>
        <translation>
            <numerusform>%n daarvan oefening of test, apart gehouden</numerusform>
            <numerusform>%n daarvan oefening of test, apart gehouden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was (were) here already</source>
        <translation>
            <numerusform>%n was er al</numerusform>
            <numerusform>%n waren er al</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n niet te lezen</numerusform>
            <numerusform>%n niet te lezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>list</source>
        <translation>lijst</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Municipality {name}</source>
        <translation>Gemeente {name}</translation>
    </message>
    <message>
        <source>Choose a list, and somebody who may have it.</source>
        <translation>Kies een lijst, en een ontvanger die haar mag hebben.</translation>
    </message>
    <message>
        <source>Nobody on this list may be told of.</source>
        <translation>Over niemand op deze lijst mag iets worden verteld.</translation>
    </message>
    <message>
        <source>Say why: the auditor reads it.</source>
        <translation>Zeg waarom: de auditor leest het.</translation>
    </message>
    <message>
        <source>Take a list out</source>
        <translation>Een lijst verstrekken</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welke</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>They get</source>
        <translation>Zij krijgen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>why it goes out, for the auditor</source>
        <translation>waarom hij wordt verstrekt, voor de auditor</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>The list as it goes out</source>
        <translation>De lijst zoals hij wordt verstrekt</translation>
    </message>
    <message>
        <source>These: {n}</source>
        <translation>Deze: {n}</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Ontvanger</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Behoefte</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on such a list</source>
        <translation>Niemand staat op zo&apos;n lijst</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Kies een andere.</translation>
    </message>
    <message>
        <source>For whom is the list?</source>
        <translation>Voor wie is de lijst?</translation>
    </message>
    <message>
        <source>Each receiver gets only the fields that it may have.</source>
        <translation>Elke ontvanger krijgt alleen de gegevens die hij mag hebben.</translation>
    </message>
    <message>
        <source>They may not have this list</source>
        <translation>Zij mogen deze lijst niet hebben</translation>
    </message>
    <message>
        <source>Choose another list, or somebody else.</source>
        <translation>Kies een andere lijst, of een andere ontvanger.</translation>
    </message>
    <message>
        <source>They did not say that relatives may be told.</source>
        <translation>Zij zeiden niet dat naasten ingelicht mogen worden.</translation>
    </message>
    <message>
        <source>nothing: they may not know who has this need</source>
        <translation>niets: zij mogen niet weten wie dit nodig heeft</translation>
    </message>
    <message>
        <source>at most {fields}</source>
        <translation>hoogstens {fields}</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: relatives may not be told</source>
        <translation>
            <numerusform>%n weggelaten: familie mag niet worden geïnformeerd</numerusform>
            <numerusform>%n weggelaten: familie mag niet worden geïnformeerd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Occurred</source>
        <translation>Gebeurd</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Waargenomen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Ingevoerd</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>one that is not here</source>
        <translation>een dat hier niet is</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Bijstandsverzoek</translation>
    </message>
    <message>
        <source>you</source>
        <translation>u</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Leesbaar voor</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Beller</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>Aantallen</translation>
    </message>
    <message>
        <source>GRIP</source>
        <translation>GRIP</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>FactsView</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
</context>
<context>
    <name>FieldNames</name>
    <message>
        <source>A unit below remaining cover</source>
        <translation>een eenheid onder restdekking</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>gericht aan</translation>
    </message>
    <message>
        <source>Alternative offered</source>
        <translation>aangeboden alternatief</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>alternatieven</translation>
    </message>
    <message>
        <source>An hour late</source>
        <translation>een uur te laat</translation>
    </message>
    <message>
        <source>An hour underway</source>
        <translation>een uur onderweg</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>Answer before</source>
        <translation>antwoord vóór</translation>
    </message>
    <message>
        <source>Answer link until</source>
        <translation>antwoordlink tot</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>beantwoord om</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>beantwoord door</translation>
    </message>
    <message>
        <source>Applicant told</source>
        <translation>aanvrager bericht</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>gebied</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>ter plaatse om</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>gevraagd om</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>gevraagd door</translation>
    </message>
    <message>
        <source>Asked how</source>
        <translation>hoe gevraagd</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>wie het leest</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>beschikbaar</translation>
    </message>
    <message>
        <source>Available from</source>
        <translation>beschikbaar vanaf</translation>
    </message>
    <message>
        <source>Available until</source>
        <translation>beschikbaar tot</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>hoort bij</translation>
    </message>
    <message>
        <source>Belongs to type</source>
        <translation>soort waar het bij hoort</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>grens</translation>
    </message>
    <message>
        <source>Call sign</source>
        <translation>roepnummer</translation>
    </message>
    <message>
        <source>Call signs</source>
        <translation>roepnummers</translation>
    </message>
    <message>
        <source>Call-back number</source>
        <translation>terugbelnummer</translation>
    </message>
    <message>
        <source>Checked at</source>
        <translation>nagevraagd om</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>nagevraagd door</translation>
    </message>
    <message>
        <source>Circumstances and safety</source>
        <translation>omstandigheden en veiligheid</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>bevelvoerder</translation>
    </message>
    <message>
        <source>Competent authority</source>
        <translation>bevoegd gezag</translation>
    </message>
    <message>
        <source>Contact on site</source>
        <translation>contact ter plaatse</translation>
    </message>
    <message>
        <source>Cost agreement</source>
        <translation>kostenafspraak</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>besloten om</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>besloten door</translation>
    </message>
    <message>
        <source>Departed</source>
        <translation>vertrokken om</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>discipline</translation>
    </message>
    <message>
        <source>Dutch name</source>
        <translation>Nederlandse naam</translation>
    </message>
    <message>
        <source>EDXL-RM</source>
        <translation>EDXL-RM</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>beëindigd</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Engelse naam</translation>
    </message>
    <message>
        <source>Expected on site</source>
        <translation>verwacht ter plaatse</translation>
    </message>
    <message>
        <source>External identity</source>
        <translation>kenmerk elders</translation>
    </message>
    <message>
        <source>Fairness over regions</source>
        <translation>spreiding over regio&apos;s</translation>
    </message>
    <message>
        <source>Firmness</source>
        <translation>hoe zeker</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>formulier</translation>
    </message>
    <message>
        <source>Form received</source>
        <translation>formulier ontvangen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>vanaf</translation>
    </message>
    <message>
        <source>Fuel, food, lodging</source>
        <translation>brandstof, eten, slaapplaats</translation>
    </message>
    <message>
        <source>GRIP</source>
        <translation>GRIP</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>gaat naar</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>behandeld door</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>standplaats</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>hoe bekend</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>uitvraag</translation>
    </message>
    <message>
        <source>Judged at</source>
        <translation>beoordeeld op</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>beoordeeld door</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>oordeel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>Kind of help</source>
        <translation>soort hulp</translation>
    </message>
    <message>
        <source>Least acceptable</source>
        <translation>minimum</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>grondslag</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>gemaakt om</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>gemaakt door</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>mail</translation>
    </message>
    <message>
        <source>Mail for inquiries</source>
        <translation>mail voor uitvragen</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>mail verzonden</translation>
    </message>
    <message>
        <source>Mail to</source>
        <translation>mail aan</translation>
    </message>
    <message>
        <source>Mandate of who signed</source>
        <translation>mandaat van de ondertekenaar</translation>
    </message>
    <message>
        <source>Municipalities</source>
        <translation>gemeenten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>Named unit</source>
        <translation>eenheid</translation>
    </message>
    <message>
        <source>Named units</source>
        <translation>eenheden op naam</translation>
    </message>
    <message>
        <source>Needed from</source>
        <translation>nodig vanaf</translation>
    </message>
    <message>
        <source>Needed until</source>
        <translation>nodig tot</translation>
    </message>
    <message>
        <source>Neighbours asked</source>
        <translation>buren gevraagd</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>spreidingsplan</translation>
    </message>
    <message>
        <source>Not to be split</source>
        <translation>niet te splitsen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>Notice to move, minutes</source>
        <translation>uitruktijd in minuten</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>Numbers are old after, minutes</source>
        <translation>opgave oud na, minuten</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>namens</translation>
    </message>
    <message>
        <source>One form for each</source>
        <translation>een formulier per</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>volgorde</translation>
    </message>
    <message>
        <source>Own means</source>
        <translation>eigen middelen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>regio of partner</translation>
    </message>
    <message>
        <source>Owner asked</source>
        <translation>gevraagd aan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>personen</translation>
    </message>
    <message>
        <source>People in a unit</source>
        <translation>personen per eenheid</translation>
    </message>
    <message>
        <source>Phone for inquiries</source>
        <translation>telefoon voor uitvragen</translation>
    </message>
    <message>
        <source>Phone of the commander</source>
        <translation>telefoon van de bevelvoerder</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>voorstel</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>positie</translation>
    </message>
    <message>
        <source>Position of the place to report</source>
        <translation>positie van de meldplaats</translation>
    </message>
    <message>
        <source>Possible from</source>
        <translation>mogelijk vanaf</translation>
    </message>
    <message>
        <source>Possible until</source>
        <translation>mogelijk tot</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>prioriteit</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>aantal</translation>
    </message>
    <message>
        <source>Quantity asked</source>
        <translation>gevraagd aantal</translation>
    </message>
    <message>
        <source>Quantity offered</source>
        <translation>aangeboden aantal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>redenen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>aangenomen door</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>regio</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>vrijgegeven om</translation>
    </message>
    <message>
        <source>Relief after, minutes</source>
        <translation>aflossing na, minuten</translation>
    </message>
    <message>
        <source>Relief at</source>
        <translation>aflossing om</translation>
    </message>
    <message>
        <source>Relief scheme</source>
        <translation>aflosschema</translation>
    </message>
    <message>
        <source>Relieved</source>
        <translation>afgelost om</translation>
    </message>
    <message>
        <source>Relieves</source>
        <translation>lost af</translation>
    </message>
    <message>
        <source>Remaining cover</source>
        <translation>restdekking</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>Reminded at</source>
        <translation>herinnerd om</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>vervangen door</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>melden bij</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>bijstandsverzoek</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>regel van het verzoek</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>aanvrager</translation>
    </message>
    <message>
        <source>Resource type</source>
        <translation>soort middel</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>teruggekeerd om</translation>
    </message>
    <message>
        <source>Role of the authority</source>
        <translation>functie van het gezag</translation>
    </message>
    <message>
        <source>Role of the requester</source>
        <translation>functie van de aanvrager</translation>
    </message>
    <message>
        <source>Role of who answered</source>
        <translation>functie van wie antwoordde</translation>
    </message>
    <message>
        <source>Role of who decided</source>
        <translation>functie van wie besloot</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>ronde</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>route</translation>
    </message>
    <message>
        <source>Set at</source>
        <translation>vastgesteld om</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>vastgesteld door</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>korte naam</translation>
    </message>
    <message>
        <source>Signed form</source>
        <translation>ondertekend formulier</translation>
    </message>
    <message>
        <source>Signed forms received from</source>
        <translation>ondertekende formulieren van</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>bron</translation>
    </message>
    <message>
        <source>Speed on the way, km/h</source>
        <translation>snelheid onderweg, km/u</translation>
    </message>
    <message>
        <source>State</source>
        <translation>toestand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>overgenomen</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>overgenomen door</translation>
    </message>
    <message>
        <source>Talk group</source>
        <translation>gespreksgroep</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>taak</translation>
    </message>
    <message>
        <source>Task and wanted effect</source>
        <translation>taak en beoogd effect</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>totaal</translation>
    </message>
    <message>
        <source>Trouble with the mail</source>
        <translation>probleem met de mail</translation>
    </message>
    <message>
        <source>Under which mandate</source>
        <translation>onder welk mandaat</translation>
    </message>
    <message>
        <source>Unfilled, priority 1</source>
        <translation>niet geleverd, prioriteit 1</translation>
    </message>
    <message>
        <source>Unfilled, priority 2</source>
        <translation>niet geleverd, prioriteit 2</translation>
    </message>
    <message>
        <source>Unfilled, priority 3</source>
        <translation>niet geleverd, prioriteit 3</translation>
    </message>
    <message>
        <source>Unfilled, priority 4</source>
        <translation>niet geleverd, prioriteit 4</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>eenheid</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>geldig vanaf</translation>
    </message>
    <message>
        <source>Valid on</source>
        <translation>geldig op</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>geldig tot</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>versie</translation>
    </message>
    <message>
        <source>Version of the weights</source>
        <translation>versie van de gewichten</translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation>wat er speelt</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>wie tekent</translation>
    </message>
    <message>
        <source>Whose record</source>
        <translation>van wie</translation>
    </message>
    <message>
        <source>Whose word</source>
        <translation>wiens woord</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>waarom</translation>
    </message>
    <message>
        <source>Aboard by its papers</source>
        <translation>Aan boord volgens de papieren</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Animals</source>
        <translation>Dieren</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Aankomst</translation>
    </message>
    <message>
        <source>BSN</source>
        <translation>BSN</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Check digits that do not fit</source>
        <translation>Controlecijfers die niet kloppen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgesloten</translation>
    </message>
    <message>
        <source>Code scanned</source>
        <translation>Gescande code</translation>
    </message>
    <message>
        <source>Contact in the Netherlands</source>
        <translation>Contact in Nederland</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Geteld</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Bemanning</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Balies</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Bijzonderheid</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Documentnummer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>Komt in aanmerking</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Verwacht</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Family or group</source>
        <translation>Gezin of groep</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>Fields given</source>
        <translation>Verstrekte velden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Flight or bus</source>
        <translation>Vlucht of bus</translation>
    </message>
    <message>
        <source>From country</source>
        <translation>Uit land</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Voornamen</translation>
    </message>
    <message>
        <source>Ground of eligibility</source>
        <translation>Grond</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Voogd</translation>
    </message>
    <message>
        <source>Guardian, by name</source>
        <translation>Voogd, bij naam</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Overgedragen</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Overgedragen aan</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Hoofd</translation>
    </message>
    <message>
        <source>Host municipality</source>
        <translation>Gastgemeente</translation>
    </message>
    <message>
        <source>Identity established by</source>
        <translation>Identiteit vastgesteld door</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Afgegeven door</translation>
    </message>
    <message>
        <source>Kept for, days</source>
        <translation>Bewaard, dagen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>Wettelijke grondslag</translation>
    </message>
    <message>
        <source>Legal ground for the BSN</source>
        <translation>Wettelijke grondslag voor het BSN</translation>
    </message>
    <message>
        <source>Likeness, per thousand</source>
        <translation>Gelijkenis, per duizend</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Luggage and goods</source>
        <translation>Bagage en goederen</translation>
    </message>
    <message>
        <source>May we inform relatives</source>
        <translation>Mogen wij familie informeren</translation>
    </message>
    <message>
        <source>Medical note</source>
        <translation>Medische aantekening</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Vervuld</translation>
    </message>
    <message>
        <source>Met by</source>
        <translation>Vervuld door</translation>
    </message>
    <message>
        <source>Minor alone</source>
        <translation>Minderjarige alleen</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Name as listed</source>
        <translation>Naam volgens de lijst</translation>
    </message>
    <message>
        <source>Name as spoken</source>
        <translation>Naam zoals uitgesproken</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Naam van de groep</translation>
    </message>
    <message>
        <source>Nationalities</source>
        <translation>Nationaliteiten</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nationaliteit</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Behoefte</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Behoeften</translation>
    </message>
    <message>
        <source>Nights of shelter</source>
        <translation>Nachten onderdak</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Geen document</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Aantallen</translation>
    </message>
    <message>
        <source>On no list, and that is right</source>
        <translation>Op geen lijst, en dat klopt</translation>
    </message>
    <message>
        <source>One</source>
        <translation>De ene</translation>
    </message>
    <message>
        <source>Onward journey</source>
        <translation>Doorreis</translation>
    </message>
    <message>
        <source>Onward to</source>
        <translation>Doorreis naar</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operatie</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>De andere</translation>
    </message>
    <message>
        <source>Other columns</source>
        <translation>Andere kolommen</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere namen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Place of arrival</source>
        <translation>Plaats van aankomst</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Geboorteplaats</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Voorvoegsel</translation>
    </message>
    <message>
        <source>Privacy text</source>
        <translation>Privacytekst</translation>
    </message>
    <message>
        <source>Privacy text given</source>
        <translation>Privacytekst gegeven</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Reason of the term</source>
        <translation>Reden van de termijn</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Ontvangstbewijs</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Ontvanger</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Geregistreerd</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>Relatie tot het hoofd</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Stoel</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Stoelen</translation>
    </message>
    <message>
        <source>Settled as</source>
        <translation>Afgehandeld als</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straat en nummer</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Overgenomen door</translation>
    </message>
    <message>
        <source>Title of the operation</source>
        <translation>Titel van de operatie</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Woonplaats</translation>
    </message>
    <message>
        <source>Travels with</source>
        <translation>Reist met</translation>
    </message>
    <message>
        <source>Type of one</source>
        <translation>Soort van de ene</translation>
    </message>
    <message>
        <source>Type of the other</source>
        <translation>Soort van de andere</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Wants to stay together</source>
        <translation>Wil bij elkaar blijven</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Richting</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Wristband</source>
        <translation>Polsband</translation>
    </message>
    <message>
        <source>Persons erased</source>
        <translation>Personen gewist</translation>
    </message>
</context>
<context>
    <name>FieldNotice</name>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Mijne houden</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Onbevestigd</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Tegengesproken</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>vanaf {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
    <message>
        <source>the end lies before the start</source>
        <translation>het einde ligt voor het begin</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>{n} files at a time; the first {n} were taken.</source>
        <translation>Ten hoogste {n} bestanden per keer; de eerste {n} zijn ingelezen.</translation>
    </message>
    <message>
        <source>There is no mail and no file on the clipboard.</source>
        <translation>Er staat geen mail en geen bestand op het klembord.</translation>
    </message>
    <message>
        <source>Bring in mail and alerts</source>
        <translation>Mail en waarschuwingen inlezen</translation>
    </message>
    <message>
        <source>Reading {n} of {all}…</source>
        <translation>Inlezen: {n} van {all}…</translation>
    </message>
    <message>
        <source>What was pasted is no mail with its headers.</source>
        <translation>Wat u plakte is geen mail met kopregels (Van, Onderwerp, Datum).</translation>
    </message>
    <message>
        <source>New report with this text</source>
        <translation>Nieuwe melding met deze tekst</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n bestand</numerusform>
            <numerusform>%n bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nieuwe melding</translation>
    </message>
    <message>
        <source>{files}: select the report that it belongs to, or make a new one.</source>
        <translation>{files}: kies de melding waar het bij hoort, of maak een nieuwe.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add {files} to “{report}”?</source>
        <translation>{files} toevoegen aan “{report}”?</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n bestand toegevoegd.</numerusform>
            <numerusform>%n bestanden toegevoegd.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files were not added ({what}). Try again.</source>
        <translation>De bestanden zijn niet toegevoegd ({what}). Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Bring in mail and alerts…</source>
        <translation>Mail en waarschuwingen inlezen…</translation>
    </message>
    <message>
        <source>Paste a mail or files</source>
        <translation>Mail of bestanden plakken</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Fetch</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>Open a copy, for reading only</source>
        <translation>Open een kopie, alleen om te lezen</translation>
    </message>
    <message>
        <source>This can run something on this computer. It can only be saved.</source>
        <translation>Dit kan iets uitvoeren op deze computer. Alleen bewaren kan.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Bewaren als…</translation>
    </message>
    <message>
        <source>Save {name}</source>
        <translation>Bewaar {name}</translation>
    </message>
    <message>
        <source>is being fetched, waiting for the line</source>
        <translation>wordt opgehaald, wacht op verbinding</translation>
    </message>
    <message>
        <source>{n} % is here</source>
        <translation>{n} % is hier</translation>
    </message>
    <message>
        <source>not on this workstation</source>
        <translation>niet op deze werkplek</translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>{name} can run something on this computer. Save it if you trust it.</source>
        <translation>{name} kan iets uitvoeren op deze computer. Bewaar het als u het vertrouwt.</translation>
    </message>
    <message>
        <source>No program on this computer opens {name}. Save it instead.</source>
        <translation>Geen programma op deze computer opent {name}. Bewaar het in plaats daarvan.</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Bewaard als {path}.</translation>
    </message>
    <message>
        <source>{name} is not whole on this workstation yet. It will be fetched.</source>
        <translation>{name} is hier nog niet volledig. Het wordt opgehaald.</translation>
    </message>
    <message>
        <source>{name} could not be written: {why}. The report still has it.</source>
        <translation>{name} kon niet worden geschreven: {why}. Bij de melding staat het nog.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear the text</source>
        <translation>Tekst wissen</translation>
    </message>
    <message>
        <source>Search in text…</source>
        <translation>Zoek in tekst…</translation>
    </message>
    <message>
        <source>Let everything through again</source>
        <translation>Alles weer doorlaten</translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>Relieves {what}</source>
        <translation>Lost {what} af</translation>
    </message>
    <message>
        <source>Relief due {time}</source>
        <translation>Aflossing nodig {time}</translation>
    </message>
    <message>
        <source>Relieved by {what}</source>
        <translation>Wordt afgelost door {what}</translation>
    </message>
    <message>
        <source>▼ Nobody takes over from {time} on</source>
        <translation>▼ Niemand neemt het over vanaf {time}</translation>
    </message>
    <message>
        <source>▼ A gap from {time}: relief comes too late</source>
        <translation>▼ Gat vanaf {time}: de aflossing komt te laat</translation>
    </message>
</context>
<context>
    <name>FollowCard</name>
    <message>
        <source>This commitment is not here (any more).</source>
        <translation>Deze toezegging is hier niet (meer).</translation>
    </message>
    <message>
        <source>definite</source>
        <translation>definitief</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
    <message>
        <source>waits for the hub</source>
        <translation>voorlopig: wacht op de hub</translation>
    </message>
    <message>
        <source>Giver withdraws</source>
        <translation>Gever trekt in</translation>
    </message>
    <message>
        <source>Receiver cancels</source>
        <translation>Vrager zegt af</translation>
    </message>
    <message>
        <source>KCR2, to be confirmed</source>
        <translation>KCR2, te bevestigen</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>te laat</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Besloten door</translation>
    </message>
    <message>
        <source>On site at</source>
        <translation>Ter plaatse om</translation>
    </message>
    <message>
        <source>Call signs</source>
        <translation>Roepnummers</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>Bevelvoerder</translation>
    </message>
    <message>
        <source>Talk group</source>
        <translation>Gespreksgroep</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>Melden bij</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>This is not a time.</source>
        <translation>Dit is geen tijd.</translation>
    </message>
    <message>
        <source>Say briefly why.</source>
        <translation>Geef kort aan waarom.</translation>
    </message>
    <message>
        <source>Saved on this workstation.</source>
        <translation>Bewaard op deze werkplek.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Deal with it</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Waar het is</translation>
    </message>
    <message>
        <source>now, or type the time first; Enter corrects it</source>
        <translation>nu, of typ eerst de tijd; Enter verbetert</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Promise again</source>
        <translation>Weer toezeggen</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlengen</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>Aflossing</translation>
    </message>
    <message>
        <source>Deployment message</source>
        <translation>Inzetbericht</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>EDXL-RM…</source>
        <translation>EDXL-RM…</translation>
    </message>
</context>
<context>
    <name>FollowMessages</name>
    <message>
        <source>another system</source>
        <translation>een ander systeem</translation>
    </message>
    <message>
        <source>{who} asks to keep it longer (EDXL-RM).</source>
        <translation>{who} vraagt het langer te houden (EDXL-RM).</translation>
    </message>
    <message>
        <source>{who} asks it back by {time} (EDXL-RM).</source>
        <translation>{who} vraagt het terug vóór {time} (EDXL-RM).</translation>
    </message>
    <message>
        <source>{who} asks it back (EDXL-RM).</source>
        <translation>{who} vraagt het terug (EDXL-RM).</translation>
    </message>
    <message>
        <source>Say briefly why not: the answer tells it.</source>
        <translation>Zeg kort waarom niet: het staat in het antwoord.</translation>
    </message>
    <message>
        <source>Say until when.</source>
        <translation>Zeg tot wanneer.</translation>
    </message>
    <message>
        <source>Written down. Send the answer as a message?</source>
        <translation>Vastgelegd. Het antwoord als bericht versturen?</translation>
    </message>
    <message>
        <source>Save the answer…</source>
        <translation>Antwoord opslaan…</translation>
    </message>
    <message>
        <source>Save as EDXL-RM</source>
        <translation>Opslaan als EDXL-RM</translation>
    </message>
    <message>
        <source>No EDXL-RM message can be made of this: {why}</source>
        <translation>Hiervan is geen EDXL-RM-bericht te maken: {why}</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Opgeslagen als {file}.</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>Reason of the answer</source>
        <translation>Reden van het antwoord</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
</context>
<context>
    <name>FormFiles</name>
    <message>
        <source>At most {n} files.</source>
        <translation>Ten hoogste {n} bestanden.</translation>
    </message>
    <message>
        <source>Add files to the report</source>
        <translation>Bestanden bij de melding voegen</translation>
    </message>
    <message>
        <source>or drop them here; {size} each at most</source>
        <translation>of sleep ze hierheen; elk ten hoogste {size}</translation>
    </message>
</context>
<context>
    <name>FormMail</name>
    <message>
        <source>This is a mail: “{title}”.</source>
        <translation>Dit is een mail: “{title}”.</translation>
    </message>
    <message>
        <source>Take it in as a mail</source>
        <translation>Als mail opnemen</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>Somebody must acknowledge it</source>
        <translation>Iemand moet laten weten dat het gezien is</translation>
    </message>
    <message>
        <source>when it is saved</source>
        <translation>bij het bewaren</translation>
    </message>
    <message>
        <source>Esc closes and keeps the draft</source>
        <translation>Esc sluit en bewaart het concept</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Change report</source>
        <translation>Melding wijzigen</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nieuwe melding</translation>
    </message>
    <message>
        <source>&amp;Where and who</source>
        <translation>&amp;Waar en wie</translation>
    </message>
    <message>
        <source>Ti&amp;mes</source>
        <translation>Ti&amp;jden</translation>
    </message>
    <message>
        <source>&amp;Grade</source>
        <translation>Beoordelin&amp;g</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Bestanden</translation>
    </message>
    <message>
        <source>Draft of {time}</source>
        <translation>Concept van {time}</translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation>Concept bewaard {time}</translation>
    </message>
    <message>
        <source>The report is saved, but these files are not: {files}.</source>
        <translation>De melding is bewaard, maar deze bestanden niet: {files}.</translation>
    </message>
    <message>
        <source>The draft was thrown away.</source>
        <translation>Het concept is weggegooid.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed elsewhere while you type. Nothing is overwritten.</source>
        <translation>
            <numerusform>%n veld is elders gewijzigd terwijl u typt. Er wordt niets overschreven.</numerusform>
            <numerusform>%n velden zijn elders gewijzigd terwijl u typt. Er wordt niets overschreven.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Somebody removed this report. Saving makes your changes a matter to decide.</source>
        <translation>Iemand heeft deze melding verwijderd. Bewaart u toch, dan komt uw wijziging ter beoordeling.</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>any help</source>
        <translation>alle hulp</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>overal</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>vervallen {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>tot {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>vanaf {day}</translation>
    </message>
    <message>
        <source>mainland</source>
        <translation>vasteland</translation>
    </message>
    <message>
        <source>Bonaire, Sint Eustatius, Saba</source>
        <translation>Bonaire, Sint Eustatius, Saba</translation>
    </message>
    <message>
        <source>Aruba, Curaçao, Sint Maarten</source>
        <translation>Aruba, Curaçao, Sint Maarten</translation>
    </message>
    <message>
        <source>The signed form of {name} is in; press to take that back.</source>
        <translation>Het ondertekende formulier van {name} is binnen; druk om dat terug te draaien.</translation>
    </message>
    <message>
        <source>Press when the signed form of {name} is in.</source>
        <translation>Druk hierop als het ondertekende formulier van {name} binnen is.</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>volgt</translation>
    </message>
    <message>
        <source>unknown who signs</source>
        <translation>onbekend wie tekent</translation>
    </message>
    <message>
        <source>no form needed</source>
        <translation>geen formulier nodig</translation>
    </message>
    <message>
        <source>all forms are in {time}</source>
        <translation>alle formulieren zijn binnen {time}</translation>
    </message>
    <message>
        <source>which municipalities? {time}</source>
        <translation>welke gemeenten? {time}</translation>
    </message>
    <message>
        <source>form follows {time}</source>
        <translation>formulier volgt {time}</translation>
    </message>
    <message>
        <source>{n} of {all} forms follow, {time}</source>
        <translation>{n} van {all} formulieren volgt, {time}</translation>
    </message>
    <message>
        <source>Help of any kind</source>
        <translation>Alle hulp</translation>
    </message>
    <message>
        <source>{kind}: no row of the table fits.</source>
        <translation>{kind}: geen regel van de tabel past.</translation>
    </message>
    <message>
        <source>{kind}: {authority}</source>
        <translation>{kind}: {authority}</translation>
    </message>
    <message>
        <source>who signs is not known</source>
        <translation>wie tekent is niet bekend</translation>
    </message>
</context>
<context>
    <name>GateCard</name>
    <message>
        <source>The row is saved.</source>
        <translation>De regel is bewaard.</translation>
    </message>
    <message>
        <source>The row has ended.</source>
        <translation>De regel is beëindigd.</translation>
    </message>
    <message>
        <source>Give the row a code; it never changes.</source>
        <translation>Geef de regel een code; die verandert nooit.</translation>
    </message>
    <message>
        <source>There is a row with this code already.</source>
        <translation>Er is al een regel met deze code.</translation>
    </message>
    <message>
        <source>Name the source: a row without one is no law.</source>
        <translation>Noem de bron: een regel zonder bron is geen recht.</translation>
    </message>
    <message>
        <source>A time cannot be read.</source>
        <translation>Een tijd is niet te lezen.</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>Het einde ligt voor het begin.</translation>
    </message>
    <message>
        <source>Gate table</source>
        <translation>Toetstabel</translation>
    </message>
    <message>
        <source>Who signs; the row that says most holds. It never blocks.</source>
        <translation>Wie tekent; de regel die het meest zegt geldt. Hij houdt nooit iets tegen.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>a region</source>
        <translation>regio</translation>
    </message>
    <message>
        <source>a municipality</source>
        <translation>gemeente</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kind of help</source>
        <translation>Soort hulp</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Wie tekent</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>Gericht aan</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Grondslag</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>One form for</source>
        <translation>Een formulier per</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Geldig vanaf</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Geldig tot</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Save the row</source>
        <translation>Regel bewaren</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Nieuwe regel</translation>
    </message>
    <message>
        <source>End the row</source>
        <translation>Regel beëindigen</translation>
    </message>
    <message>
        <source>Choose a row that holds.</source>
        <translation>Kies een regel die geldt.</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Nothing unread in this list.</source>
        <translation>Niets ongelezen in deze lijst.</translation>
    </message>
    <message>
        <source>Nothing urgent to acknowledge in this list.</source>
        <translation>Geen spoed die nog gezien moet worden in deze lijst.</translation>
    </message>
    <message>
        <source>That report is not on this workstation.</source>
        <translation>Die melding is niet op deze werkplek.</translation>
    </message>
    <message>
        <source>The filters hold this report back; it is read beside the list.</source>
        <translation>De filters houden deze melding tegen; u leest haar naast de lijst.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are chosen; there are more.</source>
        <translation>
            <numerusform>De nieuwste is gekozen; er zijn er meer.</numerusform>
            <numerusform>De nieuwste %n zijn gekozen; er zijn er meer.</numerusform>
        </translation>
    </message>
    <message>
        <source>On from the top of the list.</source>
        <translation>Verder vanaf het begin van de lijst.</translation>
    </message>
</context>
<context>
    <name>GradeCard</name>
    <message>
        <source>Grade</source>
        <translation>Beoordeling</translation>
    </message>
    <message>
        <source>How reliable is the source?</source>
        <translation>Hoe betrouwbaar is de bron?</translation>
    </message>
    <message>
        <source>How credible is the information?</source>
        <translation>Hoe geloofwaardig is de informatie?</translation>
    </message>
    <message>
        <source>Grade it so</source>
        <translation>Zo beoordelen</translation>
    </message>
    <message>
        <source>A to F and 1 to 6 choose · Enter grades · Esc closes</source>
        <translation>A t/m F en 1 t/m 6 kiezen · Enter beoordeelt · Esc sluit</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>lives there</source>
        <translation>woont daar</translation>
    </message>
    <message>
        <source>the family lives there</source>
        <translation>het gezin woont daar</translation>
    </message>
    <message>
        <source>chosen at the desk</source>
        <translation>gekozen aan de balie</translation>
    </message>
    <message>
        <source>several places have this name</source>
        <translation>meer plaatsen heten zo</translation>
    </message>
    <message>
        <source>a Dutch address whose municipality is not known: choose</source>
        <translation>een Nederlands adres zonder bekende gemeente: kies</translation>
    </message>
    <message>
        <source>no Dutch address: the host municipality</source>
        <translation>geen Nederlands adres: de gastgemeente</translation>
    </message>
    <message>
        <source>not Dutch, no Dutch address</source>
        <translation>geen Nederlander, geen Nederlands adres</translation>
    </message>
    <message>
        <source>a minor alone</source>
        <translation>minderjarige alleen</translation>
    </message>
    <message>
        <source>seeks protection</source>
        <translation>zoekt bescherming</translation>
    </message>
    <message>
        <source>goes to a hospital</source>
        <translation>gaat naar een ziekenhuis</translation>
    </message>
    <message>
        <source>is collected</source>
        <translation>wordt opgehaald</translation>
    </message>
    <message>
        <source>asks for psychosocial support</source>
        <translation>vraagt psychosociale steun</translation>
    </message>
    <message>
        <source>left at once</source>
        <translation>direct vertrokken</translation>
    </message>
    <message>
        <source>has gone there already</source>
        <translation>is daar al heen</translation>
    </message>
    <message>
        <source>a minor alone: name the guardian first</source>
        <translation>minderjarige alleen: noteer eerst de voogd</translation>
    </message>
    <message>
        <source>a minor alone: check the guardian first</source>
        <translation>minderjarige alleen: controleer eerst de voogd</translation>
    </message>
    <message>
        <source>a minor alone does not go by own means</source>
        <translation>een minderjarige alleen gaat niet op eigen gelegenheid</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>behoeften</translation>
    </message>
    <message>
        <source>medical needs</source>
        <translation>medische behoeften</translation>
    </message>
    <message>
        <source>medical notes</source>
        <translation>medische aantekeningen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>handed over to {receiver}</source>
        <translation>overgedragen aan {receiver}</translation>
    </message>
    <message>
        <source>{title} · destroy this {days} days after the operation began</source>
        <translation>{title} · vernietig dit {days} dagen na het begin van de operatie</translation>
    </message>
    <message>
        <source>{title} · destroy this by {day}</source>
        <translation>{title} · vernietig dit uiterlijk {day}</translation>
    </message>
</context>
<context>
    <name>HandOverCard</name>
    <message>
        <source>hand-over</source>
        <translation>overdracht</translation>
    </message>
    <message>
        <source>I have checked who the guardian is: {name}</source>
        <translation>Ik heb gecontroleerd wie de voogd is: {name}</translation>
    </message>
    <message>
        <source>nothing: they did not say that relatives may be told</source>
        <translation>niets: zij hebben niet gezegd dat familie het mag weten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>{fields}; nothing else</source>
        <translation>{fields}; verder niets</translation>
    </message>
    <message>
        <source>Choose who takes them.</source>
        <translation>Kies wie hen overneemt.</translation>
    </message>
    <message>
        <source>Choose the municipality.</source>
        <translation>Kies de gemeente.</translation>
    </message>
    <message>
        <source>Nobody who can go there is ticked.</source>
        <translation>Er is niemand aangevinkt die daarheen kan.</translation>
    </message>
    <message>
        <source>Note the name of who takes them.</source>
        <translation>Noteer de naam van wie hen overneemt.</translation>
    </message>
    <message>
        <source>Handed over to {receiver}: {n}.</source>
        <translation>Overgedragen aan {receiver}: {n}.</translation>
    </message>
    <message>
        <source>Noted for {receiver}: {n}.</source>
        <translation>Genoteerd voor {receiver}: {n}.</translation>
    </message>
    <message>
        <source>Undone: it stays in the history as cancelled.</source>
        <translation>Teruggedraaid: het blijft als geannuleerd in de geschiedenis staan.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Voogd</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Overgenomen door</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Ontvangstbewijs</translation>
    </message>
    <message>
        <source>They get</source>
        <translation>Zij krijgen</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>a number of their own, else one is given</source>
        <translation>een eigen nummer, anders komt er een</translation>
    </message>
    <message>
        <source>name of who takes them over</source>
        <translation>naam van wie hen overneemt</translation>
    </message>
    <message>
        <source>Handed over, now</source>
        <translation>Nu overgedragen</translation>
    </message>
    <message>
        <source>Note for later</source>
        <translation>Noteren voor later</translation>
    </message>
    <message>
        <source>Take the rest of the family along</source>
        <translation>Rest van het gezin meenemen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Terugdraaien</translation>
    </message>
    <message>
        <source>Receipt as PDF…</source>
        <translation>Bewijs als pdf…</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Bewijs afdrukken</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} personen</translation>
    </message>
    <message numerus="yes">
        <source>%n of the family stay here.</source>
        <translation>
            <numerusform>%n van het gezin blijft hier.</numerusform>
            <numerusform>%n van het gezin blijven hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them along</source>
        <translation>Meenemen</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>no number</source>
        <translation>zonder nummer</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>saved here, not confirmed yet</source>
        <translation>bewaard, wacht op verbinding</translation>
    </message>
    <message>
        <source>urgent, to be acknowledged</source>
        <translation>spoed, nog niet gezien</translation>
    </message>
    <message>
        <source>you</source>
        <translation>u</translation>
    </message>
    <message>
        <source>urgent, acknowledged by {name}</source>
        <translation>spoed, gezien door {name}</translation>
    </message>
    <message>
        <source>Withdrawn {time}</source>
        <translation>Ingetrokken {time}</translation>
    </message>
    <message>
        <source>See the withdrawal</source>
        <translation>Zie de intrekking</translation>
    </message>
    <message>
        <source>Replaced {time}</source>
        <translation>Vervangen {time}</translation>
    </message>
    <message>
        <source>See the newer one</source>
        <translation>Zie de nieuwere</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n wijziging geweigerd</numerusform>
            <numerusform>%n wijzigingen geweigerd</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Beslissen</translation>
    </message>
</context>
<context>
    <name>HeadSide</name>
    <message>
        <source>Nobody.</source>
        <translation>Niemand.</translation>
    </message>
    <message>
        <source>Roll call of {time}: everybody was there.</source>
        <translation>Appel van {time}: iedereen was er.</translation>
    </message>
    <message numerus="yes">
        <source>Roll call of {time}: %n did not show up</source>
        <translation>
            <numerusform>Appel van {time}: %n is niet gekomen</numerusform>
            <numerusform>Appel van {time}: %n zijn niet gekomen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll call since {time}: %n still to be scanned</source>
        <translation>
            <numerusform>Appel sinds {time}: nog %n te scannen</numerusform>
            <numerusform>Appel sinds {time}: nog %n te scannen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) say that they are still to come: the clock of a desk runs ahead.</source>
        <translation>
            <numerusform>%n passage zegt nog te moeten komen: de klok van een werkplek loopt voor.</numerusform>
            <numerusform>%n passages zeggen nog te moeten komen: de klok van een werkplek loopt voor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) scanned that nobody has here yet.</source>
        <translation>
            <numerusform>%n code gescand die hier nog niemand heeft.</numerusform>
            <numerusform>%n codes gescand die hier nog niemand heeft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>This arrival</source>
        <translation>Deze aankomst</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search or do…</source>
        <translation>Zoek of doe…</translation>
    </message>
    <message>
        <source>Finds reports and runs every action · Ctrl+K</source>
        <translation>Vindt meldingen en voert elke handeling uit · Ctrl+K</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>OEFENING</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>Show %n earlier</source>
        <translation>
            <numerusform>Toon %n eerdere</numerusform>
            <numerusform>Toon %n eerdere</numerusform>
        </translation>
    </message>
    <message>
        <source>What came before is kept by the hub; here it is too old.</source>
        <translation>Wat hieraan voorafging staat bij de centrale; hier is het te oud.</translation>
    </message>
</context>
<context>
    <name>HourChart</name>
    <message>
        <source>Reports per hour</source>
        <translation>Meldingen per uur</translation>
    </message>
    <message>
        <source>Hide the chart</source>
        <translation>Grafiek verbergen</translation>
    </message>
    <message>
        <source>The chart is being loaded…</source>
        <translation>De grafiek wordt geladen…</translation>
    </message>
    <message>
        <source>Click an hour to see only its reports</source>
        <translation>Klik op een uur om alleen die meldingen te zien</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
</context>
<context>
    <name>HowToAsk</name>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 u</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2 u</translation>
    </message>
    <message>
        <source>By mail, the hub sends it</source>
        <translation>Per mail, via de hub</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Telefonisch</translation>
    </message>
    <message>
        <source>Answer before</source>
        <translation>Antwoord vóór</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Text of the question</source>
        <translation>Tekst van de vraag</translation>
    </message>
</context>
<context>
    <name>IdleBlank</name>
    <message>
        <source>This screen is covered</source>
        <translation>Dit scherm is afgedekt</translation>
    </message>
    <message>
        <source>Signed in: {who}</source>
        <translation>Aangemeld: {who}</translation>
    </message>
    <message>
        <source>Any key or a click shows it again. What you were typing still stands.</source>
        <translation>Een toets of klik toont het weer. Wat u aan het typen was, staat er nog.</translation>
    </message>
    <message>
        <source>Cover this screen now</source>
        <translation>Dit scherm nu afdekken</translation>
    </message>
    <message numerus="yes">
        <source>Cover after another time (now after %n minute(s))</source>
        <translation>
            <numerusform>Na een andere tijd afdekken (nu na %n minuut)</numerusform>
            <numerusform>Na een andere tijd afdekken (nu na %n minuten)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>not used</source>
        <translation>niet gebruikt</translation>
    </message>
    <message>
        <source>type</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>eigenaar</translation>
    </message>
    <message>
        <source>region or partner</source>
        <translation>regio of partner</translation>
    </message>
    <message>
        <source>type of help</source>
        <translation>soort hulp</translation>
    </message>
    <message>
        <source>checked at</source>
        <translation>nagevraagd om</translation>
    </message>
    <message>
        <source>checked by</source>
        <translation>nagevraagd door</translation>
    </message>
    <message>
        <source>which number it is</source>
        <translation>welk getal het is</translation>
    </message>
    <message>
        <source>available</source>
        <translation>beschikbaar</translation>
    </message>
    <message>
        <source>total</source>
        <translation>totaal</translation>
    </message>
    <message>
        <source>remaining cover</source>
        <translation>restdekking</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>norm</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>opkomsttijd</translation>
    </message>
    <message>
        <source>note</source>
        <translation>opmerking</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wordt</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>Numbers from a spreadsheet</source>
        <translation>Getallen uit een spreadsheet</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.xlsm *.csv *.tsv *.txt)</source>
        <translation>Spreadsheets (*.xlsx *.xlsm *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>remembered for the next time</source>
        <translation>onthouden voor de volgende keer</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Wat er verandert</translation>
    </message>
    <message>
        <source>What owners have</source>
        <translation>Wat eigenaren hebben</translation>
    </message>
    <message>
        <source>National spreading plan</source>
        <translation>Landelijk spreidingsplan</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blad</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Bestand kiezen…</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n number(s)</source>
        <translation>
            <numerusform>%n getal overnemen</numerusform>
            <numerusform>%n getallen overnemen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an xlsx or csv file, or drop it here.</source>
        <translation>Kies een xlsx- of csv-bestand, of sleep het hierheen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rij</numerusform>
            <numerusform>%n rijen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n verandert</numerusform>
            <numerusform>%n veranderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged, marked as checked</source>
        <translation>
            <numerusform>%n ongewijzigd, gemerkt als nagevraagd</numerusform>
            <numerusform>%n ongewijzigd, gemerkt als nagevraagd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n ongewijzigd</numerusform>
            <numerusform>%n ongewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken over</source>
        <translation>
            <numerusform>%n niet overgenomen</numerusform>
            <numerusform>%n niet overgenomen</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back as it was.</source>
        <translation>Teruggezet zoals het was.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) taken over.</source>
        <translation>
            <numerusform>%n getal overgenomen.</numerusform>
            <numerusform>%n getallen overgenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Bring in lists of people</source>
        <translation>Lijsten met mensen inlezen</translation>
    </message>
    <message>
        <source>Lists of people (*.xlsx *.xlsm *.csv *.tsv *.txt *.edi *.xml *.pfif)</source>
        <translation>Lijsten met mensen (*.xlsx *.xlsm *.csv *.tsv *.txt *.edi *.xml *.pfif)</translation>
    </message>
    <message>
        <source>There is no table and no file on the clipboard.</source>
        <translation>Er staat geen tabel en geen bestand op het klembord.</translation>
    </message>
    <message>
        <source>Bring in a list</source>
        <translation>Lijst inlezen</translation>
    </message>
    <message>
        <source>Or choose a file, or paste a table out of a mail or a PDF: spreadsheets (xlsx, csv), passenger lists (PAXLST) and PFIF. Nothing is saved before you say so.</source>
        <translation>Of kies een bestand, of plak een tabel uit een mail of pdf: rekenbladen (xlsx, csv), passagierslijsten (PAXLST) en PFIF. Er wordt niets bewaard voordat u dat zegt.</translation>
    </message>
    <message>
        <source>Drop a list here</source>
        <translation>Sleep een lijst hierheen</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Het is</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>In dates first</source>
        <translation>In datums eerst</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>de dag</translation>
    </message>
    <message>
        <source>the month</source>
        <translation>de maand</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n regel</numerusform>
            <numerusform>%n regels</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>no arrival yet</source>
        <translation>nog geen aankomst</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>geplakt</translation>
    </message>
    <message numerus="yes">
        <source>%n more to come</source>
        <translation>
            <numerusform>nog %n bestand</numerusform>
            <numerusform>nog %n bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>First say how dates are written</source>
        <translation>Zeg eerst hoe de datums staan</translation>
    </message>
    <message>
        <source>Nothing to bring in</source>
        <translation>Niets in te lezen</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>Lees %n regel in</numerusform>
            <numerusform>Lees %n regels in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n as cancelled</source>
        <translation>
            <numerusform>%n afboeken als geannuleerd</numerusform>
            <numerusform>%n afboeken als geannuleerd</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {whole} saved…</source>
        <translation>{done} van {whole} bewaard…</translation>
    </message>
    <message>
        <source>Stopped. What was saved stays; bring it in again for the rest.</source>
        <translation>Gestopt. Wat bewaard is, blijft; lees de lijst opnieuw in voor de rest.</translation>
    </message>
    <message>
        <source>Brought in, saved on this workstation.</source>
        <translation>Ingelezen, bewaard op deze werkplek.</translation>
    </message>
    <message>
        <source>{why} What was saved stays; bring it in again for the rest.</source>
        <translation>{why} Wat bewaard is, blijft; lees de lijst opnieuw in voor de rest.</translation>
    </message>
</context>
<context>
    <name>IncidentChooser</name>
    <message>
        <source>New incident: {title}</source>
        <translation>Nieuw incident: {title}</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>Geen incident</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>Incident: find one or name a new one…</source>
        <translation>Incident: zoek er een of noem een nieuw…</translation>
    </message>
    <message>
        <source>{reports} · Enter assigns · Ctrl+Enter makes a new one · Esc closes</source>
        <translation>{reports} · Enter koppelt · Ctrl+Enter maakt een nieuw incident · Esc sluit</translation>
    </message>
</context>
<context>
    <name>InfoBlock</name>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgentie</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Zekerheid</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Wat te doen</translation>
    </message>
    <message>
        <source>Show all {n} characters</source>
        <translation>Toon alle {n} tekens</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Geldig</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Gebeurtenis</translation>
    </message>
    <message>
        <source>Meant for</source>
        <translation>Bedoeld voor</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>{start} until {end}</source>
        <translation>{start} tot {end}</translation>
    </message>
    <message>
        <source>until {end}</source>
        <translation>tot {end}</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>vanaf {start}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>voorbij</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>en nog {n}</translation>
    </message>
    <message>
        <source>the map shows {n} of {all} shapes</source>
        <translation>de kaart toont {n} van {all} vlakken</translation>
    </message>
</context>
<context>
    <name>InlineMessage</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Inventory</name>
    <message>
        <source>Known</source>
        <translation>Bekend</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Bereikbaar via</translation>
    </message>
    <message>
        <source>Region or partner</source>
        <translation>Regio of partner</translation>
    </message>
</context>
<context>
    <name>InventoryCard</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n aangevinkt</numerusform>
            <numerusform>%n aangevinkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a mail address, to be phoned</source>
        <translation>
            <numerusform>%n zonder mailadres, te bellen</numerusform>
            <numerusform>%n zonder mailadres, te bellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask %n owner(s)</source>
        <translation>
            <numerusform>Vraag %n eigenaar</numerusform>
            <numerusform>Vraag %n eigenaren</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer must be asked before a time to come.</source>
        <translation>Vraag het antwoord vóór een moment dat nog komt.</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventarisatie</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Waarvan</translation>
    </message>
    <message>
        <source>Owners that are asked; Space ticks</source>
        <translation>Eigenaren die gevraagd worden; spatie vinkt aan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Regions only</source>
        <translation>Alleen regio&apos;s</translation>
    </message>
</context>
<context>
    <name>JudgeCard</name>
    <message>
        <source>Choose what was judged.</source>
        <translation>Kies wat er is geoordeeld.</translation>
    </message>
    <message>
        <source>Say on whose behalf: KCR2 decides nothing by itself.</source>
        <translation>Zeg namens wie: KCR2 beslist zelf niets.</translation>
    </message>
    <message>
        <source>Say under which mandate it was agreed.</source>
        <translation>Zeg onder welk mandaat ermee is ingestemd.</translation>
    </message>
    <message>
        <source>Say what lacks, or why: the applicant is told this.</source>
        <translation>Zeg wat er ontbreekt, of waarom: dit hoort de aanvrager.</translation>
    </message>
    <message>
        <source>Recorded. Now tell the applicant.</source>
        <translation>Vastgelegd. Bericht nu de aanvrager.</translation>
    </message>
    <message>
        <source>The notice is on the clipboard.</source>
        <translation>Het bericht staat op het klembord.</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>akkoord</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>onvolledig</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Namens</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandaat</translation>
    </message>
    <message>
        <source>What lacks, or why</source>
        <translation>Wat ontbreekt, waarom</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Copy the notice</source>
        <translation>Bericht kopiëren</translation>
    </message>
    <message>
        <source>Applicant told</source>
        <translation>Aanvrager bericht</translation>
    </message>
    <message>
        <source>Judgement of {number}</source>
        <translation>Oordeel over {number}</translation>
    </message>
    <message>
        <source>told {time}</source>
        <translation>bericht {time}</translation>
    </message>
    <message>
        <source>Notice to the applicant</source>
        <translation>Bericht aan de aanvrager</translation>
    </message>
    <message>
        <source>Record the judgement first.</source>
        <translation>Leg eerst het oordeel vast.</translation>
    </message>
    <message>
        <source>The applicant was told already.</source>
        <translation>De aanvrager heeft al bericht.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Everything here is also found by Ctrl+K. Esc closes this sheet.</source>
        <translation>Alles hier is ook te vinden met Ctrl+K. Esc sluit dit blad.</translation>
    </message>
</context>
<context>
    <name>Lead</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>no adult, no guardian</source>
        <translation>geen volwassene, geen voogd</translation>
    </message>
    <message>
        <source>no outcome</source>
        <translation>geen afloop</translation>
    </message>
    <message>
        <source>Minors alone, no guardian</source>
        <translation>Minderjarig alleen, geen voogd</translation>
    </message>
    <message>
        <source>Joined, and not the same</source>
        <translation>Samengevoegd, niet dezelfde</translation>
    </message>
    <message>
        <source>Probably the same</source>
        <translation>Waarschijnlijk dezelfde</translation>
    </message>
    <message>
        <source>Two changes of one field</source>
        <translation>Twee wijzigingen van één veld</translation>
    </message>
    <message>
        <source>Begun and not finished</source>
        <translation>Begonnen, niet afgerond</translation>
    </message>
    <message>
        <source>Check digits that do not fit</source>
        <translation>Controlecijfer klopt niet</translation>
    </message>
    <message>
        <source>Refused changes of this desk</source>
        <translation>Geweigerde wijzigingen</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Uitgesteld</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Samengevoegd</translation>
    </message>
    <message>
        <source>Find who looks after them, or hand them to Nidos.</source>
        <translation>Zoek wie voor hen zorgt, of draag over aan Nidos.</translation>
    </message>
    <message>
        <source>Others join them. Say which it is; what is least sure goes.</source>
        <translation>Ze zijn via anderen samengevoegd. Zeg wat het is; het onzekerste vervalt.</translation>
    </message>
    <message>
        <source>Nothing is joined until somebody says so.</source>
        <translation>Er wordt niets samengevoegd tot iemand het zegt.</translation>
    </message>
    <message>
        <source>Both stay until one is taken.</source>
        <translation>Beide blijven staan tot er één is gekozen.</translation>
    </message>
    <message>
        <source>A desk began and gave no outcome.</source>
        <translation>Een balie begon en gaf geen afloop.</translation>
    </message>
    <message>
        <source>Look at the document again.</source>
        <translation>Kijk nog eens naar het document.</translation>
    </message>
    <message>
        <source>Both sources are kept, so it can be undone at any time.</source>
        <translation>Beide bronnen blijven, dus het kan altijd weer uit elkaar.</translation>
    </message>
    <message>
        <source>They stand in the list of what needs a decision.</source>
        <translation>Ze staan in de lijst &apos;Ter beoordeling&apos;.</translation>
    </message>
    <message>
        <source>said by {name}</source>
        <translation>gezegd door {name}</translation>
    </message>
</context>
<context>
    <name>LeadView</name>
    <message>
        <source>To decide</source>
        <translation>Te beslissen</translation>
    </message>
    <message>
        <source>Decided, or put off</source>
        <translation>Beslist of uitgesteld</translation>
    </message>
    <message>
        <source>The lead of the hall settles this.</source>
        <translation>Dit beslist de halleiding.</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Uit elkaar</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Niet dezelfde</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) joined.</source>
        <translation>
            <numerusform>%n paar samengevoegd.</numerusform>
            <numerusform>%n paren samengevoegd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) put off.</source>
        <translation>
            <numerusform>%n paar uitgesteld.</numerusform>
            <numerusform>%n paren uitgesteld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) kept apart.</source>
        <translation>
            <numerusform>%n paar uit elkaar gehouden.</numerusform>
            <numerusform>%n paren uit elkaar gehouden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settled. Saved on this workstation.</source>
        <translation>Beslist. Bewaard op deze werkplek.</translation>
    </message>
    <message>
        <source>This was settled in the meantime.</source>
        <translation>Dit is intussen beslist.</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Dezelfde</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Take the first</source>
        <translation>Neem de eerste</translation>
    </message>
    <message>
        <source>Take the second</source>
        <translation>Neem de tweede</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show the other</source>
        <translation>De ander tonen</translation>
    </message>
    <message>
        <source>Deal with them</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Overdragen…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugdraaien</translation>
    </message>
    <message>
        <source>Next kind</source>
        <translation>Volgende soort</translation>
    </message>
    <message>
        <source>Kind before</source>
        <translation>Vorige soort</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alles kiezen</translation>
    </message>
    <message>
        <source>What waits for the lead</source>
        <translation>Wat op de halleiding wacht</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>Om wie het gaat</translation>
    </message>
    <message>
        <source>Nothing waits for the lead</source>
        <translation>Er wacht niets op de halleiding</translation>
    </message>
    <message>
        <source>Doubles, contradictions and minors alone come here by themselves.</source>
        <translation>Dubbele registraties, tegenspraak en minderjarigen alleen verschijnen hier vanzelf.</translation>
    </message>
    <message>
        <source>The hub refused changes of this desk</source>
        <translation>De hub weigerde wijzigingen van deze werkplek</translation>
    </message>
    <message>
        <source>Nothing is lost: they are kept until somebody corrects or gives them up.</source>
        <translation>Er gaat niets verloren: ze blijven bewaard tot iemand ze verbetert of opgeeft.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>promised</source>
        <translation>toegezegd</translation>
    </message>
    <message>
        <source>n: national plan, not confirmed</source>
        <translation>n: spreidingsplan, niet bevestigd</translation>
    </message>
</context>
<context>
    <name>LineEndCard</name>
    <message>
        <source>Choose how it ended.</source>
        <translation>Kies hoe de regel eindigt.</translation>
    </message>
    <message>
        <source>Say why; it is told with the figures.</source>
        <translation>Zeg waarom; het staat bij de cijfers.</translation>
    </message>
    <message>
        <source>Say by which line it is replaced.</source>
        <translation>Zeg door welke regel hij is vervangen.</translation>
    </message>
    <message>
        <source>The line is</source>
        <translation>De regel is</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>End the line</source>
        <translation>Regel beëindigen</translation>
    </message>
    <message>
        <source>Wanted after all</source>
        <translation>Toch gewenst</translation>
    </message>
    <message>
        <source>End the line {what}</source>
        <translation>Regel beëindigen: {what}</translation>
    </message>
    <message>
        <source>The line is still wanted.</source>
        <translation>De regel is nog gewenst.</translation>
    </message>
    <message>
        <source>Nobody can supply it: it counts as a shortage.</source>
        <translation>Niemand kan het leveren: het telt als tekort.</translation>
    </message>
    <message>
        <source>Who asked does not ask it any more: no shortage.</source>
        <translation>Wie het vroeg, vraagt het niet meer: geen tekort.</translation>
    </message>
    <message>
        <source>Another line stands in its place: counted there.</source>
        <translation>Een andere regel staat ervoor in de plaats: die telt.</translation>
    </message>
    <message>
        <source>It is not needed any more: no shortage.</source>
        <translation>Het is niet meer nodig: geen tekort.</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>or else</source>
        <translation>of anders</translation>
    </message>
    <message>
        <source>from</source>
        <translation>vanaf</translation>
    </message>
    <message>
        <source>report to</source>
        <translation>melden bij</translation>
    </message>
    <message>
        <source>task</source>
        <translation>taak</translation>
    </message>
    <message>
        <source>What is asked; type a letter to find it</source>
        <translation>Wat wordt gevraagd; typ een letter om te zoeken</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hoeveel</translation>
    </message>
    <message>
        <source>The smallest number that is of use; 0: any</source>
        <translation>Het kleinste aantal waar men iets aan heeft; 0: elk</translation>
    </message>
    <message>
        <source>Until, where it differs from the request</source>
        <translation>Tot, waar dat afwijkt van het verzoek</translation>
    </message>
    <message>
        <source>Alternatives, from when, where to, task</source>
        <translation>Alternatieven, vanaf wanneer, waarheen, taak</translation>
    </message>
    <message>
        <source>Take this line out · Ctrl+Del</source>
        <translation>Regel weghalen · Ctrl+Del</translation>
    </message>
</context>
<context>
    <name>LostRaceView</name>
    <message>
        <source>Free then at the same owner: {unit}</source>
        <translation>Dan vrij bij dezelfde eigenaar: {unit}</translation>
    </message>
    <message>
        <source>Ask instead: {owners}</source>
        <translation>Vraag in plaats daarvan: {owners}</translation>
    </message>
    <message>
        <source>Nobody else is known to have this free.</source>
        <translation>Van niemand anders is bekend dat dit vrij is.</translation>
    </message>
    <message>
        <source>{owner}: nobody knows how many it has, so KCR2 cannot promise it.</source>
        <translation>{owner}: niemand weet hoeveel het heeft; KCR2 kan het dus niet toezeggen.</translation>
    </message>
    <message>
        <source>{owner} has {limit}; others hold {promised} then, {n} wanted.</source>
        <translation>{owner} heeft {limit}; dan zijn er {promised} aan anderen toegezegd, {n} gewenst.</translation>
    </message>
    <message>
        <source>{what} has {whom} ({number}, {time})</source>
        <translation>{what} is van {whom} ({number}, {time})</translation>
    </message>
    <message>
        <source>{owner} ({free} free, {time})</source>
        <translation>{owner} ({free} vrij, {time})</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>norm</source>
        <translation>norm</translation>
    </message>
    <message>
        <source>{time} there</source>
        <translation>{time} daar</translation>
    </message>
    <message>
        <source>Own crisis: {title}</source>
        <translation>Eigen crisis: {title}</translation>
    </message>
    <message>
        <source>Nothing is known of what it has.</source>
        <translation>Niet bekend wat deze heeft.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>en nog {n}</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>All types: the worst</source>
        <translation>Alle soorten: het slechtste</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Toont</translation>
    </message>
    <message>
        <source>Map: {what}</source>
        <translation>Kaart: {what}</translation>
    </message>
    <message>
        <source>Caribbean, own time</source>
        <translation>Caribisch gebied, eigen tijd</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Tegels</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Make the map larger</source>
        <translation>Kaart vergroten</translation>
    </message>
    <message>
        <source>Make the map smaller</source>
        <translation>Kaart verkleinen</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>Hele kaart</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Copied: paste it in a mail or a chat.</source>
        <translation>Gekopieerd: plak het in een mail of een chat.</translation>
    </message>
    <message>
        <source>Save the deployment message</source>
        <translation>Inzetbericht bewaren</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Bewaard als {file}.</translation>
    </message>
    <message>
        <source>Deployment message</source>
        <translation>Inzetbericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Bewaren als tekst…</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
<context>
    <name>NeedChips</name>
    <message>
        <source>only medical staff read this</source>
        <translation>alleen medisch personeel leest dit</translation>
    </message>
</context>
<context>
    <name>NeedList</name>
    <message>
        <source>A medical note is for medical members only.</source>
        <translation>Een medische notitie is alleen voor geneeskundige leden.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>met {time}</source>
        <translation>geregeld {time}</translation>
    </message>
</context>
<context>
    <name>NeighbourCard</name>
    <message>
        <source>Nothing was recognised: two regions, a number, a type.</source>
        <translation>Niets herkend: twee regio&apos;s, een aantal, een soort.</translation>
    </message>
    <message>
        <source>Say who gives.</source>
        <translation>Zeg wie geeft.</translation>
    </message>
    <message>
        <source>Say who receives.</source>
        <translation>Zeg wie ontvangt.</translation>
    </message>
    <message>
        <source>Who gives and who receives are the same.</source>
        <translation>Wie geeft en wie ontvangt zijn dezelfde.</translation>
    </message>
    <message>
        <source>Say what is given.</source>
        <translation>Zeg wat er wordt gegeven.</translation>
    </message>
    <message>
        <source>The time cannot be read.</source>
        <translation>De tijd is niet te lezen.</translation>
    </message>
    <message>
        <source>Say how we know.</source>
        <translation>Zeg hoe we het weten.</translation>
    </message>
    <message>
        <source>The end lies in the past.</source>
        <translation>Het einde ligt in het verleden.</translation>
    </message>
    <message>
        <source>Burenhulp</source>
        <translation>Burenhulp</translation>
    </message>
    <message>
        <source>Arranged between regions, without form; it counts here.</source>
        <translation>Door regio&apos;s onderling geregeld, zonder formulier; het telt hier mee.</translation>
    </message>
    <message>
        <source>VR07 gave 2 pelotons to VR06 until 22:00, then Enter</source>
        <translation>VR07 gaf 2 pelotons aan VR06 tot 22:00, dan Enter</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>Hoe bekend</translation>
    </message>
    <message>
        <source>Who said so</source>
        <translation>Wie zei het</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>The board does not know what {who} has of it.</source>
        <translation>Het bord weet niet wat {who} ervan heeft.</translation>
    </message>
    <message>
        <source>By the board {who} has {n}, of which {held} promised. Their word counts.</source>
        <translation>Volgens het bord heeft {who} er {n}, waarvan {held} toegezegd. Hun woord telt.</translation>
    </message>
</context>
<context>
    <name>NewOperation</name>
    <message>
        <source>Open an operation</source>
        <translation>Operatie openen</translation>
    </message>
    <message>
        <source>Only who you let in sees that it exists.</source>
        <translation>Alleen wie u toelaat, ziet dat zij bestaat.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>To: {who}</source>
        <translation>Aan: {who}</translation>
    </message>
    <message>
        <source>About: request for assistance {number}, {title}</source>
        <translation>Betreft: bijstandsverzoek {number}, {title}</translation>
    </message>
    <message>
        <source>Your request of {time} was judged on {now}.</source>
        <translation>Uw verzoek van {time} is beoordeeld op {now}.</translation>
    </message>
    <message>
        <source>It is agreed, on behalf of {who}, under the mandate {mandate}.</source>
        <translation>Ermee is ingestemd, namens {who}, onder het mandaat {mandate}.</translation>
    </message>
    <message>
        <source>KCR2 asks the regions; you hear who comes as soon as it is known.</source>
        <translation>KCR2 vraagt de regio&apos;s; u hoort wie er komt zodra dat bekend is.</translation>
    </message>
    <message>
        <source>It is not complete yet. What lacks:</source>
        <translation>Het is nog niet volledig. Wat ontbreekt:</translation>
    </message>
    <message>
        <source>Help that is under way goes on. Please complete it.</source>
        <translation>Hulp die onderweg is gaat door. Wilt u het aanvullen?</translation>
    </message>
    <message>
        <source>It is refused, on behalf of {who}, for these reasons:</source>
        <translation>Het is afgewezen, namens {who}, om deze redenen:</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{who}, {time}: it was {value}</source>
        <translation>{who}, {time}: was {value}</translation>
    </message>
    <message>
        <source>{who}, {time}: {value}</source>
        <translation>{who}, {time}: {value}</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Changed elsewhere: the line {what}.</source>
        <translation>Elders gewijzigd: de regel {what}.</translation>
    </message>
    <message>
        <source>{what}: {fields} was changed elsewhere too.</source>
        <translation>{what}: {fields} is elders ook gewijzigd.</translation>
    </message>
    <message>
        <source>Somebody removed this request. Saving makes it a matter to decide.</source>
        <translation>Iemand heeft dit verzoek verwijderd. Bewaren legt het ter beoordeling voor.</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>iemand anders</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>Backspace gives back</source>
        <translation>Backspace geeft terug</translation>
    </message>
    <message>
        <source>Tab takes the next</source>
        <translation>Tab neemt de volgende over</translation>
    </message>
    <message>
        <source>Tab takes  ·  Shift+Tab steps over  ·  Ctrl+Tab goes on to the title</source>
        <translation>Tab neemt over  ·  Shift+Tab slaat over  ·  Ctrl+Tab naar de titel</translation>
    </message>
    <message>
        <source>region</source>
        <translation>regio</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>gemeente</translation>
    </message>
    <message>
        <source>occurred</source>
        <translation>gebeurd</translation>
    </message>
    <message>
        <source>taken; a click gives it back</source>
        <translation>overgenomen; een klik geeft het terug</translation>
    </message>
    <message>
        <source>a click puts it in place of what stands there</source>
        <translation>een klik zet het in de plaats van wat er staat</translation>
    </message>
    <message>
        <source>a click takes it</source>
        <translation>een klik neemt het over</translation>
    </message>
</context>
<context>
    <name>OpenDesk</name>
    <message>
        <source>Reports</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Assistance</source>
        <translation>Bijstand</translation>
    </message>
    <message>
        <source>Repatriation</source>
        <translation>Repatriëring</translation>
    </message>
    <message>
        <source>A fault in this program ended the line. Everything is kept here; start the program anew to send it.</source>
        <translation>Een fout in dit programma heeft de verbinding beëindigd. Alles is hier bewaard; start het programma opnieuw om het te versturen.</translation>
    </message>
    <message>
        <source>The settings could not be read and were set aside ({file}). Columns and filters stand as they did at first; your reports are whole.</source>
        <translation>De instellingen waren niet te lezen en zijn apart gezet ({file}). Kolommen en filters staan zoals in het begin; uw meldingen zijn heel.</translation>
    </message>
    <message numerus="yes">
        <source>The file with your work was damaged and set aside ({file}). %n change(s) that were not sent yet were saved from it; the rest is loaded anew.</source>
        <translation>
            <numerusform>Het bestand met uw werk was beschadigd en is apart gezet ({file}). %n wijziging die nog niet verstuurd was is eruit gered; de rest wordt opnieuw geladen.</numerusform>
            <numerusform>Het bestand met uw werk was beschadigd en is apart gezet ({file}). %n wijzigingen die nog niet verstuurd waren zijn eruit gered; de rest wordt opnieuw geladen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not confirmed yet. They stay here and go to the hub after you sign in again.</source>
        <translation>
            <numerusform>%n wijziging is nog niet bevestigd. Ze blijft hier en gaat naar de centrale nadat u opnieuw bent aangemeld.</numerusform>
            <numerusform>%n wijzigingen zijn nog niet bevestigd. Ze blijven hier en gaan naar de centrale nadat u opnieuw bent aangemeld.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out anyway</source>
        <translation>Toch afmelden</translation>
    </message>
</context>
<context>
    <name>OperationCard</name>
    <message>
        <source>Hall lead</source>
        <translation>Halleiding</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>Registrator</translation>
    </message>
    <message>
        <source>Medical</source>
        <translation>Medisch</translation>
    </message>
    <message>
        <source>You are its lead.</source>
        <translation>U geeft er leiding aan.</translation>
    </message>
    <message>
        <source>Only its lead changes it.</source>
        <translation>Alleen de leiding wijzigt haar.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Privacy notice…</source>
        <translation>Privacytekst…</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Toelaten</translation>
    </message>
    <message>
        <source>account, such as jansen</source>
        <translation>account, zoals jansen</translation>
    </message>
    <message>
        <source>Account to let in</source>
        <translation>Account om toe te laten</translation>
    </message>
    <message>
        <source>Who may enter</source>
        <translation>Wie erin mag</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Gesloten.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Weer openen</translation>
    </message>
    <message>
        <source>Close the operation</source>
        <translation>Operatie sluiten</translation>
    </message>
    <message>
        <source>{account} may enter as soon as the hub knows.</source>
        <translation>{account} mag erin zodra de hub het weet.</translation>
    </message>
    <message>
        <source>Say why people are kept longer.</source>
        <translation>Zeg waarom gegevens langer blijven.</translation>
    </message>
    <message>
        <source>Let {account} in no more</source>
        <translation>{account} niet meer toelaten</translation>
    </message>
</context>
<context>
    <name>OperationFields</name>
    <message>
        <source>Give the operation a name.</source>
        <translation>Geef de operatie een naam.</translation>
    </message>
    <message>
        <source>Say why people are registered.</source>
        <translation>Zeg waarom mensen worden geregistreerd.</translation>
    </message>
    <message>
        <source>Say on what legal ground.</source>
        <translation>Zeg op welke grondslag.</translation>
    </message>
    <message>
        <source>Say for how many days people are kept.</source>
        <translation>Zeg hoeveel dagen gegevens blijven.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>Grondslag</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Reason of the term</source>
        <translation>Reden van de termijn</translation>
    </message>
    <message>
        <source>From country</source>
        <translation>Uit land</translation>
    </message>
    <message>
        <source>Host municipality</source>
        <translation>Gastgemeente</translation>
    </message>
    <message>
        <source>Ground for BSN</source>
        <translation>Grond voor BSN</translation>
    </message>
    <message>
        <source>days; then everything of persons is erased</source>
        <translation>dagen; dan wordt alles van personen gewist</translation>
    </message>
    <message>
        <source>blank: no BSN is kept in this operation</source>
        <translation>leeg: in deze operatie wordt geen BSN bewaard</translation>
    </message>
    <message>
        <source>LBN</source>
        <translation>LBN</translation>
    </message>
    <message>
        <source>What people are told</source>
        <translation>Wat mensen te horen krijgen</translation>
    </message>
    <message>
        <source>{purpose}, {ground} and {days} are filled in</source>
        <translation>{purpose}, {ground} en {days} worden ingevuld</translation>
    </message>
    <message>
        <source>The term is over; everything of persons is erased.</source>
        <translation>De termijn is voorbij; alles van personen wordt gewist.</translation>
    </message>
    <message>
        <source>Everything of persons is erased on {day}, in {n} days.</source>
        <translation>Alles van personen wordt gewist op {day}, over {n} dagen.</translation>
    </message>
</context>
<context>
    <name>OperationPage</name>
    <message>
        <source>The lead of the operation does this.</source>
        <translation>Dit doet de leiding van de operatie.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registreren</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Aansluiten</translation>
    </message>
    <message>
        <source>Hall lead</source>
        <translation>Halleiding</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Next arrival</source>
        <translation>Volgende aankomst</translation>
    </message>
    <message>
        <source>Bring in a list…</source>
        <translation>Lijst inlezen…</translation>
    </message>
    <message>
        <source>New arrival…</source>
        <translation>Nieuwe aankomst…</translation>
    </message>
    <message>
        <source>Change this arrival…</source>
        <translation>Deze aankomst wijzigen…</translation>
    </message>
    <message>
        <source>Lists of people on paper…</source>
        <translation>Lijsten van personen…</translation>
    </message>
    <message>
        <source>The operation and its people…</source>
        <translation>De operatie en wie erin werkt…</translation>
    </message>
    <message>
        <source>Numbers of all operations</source>
        <translation>Aantallen van alle operaties</translation>
    </message>
</context>
<context>
    <name>OptionList</name>
    <message>
        <source>Find…</source>
        <translation>Zoeken…</translation>
    </message>
    <message>
        <source>Let everything through</source>
        <translation>Alles doorlaten</translation>
    </message>
</context>
<context>
    <name>OwnQuestions</name>
    <message>
        <source>You are asked: {what}</source>
        <translation>U wordt gevraagd: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>nog %n</numerusform>
            <numerusform>nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Antwoorden…</translation>
    </message>
    <message>
        <source>Answer what you are asked…</source>
        <translation>Beantwoorden wat u gevraagd wordt…</translation>
    </message>
</context>
<context>
    <name>OwnerChooser</name>
    <message>
        <source>Me</source>
        <translation>Ik</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>zoals getypt</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Owner: find or type an account…</source>
        <translation>Eigenaar: zoek of typ een account…</translation>
    </message>
    <message>
        <source>{reports} · Enter hands over · Esc closes</source>
        <translation>{reports} · Enter draagt over · Esc sluit</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Pagina {page} van {pages}</translation>
    </message>
</context>
<context>
    <name>PanelKeys</name>
    <message>
        <source>New report</source>
        <translation>Nieuwe melding</translation>
    </message>
    <message>
        <source>Change the report</source>
        <translation>Melding wijzigen</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>Volgende ongelezen</translation>
    </message>
    <message>
        <source>Next urgent</source>
        <translation>Volgende spoed</translation>
    </message>
    <message>
        <source>Next report</source>
        <translation>Volgende melding</translation>
    </message>
    <message>
        <source>Previous report</source>
        <translation>Vorige melding</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>Gelezen of ongelezen</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Zoeken in de lijst</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>Chart per hour</source>
        <translation>Grafiek per uur</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alles kiezen</translation>
    </message>
    <message>
        <source>Refresh the list</source>
        <translation>Lijst verversen</translation>
    </message>
    <message>
        <source>Acknowledge urgent</source>
        <translation>Spoed: gezien</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Onbevestigd</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Tegengesproken</translation>
    </message>
    <message>
        <source>Grade source and content…</source>
        <translation>Bron en inhoud beoordelen…</translation>
    </message>
    <message>
        <source>Assign to an incident…</source>
        <translation>Aan incident koppelen…</translation>
    </message>
    <message>
        <source>Take it yourself</source>
        <translation>Zelf oppakken</translation>
    </message>
    <message>
        <source>Nobody&apos;s any more</source>
        <translation>Zonder eigenaar</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Overdragen…</translation>
    </message>
    <message>
        <source>One status further</source>
        <translation>Een status verder</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>Status: {status}</translation>
    </message>
    <message>
        <source>Make it a request for assistance…</source>
        <translation>Bijstandsverzoek maken…</translation>
    </message>
    <message>
        <source>Reports: write</source>
        <translation>Meldingen: schrijven</translation>
    </message>
    <message>
        <source>Reports: read and find</source>
        <translation>Meldingen: lezen en zoeken</translation>
    </message>
    <message>
        <source>Reports: deal with</source>
        <translation>Meldingen: afhandelen</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>EXERCISE</source>
        <translation>OEFENING</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>pagina {page} van {pages}</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>none at this workstation: save as PDF</source>
        <translation>geen op deze werkplek: sla op als pdf</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>{printer} prints nothing. Look at the printer, or save as PDF.</source>
        <translation>{printer} drukt niets af. Kijk bij de printer, of sla op als pdf.</translation>
    </message>
    <message>
        <source>The printer</source>
        <translation>De printer</translation>
    </message>
    <message numerus="yes">
        <source>%n pages sent to {printer}.</source>
        <translation>
            <numerusform>%n vel naar {printer} gestuurd.</numerusform>
            <numerusform>%n vellen naar {printer} gestuurd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Opgeslagen als {file}.</translation>
    </message>
    <message>
        <source>Not saved: {why}. Choose another place.</source>
        <translation>Niet opgeslagen: {why}. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>One is being made; then the next.</source>
        <translation>Er wordt er nog een gemaakt; daarna de volgende.</translation>
    </message>
    <message>
        <source>Being made: {percent} %. You can go on meanwhile.</source>
        <translation>Wordt gemaakt: {percent} %. U kunt intussen verder.</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Passphrase of this workstation</source>
        <translation>Wachtwoordzin van deze werkplek</translation>
    </message>
    <message>
        <source>This computer has no keyring. What is kept here is locked with a passphrase instead. The passphrase is kept nowhere, and nobody can recover it.</source>
        <translation>Deze computer heeft geen sleutelbos. Wat hier bewaard wordt, gaat daarom op slot met een wachtwoordzin. Die zin staat nergens opgeslagen en niemand kan hem terughalen.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Wachtwoordzin</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Nog &amp;eens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Choose at least {n} signs: four words that do not belong together.</source>
        <translation>Kies ten minste {n} tekens: vier woorden die niet bij elkaar horen.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>De twee zijn niet gelijk.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Kies een wachtwoordzin</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Arrival</source>
        <translation>Aankomst</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Behoefte</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>Bijzonder</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>minor alone</source>
        <translation>minderjarig en alleen</translation>
    </message>
    <message>
        <source>no document</source>
        <translation>geen document</translation>
    </message>
    <message>
        <source>in a group</source>
        <translation>in een groep</translation>
    </message>
    <message>
        <source>registered more than once</source>
        <translation>vaker geregistreerd</translation>
    </message>
    <message>
        <source>needs not met</source>
        <translation>behoeften open</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Behoeften</translation>
    </message>
    <message>
        <source>Registered more than once: {numbers}</source>
        <translation>Vaker geregistreerd: {numbers}</translation>
    </message>
    <message>
        <source>erased: the term has ended</source>
        <translation>gewist: de termijn is om</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>geen naam</translation>
    </message>
    <message>
        <source>MINOR ALONE</source>
        <translation>MINDERJARIG</translation>
    </message>
    <message>
        <source>all met</source>
        <translation>alles geregeld</translation>
    </message>
    <message>
        <source>no station</source>
        <translation>geen post</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>geregistreerd</translation>
    </message>
    <message>
        <source>refused registration</source>
        <translation>weigerde registratie</translation>
    </message>
    <message>
        <source>left at once</source>
        <translation>direct vertrokken</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>ziekenhuis</translation>
    </message>
    <message>
        <source>referred</source>
        <translation>doorverwezen</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>dubbel</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>geannuleerd</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>niet afgerond</translation>
    </message>
    <message>
        <source>in</source>
        <translation>binnen</translation>
    </message>
    <message>
        <source>left</source>
        <translation>vertrokken</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nergens</translation>
    </message>
    <message>
        <source>never seen at a station</source>
        <translation>nog bij geen post gezien</translation>
    </message>
    <message>
        <source>last seen {age} ago: {station}</source>
        <translation>{age} geleden gezien: {station}</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>overgedragen</translation>
    </message>
    <message>
        <source>left by {station}</source>
        <translation>vertrokken: {station}</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>vrouw</translation>
    </message>
    <message>
        <source>man</source>
        <translation>man</translation>
    </message>
    <message>
        <source>head of the group</source>
        <translation>hoofd van de groep</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>child</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>ouder</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>broer of zus</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>grootouder</translation>
    </message>
    <message>
        <source>other relation</source>
        <translation>andere relatie</translation>
    </message>
    <message>
        <source>own transport</source>
        <translation>eigen vervoer</translation>
    </message>
    <message>
        <source>is collected</source>
        <translation>wordt opgehaald</translation>
    </message>
    <message>
        <source>train</source>
        <translation>trein</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>bus</translation>
    </message>
    <message>
        <source>taxi</source>
        <translation>taxi</translation>
    </message>
    <message>
        <source>hotel</source>
        <translation>hotel</translation>
    </message>
    <message>
        <source>reception place</source>
        <translation>opvangplek</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>{year} (about {age})</source>
        <translation>{year} (ongeveer {age})</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groep</translation>
    </message>
    <message>
        <source>group {name}</source>
        <translation>groep {name}</translation>
    </message>
    <message>
        <source>the term has ended on {day}</source>
        <translation>de termijn is geëindigd op {day}</translation>
    </message>
    <message numerus="yes">
        <source>is erased on {day}, %n day(s) left</source>
        <translation>
            <numerusform>wordt gewist op {day}, nog %n dag</numerusform>
            <numerusform>wordt gewist op {day}, nog %n dagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message numerus="yes">
        <source>For {receiver} · %n people · {when} · made by {who}</source>
        <translation>
            <numerusform>Voor {receiver} · %n persoon · {when} · gemaakt door {who}</numerusform>
            <numerusform>Voor {receiver} · %n personen · {when} · gemaakt door {who}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>Niemand.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Onward</source>
        <translation>Doorreis</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Gezin</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Behoeften</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Verder</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Print wristband…</source>
        <translation>Polsband afdrukken…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Overdragen…</translation>
    </message>
    <message>
        <source>Lists of these people…</source>
        <translation>Lijsten van deze personen…</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Zoek een persoon</translation>
    </message>
    <message>
        <source>Let everybody through</source>
        <translation>Iedereen doorlaten</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>Volgorde omkeren</translation>
    </message>
    <message>
        <source>Order by…</source>
        <translation>Ordenen op…</translation>
    </message>
    <message>
        <source>Only minors alone</source>
        <translation>Alleen minderjarigen zonder begeleiding</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Naar de lijst</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>No person passes the filters and the text that is looked for.</source>
        <translation>Niemand komt door de filters en de gezochte tekst.</translation>
    </message>
    <message>
        <source>Nobody is registered yet</source>
        <translation>Nog niemand geregistreerd</translation>
    </message>
    <message>
        <source>Whoever is registered at any desk (F2) stands here from that moment.</source>
        <translation>Wie aan een balie wordt geregistreerd (F2), staat meteen hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Print wristband…</source>
        <translation>Polsband afdrukken…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Overdragen…</translation>
    </message>
    <message>
        <source>Need {n} is met, or open again</source>
        <translation>Behoefte {n} is geregeld, of weer open</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>beside what stands above</source>
        <translation>naast wat hierboven staat</translation>
    </message>
    <message>
        <source>who else this may be</source>
        <translation>wie dit nog meer kan zijn</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Behoeften</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identiteit</translation>
    </message>
    <message>
        <source>Document and ground</source>
        <translation>Document en grond</translation>
    </message>
    <message>
        <source>Family or group</source>
        <translation>Gezin of groep</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Journey and stay</source>
        <translation>Reis en verblijf</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Overdracht</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Koppelingen</translation>
    </message>
    <message numerus="yes">
        <source>What other records say (%n)</source>
        <translation>
            <numerusform>Wat andere registraties zeggen (%n)</numerusform>
            <numerusform>Wat andere registraties zeggen (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>viewing this is on record</source>
        <translation>dit bekijken is vastgelegd</translation>
    </message>
    <message>
        <source>This person is not here any more</source>
        <translation>Deze persoon is hier niet meer</translation>
    </message>
    <message>
        <source>Erased: the term of the operation has ended</source>
        <translation>Gewist: de termijn van de operatie is om</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Geen naam</translation>
    </message>
    <message>
        <source>Minor alone</source>
        <translation>Minderjarig en alleen</translation>
    </message>
    <message>
        <source>waiting for the line</source>
        <translation>wacht op verbinding</translation>
    </message>
    <message>
        <source>Registrars and the lead of the operation do this.</source>
        <translation>Registratoren en de leider van de operatie doen dit.</translation>
    </message>
    <message>
        <source>{value} · the check digit does not fit</source>
        <translation>{value} · het controlecijfer klopt niet</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Aankomst</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Geregistreerd</translation>
    </message>
    <message>
        <source>wants to stay together</source>
        <translation>wil bij elkaar blijven</translation>
    </message>
    <message>
        <source>nobody is known</source>
        <translation>niemand bekend</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>overgedragen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>geannuleerd</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>voorgesteld</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dezelfde</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>niet dezelfde</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>nog te bekijken</translation>
    </message>
    <message>
        <source>perhaps the same</source>
        <translation>misschien dezelfde</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>aankomst</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>uitkomst</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>geregistreerd</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>balie</translation>
    </message>
    <message>
        <source>rightly on no list</source>
        <translation>terecht op geen lijst</translation>
    </message>
    <message>
        <source>need</source>
        <translation>behoefte</translation>
    </message>
    <message>
        <source>need, note</source>
        <translation>behoefte, notitie</translation>
    </message>
    <message>
        <source>medical note</source>
        <translation>medische notitie</translation>
    </message>
    <message>
        <source>need met</source>
        <translation>behoefte geregeld</translation>
    </message>
    <message>
        <source>need met by</source>
        <translation>behoefte geregeld door</translation>
    </message>
    <message>
        <source>station</source>
        <translation>post</translation>
    </message>
    <message>
        <source>at the station</source>
        <translation>bij de post</translation>
    </message>
    <message>
        <source>code scanned</source>
        <translation>gescande code</translation>
    </message>
    <message>
        <source>handed to</source>
        <translation>overgedragen aan</translation>
    </message>
    <message>
        <source>receiver by name</source>
        <translation>ontvanger met naam</translation>
    </message>
    <message>
        <source>hand-over</source>
        <translation>overdracht</translation>
    </message>
    <message>
        <source>handed over at</source>
        <translation>overgedragen om</translation>
    </message>
    <message>
        <source>taken by</source>
        <translation>overgenomen door</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>ontvangstbewijs</translation>
    </message>
    <message>
        <source>hand-over, note</source>
        <translation>overdracht, notitie</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>ene registratie</translation>
    </message>
    <message>
        <source>other record</source>
        <translation>andere registratie</translation>
    </message>
    <message>
        <source>one human being</source>
        <translation>één mens</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>redenen</translation>
    </message>
    <message>
        <source>said by</source>
        <translation>gezegd door</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Pagina {page} van {pages}</translation>
    </message>
    <message>
        <source>Not saved: {why}. Choose another place.</source>
        <translation>Niet bewaard: {why}. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Bewaard als {file}.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF bewaren…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>KCR2 Desk</source>
        <translation>KCR2 Desk</translation>
    </message>
    <message>
        <source>Registration of persons</source>
        <translation>Registratie van personen</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Alle talen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>Privacytekst</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>{n} a minute in the last {m} minutes</source>
        <translation>{n} per minuut in de laatste {m} minuten</translation>
    </message>
    <message>
        <source>{n} counted; there is no list yet</source>
        <translation>{n} geteld; er is nog geen lijst</translation>
    </message>
    <message>
        <source>All {n} counted</source>
        <translation>Alle {n} geteld</translation>
    </message>
    <message>
        <source>{n} of {all} counted, {left} to come</source>
        <translation>{n} van {all} geteld, nog {left}</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <translation>klaar rond {time}</translation>
    </message>
    <message>
        <source>Nobody registered yet</source>
        <translation>Nog niemand geregistreerd</translation>
    </message>
    <message>
        <source>As soon as desks register, their pace and the expected end stand here.</source>
        <translation>Zodra balies registreren, staan hier hun tempo en het verwachte einde.</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Geregistreerd</translation>
    </message>
    <message>
        <source>in each five minutes</source>
        <translation>per vijf minuten</translation>
    </message>
    <message>
        <source>in all · in the last {m} minutes · since the last one</source>
        <translation>totaal · laatste {m} minuten · sinds de laatste</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Balies</translation>
    </message>
</context>
<context>
    <name>Propose</name>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reistijd</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>relief {n}</source>
        <translation>aflossing {n}</translation>
    </message>
    <message>
        <source>said yes</source>
        <translation>zei ja</translation>
    </message>
    <message>
        <source>own crisis</source>
        <translation>eigen crisis</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>te laat</translation>
    </message>
    <message>
        <source>below cover</source>
        <translation>restdekking</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>vragen</translation>
    </message>
    <message>
        <source>optimal</source>
        <translation>optimaal</translation>
    </message>
    <message>
        <source>at most {n} % from the best</source>
        <translation>hoogstens {n} % van het beste</translation>
    </message>
    <message>
        <source>Weights version {n}, set by {who}</source>
        <translation>Gewichten versie {n}, vastgesteld door {who}</translation>
    </message>
    <message>
        <source>{n} more supplied</source>
        <translation>{n} meer geleverd</translation>
    </message>
    <message>
        <source>{n} less below remaining cover</source>
        <translation>{n} minder onder restdekking</translation>
    </message>
    <message>
        <source>{n} h less underway</source>
        <translation>{n} u minder onderweg</translation>
    </message>
    <message>
        <source>{n} h more underway</source>
        <translation>{n} u meer onderweg</translation>
    </message>
    <message>
        <source>As good as nearest first.</source>
        <translation>Even goed als dichtstbij eerst.</translation>
    </message>
    <message>
        <source>Beside nearest first: {what}.</source>
        <translation>Ten opzichte van dichtstbij eerst: {what}.</translation>
    </message>
    <message>
        <source>{what} from {owner}: leaves {start}, there {there}</source>
        <translation>{what} van {owner}: vertrek {start}, daar {there}</translation>
    </message>
    <message>
        <source>Why not nearer: {why}</source>
        <translation>Waarom niet dichterbij: {why}</translation>
    </message>
    <message>
        <source>▼ {what} missing · {request}</source>
        <translation>▼ {what} ontbreekt · {request}</translation>
    </message>
    <message>
        <source>▼ no relief for {what} · {request}</source>
        <translation>▼ geen aflossing voor {what} · {request}</translation>
    </message>
    <message>
        <source>Would help: {fix}</source>
        <translation>Zou helpen: {fix}</translation>
    </message>
</context>
<context>
    <name>ProposeCard</name>
    <message>
        <source>A proposal is being made…</source>
        <translation>Er wordt een voorstel gemaakt…</translation>
    </message>
    <message>
        <source>No line of a request is open.</source>
        <translation>Er staat geen regel van een verzoek open.</translation>
    </message>
    <message>
        <source>No proposal could be made: {why}. Ask regions by hand.</source>
        <translation>Er kon geen voorstel worden gemaakt: {why}. Vraag regio&apos;s met de hand uit.</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation>
            <numerusform>Neem %n over</numerusform>
            <numerusform>Neem %n over</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer must be asked before a time to come.</source>
        <translation>Vraag het antwoord vóór een moment dat nog komt.</translation>
    </message>
    <message>
        <source>Make the proposal anew.</source>
        <translation>Maak het voorstel opnieuw.</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>KCR2 decides nothing: who is proposed is asked.</source>
        <translation>KCR2 beslist niets: wie wordt voorgesteld, wordt gevraagd.</translation>
    </message>
    <message>
        <source>What is proposed; Space ticks</source>
        <translation>Wat wordt voorgesteld; spatie vinkt aan</translation>
    </message>
    <message>
        <source>Second-best</source>
        <translation>Op één na beste</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>Niets overnemen</translation>
    </message>
    <message>
        <source>Anew</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichten</translation>
    </message>
    <message>
        <source>Scarcity advice</source>
        <translation>Schaarste-advies</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Receipt of hand-over {number}</source>
        <translation>Bewijs van overdracht {number}</translation>
    </message>
    <message>
        <source>{term} · made by {who}</source>
        <translation>{term} · gemaakt door {who}</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operatie</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>Overgedragen aan</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Overgenomen door</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>nothing else was given</source>
        <translation>verder is niets verstrekt</translation>
    </message>
    <message>
        <source>Handed over by: name and signature</source>
        <translation>Overgedragen door: naam en handtekening</translation>
    </message>
    <message>
        <source>Taken over by: name and signature</source>
        <translation>Overgenomen door: naam en handtekening</translation>
    </message>
</context>
<context>
    <name>ReceiverRows</name>
    <message>
        <source>Another</source>
        <translation>Een andere</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Ontvanger</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>which one, such as the hospital</source>
        <translation>welke, zoals het ziekenhuis</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Deze</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>And this</source>
        <translation>En deze</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Gelijkenis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>At a desk</source>
        <translation>Aan een balie</translation>
    </message>
    <message>
        <source>{score} alike: {reasons}</source>
        <translation>{score} gelijk: {reasons}</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Dezelfde</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) joined.</source>
        <translation>
            <numerusform>%n paar samengevoegd.</numerusform>
            <numerusform>%n paren samengevoegd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Niet dezelfde</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) kept apart.</source>
        <translation>
            <numerusform>%n paar uit elkaar gehouden.</numerusform>
            <numerusform>%n paren uit elkaar gehouden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) put off.</source>
        <translation>
            <numerusform>%n paar uitgesteld.</numerusform>
            <numerusform>%n paren uitgesteld.</numerusform>
        </translation>
    </message>
    <message>
        <source>Register now</source>
        <translation>Nu registreren</translation>
    </message>
    <message>
        <source>Is this one…</source>
        <translation>Is deze…</translation>
    </message>
    <message>
        <source>Rightly on no list</source>
        <translation>Terecht op geen lijst</translation>
    </message>
    <message numerus="yes">
        <source>%n of them rightly on no list.</source>
        <translation>
            <numerusform>%n terecht op geen lijst.</numerusform>
            <numerusform>%n terecht op geen lijst.</numerusform>
        </translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>No-show</translation>
    </message>
    <message numerus="yes">
        <source>%n of them no-show.</source>
        <translation>
            <numerusform>%n als no-show genoteerd.</numerusform>
            <numerusform>%n als no-show genoteerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stayed behind</source>
        <translation>Bleef achter</translation>
    </message>
    <message numerus="yes">
        <source>%n of them stayed behind.</source>
        <translation>
            <numerusform>%n bleef achter.</numerusform>
            <numerusform>%n bleven achter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Came another way</source>
        <translation>Kwam anders</translation>
    </message>
    <message numerus="yes">
        <source>%n of them came another way.</source>
        <translation>
            <numerusform>%n kwam op een andere manier.</numerusform>
            <numerusform>%n kwamen op een andere manier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not eligible</source>
        <translation>Niet rechthebbend</translation>
    </message>
    <message numerus="yes">
        <source>%n of them not eligible.</source>
        <translation>
            <numerusform>%n niet rechthebbend.</numerusform>
            <numerusform>%n niet rechthebbend.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message numerus="yes">
        <source>%n of them cancelled.</source>
        <translation>
            <numerusform>%n geannuleerd.</numerusform>
            <numerusform>%n geannuleerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Error in the list</source>
        <translation>Fout in de lijst</translation>
    </message>
    <message numerus="yes">
        <source>%n of them an error in the list.</source>
        <translation>
            <numerusform>%n als fout in de lijst genoteerd.</numerusform>
            <numerusform>%n als fout in de lijst genoteerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Weer openen</translation>
    </message>
    <message numerus="yes">
        <source>%n of them open again.</source>
        <translation>
            <numerusform>%n staat weer open.</numerusform>
            <numerusform>%n staan weer open.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>{stage}: no list says it</source>
        <translation>{stage}: geen lijst zegt het</translation>
    </message>
    <message>
        <source>no list</source>
        <translation>geen lijst</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>telt</translation>
    </message>
    <message>
        <source>It adds up</source>
        <translation>Klopt</translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n te beoordelen</numerusform>
            <numerusform>%n te beoordelen</numerusform>
        </translation>
    </message>
    <message>
        <source>still expected</source>
        <translation>nog verwacht</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>Everybody is accounted for.</source>
        <translation>Iedereen is verantwoord.</translation>
    </message>
    <message>
        <source>What remains: {what}.</source>
        <translation>Wat rest: {what}.</translation>
    </message>
    <message>
        <source>The papers of {flight} declare {told}, the {list} holds {counted}: {difference}.</source>
        <translation>Papieren van {flight}: {told}, {list}: {counted} ({difference}).</translation>
    </message>
    <message>
        <source>{flight} has {told} seats, the {list} holds {counted}: {difference}.</source>
        <translation>{flight}: {told} stoelen, {list}: {counted} ({difference}).</translation>
    </message>
    <message>
        <source>Nothing is joined until somebody says so.</source>
        <translation>Er wordt niets samengevoegd tot iemand het zegt.</translation>
    </message>
    <message>
        <source>Look for them now: they were aboard.</source>
        <translation>Zoek hen nu: zij waren aan boord.</translation>
    </message>
    <message>
        <source>Say what became of them.</source>
        <translation>Zeg wat er van hen is geworden.</translation>
    </message>
    <message>
        <source>Tie them to a line, or say that none has them.</source>
        <translation>Koppel aan een regel, of zeg dat geen lijst hen heeft.</translation>
    </message>
    <message>
        <source>They may stand in the queue.</source>
        <translation>Ze staan misschien in de rij.</translation>
    </message>
    <message>
        <source>They count once.</source>
        <translation>Ze tellen één keer.</translation>
    </message>
    <message>
        <source>They are still here, or nobody noted where they went.</source>
        <translation>Ze zijn nog hier, of niemand noteerde waar ze heen gingen.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Stoel</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>Misschien</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aangemeld</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>Rechthebbend</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>Op lijst</translation>
    </message>
    <message>
        <source>Boarded</source>
        <translation>Aan boord</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Aangekomen</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Geregistreerd</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Overgedragen</translation>
    </message>
    <message>
        <source>Probably the same</source>
        <translation>Waarschijnlijk dezelfde</translation>
    </message>
    <message>
        <source>Boarded, not arrived</source>
        <translation>Aan boord, niet aangekomen</translation>
    </message>
    <message>
        <source>On the list, not arrived</source>
        <translation>Op lijst, niet aangekomen</translation>
    </message>
    <message>
        <source>On the list, not boarded</source>
        <translation>Op lijst, niet aan boord</translation>
    </message>
    <message>
        <source>Arrived, not on the list</source>
        <translation>Aangekomen, niet op lijst</translation>
    </message>
    <message>
        <source>Listed, found not eligible</source>
        <translation>Op lijst, niet rechthebbend</translation>
    </message>
    <message>
        <source>Listed on two flights</source>
        <translation>Op twee vluchten</translation>
    </message>
    <message>
        <source>Double, but whose?</source>
        <translation>Dubbel, maar van wie?</translation>
    </message>
    <message>
        <source>Not at a desk yet</source>
        <translation>Nog niet aan een balie</translation>
    </message>
    <message>
        <source>Arrived, not registered</source>
        <translation>Aangekomen, niet geregistreerd</translation>
    </message>
    <message>
        <source>Registered, not handed over</source>
        <translation>Geregistreerd, niet overgedragen</translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation>In het ziekenhuis</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Doorverwezen</translation>
    </message>
    <message>
        <source>Eligible, not on the list</source>
        <translation>Rechthebbend, niet op lijst</translation>
    </message>
    <message>
        <source>Applied, eligibility not told</source>
        <translation>Aangemeld, niet beoordeeld</translation>
    </message>
    <message>
        <source>Applied, not on the list</source>
        <translation>Aangemeld, niet op lijst</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Verwacht</translation>
    </message>
    <message>
        <source>Applied, not arrived</source>
        <translation>Aangemeld, niet aangekomen</translation>
    </message>
    <message>
        <source>Their flight was cancelled</source>
        <translation>Hun vlucht vervalt</translation>
    </message>
    <message>
        <source>Came with another flight than listed</source>
        <translation>Andere vlucht dan op de lijst</translation>
    </message>
    <message>
        <source>Settled as absent, yet here</source>
        <translation>Afwezig genoteerd, toch hier</translation>
    </message>
    <message>
        <source>Arrived, not on the boarding list</source>
        <translation>Aangekomen, niet op boordlijst</translation>
    </message>
    <message>
        <source>Boarded, not on the manifest</source>
        <translation>Aan boord, niet op manifest</translation>
    </message>
    <message>
        <source>Listed, eligibility not told</source>
        <translation>Op lijst, niet beoordeeld</translation>
    </message>
    <message>
        <source>Never applied</source>
        <translation>Nooit aangemeld</translation>
    </message>
    <message>
        <source>No list says it</source>
        <translation>Geen lijst zegt het</translation>
    </message>
    <message>
        <source>Handed over, not registered</source>
        <translation>Overgedragen, niet geregistreerd</translation>
    </message>
    <message>
        <source>Registered twice, counted once</source>
        <translation>Dubbel geregistreerd, telt één keer</translation>
    </message>
    <message>
        <source>Twice on a list, counted once</source>
        <translation>Dubbel op lijst, telt één keer</translation>
    </message>
    <message>
        <source>Refused registration</source>
        <translation>Weigert registratie</translation>
    </message>
    <message>
        <source>Left at once</source>
        <translation>Direct vertrokken</translation>
    </message>
    <message>
        <source>Left by themselves</source>
        <translation>Zelf vertrokken</translation>
    </message>
    <message>
        <source>Came with another flight</source>
        <translation>Kwam met andere vlucht</translation>
    </message>
    <message>
        <source>Registration cancelled</source>
        <translation>Registratie vervallen</translation>
    </message>
    <message>
        <source>Error in a list</source>
        <translation>Fout in een lijst</translation>
    </message>
    <message>
        <source>Named in a message only</source>
        <translation>Alleen in een bericht genoemd</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Bemanning</translation>
    </message>
    <message>
        <source>same document</source>
        <translation>zelfde document</translation>
    </message>
    <message>
        <source>document almost the same</source>
        <translation>document bijna gelijk</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>zelfde geboortedatum</translation>
    </message>
    <message>
        <source>day and month swapped</source>
        <translation>dag en maand verwisseld</translation>
    </message>
    <message>
        <source>birth date almost the same</source>
        <translation>geboortedatum bijna gelijk</translation>
    </message>
    <message>
        <source>birth date fits as far as known</source>
        <translation>geboortedatum past, voor zover bekend</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>zelfde naam</translation>
    </message>
    <message>
        <source>name almost the same</source>
        <translation>naam bijna gelijk</translation>
    </message>
    <message>
        <source>name sounds the same</source>
        <translation>naam klinkt gelijk</translation>
    </message>
    <message>
        <source>names swapped</source>
        <translation>namen verwisseld</translation>
    </message>
    <message>
        <source>other family name</source>
        <translation>andere achternaam</translation>
    </message>
    <message>
        <source>initials fit</source>
        <translation>voorletters passen</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>zelfde telefoon</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>zelfde e-mail</translation>
    </message>
    <message>
        <source>same seat</source>
        <translation>zelfde stoel</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>zelfde adres</translation>
    </message>
    <message>
        <source>travels with the same people</source>
        <translation>reist met dezelfde mensen</translation>
    </message>
    <message>
        <source>another document</source>
        <translation>ander document</translation>
    </message>
    <message>
        <source>another birth date</source>
        <translation>andere geboortedatum</translation>
    </message>
    <message>
        <source>another first name</source>
        <translation>andere voornaam</translation>
    </message>
    <message>
        <source>another sex</source>
        <translation>ander geslacht</translation>
    </message>
    <message>
        <source>the list says so</source>
        <translation>de lijst zegt het</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Te beoordelen</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Benoemd</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>Verantwoord</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>zonder naam</translation>
    </message>
    <message>
        <source>application</source>
        <translation>aanmelding</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>manifest</translation>
    </message>
    <message>
        <source>boarding list</source>
        <translation>boordlijst</translation>
    </message>
    <message>
        <source>message</source>
        <translation>bericht</translation>
    </message>
    <message>
        <source>desk {desk}</source>
        <translation>balie {desk}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>regel {row}</translation>
    </message>
</context>
<context>
    <name>ReconcileView</name>
    <message>
        <source>Who registers or leads settles this.</source>
        <translation>Dit beslist wie registreert of de hal leidt.</translation>
    </message>
    <message>
        <source>There is nobody left on the other side to choose from.</source>
        <translation>Aan de andere kant is niemand meer om uit te kiezen.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugdraaien</translation>
    </message>
    <message>
        <source>Next kind of difference</source>
        <translation>Volgend soort verschil</translation>
    </message>
    <message>
        <source>Kind of difference before</source>
        <translation>Vorig soort verschil</translation>
    </message>
    <message>
        <source>Whole operation, or this arrival</source>
        <translation>Hele operatie, of deze aankomst</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alles kiezen</translation>
    </message>
    <message>
        <source>Kinds of difference</source>
        <translation>Soorten verschil</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>Om wie het gaat</translation>
    </message>
    <message>
        <source>This arrival</source>
        <translation>Deze aankomst</translation>
    </message>
    <message>
        <source>Whole operation</source>
        <translation>Hele operatie</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Bezig met tellen…</translation>
    </message>
    <message>
        <source>Nothing to reconcile yet</source>
        <translation>Nog niets te vergelijken</translation>
    </message>
    <message>
        <source>Bring in a list with Ctrl+I, or register the first who arrives.</source>
        <translation>Haal met Ctrl+I een lijst binnen, of registreer de eerste die aankomt.</translation>
    </message>
</context>
<context>
    <name>RefusedCard</name>
    <message>
        <source>The hub refused it ({code}).</source>
        <translation>De hub weigerde het ({code}).</translation>
    </message>
    <message>
        <source>Written down {time}. It is kept here and reaches nobody.</source>
        <translation>Vastgelegd {time}. Het is hier bewaard en bereikt niemand.</translation>
    </message>
    <message>
        <source>replaced by another promise</source>
        <translation>vervangen door een andere toezegging</translation>
    </message>
    <message>
        <source>Say briefly why it is given up.</source>
        <translation>Zeg kort waarom u dit opgeeft.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Promise by somebody else…</source>
        <translation>Toezegging van een ander…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Opgeven</translation>
    </message>
</context>
<context>
    <name>RefusedView</name>
    <message>
        <source>Correct it and send it again:</source>
        <translation>Verbeter en stuur opnieuw:</translation>
    </message>
    <message>
        <source>There is nothing to correct in it. Send it again as it is?</source>
        <translation>Er valt niets aan te verbeteren. Opnieuw sturen zoals het is?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Stuur opnieuw</translation>
    </message>
    <message>
        <source>Why is this change given up? It stays in the history of the report.</source>
        <translation>Waarom wordt deze wijziging opgegeven? Ze blijft in de geschiedenis staan.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Opgeven</translation>
    </message>
    <message>
        <source>This was dealt with in the meantime.</source>
        <translation>Dit is intussen afgehandeld.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Verbeteren en opnieuw sturen</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Opgeven…</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Melding openen</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Toch niet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Your new {kind} of {time}. It is kept here and reaches nobody.</source>
        <translation>Uw nieuwe {kind} van {time}. Bewaard op deze werkplek; niemand anders ziet dit.</translation>
    </message>
    <message>
        <source>Your change of {time}. It is kept here and reaches nobody.</source>
        <translation>Uw wijziging van {time}. Bewaard op deze werkplek; niemand anders ziet dit.</translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) wait(s) for this one</source>
        <translation>
            <numerusform>%n latere wijziging wacht hierop</numerusform>
            <numerusform>%n latere wijzigingen wachten hierop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message>
        <source>Too long: {field}. Shorten it, then save again.</source>
        <translation>Te lang: {field}. Kort het in en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>This does not fit: {field} ({code}). Change it.</source>
        <translation>Dit past niet: {field} ({code}). Wijzig het.</translation>
    </message>
    <message>
        <source>The disk of this workstation is full: nothing was saved. Make room, then save again.</source>
        <translation>De schijf van deze werkplek is vol: er is niets bewaard. Maak ruimte en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>It was not saved ({what}). What was typed stands here; try again.</source>
        <translation>Het is niet bewaard ({what}). Wat getypt is staat hier nog; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>was settled</source>
        <translation>is afgehandeld</translation>
    </message>
    <message>
        <source>date of birth unknown</source>
        <translation>geboortedatum onbekend</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>Andere groep</translation>
    </message>
    <message>
        <source>check digit does not fit</source>
        <translation>controlecijfer klopt niet</translation>
    </message>
    <message>
        <source>minor alone</source>
        <translation>minderjarig, alleen</translation>
    </message>
    <message>
        <source>Set aside, not saved · {key} goes on</source>
        <translation>Apart gelegd · {key} gaat verder</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Name as spoken</source>
        <translation>Naam zoals gezegd</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Voornamen</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Tussenv.</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere namen</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Geboorteplaats</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nationaliteit</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Geen document</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Soort document</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Documentnummer</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Afgegeven door</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Geldig tot</translation>
    </message>
    <message>
        <source>Identity seen by</source>
        <translation>Identiteit gezien door</translation>
    </message>
    <message>
        <source>BSN</source>
        <translation>BSN</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Stoel</translation>
    </message>
    <message>
        <source>Wristband</source>
        <translation>Polsband</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
    <message>
        <source>Contact in NL</source>
        <translation>Contact in NL</translation>
    </message>
    <message>
        <source>Inform relatives</source>
        <translation>Naasten inlichten</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straat en nummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Woonplaats</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Onward by</source>
        <translation>Verder met</translation>
    </message>
    <message>
        <source>Onward to</source>
        <translation>Verder naar</translation>
    </message>
    <message>
        <source>Nights of shelter</source>
        <translation>Nachten opvang</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grond</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relatie</translation>
    </message>
    <message>
        <source>Minor alone</source>
        <translation>Minderjarig, alleen</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Voogd</translation>
    </message>
    <message>
        <source>Animals</source>
        <translation>Dieren</translation>
    </message>
    <message>
        <source>Luggage</source>
        <translation>Bagage</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Aantekening</translation>
    </message>
    <message>
        <source>Privacy text given</source>
        <translation>Privacytekst gegeven</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Naam van de groep</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>Wants to stay together</source>
        <translation>Wil bij elkaar blijven</translation>
    </message>
    <message>
        <source>Family or group</source>
        <translation>Gezin of groep</translation>
    </message>
    <message>
        <source>Check digits</source>
        <translation>Controlecijfers</translation>
    </message>
    <message>
        <source>Rest of the passport lines</source>
        <translation>Rest van de paspoortregels</translation>
    </message>
    <message>
        <source>Passport as a whole</source>
        <translation>Paspoort als geheel</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Gezin</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Behoeften</translation>
    </message>
    <message>
        <source>Onward journey</source>
        <translation>Doorreis</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Document and ground</source>
        <translation>Document en grond</translation>
    </message>
    <message>
        <source>Animals and luggage</source>
        <translation>Dieren en bagage</translation>
    </message>
    <message>
        <source>passport</source>
        <translation>paspoort</translation>
    </message>
    <message>
        <source>identity card</source>
        <translation>identiteitskaart</translation>
    </message>
    <message>
        <source>visa</source>
        <translation>visum</translation>
    </message>
    <message>
        <source>residence permit</source>
        <translation>verblijfsvergunning</translation>
    </message>
    <message>
        <source>travel document</source>
        <translation>reisdocument</translation>
    </message>
    <message>
        <source>crew card</source>
        <translation>bemanningskaart</translation>
    </message>
    <message>
        <source>application</source>
        <translation>aanmeldlijst</translation>
    </message>
    <message>
        <source>passenger list</source>
        <translation>passagierslijst</translation>
    </message>
    <message>
        <source>boarding list</source>
        <translation>instaplijst</translation>
    </message>
    <message>
        <source>person finder</source>
        <translation>personenlijst</translation>
    </message>
    <message>
        <source>same document</source>
        <translation>zelfde document</translation>
    </message>
    <message>
        <source>document nearly the same</source>
        <translation>document bijna gelijk</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>geboortedatum</translation>
    </message>
    <message>
        <source>day and month swapped</source>
        <translation>dag en maand omgewisseld</translation>
    </message>
    <message>
        <source>date of birth nearly the same</source>
        <translation>geboortedatum bijna gelijk</translation>
    </message>
    <message>
        <source>year of birth</source>
        <translation>geboortejaar</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>name nearly the same</source>
        <translation>naam bijna gelijk</translation>
    </message>
    <message>
        <source>sounds alike</source>
        <translation>klinkt hetzelfde</translation>
    </message>
    <message>
        <source>names swapped</source>
        <translation>namen omgewisseld</translation>
    </message>
    <message>
        <source>maiden name</source>
        <translation>meisjesnaam</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>voorletters</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>seat</source>
        <translation>stoel</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>travels together</source>
        <translation>reist samen</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>wristband</source>
        <translation>polsband</translation>
    </message>
    <message>
        <source>but another document</source>
        <translation>maar ander document</translation>
    </message>
    <message>
        <source>but born on another day</source>
        <translation>maar andere geboortedag</translation>
    </message>
    <message>
        <source>but another given name</source>
        <translation>maar andere voornaam</translation>
    </message>
    <message>
        <source>but another sex</source>
        <translation>maar ander geslacht</translation>
    </message>
    <message>
        <source>{name} is registered</source>
        <translation>{name} is geregistreerd</translation>
    </message>
    <message>
        <source>{name} refused registration; only that is kept</source>
        <translation>{name} weigert registratie; verder is niets vastgelegd</translation>
    </message>
    <message>
        <source>{name} left at once</source>
        <translation>{name} is direct vertrokken</translation>
    </message>
    <message>
        <source>{name} went to hospital</source>
        <translation>{name} is naar het ziekenhuis</translation>
    </message>
    <message>
        <source>{name} was referred</source>
        <translation>{name} is doorverwezen</translation>
    </message>
    <message>
        <source>{name} is saved</source>
        <translation>{name} is bewaard</translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation>Iemand zonder naam</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Nog geen naam</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>privacy text given</source>
        <translation>privacytekst gegeven</translation>
    </message>
    <message>
        <source>relatives may be informed</source>
        <translation>naasten mogen worden ingelicht</translation>
    </message>
    <message>
        <source>do not inform relatives</source>
        <translation>naasten niet inlichten</translation>
    </message>
</context>
<context>
    <name>RegistrationFields</name>
    <message>
        <source>The check digit does not fit</source>
        <translation>Het controlecijfer klopt niet</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Geen document</translation>
    </message>
    <message>
        <source>Minor alone</source>
        <translation>Minderjarig, alleen</translation>
    </message>
    <message>
        <source>Privacy text given</source>
        <translation>Privacytekst gegeven</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>vrouw</translation>
    </message>
    <message>
        <source>W</source>
        <comment>key of woman</comment>
        <translation>V</translation>
    </message>
    <message>
        <source>man</source>
        <translation>man</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>niet gevraagd</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Y</source>
        <comment>key of yes</comment>
        <translation>J</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
</context>
<context>
    <name>RegistrationForm</name>
    <message>
        <source>Copied from {name}, who heads the family</source>
        <translation>Overgenomen van {name}, hoofd van het gezin</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>stands on the {list}</source>
        <translation>staat op de {list}</translation>
    </message>
    <message>
        <source>Name on paper</source>
        <translation>Naam op papier</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>Nachten opvang</translation>
    </message>
    <message>
        <source>Phone, e-mail</source>
        <translation>Telefoon, e-mail</translation>
    </message>
    <message>
        <source>Kind, from</source>
        <translation>Soort, land</translation>
    </message>
    <message>
        <source>Seat, wristband</source>
        <translation>Stoel, polsband</translation>
    </message>
    <message>
        <source>whole family</source>
        <translation>het hele gezin</translation>
    </message>
    <message>
        <source>F</source>
        <comment>key of whole family</comment>
        <translation>G</translation>
    </message>
    <message>
        <source>this person only</source>
        <translation>alleen deze persoon</translation>
    </message>
    <message>
        <source>O</source>
        <comment>key of only</comment>
        <translation>A</translation>
    </message>
</context>
<context>
    <name>RegistrationGroup</name>
    <message>
        <source>family</source>
        <translation>gezin</translation>
    </message>
    <message>
        <source>travel group</source>
        <translation>reisgezelschap</translation>
    </message>
    <message>
        <source>school or club</source>
        <translation>school of vereniging</translation>
    </message>
    <message>
        <source>other group</source>
        <translation>andere groep</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Naam van de groep</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>Soort groep</translation>
    </message>
    <message>
        <source>Wants to stay together</source>
        <translation>Wil bij elkaar blijven</translation>
    </message>
</context>
<context>
    <name>RegistrationKeys</name>
    <message>
        <source>Registered</source>
        <translation>Geregistreerd</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Geen document</translation>
    </message>
    <message>
        <source>Refuses registration</source>
        <translation>Weigert registratie</translation>
    </message>
    <message>
        <source>Left at once</source>
        <translation>Direct vertrokken</translation>
    </message>
    <message>
        <source>To hospital</source>
        <translation>Ziekenhuis</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Doorverwezen</translation>
    </message>
    <message>
        <source>To the scan line</source>
        <translation>Naar de scanregel</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apart leggen</translation>
    </message>
    <message>
        <source>Go on with what was set aside</source>
        <translation>Verder met wat apart ligt</translation>
    </message>
    <message>
        <source>Throw this sheet away</source>
        <translation>Dit formulier weggooien</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Next of the family</source>
        <translation>Volgende van het gezin</translation>
    </message>
    <message>
        <source>The one before in the family</source>
        <translation>Vorige van het gezin</translation>
    </message>
    <message>
        <source>Wristband</source>
        <translation>Polsband</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Overdragen…</translation>
    </message>
    <message>
        <source>All of this person</source>
        <translation>Alles van deze persoon</translation>
    </message>
    <message>
        <source>Take the correction</source>
        <translation>Verbetering overnemen</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Het klopt</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>Dezelfde persoon</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Niet dezelfde persoon</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Later beslissen</translation>
    </message>
    <message>
        <source>No longer alone</source>
        <translation>Niet meer alleen</translation>
    </message>
    <message>
        <source>For this person only, or for the family</source>
        <translation>Alleen voor deze persoon, of voor het gezin</translation>
    </message>
    <message>
        <source>Next one too</source>
        <translation>Volgende erbij</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Nieuwe groep</translation>
    </message>
    <message>
        <source>Goes with the one before</source>
        <translation>Hoort bij de vorige</translation>
    </message>
</context>
<context>
    <name>RegistrationNotices</name>
    <message>
        <source>This passport could not be read. Scan it again, or F8.</source>
        <translation>Dit paspoort is niet te lezen. Scan het opnieuw, of F8.</translation>
    </message>
    <message>
        <source>This passport was scanned already: it is in hand now.</source>
        <translation>Dit paspoort was al gescand: het staat nu voor u.</translation>
    </message>
    <message>
        <source>The name is cut off on the passport: is there more?</source>
        <translation>De naam is op het paspoort afgekapt: komt er nog meer?</translation>
    </message>
    <message>
        <source>{field} cannot be read. Write it in another way, or clear it.</source>
        <translation>{field} is niet te lezen. Schrijf het anders, of maak het veld leeg.</translation>
    </message>
    <message>
        <source>A name as it is spoken is enough, or an outcome: F9, F12.</source>
        <translation>Een naam zoals gezegd is genoeg, of een afloop: F9, F12.</translation>
    </message>
    <message>
        <source>Nobody here has that number, wristband or seat.</source>
        <translation>Niemand hier heeft dat nummer, die polsband of die stoel.</translation>
    </message>
    <message>
        <source>Registrars write here; you are here as somebody else.</source>
        <translation>Hier schrijven registrators; u werkt hier in een andere rol.</translation>
    </message>
    <message>
        <source>Undone. The number is not given out again.</source>
        <translation>Ongedaan gemaakt. Het nummer wordt niet opnieuw uitgegeven.</translation>
    </message>
    <message>
        <source>The term of this operation is over: persons are erased.</source>
        <translation>De termijn van deze operatie is voorbij: de personen zijn gewist.</translation>
    </message>
    <message>
        <source>The first line is read. The rest of the passport…</source>
        <translation>De eerste regel is gelezen. Nu de rest van het paspoort…</translation>
    </message>
    <message>
        <source>Thrown away.</source>
        <translation>Weggegooid.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>{field}: check digit does not fit</source>
        <translation>{field}: controlecijfer klopt niet</translation>
    </message>
    <message>
        <source>Check digit does not fit</source>
        <translation>Controlecijfer klopt niet</translation>
    </message>
    <message>
        <source>Is it {value}?</source>
        <translation>Is het {value}?</translation>
    </message>
    <message>
        <source>Noted as a minor alone; somebody is there for this child by now.</source>
        <translation>Genoteerd als minderjarig en alleen; er is nu iemand voor dit kind.</translation>
    </message>
    <message>
        <source>A minor, alone. Who is the guardian? Else Nidos.</source>
        <translation>Minderjarig en alleen: wie is voogd? Anders Nidos.</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Voogd</translation>
    </message>
    <message>
        <source>Registered already? {number}: {reasons}</source>
        <translation>Al geregistreerd? {number}: {reasons}</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Zelfde</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Niet dezelfde</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>RegistrationOthers</name>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Die van mij houden</translation>
    </message>
    <message>
        <source>Somebody removed this person. Saving asks the hall lead.</source>
        <translation>Iemand heeft deze persoon verwijderd. Bewaren legt het voor aan de hallcoördinator.</translation>
    </message>
    <message>
        <source>another desk</source>
        <translation>een andere balie</translation>
    </message>
    <message>
        <source>{field}: {who} wrote “{value}”, {when}</source>
        <translation>{field}: {who} schreef “{value}”, {when}</translation>
    </message>
</context>
<context>
    <name>RegistrationReady</name>
    <message>
        <source>Next, please</source>
        <translation>De volgende</translation>
    </message>
    <message>
        <source>passport</source>
        <translation>paspoort</translation>
    </message>
    <message>
        <source>scan it; one after another makes a family</source>
        <translation>scannen; na elkaar wordt het een gezin</translation>
    </message>
    <message>
        <source>jan</source>
        <translation>jan</translation>
    </message>
    <message>
        <source>three letters of a name; Down and Enter tick who it is</source>
        <translation>drie letters van een naam; pijl omlaag en Enter vinken aan</translation>
    </message>
    <message>
        <source>a seat</source>
        <translation>een stoel</translation>
    </message>
    <message>
        <source>a number or wristband opens that person</source>
        <translation>een nummer of polsband opent die persoon</translation>
    </message>
    <message>
        <source>no document: the name as it is spoken</source>
        <translation>geen document: de naam zoals gezegd</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Er is niets gewijzigd</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) registered</source>
        <translation>
            <numerusform>%n persoon geregistreerd</numerusform>
            <numerusform>%n personen geregistreerd</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>saved on this workstation</source>
        <translation>bewaard op deze werkplek</translation>
    </message>
</context>
<context>
    <name>RegistrationView</name>
    <message>
        <source>Nobody on the lists looks like this.</source>
        <translation>Niemand op de lijsten lijkt hierop.</translation>
    </message>
    <message>
        <source>People on the lists appear here while you type.</source>
        <translation>Terwijl u typt verschijnen hier mensen van de lijsten.</translation>
    </message>
    <message>
        <source>Who this may be</source>
        <translation>Wie kan dit zijn?</translation>
    </message>
    <message>
        <source>Travels with them: here too?</source>
        <translation>Reist samen: ook hier?</translation>
    </message>
    <message>
        <source>Who is scanned one after another becomes one family.</source>
        <translation>Wie na elkaar gescand wordt, wordt één gezin.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message numerus="yes">
        <source>Together: %n person(s)</source>
        <translation>
            <numerusform>Samen: %n persoon</numerusform>
            <numerusform>Samen: %n personen</numerusform>
        </translation>
    </message>
    <message>
        <source>passport</source>
        <translation>paspoort</translation>
    </message>
    <message>
        <source>Scan a passport or wristband, or type a name, a seat or a number</source>
        <translation>Scan een paspoort of polsband, of typ een naam, een stoel of een nummer</translation>
    </message>
</context>
<context>
    <name>Related</name>
    <message>
        <source>replaces this one</source>
        <translation>vervangt deze</translation>
    </message>
    <message>
        <source>withdraws this one</source>
        <translation>trekt deze in</translation>
    </message>
    <message>
        <source>reply to this one</source>
        <translation>antwoord op deze</translation>
    </message>
    <message>
        <source>acknowledges this one</source>
        <translation>bevestigt deze</translation>
    </message>
    <message>
        <source>rejects this one</source>
        <translation>wijst deze af</translation>
    </message>
    <message>
        <source>follows this one</source>
        <translation>volgt op deze</translation>
    </message>
    <message>
        <source>replaced by this one</source>
        <translation>vervangen door deze</translation>
    </message>
    <message>
        <source>withdrawn by this one</source>
        <translation>ingetrokken door deze</translation>
    </message>
    <message>
        <source>answered by this one</source>
        <translation>beantwoord door deze</translation>
    </message>
    <message>
        <source>followed by this one</source>
        <translation>gaat hieraan vooraf</translation>
    </message>
    <message>
        <source>in the same thread</source>
        <translation>in dezelfde draad</translation>
    </message>
</context>
<context>
    <name>RelatedView</name>
    <message>
        <source>Show all {n}</source>
        <translation>Toon alle {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) that this one follows are not here yet.</source>
        <translation>
            <numerusform>%n melding waarop deze volgt is hier nog niet.</numerusform>
            <numerusform>%n meldingen waarop deze volgt zijn hier nog niet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepatriationPanel</name>
    <message>
        <source>You may no longer enter {operation}: it has gone from this workstation, and what was half typed with it. What you saved is at the hub, or under what needs a decision.</source>
        <translation>U hebt geen toegang meer tot {operation}: het staat niet meer op deze werkplek, en wat half getypt was ook niet. Wat u bewaarde staat op de hub, of ter beoordeling.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>Numbers of all operations</source>
        <translation>Aantallen van alle operaties</translation>
    </message>
    <message>
        <source>Open an operation…</source>
        <translation>Operatie openen…</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operatie</translation>
    </message>
    <message>
        <source>No operation</source>
        <translation>Geen operatie</translation>
    </message>
    <message>
        <source>An operation says why people are registered, on what legal ground and for how long they are kept. Only who is let in sees that it exists.</source>
        <translation>Een operatie zegt waarom mensen worden geregistreerd, op welke grondslag en hoe lang hun gegevens blijven. Alleen wie is toegelaten, ziet dat zij bestaat.</translation>
    </message>
    <message>
        <source>As soon as the lead of an operation lets you in, it stands here. Its lists are then kept on this workstation, so that you can work without a line.</source>
        <translation>Zodra de leiding van een operatie u toelaat, staat zij hier. Haar lijsten staan dan op deze werkplek, zodat u zonder verbinding kunt werken.</translation>
    </message>
</context>
<context>
    <name>ReportDetail</name>
    <message>
        <source>This report is not here</source>
        <translation>Deze melding is hier niet</translation>
    </message>
    <message>
        <source>It was withdrawn from you, or it has not come in yet.</source>
        <translation>Ze is voor u ingetrokken, of nog niet binnengekomen.</translation>
    </message>
    <message>
        <source>No report chosen</source>
        <translation>Geen melding gekozen</translation>
    </message>
    <message>
        <source>Choose one in the list, or press N to write one.</source>
        <translation>Kies er een in de lijst, of druk op N om er een te schrijven.</translation>
    </message>
    <message>
        <source>Show all {n} characters</source>
        <translation>Toon alle {n} tekens</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Draad</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Bijlagen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
</context>
<context>
    <name>ReportFilters</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aandacht</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>Geen regio</translation>
    </message>
    <message>
        <source>No discipline</source>
        <translation>Geen discipline</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ongelezen</translation>
    </message>
    <message>
        <source>Urgent, not acknowledged</source>
        <translation>Spoed, nog niet gezien</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Test and exercise</source>
        <translation>Test en oefening</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Laatste uur</translation>
    </message>
    <message>
        <source>Last 4 hours</source>
        <translation>Laatste 4 uur</translation>
    </message>
    <message>
        <source>Last 8 hours</source>
        <translation>Laatste 8 uur</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Laatste 24 uur</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Laatste 7 dagen</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Laatste 30 dagen</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>New report</source>
        <translation>Nieuwe melding</translation>
    </message>
    <message>
        <source>METHANE</source>
        <translation>METHANE</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Type what is said. Region, place, caller, number and quantities are offered below; Tab takes them.</source>
        <translation>Typ wat er gezegd wordt. Regio, plaats, beller, nummer en aantallen worden hieronder aangeboden; Tab neemt ze over.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>The first words, unless you write others</source>
        <translation>De eerste woorden, tenzij u andere schrijft</translation>
    </message>
    <message>
        <source>&amp;Urgent</source>
        <translation>&amp;Spoed</translation>
    </message>
    <message>
        <source>&amp;Where and who</source>
        <translation>&amp;Waar en wie</translation>
    </message>
    <message>
        <source>Ti&amp;mes</source>
        <translation>Ti&amp;jden</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Bestanden</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Regio</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informatie</translation>
    </message>
    <message>
        <source>&amp;Add a file…</source>
        <translation>Bestand &amp;toevoegen…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Bron</translation>
    </message>
    <message>
        <source>Who told us</source>
        <translation>Wie het meldde</translation>
    </message>
    <message>
        <source>B&amp;y</source>
        <translation>&amp;Via</translation>
    </message>
    <message>
        <source>&amp;Caller</source>
        <translation>B&amp;eller</translation>
    </message>
    <message>
        <source>Munici&amp;pality</source>
        <translation>Ge&amp;meente</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>P&amp;laats</translation>
    </message>
    <message>
        <source>Call &amp;back</source>
        <translation>Ter&amp;ugbellen</translation>
    </message>
    <message>
        <source>&amp;Discipline</source>
        <translation>&amp;Discipline</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>&amp;Incident</translation>
    </message>
    <message>
        <source>&amp;Grade</source>
        <translation>Beoordelin&amp;g</translation>
    </message>
    <message>
        <source>&amp;Occurred</source>
        <translation>Gebeurd &amp;op</translation>
    </message>
    <message>
        <source>Obser&amp;ved</source>
        <translation>&amp;Waargenomen</translation>
    </message>
    <message>
        <source>Receiv&amp;ed</source>
        <translation>Ont&amp;vangen</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Ingevoerd</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Melding bewaren</translation>
    </message>
    <message>
        <source>Close; the draft is kept</source>
        <translation>Sluiten; het concept blijft bewaard</translation>
    </message>
    <message>
        <source>METHANE: headings, next heading</source>
        <translation>METHANE: koppen, volgende kop</translation>
    </message>
    <message>
        <source>Judge: confirmed</source>
        <translation>Beoordelen: bevestigd</translation>
    </message>
    <message>
        <source>Judge: unconfirmed</source>
        <translation>Beoordelen: onbevestigd</translation>
    </message>
    <message>
        <source>Judge: contradicted</source>
        <translation>Beoordelen: tegengesproken</translation>
    </message>
    <message>
        <source>Open the report that looks alike: {n}</source>
        <translation>De melding openen die erop lijkt: {n}</translation>
    </message>
    <message>
        <source>This report is not here any more.</source>
        <translation>Deze melding is hier niet meer.</translation>
    </message>
    <message>
        <source>The {field} cannot be read: {typed}.</source>
        <translation>Niet te lezen ({field}): {typed}.</translation>
    </message>
    <message>
        <source>A few words are needed: they become the title.</source>
        <translation>Een paar woorden zijn nodig: die worden de titel.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} is niet te lezen: {why}.</translation>
    </message>
    <message>
        <source>{file} is a folder; add the files in it.</source>
        <translation>{file} is een map; voeg de bestanden erin toe.</translation>
    </message>
    <message>
        <source>{file} is {size}; a file may be {most} at most.</source>
        <translation>{file} is {size}; een bestand mag ten hoogste {most} zijn.</translation>
    </message>
    <message>
        <source>The text is longer than {n} characters. Shorten it, or add it as a file.</source>
        <translation>De tekst is langer dan {n} tekens. Kort hem in, of voeg hem toe als bestand.</translation>
    </message>
    <message>
        <source>The {field} is too long: {n} characters at most.</source>
        <translation>Te lang ({field}): ten hoogste {n} tekens.</translation>
    </message>
    <message>
        <source>The {field} does not fit ({code}). Change it.</source>
        <translation>Dit past niet ({field}: {code}). Pas het aan.</translation>
    </message>
    <message>
        <source>The disk of this workstation is full: nothing was saved. Make room, then save again.</source>
        <translation>De schijf van deze werkplek is vol: er is niets bewaard. Maak ruimte en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>It was not saved ({what}). What you typed stands here; copy it if saving fails again.</source>
        <translation>Niet bewaard ({what}). Wat u typte staat hier nog; kopieer het als bewaren weer mislukt.</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>No report passes these filters</source>
        <translation>Geen melding komt door deze filters</translation>
    </message>
    <message>
        <source>Let everything through again, or search with fewer letters.</source>
        <translation>Laat alles weer door, of zoek met minder letters.</translation>
    </message>
    <message>
        <source>Let everything through</source>
        <translation>Alles doorlaten</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Nog geen meldingen</translation>
    </message>
    <message>
        <source>What comes in stands here. Drop mail or alerts on this place, or write.</source>
        <translation>Wat binnenkomt staat hier. Sleep er mail of alerts op, of schrijf.</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Melding schrijven</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Oud</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Disc.</source>
        <translation>Disc.</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Urgent: must be acknowledged</source>
        <translation>Spoed: moet worden gezien (A)</translation>
    </message>
    <message>
        <source>Urgent, acknowledged by {name}</source>
        <translation>Spoed, gezien door {name}</translation>
    </message>
    <message>
        <source>Needs a decision: two edits of one field</source>
        <translation>Ter beoordeling: twee wijzigingen van één veld</translation>
    </message>
    <message>
        <source>Saved on this workstation, waiting for the line</source>
        <translation>Bewaard op deze werkplek, wacht op verbinding</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n bijlage</numerusform>
            <numerusform>%n bijlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer passes the filter; goes when you scroll</source>
        <translation>Valt niet meer onder het filter; gaat weg bij het bladeren</translation>
    </message>
    <message>
        <source>me</source>
        <translation>u</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>not urgent</source>
        <translation>geen spoed</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in behandeling</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>verwerkt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Algemeen</translation>
    </message>
    <message>
        <source>Fire service</source>
        <translation>Brandweer</translation>
    </message>
    <message>
        <source>Medical (GHOR)</source>
        <translation>GHOR</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Politie</translation>
    </message>
    <message>
        <source>Care of the population</source>
        <translation>Bevolkingszorg</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>Defence</source>
        <translation>Defensie</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communicatie</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>Infrastructuur</translation>
    </message>
    <message>
        <source>International</source>
        <translation>Internationaal</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>OEFENING</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>SYSTEM</source>
        <translation>SYSTEEM</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>CONCEPT</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>update</source>
        <translation>bijwerking</translation>
    </message>
    <message>
        <source>withdrawal</source>
        <translation>intrekking</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>ontvangstbevestiging</translation>
    </message>
    <message>
        <source>rejection</source>
        <translation>afwijzing</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>mail</translation>
    </message>
    <message>
        <source>alert (CAP)</source>
        <translation>waarschuwing (CAP)</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>feed</translation>
    </message>
    <message>
        <source>form</source>
        <translation>formulier</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>portofoon</translation>
    </message>
    <message>
        <source>LCMS</source>
        <translation>LCMS</translation>
    </message>
    <message>
        <source>other system</source>
        <translation>ander systeem</translation>
    </message>
    <message>
        <source>completely reliable</source>
        <translation>volledig betrouwbaar</translation>
    </message>
    <message>
        <source>usually reliable</source>
        <translation>gewoonlijk betrouwbaar</translation>
    </message>
    <message>
        <source>fairly reliable</source>
        <translation>redelijk betrouwbaar</translation>
    </message>
    <message>
        <source>not usually reliable</source>
        <translation>meestal niet betrouwbaar</translation>
    </message>
    <message>
        <source>unreliable</source>
        <translation>onbetrouwbaar</translation>
    </message>
    <message>
        <source>reliability cannot be judged</source>
        <translation>betrouwbaarheid niet te beoordelen</translation>
    </message>
    <message>
        <source>confirmed by other sources</source>
        <translation>bevestigd door andere bronnen</translation>
    </message>
    <message>
        <source>probably true</source>
        <translation>waarschijnlijk waar</translation>
    </message>
    <message>
        <source>possibly true</source>
        <translation>mogelijk waar</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>twijfelachtig</translation>
    </message>
    <message>
        <source>improbable, contradicted</source>
        <translation>onwaarschijnlijk, tegengesproken</translation>
    </message>
    <message>
        <source>truth cannot be judged</source>
        <translation>juistheid niet te beoordelen</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>source</source>
        <translation>bron</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>kanaal</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>beller</translation>
    </message>
    <message>
        <source>call-back number</source>
        <translation>terugbelnummer</translation>
    </message>
    <message>
        <source>time of occurrence</source>
        <translation>tijd van gebeurtenis</translation>
    </message>
    <message>
        <source>time of observation</source>
        <translation>tijd van waarneming</translation>
    </message>
    <message>
        <source>time of receipt</source>
        <translation>tijd van ontvangst</translation>
    </message>
    <message>
        <source>time of entry</source>
        <translation>tijd van invoer</translation>
    </message>
    <message>
        <source>reliability of the source</source>
        <translation>betrouwbaarheid van de bron</translation>
    </message>
    <message>
        <source>credibility</source>
        <translation>geloofwaardigheid</translation>
    </message>
    <message>
        <source>discipline</source>
        <translation>discipline</translation>
    </message>
    <message>
        <source>region</source>
        <translation>regio</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>gemeente</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>quantities</source>
        <translation>aantallen</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>eigenaar</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>actual or exercise</source>
        <translation>echt of oefening</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>draad</translation>
    </message>
    <message>
        <source>what it follows</source>
        <translation>waar het op volgt</translation>
    </message>
    <message>
        <source>how it follows</source>
        <translation>hoe het volgt</translation>
    </message>
    <message>
        <source>external identity</source>
        <translation>externe identiteit</translation>
    </message>
    <message>
        <source>links</source>
        <translation>links</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>waarschuwing</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>voor wie</translation>
    </message>
    <message>
        <source>whose record it is</source>
        <translation>van wie</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>removal</source>
        <translation>verwijdering</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>bestandsnaam</translation>
    </message>
    <message>
        <source>start</source>
        <translation>begin</translation>
    </message>
    <message>
        <source>GRIP</source>
        <translation>GRIP</translation>
    </message>
    <message>
        <source>seen by</source>
        <translation>gezien door</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>alle regio&apos;s</translation>
    </message>
    <message>
        <source>partners</source>
        <translation>partners</translation>
    </message>
    <message>
        <source>national government</source>
        <translation>Rijk</translation>
    </message>
    <message>
        <source>1 report</source>
        <translation>1 melding</translation>
    </message>
    <message>
        <source>{n} reports</source>
        <translation>{n} meldingen</translation>
    </message>
</context>
<context>
    <name>ReportsPanel</name>
    <message>
        <source>{n} unread</source>
        <translation>{n} ongelezen</translation>
    </message>
    <message numerus="yes">
        <source>%n urgent to acknowledge</source>
        <translation>
            <numerusform>%n spoed, nog niet gezien</numerusform>
            <numerusform>%n spoed, nog niet gezien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) chosen. Keys work on all of them.</source>
        <translation>
            <numerusform>%n melding gekozen. Toetsen gelden voor allemaal.</numerusform>
            <numerusform>%n meldingen gekozen. Toetsen gelden voor allemaal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your role does not write requests.</source>
        <translation>Uw rol schrijft geen verzoeken.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Undo ({key})</source>
        <translation>Ongedaan maken ({key})</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Meldingen</translation>
    </message>
</context>
<context>
    <name>RequestColumn</name>
    <message>
        <source>Message of another system</source>
        <translation>Bericht van een ander systeem</translation>
    </message>
    <message>
        <source>EDXL-RM messages (*.xml *.edxl)</source>
        <translation>EDXL-RM-berichten (*.xml *.edxl)</translation>
    </message>
    <message>
        <source>It was not saved ({what}). Try again.</source>
        <translation>Het is niet bewaard ({what}). Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>No request chosen</source>
        <translation>Geen verzoek gekozen</translation>
    </message>
    <message>
        <source>Choose one above, or press N when somebody asks for help.</source>
        <translation>Kies er hierboven een, of druk op N als iemand om hulp vraagt.</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>New request</source>
        <translation>Nieuw verzoek</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Type what is asked: 4 pel bb until 22:00 Hoog Buurlo, then Enter</source>
        <translation>Typ wat er wordt gevraagd: 4 pel bb tot 22:00 Hoog Buurlo, dan Enter</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Regio</translation>
    </message>
    <message>
        <source>Wh&amp;o asks</source>
        <translation>Aan&amp;vrager</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>P&amp;rioriteit</translation>
    </message>
    <message>
        <source>Call &amp;back</source>
        <translation>Terug&amp;bellen</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Vanaf</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Tot</translation>
    </message>
    <message>
        <source>Report &amp;to</source>
        <translation>&amp;Melden bij</translation>
    </message>
    <message>
        <source>Place where to report</source>
        <translation>Plaats om zich te melden</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>What is asked and where, unless you write other words</source>
        <translation>Wat er wordt gevraagd en waar, tenzij u iets anders schrijft</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>P&amp;laats</translation>
    </message>
    <message>
        <source>&amp;Situation</source>
        <translation>&amp;Situatie</translation>
    </message>
    <message>
        <source>&amp;Authority</source>
        <translation>&amp;Gezag</translation>
    </message>
    <message>
        <source>Own &amp;means</source>
        <translation>Eigen &amp;inzet</translation>
    </message>
    <message>
        <source>&amp;Costs</source>
        <translation>&amp;Kosten</translation>
    </message>
    <message>
        <source>M&amp;unicipalities</source>
        <translation>Gemee&amp;nten</translation>
    </message>
    <message>
        <source>Tal&amp;k group</source>
        <translation>Gespre&amp;ksgroep</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Positie</translation>
    </message>
    <message>
        <source>52.21,5.97</source>
        <translation>52.21,5.97</translation>
    </message>
    <message>
        <source>Ro&amp;ute</source>
        <translation>Ro&amp;ute</translation>
    </message>
    <message>
        <source>Co&amp;ntact on site</source>
        <translation>Co&amp;ntact ter plaatse</translation>
    </message>
    <message>
        <source>Sa&amp;fety</source>
        <translation>&amp;Veiligheid</translation>
    </message>
    <message>
        <source>Circumstances, dangers, protective clothing</source>
        <translation>Omstandigheden, gevaren, beschermende kleding</translation>
    </message>
    <message>
        <source>&amp;What goes on</source>
        <translation>&amp;Wat er speelt</translation>
    </message>
    <message>
        <source>Tas&amp;k</source>
        <translation>Taa&amp;k</translation>
    </message>
    <message>
        <source>Task and wanted effect</source>
        <translation>Taak en beoogd effect</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>&amp;Incident</translation>
    </message>
    <message>
        <source>&amp;GRIP</source>
        <translation>&amp;GRIP</translation>
    </message>
    <message>
        <source>How we &amp;know</source>
        <translation>Hoe be&amp;kend</translation>
    </message>
    <message>
        <source>Recei&amp;ved</source>
        <translation>Ont&amp;vangen</translation>
    </message>
    <message>
        <source>Name of who is competent</source>
        <translation>Naam van wie bevoegd is</translation>
    </message>
    <message>
        <source>Ro&amp;le</source>
        <translation>Ro&amp;l</translation>
    </message>
    <message>
        <source>&amp;Legal basis</source>
        <translation>Gronds&amp;lag</translation>
    </message>
    <message>
        <source>Signed for&amp;m</source>
        <translation>For&amp;mulier</translation>
    </message>
    <message>
        <source>R&amp;ole of who asks</source>
        <translation>R&amp;ol aanvrager</translation>
    </message>
    <message>
        <source>Man&amp;date</source>
        <translation>Man&amp;daat</translation>
    </message>
    <message>
        <source>Of who signed for the authority</source>
        <translation>Van wie voor het gezag tekende</translation>
    </message>
    <message>
        <source>&amp;Own means</source>
        <translation>&amp;Eigen middelen</translation>
    </message>
    <message>
        <source>Neighbours as&amp;ked</source>
        <translation>Buren &amp;gevraagd</translation>
    </message>
    <message>
        <source>&amp;Relief</source>
        <translation>Aflossin&amp;g</translation>
    </message>
    <message>
        <source>Such as: every 8 hours, from 22:00</source>
        <translation>Zoals: elke 8 uur, vanaf 22:00</translation>
    </message>
    <message>
        <source>Lo&amp;gistics</source>
        <translation>Lo&amp;gistiek</translation>
    </message>
    <message>
        <source>Fuel, food, lodging</source>
        <translation>Brandstof, eten, slaapplaats</translation>
    </message>
    <message>
        <source>What was agreed about costs</source>
        <translation>Wat over kosten is afgesproken</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Concept weggooien</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>This request is not here any more.</source>
        <translation>Dit verzoek is hier niet meer.</translation>
    </message>
    <message>
        <source>Nothing was recognised: a number and a type, a place, a time.</source>
        <translation>Niets herkend: een aantal en een soort, een plaats, een tijd.</translation>
    </message>
    <message>
        <source>This line was asked out already: end it in the request, with why.</source>
        <translation>Deze regel is al uitgezet: beëindig hem in het verzoek, met de reden.</translation>
    </message>
    <message>
        <source>The draft was thrown away.</source>
        <translation>Het concept is weggegooid.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Save request</source>
        <translation>Verzoek bewaren</translation>
    </message>
    <message>
        <source>Close; the draft is kept</source>
        <translation>Sluiten; het concept blijft bewaard</translation>
    </message>
    <message>
        <source>To the quick note</source>
        <translation>Naar de snelle notitie</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Regel toevoegen</translation>
    </message>
    <message>
        <source>Esc closes and keeps the draft</source>
        <translation>Esc sluit en bewaart het concept</translation>
    </message>
    <message>
        <source>Change request</source>
        <translation>Verzoek wijzigen</translation>
    </message>
</context>
<context>
    <name>RequestKeys</name>
    <message>
        <source>Ask regions…</source>
        <translation>Uitvraag…</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>Voorstel…</translation>
    </message>
    <message>
        <source>Commitment…</source>
        <translation>Toezegging…</translation>
    </message>
    <message>
        <source>Answers…</source>
        <translation>Antwoorden…</translation>
    </message>
    <message>
        <source>Judgement…</source>
        <translation>Oordeel…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Bewerken…</translation>
    </message>
    <message>
        <source>Status…</source>
        <translation>Status…</translation>
    </message>
    <message>
        <source>End line…</source>
        <translation>Regel beëindigen…</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>Nieuw verzoek…</translation>
    </message>
    <message>
        <source>Burenhulp…</source>
        <translation>Burenhulp…</translation>
    </message>
    <message>
        <source>Gate table…</source>
        <translation>Toetstabel…</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Volgend verzoek</translation>
    </message>
    <message>
        <source>Previous request</source>
        <translation>Vorig verzoek</translation>
    </message>
    <message>
        <source>Open, mine or all</source>
        <translation>Open, van mij of alle</translation>
    </message>
    <message>
        <source>Message of another system (EDXL-RM)…</source>
        <translation>Bericht van een ander systeem (EDXL-RM)…</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Verzoeken</translation>
    </message>
    <message>
        <source>Choose a request first.</source>
        <translation>Kies eerst een verzoek.</translation>
    </message>
    <message>
        <source>This request is {status}; set its status first.</source>
        <translation>Dit verzoek is {status}; zet eerst de status.</translation>
    </message>
    <message>
        <source>Burenhulp was arranged already.</source>
        <translation>Burenhulp is al geregeld.</translation>
    </message>
    <message>
        <source>There is no line on it yet.</source>
        <translation>Er staat nog geen regel op.</translation>
    </message>
    <message>
        <source>Choose one line first, by a click or Space.</source>
        <translation>Kies eerst een regel, met een klik of de spatiebalk.</translation>
    </message>
</context>
<context>
    <name>RequestLines</name>
    <message>
        <source>at least {n}</source>
        <translation>minstens {n}</translation>
    </message>
    <message>
        <source>or {names}</source>
        <translation>of {names}</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>vanaf {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
    <message>
        <source> ({n} silent)</source>
        <translation> ({n} zonder antwoord)</translation>
    </message>
    <message>
        <source>{n} asked</source>
        <translation>{n} gevraagd</translation>
    </message>
    <message>
        <source>{n} offered</source>
        <translation>{n} aangeboden</translation>
    </message>
    <message>
        <source>{n} promised</source>
        <translation>{n} toegezegd</translation>
    </message>
    <message>
        <source>of which {n} provisional</source>
        <translation>waarvan {n} voorlopig</translation>
    </message>
    <message>
        <source>{n} on the way</source>
        <translation>{n} onderweg</translation>
    </message>
    <message>
        <source>{n} arrived</source>
        <translation>{n} aangekomen</translation>
    </message>
    <message>
        <source>{n} let go</source>
        <translation>{n} vrijgegeven</translation>
    </message>
    <message>
        <source>nobody asked yet</source>
        <translation>nog niemand gevraagd</translation>
    </message>
    <message>
        <source>✓ complete</source>
        <translation>✓ compleet</translation>
    </message>
    <message>
        <source>▼ {n} missing</source>
        <translation>▼ nog {n}</translation>
    </message>
    <message>
        <source>– {n} missing, enough to begin</source>
        <translation>– nog {n}, genoeg om te beginnen</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wat wordt gevraagd</translation>
    </message>
    <message>
        <source>number</source>
        <translation>aantal</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>minstens</translation>
    </message>
    <message>
        <source>until</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Regel toevoegen</translation>
    </message>
    <message>
        <source>Enter in a line does it too; Alt+↑ and Alt+↓ move a line</source>
        <translation>Enter in een regel doet het ook; Alt+↑ en Alt+↓ verplaatsen een regel</translation>
    </message>
</context>
<context>
    <name>RequestLinks</name>
    <message>
        <source>{age} late</source>
        <translation>{age} te laat</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>{n} offered</source>
        <translation>{n} aangeboden</translation>
    </message>
    <message>
        <source>refused: {why}</source>
        <translation>geweigerd: {why}</translation>
    </message>
    <message>
        <source>more than there is</source>
        <translation>meer dan er is</translation>
    </message>
    <message>
        <source>unit taken</source>
        <translation>eenheid al weg</translation>
    </message>
    <message>
        <source>unit not there</source>
        <translation>eenheid niet beschikbaar</translation>
    </message>
    <message>
        <source>who decided?</source>
        <translation>wie besloot?</translation>
    </message>
    <message>
        <source>look</source>
        <translation>bekijk</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
</context>
<context>
    <name>RequestList</name>
    <message>
        <source>provisional: not confirmed yet</source>
        <translation>voorlopig: nog niet bevestigd</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) short</source>
        <translation>
            <numerusform>%n regel open</numerusform>
            <numerusform>%n regels open</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} to find</source>
        <translation>nog {n}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>Geen verzoeken</translation>
    </message>
    <message>
        <source>Press N when somebody asks for help.</source>
        <translation>Druk op N als iemand om hulp vraagt.</translation>
    </message>
</context>
<context>
    <name>RequestView</name>
    <message>
        <source>no number yet</source>
        <translation>nog geen nummer</translation>
    </message>
    <message>
        <source>burenhulp</source>
        <translation>burenhulp</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) late</source>
        <translation>
            <numerusform>%n antwoord te laat</numerusform>
            <numerusform>%n antwoorden te laat</numerusform>
        </translation>
    </message>
    <message>
        <source>provisional: not confirmed yet</source>
        <translation>voorlopig: nog niet bevestigd</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Toegezegd</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Ask regions</source>
        <translation>Uitvraag</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Oordelen</translation>
    </message>
    <message>
        <source>flags and counts; help goes on</source>
        <translation>signaleert en telt; hulp gaat door</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Wie tekent</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>The report that it came from</source>
        <translation>De melding waar het uit kwam</translation>
    </message>
    <message>
        <source>The incident</source>
        <translation>Het incident</translation>
    </message>
    <message>
        <source>Replaced by {number}</source>
        <translation>Vervangen door {number}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>a record that is not here</source>
        <translation>iets dat hier niet is</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>blijft</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>Needed</source>
        <translation>Nodig</translation>
    </message>
    <message>
        <source>at once, until further notice</source>
        <translation>direct, tot nader order</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>tot nader order</translation>
    </message>
    <message>
        <source>This request is not yours to change.</source>
        <translation>Dit verzoek is niet van u om te wijzigen.</translation>
    </message>
    <message>
        <source>Only the duty officer of KCR2 records a judgement.</source>
        <translation>Alleen de piketfunctionaris van KCR2 legt een oordeel vast.</translation>
    </message>
    <message>
        <source>Only the duty officer of KCR2 asks regions.</source>
        <translation>Alleen de piketfunctionaris van KCR2 vraagt regio&apos;s.</translation>
    </message>
    <message>
        <source>Only KCR2 and the administrator change the gate table.</source>
        <translation>Alleen KCR2 en de beheerder wijzigen de toetstabel.</translation>
    </message>
    <message>
        <source>Your role does not write requests.</source>
        <translation>Uw rol schrijft geen verzoeken.</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>nog geen nummer</translation>
    </message>
    <message>
        <source>burenhulp</source>
        <translation>burenhulp</translation>
    </message>
    <message>
        <source>{n} forms follow {time}</source>
        <translation>{n} formulieren volgen {time}</translation>
    </message>
    <message>
        <source>form: unknown</source>
        <translation>formulier: onbekend</translation>
    </message>
    <message>
        <source>form follows {time}</source>
        <translation>formulier volgt {time}</translation>
    </message>
    <message>
        <source>Life at stake, {n} missing, and nobody was asked yet.</source>
        <translation>Levens in gevaar, nog {n} nodig, en niemand is gevraagd.</translation>
    </message>
    <message numerus="yes">
        <source>Life at stake, %n line(s) short, and nobody was asked yet.</source>
        <translation>
            <numerusform>Levens in gevaar, %n regel open, niemand gevraagd.</numerusform>
            <numerusform>Levens in gevaar, %n regels open, niemand gevraagd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Needed {time} ago, and {n} are still missing.</source>
        <translation>{time} geleden nodig, en er ontbreken er nog {n}.</translation>
    </message>
    <message numerus="yes">
        <source>Needed {time} ago, and %n line(s) are short.</source>
        <translation>
            <numerusform>{time} geleden nodig; %n regel nog open.</numerusform>
            <numerusform>{time} geleden nodig; %n regels nog open.</numerusform>
        </translation>
    </message>
    <message>
        <source>Past its deadline without an answer: {names}.</source>
        <translation>Over de termijn zonder antwoord: {names}.</translation>
    </message>
    <message>
        <source>Waits for a judgement: {time}.</source>
        <translation>Wacht al {time} op een oordeel.</translation>
    </message>
    <message>
        <source>The signed form is out {time}. Help goes on.</source>
        <translation>Het ondertekende formulier blijft al {time} uit. Hulp gaat door.</translation>
    </message>
    <message>
        <source>Say what is asked on this line.</source>
        <translation>Zeg wat op deze regel wordt gevraagd.</translation>
    </message>
    <message>
        <source>At least {least} of {n} cannot be: it is more.</source>
        <translation>Minstens {least} van {n} kan niet: het is meer.</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>Het einde ligt voor het begin.</translation>
    </message>
    <message>
        <source>Say which region asks.</source>
        <translation>Zeg welke regio vraagt.</translation>
    </message>
    <message>
        <source>Say what is asked: one line is enough.</source>
        <translation>Zeg wat wordt gevraagd: één regel is genoeg.</translation>
    </message>
    <message>
        <source>A few words are needed as a title.</source>
        <translation>Er zijn een paar woorden nodig als titel.</translation>
    </message>
    <message>
        <source>{field} cannot be read as a time: {typed}.</source>
        <translation>{field} is niet als tijd te lezen: {typed}.</translation>
    </message>
    <message>
        <source>Also counted: {what}.</source>
        <translation>Ook geteld: {what}.</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>vanaf {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
    <message>
        <source>Taken: {what}</source>
        <translation>Overgenomen: {what}</translation>
    </message>
    <message>
        <source>Draft of {time}</source>
        <translation>Concept van {time}</translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation>Concept bewaard {time}</translation>
    </message>
    <message>
        <source>Too long: {field}. Shorten it, then save again.</source>
        <translation>Te lang: {field}. Kort het in en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>This does not fit: {field} ({code}). Change it.</source>
        <translation>Dit past niet: {field} ({code}). Wijzig het.</translation>
    </message>
    <message>
        <source>The disk of this workstation is full: nothing was saved. Make room, then save again.</source>
        <translation>De schijf van deze werkplek is vol: er is niets bewaard. Maak ruimte en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>It was not saved ({what}). What you typed stands here; try again, or copy it.</source>
        <translation>Het is niet bewaard ({what}). Wat u typte staat hier; probeer het opnieuw, of kopieer het.</translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation>Nog niet beoordeeld.</translation>
    </message>
    <message>
        <source>on behalf of {who}</source>
        <translation>namens {who}</translation>
    </message>
    <message>
        <source>The applicant was not told yet.</source>
        <translation>De aanvrager heeft nog geen bericht.</translation>
    </message>
    <message>
        <source>The applicant was told {time}.</source>
        <translation>De aanvrager kreeg bericht {time}.</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>ingediend</translation>
    </message>
    <message>
        <source>returned incomplete</source>
        <translation>onvolledig retour</translation>
    </message>
    <message>
        <source>in treatment</source>
        <translation>in behandeling</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>geannuleerd</translation>
    </message>
    <message>
        <source>cannot be supplied</source>
        <translation>niet leverbaar</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>not asked out yet</source>
        <translation>nog niet uitgezet</translation>
    </message>
    <message>
        <source>asked out</source>
        <translation>uitgezet</translation>
    </message>
    <message>
        <source>partly promised</source>
        <translation>deels toegezegd</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>toegezegd</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>ingezet</translation>
    </message>
    <message>
        <source>released</source>
        <translation>vrijgegeven</translation>
    </message>
    <message>
        <source>back home</source>
        <translation>teruggekeerd</translation>
    </message>
    <message>
        <source>life at stake</source>
        <translation>levens in gevaar</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normaal</translation>
    </message>
    <message>
        <source>can wait</source>
        <translation>kan wachten</translation>
    </message>
    <message>
        <source>form follows</source>
        <translation>formulier volgt</translation>
    </message>
    <message>
        <source>forms partly in</source>
        <translation>formulieren deels binnen</translation>
    </message>
    <message>
        <source>form received</source>
        <translation>formulier ontvangen</translation>
    </message>
    <message>
        <source>form incomplete</source>
        <translation>formulier onvolledig</translation>
    </message>
    <message>
        <source>no form</source>
        <translation>geen formulier</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>akkoord</translation>
    </message>
    <message>
        <source>mayor</source>
        <translation>burgemeester</translation>
    </message>
    <message>
        <source>chair of the safety region</source>
        <translation>voorzitter veiligheidsregio</translation>
    </message>
    <message>
        <source>minister</source>
        <translation>minister</translation>
    </message>
    <message>
        <source>King&apos;s commissioner</source>
        <translation>commissaris van de Koning</translation>
    </message>
    <message>
        <source>dike reeve</source>
        <translation>dijkgraaf</translation>
    </message>
    <message>
        <source>island governor</source>
        <translation>gezaghebber</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>iemand anders</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>telefonisch</translation>
    </message>
    <message>
        <source>by mail</source>
        <translation>per mail</translation>
    </message>
    <message>
        <source>by form</source>
        <translation>per formulier</translation>
    </message>
    <message>
        <source>by answer link</source>
        <translation>via de antwoordlink</translation>
    </message>
    <message>
        <source>by spreadsheet</source>
        <translation>per spreadsheet</translation>
    </message>
    <message>
        <source>from their own desk</source>
        <translation>van hun eigen werkplek</translation>
    </message>
    <message>
        <source>from the national plan</source>
        <translation>uit het landelijk spreidingsplan</translation>
    </message>
    <message>
        <source>by radio</source>
        <translation>per portofoon</translation>
    </message>
    <message>
        <source>by EDXL-RM message</source>
        <translation>per EDXL-RM-bericht</translation>
    </message>
    <message>
        <source>own means exhausted</source>
        <translation>eigen middelen uitgeput</translation>
    </message>
    <message>
        <source>own means come too late</source>
        <translation>eigen middelen te laat</translation>
    </message>
    <message>
        <source>own means are not enough</source>
        <translation>eigen middelen niet genoeg</translation>
    </message>
    <message>
        <source>has no such means</source>
        <translation>heeft deze middelen niet</translation>
    </message>
    <message>
        <source>own means not used yet</source>
        <translation>eigen middelen nog niet ingezet</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>onderweg</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>ter plaatse</translation>
    </message>
    <message>
        <source>relieved</source>
        <translation>afgelost</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gevraagd</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gezien</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>niet op tijd beantwoord</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>GRIP Rijk</source>
        <translation>GRIP Rijk</translation>
    </message>
    <message>
        <source>definite</source>
        <translation>definitief</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
    <message>
        <source>of the region itself</source>
        <translation>van de regio zelf</translation>
    </message>
    <message>
        <source>of KCR2, to be confirmed</source>
        <translation>van KCR2, te bevestigen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>gereed</translation>
    </message>
    <message>
        <source>ready with limits</source>
        <translation>beperkt gereed</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>buiten dienst</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioriteit</translation>
    </message>
    <message>
        <source>region</source>
        <translation>regio</translation>
    </message>
    <message>
        <source>municipalities</source>
        <translation>gemeenten</translation>
    </message>
    <message>
        <source>who asks</source>
        <translation>aanvrager</translation>
    </message>
    <message>
        <source>role of who asks</source>
        <translation>functie van de aanvrager</translation>
    </message>
    <message>
        <source>call-back number</source>
        <translation>terugbelnummer</translation>
    </message>
    <message>
        <source>how we know</source>
        <translation>hoe bekend</translation>
    </message>
    <message>
        <source>received</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>taken by</source>
        <translation>aangenomen door</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>report</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>GRIP</source>
        <translation>GRIP</translation>
    </message>
    <message>
        <source>needed from</source>
        <translation>nodig vanaf</translation>
    </message>
    <message>
        <source>needed until</source>
        <translation>nodig tot</translation>
    </message>
    <message>
        <source>place to report</source>
        <translation>meldplaats</translation>
    </message>
    <message>
        <source>position of the place to report</source>
        <translation>positie van de meldplaats</translation>
    </message>
    <message>
        <source>what is going on</source>
        <translation>wat er speelt</translation>
    </message>
    <message>
        <source>task and wanted effect</source>
        <translation>taak en beoogd effect</translation>
    </message>
    <message>
        <source>competent authority</source>
        <translation>bevoegd gezag</translation>
    </message>
    <message>
        <source>role of the authority</source>
        <translation>functie van het gezag</translation>
    </message>
    <message>
        <source>legal basis</source>
        <translation>grondslag</translation>
    </message>
    <message>
        <source>signed form</source>
        <translation>ondertekend formulier</translation>
    </message>
    <message>
        <source>signed forms received from</source>
        <translation>ondertekende formulieren van</translation>
    </message>
    <message>
        <source>form received at</source>
        <translation>formulier ontvangen op</translation>
    </message>
    <message>
        <source>mandate</source>
        <translation>mandaat</translation>
    </message>
    <message>
        <source>route</source>
        <translation>route</translation>
    </message>
    <message>
        <source>contact on site</source>
        <translation>contact ter plaatse</translation>
    </message>
    <message>
        <source>talk group</source>
        <translation>gespreksgroep</translation>
    </message>
    <message>
        <source>circumstances and safety</source>
        <translation>omstandigheden en veiligheid</translation>
    </message>
    <message>
        <source>own means</source>
        <translation>eigen middelen</translation>
    </message>
    <message>
        <source>neighbours asked</source>
        <translation>buren gevraagd</translation>
    </message>
    <message>
        <source>relief scheme</source>
        <translation>aflosschema</translation>
    </message>
    <message>
        <source>fuel, food, lodging</source>
        <translation>brandstof, eten, slaapplaats</translation>
    </message>
    <message>
        <source>cost agreement</source>
        <translation>kostenafspraak</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>replaced by</source>
        <translation>vervangen door</translation>
    </message>
    <message>
        <source>judgement</source>
        <translation>oordeel</translation>
    </message>
    <message>
        <source>judged by</source>
        <translation>beoordeeld door</translation>
    </message>
    <message>
        <source>on behalf of</source>
        <translation>namens</translation>
    </message>
    <message>
        <source>under which mandate</source>
        <translation>onder welk mandaat</translation>
    </message>
    <message>
        <source>judged at</source>
        <translation>beoordeeld op</translation>
    </message>
    <message>
        <source>reasons</source>
        <translation>redenen</translation>
    </message>
    <message>
        <source>applicant told</source>
        <translation>aanvrager bericht</translation>
    </message>
    <message>
        <source>handled by</source>
        <translation>behandeld door</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>wie het leest</translation>
    </message>
    <message>
        <source>whose record</source>
        <translation>van wie</translation>
    </message>
    <message>
        <source>resource type</source>
        <translation>soort middel</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>aantal</translation>
    </message>
    <message>
        <source>least acceptable</source>
        <translation>minimum</translation>
    </message>
    <message>
        <source>alternatives</source>
        <translation>alternatieven</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beëindigd</translation>
    </message>
    <message>
        <source>why</source>
        <translation>waarom</translation>
    </message>
    <message>
        <source>order</source>
        <translation>volgorde</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>soort</translation>
    </message>
</context>
<context>
    <name>RmCard</name>
    <message>
        <source>{file} cannot be read: {why}. Nothing was taken over.</source>
        <translation>{file} is niet te lezen: {why}. Er is niets overgenomen.</translation>
    </message>
    <message>
        <source>message {at} of {count}</source>
        <translation>bericht {at} van {count}</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Wordt gelezen…</translation>
    </message>
    <message>
        <source>from {who}</source>
        <translation>van {who}</translation>
    </message>
    <message>
        <source>Nothing of it can be taken over.</source>
        <translation>Hiervan kan niets worden overgenomen.</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>Er staat niets nieuws in.</translation>
    </message>
    <message>
        <source>For exercise or test: {what}</source>
        <translation>Voor oefening of test: {what}</translation>
    </message>
    <message>
        <source>Brings: {what}</source>
        <translation>Brengt: {what}</translation>
    </message>
    <message>
        <source>Taken over.</source>
        <translation>Overgenomen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Message of another system</source>
        <translation>Bericht van een ander systeem</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Volgend bericht</translation>
    </message>
    <message>
        <source>Request for assistance</source>
        <translation>Bijstandsverzoek</translation>
    </message>
    <message>
        <source>Answer to a request</source>
        <translation>Antwoord op een verzoek</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Toezegging</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Vrijgave</translation>
    </message>
    <message>
        <source>Where a deployment is</source>
        <translation>Stand van een inzet</translation>
    </message>
    <message>
        <source>Question where a deployment is</source>
        <translation>Vraag naar de stand van een inzet</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>Teruggevraagd</translation>
    </message>
    <message>
        <source>Answer to what was asked back</source>
        <translation>Antwoord op terugvragen</translation>
    </message>
    <message>
        <source>Asked for longer</source>
        <translation>Verlenging gevraagd</translation>
    </message>
    <message>
        <source>Answer to what was asked for longer</source>
        <translation>Antwoord op verlenging</translation>
    </message>
</context>
<context>
    <name>SavedBand</name>
    <message>
        <source>Saved on this workstation</source>
        <translation>Bewaard op deze werkplek</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopiëren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>ScanResult</name>
    <message>
        <source>{n} more</source>
        <translation>nog {n}</translation>
    </message>
    <message>
        <source>note for medical members</source>
        <translation>notitie voor geneeskundigen</translation>
    </message>
    <message>
        <source>met</source>
        <translation>geregeld</translation>
    </message>
</context>
<context>
    <name>Scarcity</name>
    <message>
        <source>By priority (the proposal)</source>
        <translation>Naar prioriteit (het voorstel)</translation>
    </message>
    <message>
        <source>Each line its least acceptable number first</source>
        <translation>Eerst iedere regel het kleinste bruikbare aantal</translation>
    </message>
    <message>
        <source>Each line in turn, whatever its priority</source>
        <translation>Iedere regel om de beurt, ongeacht prioriteit</translation>
    </message>
    <message>
        <source>By priority, nobody below declared remaining cover</source>
        <translation>Naar prioriteit, niemand onder de opgegeven restdekking</translation>
    </message>
    <message>
        <source>Scarcity advice</source>
        <translation>Schaarste-advies</translation>
    </message>
    <message>
        <source>What there is not enough of</source>
        <translation>Waarvan er niet genoeg is</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Wat ermee kan</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Chosen option</source>
        <translation>Gekozen optie</translation>
    </message>
    <message>
        <source>Decided by (authority, name)</source>
        <translation>Besloten door (gezag, naam)</translation>
    </message>
    <message>
        <source>Date and time, signature</source>
        <translation>Datum en tijd, handtekening</translation>
    </message>
    <message>
        <source>KCR2, {time}. KCR2 advises and does not decide.</source>
        <translation>KCR2, {time}. KCR2 adviseert en beslist niet.</translation>
    </message>
    <message>
        <source>Weights version {n}, set by {who}.</source>
        <translation>Gewichten versie {n}, vastgesteld door {who}.</translation>
    </message>
    <message>
        <source>{what}: {wanted} wanted, {free} free with who is known</source>
        <translation>{what}: {wanted} gevraagd, {free} vrij bij wie bekend is</translation>
    </message>
    <message>
        <source>of {n} nobody knows (?)</source>
        <translation>bij {n} is het onbekend (?)</translation>
    </message>
    <message>
        <source>number unknown (?): {owners}</source>
        <translation>aantal onbekend (?): {owners}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gevraagd</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) get(s) too little.</source>
        <translation>
            <numerusform>nog %n regel krijgt te weinig.</numerusform>
            <numerusform>nog %n regels krijgen te weinig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other line(s) get(s) all in every option.</source>
        <translation>
            <numerusform>%n andere regel krijgt in elke optie alles.</numerusform>
            <numerusform>%n andere regels krijgen in elke optie alles.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} short in all, {hours} h underway.</source>
        <translation>{n} tekort in totaal, {hours} u onderweg.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>en nog {n}</translation>
    </message>
    <message>
        <source>Below declared remaining cover: {owners}.</source>
        <translation>Onder de opgegeven restdekking: {owners}.</translation>
    </message>
    <message>
        <source>Worked out nearest first.</source>
        <translation>Uitgewerkt van dichtbij naar ver.</translation>
    </message>
</context>
<context>
    <name>ScarcityPage</name>
    <message>
        <source>The options are being worked out…</source>
        <translation>De opties worden uitgewerkt…</translation>
    </message>
    <message>
        <source>No options could be worked out: {why}</source>
        <translation>Er konden geen opties worden uitgewerkt: {why}</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Bewaard als {file}.</translation>
    </message>
    <message>
        <source>Scarcity advice</source>
        <translation>Schaarste-advies</translation>
    </message>
    <message>
        <source>Options and consequences; who decides fills in the rest.</source>
        <translation>Opties en gevolgen; wie beslist vult de rest in.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaren als PDF…</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Bewaren als tekst…</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>That stood there already.</source>
        <translation>Dat stond er al.</translation>
    </message>
    <message>
        <source>Take back (Ctrl+Z)</source>
        <translation>Terugdraaien (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Somebody changed it since; nothing was taken back.</source>
        <translation>Iemand wijzigde het sindsdien; er is niets teruggedraaid.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Teruggedraaid.</translation>
    </message>
    <message>
        <source>This is not here any more.</source>
        <translation>Dit is er niet meer.</translation>
    </message>
</context>
<context>
    <name>SignInCard</name>
    <message>
        <source>Signing in…</source>
        <translation>Aanmelden…</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>What you write on this workstation is kept here, also while there is no connection.</source>
        <translation>Wat u op deze werkplek schrijft, blijft hier bewaard, ook zonder verbinding.</translation>
    </message>
    <message>
        <source>&amp;Hub</source>
        <translation>Cen&amp;trale</translation>
    </message>
    <message>
        <source>https://hub.example.nl</source>
        <translation>https://hub.voorbeeld.nl</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Wachtwoord</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>That is no address of a hub, such as https://hub.example.nl.</source>
        <translation>Dat is geen adres van een centrale, zoals https://hub.voorbeeld.nl.</translation>
    </message>
    <message>
        <source>Fill in your name and your password.</source>
        <translation>Vul uw naam en uw wachtwoord in.</translation>
    </message>
    <message>
        <source>Without https others on the network can read your password.</source>
        <translation>Zonder https kunnen anderen op het netwerk uw wachtwoord meelezen.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Opnieuw aanmelden</translation>
    </message>
    <message>
        <source>The hub ended your session. What you wrote is kept here and goes to the hub as soon as you are signed in.</source>
        <translation>De centrale heeft uw sessie beëindigd. Wat u schreef is hier bewaard en gaat naar de centrale zodra u bent aangemeld.</translation>
    </message>
</context>
<context>
    <name>SourceBlock</name>
    <message>
        <source>All else that it says is the same.</source>
        <translation>Al het andere is gelijk.</translation>
    </message>
    <message>
        <source>It says nothing that is not known here.</source>
        <translation>Zegt niets dat hier niet bekend is.</translation>
    </message>
</context>
<context>
    <name>StatePage</name>
    <message>
        <source>State of bijstand</source>
        <translation>Stand van de bijstand</translation>
    </message>
    <message>
        <source>Made by {who} in KCR2 Desk, {when}</source>
        <translation>Gemaakt door {who} in KCR2 Desk, {when}</translation>
    </message>
    <message>
        <source>Missing now</source>
        <translation>Wat nu ontbreekt</translation>
    </message>
    <message>
        <source>Nothing: all that open requests ask for is promised.</source>
        <translation>Niets: alles waar open verzoeken om vragen is toegezegd.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Verzoek</translation>
    </message>
    <message>
        <source>From – until</source>
        <translation>Van – tot</translation>
    </message>
    <message>
        <source>priority {n}: {word}</source>
        <translation>prioriteit {n}: {word}</translation>
    </message>
    <message>
        <source>received {when}</source>
        <translation>ontvangen {when}</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Toegezegd</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Ter plaatse</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>{n} provisional</source>
        <translation>{n} voorlopig</translation>
    </message>
    <message>
        <source>{n} of {all} did not answer</source>
        <translation>{n} van {all} antwoordden niet</translation>
    </message>
    <message>
        <source>Promised and deployed</source>
        <translation>Toegezegd en ingezet</translation>
    </message>
    <message>
        <source>Nothing is promised or under way.</source>
        <translation>Er is niets toegezegd of onderweg.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What is left, and the age of the numbers</source>
        <translation>Wat over is, en hoe oud de getallen zijn</translation>
    </message>
    <message>
        <source>No owner gave a number.</source>
        <translation>Niemand gaf een getal op.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Beschikbaar</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Eigenaren</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Old numbers</source>
        <translation>Oude getallen</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Oudste</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>bijstand</source>
        <translation>bijstand</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>OEFENING</translation>
    </message>
    <message>
        <source>The spreadsheet is being made…</source>
        <translation>De spreadsheet wordt gemaakt…</translation>
    </message>
    <message>
        <source>Save as spreadsheet…</source>
        <translation>Als spreadsheet bewaren…</translation>
    </message>
</context>
<context>
    <name>StationChoice</name>
    <message>
        <source>Which station is this?</source>
        <translation>Welke post is dit?</translation>
    </message>
    <message>
        <source>Whoever is scanned here is noted at it. This desk remembers; Alt+S changes it.</source>
        <translation>Wie hier wordt gescand, wordt bij deze post genoteerd. De werkplek onthoudt het; Alt+S wijzigt het.</translation>
    </message>
</context>
<context>
    <name>StationView</name>
    <message>
        <source>Noted at {station} · {time}</source>
        <translation>Genoteerd bij {station} · {time}</translation>
    </message>
    <message>
        <source>Already noted at {station} · {time}</source>
        <translation>Al genoteerd bij {station} · {time}</translation>
    </message>
    <message>
        <source>Noted by its code: nobody has it at this desk yet. As soon as the registration of the other desk is here, the two belong together. Is there none, register this person.</source>
        <translation>Genoteerd op de code: op deze werkplek heeft nog niemand die. Zodra de registratie van de andere balie hier is, horen de twee bij elkaar. Is die er niet, registreer dan deze persoon.</translation>
    </message>
    <message>
        <source>Not known here yet · noted at {station} · {time}</source>
        <translation>Hier nog onbekend · genoteerd bij {station} · {time}</translation>
    </message>
    <message>
        <source>There is nothing to take back here.</source>
        <translation>Hier is niets terug te nemen.</translation>
    </message>
    <message>
        <source>Taken back: {station} · {time}</source>
        <translation>Teruggenomen: {station} · {time}</translation>
    </message>
    <message>
        <source>{number} could not be saved</source>
        <translation>{number} kon niet worden bewaard</translation>
    </message>
    <message>
        <source>Station of this desk</source>
        <translation>Post van deze werkplek</translation>
    </message>
    <message>
        <source>Scan a wristband, or type the number: 0142-3</source>
        <translation>Scan een polsband, of typ het nummer: 0142-3</translation>
    </message>
    <message>
        <source>Scan line</source>
        <translation>Scanregel</translation>
    </message>
    <message>
        <source>Take back the last</source>
        <translation>Laatste terugnemen</translation>
    </message>
    <message>
        <source>Open this person</source>
        <translation>Deze persoon openen</translation>
    </message>
    <message>
        <source>Station of this desk…</source>
        <translation>Post van deze werkplek…</translation>
    </message>
    <message>
        <source>To the scan line</source>
        <translation>Naar de scanregel</translation>
    </message>
    <message>
        <source>Hide names on this screen</source>
        <translation>Namen op dit scherm verbergen</translation>
    </message>
    <message>
        <source>Show names on this screen</source>
        <translation>Namen op dit scherm tonen</translation>
    </message>
    <message>
        <source>Head-count: {state}</source>
        <translation>Telling: {state}</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nog niemand</translation>
    </message>
    <message>
        <source>Noted at this desk</source>
        <translation>Genoteerd op deze werkplek</translation>
    </message>
    <message>
        <source>the last {n}</source>
        <translation>de laatste {n}</translation>
    </message>
    <message>
        <source>Choose the station of this desk first</source>
        <translation>Kies eerst de post van deze werkplek</translation>
    </message>
    <message>
        <source>End the roll call</source>
        <translation>Appel beëindigen</translation>
    </message>
    <message>
        <source>Back to the head-count</source>
        <translation>Terug naar de telling</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>Appel houden</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>not known here yet</source>
        <translation>hier nog onbekend</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>hier bewaard</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>teruggenomen</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet bewaard</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>wordt bewaard</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Minor alone · guardian: {name}</source>
        <translation>Minderjarig en alleen · begeleider: {name}</translation>
    </message>
    <message>
        <source>Minor alone · no guardian is known</source>
        <translation>Minderjarig en alleen · geen begeleider bekend</translation>
    </message>
    <message>
        <source>This registration is marked “{outcome}”: fetch the hall lead</source>
        <translation>Deze registratie staat op “{outcome}”: haal de hallleider erbij</translation>
    </message>
    <message>
        <source>all {n} are here</source>
        <translation>alle {n} zijn er</translation>
    </message>
    <message>
        <source>not here yet: {missing} of {n}</source>
        <translation>nog niet hier: {missing} van {n}</translation>
    </message>
    <message>
        <source>Misread: {code}</source>
        <translation>Verkeerd gelezen: {code}</translation>
    </message>
    <message>
        <source>The check digit does not fit. Scan again, or type it.</source>
        <translation>Het controlecijfer klopt niet. Scan opnieuw, of typ het nummer.</translation>
    </message>
    <message>
        <source>More than one person: {code}</source>
        <translation>Meer dan één persoon: {code}</translation>
    </message>
    <message>
        <source>Scan or type the whole number: {numbers}</source>
        <translation>Scan of typ het hele nummer: {numbers}</translation>
    </message>
    <message>
        <source>Unknown: {code}</source>
        <translation>Onbekend: {code}</translation>
    </message>
    <message>
        <source>Nobody has this number or band here. A registration of a minute ago at another desk may not be here yet; else register this person.</source>
        <translation>Niemand heeft hier dit nummer of deze band. Een registratie van een minuut geleden aan een andere balie is er misschien nog niet; registreer anders deze persoon.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n need(s) a decision</source>
        <translation>
            <numerusform>%n ter beoordeling</numerusform>
            <numerusform>%n ter beoordeling</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>Choose the status.</source>
        <translation>Kies de status.</translation>
    </message>
    <message>
        <source>Say why; it is told with the figures.</source>
        <translation>Zeg waarom; het staat bij de cijfers.</translation>
    </message>
    <message>
        <source>Say by which request it is replaced.</source>
        <translation>Zeg door welk verzoek het is vervangen.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Set the status</source>
        <translation>Status zetten</translation>
    </message>
    <message>
        <source>{number} is {status}</source>
        <translation>{number} is {status}</translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s) still run: end each of them too.</source>
        <translation>
            <numerusform>%n toezegging loopt nog: beëindig die ook.</numerusform>
            <numerusform>%n toezeggingen lopen nog: beëindig die ook.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>at once</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>moves in {span}</source>
        <translation>weg in {span}</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>tot {when}</translation>
    </message>
    <message>
        <source>from {when}</source>
        <translation>vanaf {when}</translation>
    </message>
    <message>
        <source>from {when} → {to}</source>
        <translation>vanaf {when} → {to}</translation>
    </message>
    <message>
        <source>until {when} → {to}</source>
        <translation>tot {when} → {to}</translation>
    </message>
    <message>
        <source>{free} of {limit} free</source>
        <translation>{free} van {limit} vrij</translation>
    </message>
    <message>
        <source>no units by name</source>
        <translation>geen eenheden op naam</translation>
    </message>
    <message>
        <source>Provisional: the hub has not confirmed it yet.</source>
        <translation>Voorlopig: de hub heeft het nog niet bevestigd.</translation>
    </message>
</context>
<context>
    <name>StripView</name>
    <message>
        <source>Put back as it was.</source>
        <translation>Teruggezet zoals het was.</translation>
    </message>
    <message>
        <source>Saved on this workstation.</source>
        <translation>Bewaard op deze werkplek.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Units by name · {n}</source>
        <translation>Eenheden op naam · {n}</translation>
    </message>
    <message>
        <source>Units by name</source>
        <translation>Eenheden op naam</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>Eenheid toevoegen</translation>
    </message>
    <message>
        <source>Add a unit by name…</source>
        <translation>Eenheid op naam toevoegen…</translation>
    </message>
    <message>
        <source>Change this unit…</source>
        <translation>Deze eenheid wijzigen…</translation>
    </message>
    <message>
        <source>What is known of this unit</source>
        <translation>Wat van deze eenheid bekend is</translation>
    </message>
    <message>
        <source>Unit checked, unchanged</source>
        <translation>Eenheid nagevraagd, ongewijzigd</translation>
    </message>
    <message>
        <source>This unit is {state}</source>
        <translation>Deze eenheid is {state}</translation>
    </message>
</context>
<context>
    <name>TextReader</name>
    <message>
        <source>Back to the report</source>
        <translation>Terug naar de melding</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Volgende treffer</translation>
    </message>
    <message>
        <source>Match before</source>
        <translation>Vorige treffer</translation>
    </message>
    <message>
        <source>match {n} of {all}</source>
        <translation>treffer {n} van {all}</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} tekens</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>no time; type 22:00, +4h or tomorrow 6:00</source>
        <translation>geen tijd; typ 22:00, +4u of morgen 6:00</translation>
    </message>
    <message>
        <source>no time; type 14:05, -10 or yesterday 23:10</source>
        <translation>geen tijd; typ 14:05, -10 of gisteren 23:10</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Deployments</source>
        <translation>Inzet</translation>
    </message>
    <message>
        <source>The timeline is being loaded…</source>
        <translation>De tijdlijn wordt geladen…</translation>
    </message>
    <message>
        <source>Nothing is promised or under way.</source>
        <translation>Er is niets toegezegd of onderweg.</translation>
    </message>
    <message>
        <source>By request</source>
        <translation>Per verzoek</translation>
    </message>
    <message>
        <source>By giver</source>
        <translation>Per gever</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>To now</source>
        <translation>Naar nu</translation>
    </message>
    <message>
        <source>Hide what is over</source>
        <translation>Verberg wat voorbij is</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
    <message>
        <source>Without a request · {region}</source>
        <translation>Zonder verzoek · {region}</translation>
    </message>
    <message>
        <source>no relief</source>
        <translation>geen aflossing</translation>
    </message>
    <message>
        <source>relief {span} late</source>
        <translation>aflossing {span} te laat</translation>
    </message>
    <message>
        <source>over time {span}</source>
        <translation>over tijd {span}</translation>
    </message>
    <message>
        <source>no end known</source>
        <translation>einde onbekend</translation>
    </message>
    <message>
        <source>Goes to {region}</source>
        <translation>Gaat naar {region}</translation>
    </message>
    <message>
        <source>departed</source>
        <translation>vertrokken</translation>
    </message>
    <message>
        <source>expected on site</source>
        <translation>verwacht ter plaatse</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>ter plaatse</translation>
    </message>
    <message>
        <source>relief at</source>
        <translation>aflossing om</translation>
    </message>
    <message>
        <source>relieved</source>
        <translation>afgelost</translation>
    </message>
    <message>
        <source>released</source>
        <translation>vrijgegeven</translation>
    </message>
    <message>
        <source>back</source>
        <translation>terug</translation>
    </message>
</context>
<context>
    <name>TornWindow</name>
    <message>
        <source>Window</source>
        <translation>Venster</translation>
    </message>
    <message>
        <source>Put the panel back into the main window</source>
        <translation>Paneel terug in het hoofdvenster</translation>
    </message>
    <message>
        <source>Search or do…</source>
        <translation>Zoek of doe…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Onbevestigd</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Tegengesproken</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>Oordeel {grade}</translation>
    </message>
    <message>
        <source>With {incident}</source>
        <translation>Bij {incident}</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>Zonder incident</translation>
    </message>
    <message>
        <source>New incident {incident}</source>
        <translation>Nieuw incident {incident}</translation>
    </message>
    <message>
        <source>Without owner</source>
        <translation>Zonder eigenaar</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>Overgedragen aan {name}</translation>
    </message>
    <message>
        <source>Taken over from {name}</source>
        <translation>Overgenomen van {name}</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Van u</translation>
    </message>
    <message>
        <source>From {status} that is not a step.</source>
        <translation>Van {status} kan dat niet in één stap.</translation>
    </message>
    <message>
        <source>New again</source>
        <translation>Weer nieuw</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In behandeling</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgesloten</translation>
    </message>
    <message>
        <source>{done} ({n} stay as they are)</source>
        <translation>{done} ({n} blijven zoals ze zijn)</translation>
    </message>
    <message>
        <source>Closed already.</source>
        <translation>Al afgesloten.</translation>
    </message>
    <message>
        <source>Nothing to acknowledge here.</source>
        <translation>Hier is geen spoed die nog gezien moet worden.</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Ongedaan gemaakt: {act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Opnieuw gedaan: {act}</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Niets om ongedaan te maken.</translation>
    </message>
    <message>
        <source>{act}: so already.</source>
        <translation>{act}: dat was al zo.</translation>
    </message>
    <message>
        <source>That report is no longer on this workstation. Nothing was changed.</source>
        <translation>Die melding is niet meer op deze werkplek. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Somebody was before you: “{title}” has no owner any more.</source>
        <translation>Iemand was u voor: “{title}” heeft geen eigenaar meer.</translation>
    </message>
    <message>
        <source>{name} was before you: “{title}” is theirs.</source>
        <translation>{name} was u voor en heeft “{title}”.</translation>
    </message>
    <message>
        <source>{name} was before you and acknowledged “{title}”.</source>
        <translation>{name} was u voor en heeft “{title}” gezien.</translation>
    </message>
    <message>
        <source>{name} was before you: “{title}” is {status}.</source>
        <translation>{name} was u voor: “{title}” is {status}.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>En nog %n.</numerusform>
            <numerusform>En nog %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypeCard</name>
    <message>
        <source>New type of help</source>
        <translation>Nieuwe soort hulp</translation>
    </message>
    <message>
        <source>Type of help</source>
        <translation>Soort hulp</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Dutch name</source>
        <translation>Nederlandse naam</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>Engelse naam</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Korte naam</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Op naam</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakket</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>People in a unit</source>
        <translation>Personen per eenheid</translation>
    </message>
    <message>
        <source>Notice to move</source>
        <translation>Opkomsttijd</translation>
    </message>
    <message>
        <source>Numbers are old after</source>
        <translation>Getallen zijn oud na</translation>
    </message>
    <message>
        <source>Relief after</source>
        <translation>Aflossing na</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Snelheid</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>few have it: each unit is known by its name</source>
        <translation>weinigen hebben het: elke eenheid is op naam bekend</translation>
    </message>
    <message>
        <source>works as a whole, is not spread over incidents</source>
        <translation>werkt als geheel, wordt niet over incidenten verdeeld</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuten</translation>
    </message>
    <message>
        <source>km/h</source>
        <translation>km/u</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Give the type a name in both languages.</source>
        <translation>Geef de soort een naam in beide talen.</translation>
    </message>
    <message>
        <source>A code has small letters, digits and _, such as rescue_boat.</source>
        <translation>Een code heeft kleine letters, cijfers en _, zoals rescue_boat.</translation>
    </message>
    <message>
        <source>That code is in use: {name}.</source>
        <translation>Die code is in gebruik: {name}.</translation>
    </message>
</context>
<context>
    <name>TypeHead</name>
    <message>
        <source>{free} free of {limit} in the whole country, {promised} promised</source>
        <translation>{free} van {limit} vrij in het hele land, {promised} toegezegd</translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s) of which nobody knows</source>
        <translation>
            <numerusform>%n eigenaar waarvan niemand het weet</numerusform>
            <numerusform>%n eigenaren waarvan niemand het weet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old number(s)</source>
        <translation>
            <numerusform>%n oud getal</numerusform>
            <numerusform>%n oude getallen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnfinishedStrip</name>
    <message>
        <source>Unfinished report of {time}, resume?</source>
        <translation>Onafgemaakte melding van {time}, hervatten?</translation>
    </message>
    <message>
        <source>Unfinished request of {time}, resume?</source>
        <translation>Onafgemaakt verzoek van {time}, hervatten?</translation>
    </message>
    <message>
        <source>Unfinished change of {time}, resume?</source>
        <translation>Onafgemaakte wijziging van {time}, hervatten?</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Hervatten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>The draft was thrown away.</source>
        <translation>Het concept is weggegooid.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
</context>
<context>
    <name>UnitCard</name>
    <message>
        <source>New unit by name</source>
        <translation>Nieuwe eenheid op naam</translation>
    </message>
    <message>
        <source>Unit by name</source>
        <translation>Eenheid op naam</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Call sign</source>
        <translation>Roepnaam</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Notice to move</source>
        <translation>Opkomsttijd</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Standplaats</translation>
    </message>
    <message>
        <source>Available from</source>
        <translation>Beschikbaar vanaf</translation>
    </message>
    <message>
        <source>Available until</source>
        <translation>Beschikbaar tot</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Take off the strip…</source>
        <translation>Van de strook halen…</translation>
    </message>
    <message>
        <source>Choose a type and an owner.</source>
        <translation>Kies een soort en een eigenaar.</translation>
    </message>
    <message>
        <source>Give the unit a name.</source>
        <translation>Geef de eenheid een naam.</translation>
    </message>
    <message>
        <source>A time cannot be read.</source>
        <translation>Een tijd is niet te lezen.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Het eindigt voordat het begint.</translation>
    </message>
    <message>
        <source>Take {name} off the strip? What it was promised to stays.</source>
        <translation>{name} van de strook halen? Wat ermee is toegezegd blijft staan.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Weghalen</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>a record that is not here</source>
        <translation>een gegeven dat hier niet is</translation>
    </message>
    <message>
        <source>(data of the EDXL-RM message)</source>
        <translation>(gegevens van het EDXL-RM-bericht)</translation>
    </message>
    <message>
        <source>(data of the alert)</source>
        <translation>(gegevens van de waarschuwing)</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>blijft staan</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>spoed</translation>
    </message>
    <message>
        <source>not urgent</source>
        <translation>geen spoed</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>beslecht</translation>
    </message>
    <message>
        <source>report</source>
        <translation>melding</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>bijlage</translation>
    </message>
    <message>
        <source>settling of a conflict</source>
        <translation>beslechting van een conflict</translation>
    </message>
    <message>
        <source>request for assistance</source>
        <translation>bijstandsverzoek</translation>
    </message>
    <message>
        <source>line of a request</source>
        <translation>regel van een verzoek</translation>
    </message>
    <message>
        <source>inquiry</source>
        <translation>uitvraag</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>commitment</source>
        <translation>toezegging</translation>
    </message>
    <message>
        <source>number on the board</source>
        <translation>aantal op het bord</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>eenheid</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>The hub keeps this change and tries it again; nothing is lost.</source>
        <translation>De centrale bewaart deze wijziging en probeert haar opnieuw; niets gaat verloren.</translation>
    </message>
    <message>
        <source>The hub refused this change ({code}).</source>
        <translation>De centrale weigerde deze wijziging ({code}).</translation>
    </message>
    <message>
        <source>without title</source>
        <translation>zonder titel</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Two changes</source>
        <translation>Twee wijzigingen</translation>
    </message>
    <message>
        <source>Kept by the hub</source>
        <translation>Bewaard bij de centrale</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out</source>
        <translation>
            <numerusform>%n regel weggelaten</numerusform>
            <numerusform>%n regels weggelaten</numerusform>
        </translation>
    </message>
    <message>
        <source>this workstation</source>
        <translation>deze werkplek</translation>
    </message>
    <message>
        <source>workstation {code}</source>
        <translation>werkplek {code}</translation>
    </message>
    <message>
        <source>14:05, yesterday 23:10, 12-7 14:05</source>
        <translation>14:05, gisteren 23:10, 12-7 14:05</translation>
    </message>
    <message>
        <source>“{text}” is no time.</source>
        <translation>“{text}” is geen tijd.</translation>
    </message>
    <message>
        <source>This may not stay empty.</source>
        <translation>Dit mag niet leeg blijven.</translation>
    </message>
    <message>
        <source>This is longer than fits.</source>
        <translation>Dit is langer dan past.</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>Gate table</source>
        <translation>Toetstabel</translation>
    </message>
    <message>
        <source>Name them</source>
        <translation>Noem ze</translation>
    </message>
    <message>
        <source>The form is in</source>
        <translation>Formulier is binnen</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>What is kept here is being opened.</source>
        <translation>Wat hier bewaard is wordt geopend.</translation>
    </message>
</context>
<context>
    <name>WeightsCard</name>
    <message>
        <source>Say who set these weights: KCR2 Desk sets no policy.</source>
        <translation>Vul in wie deze gewichten vaststelt: KCR2 Desk maakt geen beleid.</translation>
    </message>
    <message>
        <source>Say why they change.</source>
        <translation>Vul in waarom ze veranderen.</translation>
    </message>
    <message>
        <source>Weights of proposals</source>
        <translation>Gewichten van voorstellen</translation>
    </message>
    <message>
        <source>Version {n}, set by {who}</source>
        <translation>Versie {n}, vastgesteld door {who}</translation>
    </message>
    <message>
        <source>not supplied, priority {n}</source>
        <translation>niet geleverd, prio {n}</translation>
    </message>
    <message>
        <source>an hour late</source>
        <translation>een uur te laat</translation>
    </message>
    <message>
        <source>an hour underway</source>
        <translation>een uur onderweg</translation>
    </message>
    <message>
        <source>below remaining cover</source>
        <translation>onder restdekking</translation>
    </message>
    <message>
        <source>a percent of the largest share</source>
        <translation>% grootste aandeel</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Vastgesteld door</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Bewaren als nieuwe versie</translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>No connection with the hub</source>
        <translation>Geen verbinding met de centrale</translation>
    </message>
    <message>
        <source>Work without connection</source>
        <translation>Zonder verbinding werken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Afmelden…</translation>
    </message>
    <message>
        <source>What you wrote stays here.</source>
        <translation>Wat u schreef blijft hier.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Dat lukte niet</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Aanmelden…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>What was kept here was damaged. Sign in to load it anew.</source>
        <translation>Wat hier bewaard was, is beschadigd. Meld u aan om het opnieuw te laden.</translation>
    </message>
    <message>
        <source>The desk cannot be opened</source>
        <translation>De werkplek kan niet worden geopend</translation>
    </message>
    <message>
        <source>Another account…</source>
        <translation>Ander account…</translation>
    </message>
    <message>
        <source>You can put the key back and try again, or begin anew: the file is set aside under another name and everything that the hub has is loaded.</source>
        <translation>U kunt de sleutel terugzetten en het opnieuw proberen, of opnieuw beginnen: het bestand wordt onder een andere naam apart gezet en alles wat de centrale heeft wordt geladen.</translation>
    </message>
    <message>
        <source>The key is gone</source>
        <translation>De sleutel is weg</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Opnieuw beginnen</translation>
    </message>
    <message>
        <source>What you wrote here is being opened.</source>
        <translation>Wat u hier schreef wordt geopend.</translation>
    </message>
</context>
<context>
    <name>_AccountPage</name>
    <message>
        <source>Who are you?</source>
        <translation>Wie bent u?</translation>
    </message>
    <message>
        <source>These accounts work on this computer.</source>
        <translation>Deze accounts werken op deze computer.</translation>
    </message>
    <message>
        <source>Another account…</source>
        <translation>Ander account…</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
</context>
<context>
    <name>_Stream</name>
    <message>
        <source>EXERCISE</source>
        <translation>OEFENING</translation>
    </message>
    <message>
        <source>OPERATION</source>
        <translation>OPERATIE</translation>
    </message>
</context>
<context>
    <name>line</name>
    <message>
        <source>since {time}</source>
        <translation>sinds {time}</translation>
    </message>
    <message>
        <source>Everything is kept here.</source>
        <translation>Alles wordt hier bewaard.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait</source>
        <translation>
            <numerusform>%n wijziging wacht</numerusform>
            <numerusform>%n wijzigingen wachten</numerusform>
        </translation>
    </message>
    <message>
        <source>(oldest {age})</source>
        <translation>(oudste {age})</translation>
    </message>
    <message>
        <source>Everything is kept here; {waiting}{age}.</source>
        <translation>Alles wordt hier bewaard; {waiting}{age}.</translation>
    </message>
    <message>
        <source>Reports are being loaded. You can work already.</source>
        <translation>Meldingen worden geladen. U kunt al werken.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait(s) to be confirmed</source>
        <translation>
            <numerusform>%n wijziging wacht op bevestiging</numerusform>
            <numerusform>%n wijzigingen wachten op bevestiging</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to date {time} · {waiting}</source>
        <translation>Bijgewerkt {time} · {waiting}</translation>
    </message>
    <message>
        <source>Up to date {time} · all confirmed</source>
        <translation>Bijgewerkt {time} · alles bevestigd</translation>
    </message>
    <message>
        <source>Behind{since}; the rest is coming in.</source>
        <translation>Loopt achter{since}; de rest komt binnen.</translation>
    </message>
    <message>
        <source>No connection{since}.</source>
        <translation>Geen verbinding{since}.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need(s) a decision.</source>
        <translation>
            <numerusform>%n wijziging staat ter beoordeling.</numerusform>
            <numerusform>%n wijzigingen staan ter beoordeling.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost; all others went on.</source>
        <translation>Er is niets verloren; al het andere ging door.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>Signed out by the hub{since}.</source>
        <translation>Afgemeld door de centrale{since}.</translation>
    </message>
    <message>
        <source>Sign in again to send them.</source>
        <translation>Meld opnieuw aan om ze te versturen.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Meld opnieuw aan.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>The hub was restored from a backup. Nothing is lost: this workstation offers its changes again.</source>
        <translation>De centrale is teruggezet uit een reservekopie. Er is niets verloren: deze werkplek biedt haar wijzigingen opnieuw aan.</translation>
    </message>
    <message>
        <source>The hub is newer than this program.</source>
        <translation>De centrale is nieuwer dan dit programma.</translation>
    </message>
    <message>
        <source>Install the new KCR2 Desk to send them.</source>
        <translation>Installeer de nieuwe KCR2 Desk om ze te versturen.</translation>
    </message>
    <message>
        <source>Install the new KCR2 Desk.</source>
        <translation>Installeer de nieuwe KCR2 Desk.</translation>
    </message>
    <message>
        <source>This program is newer than the hub and waits for it.</source>
        <translation>Dit programma is nieuwer dan de centrale en wacht erop.</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>in {age}</source>
        <translation>over {age}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} u</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message>
        <source>Something went wrong that this program did not expect ({what}). What was saved is safe. Try it again; if it comes back, start the program anew.</source>
        <translation>Er ging iets mis wat dit programma niet verwachtte ({what}). Wat bewaard was is veilig. Probeer het opnieuw; komt het terug, start het programma dan opnieuw.</translation>
    </message>
    <message>
        <source>The hub refused it ({code}).</source>
        <translation>De centrale weigerde het ({code}).</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Te veel pogingen. Probeer het over %n seconde opnieuw.</numerusform>
            <numerusform>Te veel pogingen. Probeer het over %n seconden opnieuw.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another hub answers at this address than the one you worked with. Nothing was sent to it. Check the address.</source>
        <translation>Op dit adres antwoordt een andere centrale dan die waarmee u werkte. Er is niets naartoe gestuurd. Controleer het adres.</translation>
    </message>
    <message>
        <source>That is another account than the one that works here. Sign out first; what you wrote stays yours.</source>
        <translation>Dat is een ander account dan wat hier werkt. Meld u eerst af; wat u schreef blijft van u.</translation>
    </message>
    <message>
        <source>The hub does not answer. Try again in a minute.</source>
        <translation>De centrale antwoordt niet. Probeer het over een minuut opnieuw.</translation>
    </message>
    <message>
        <source>The line was cut half way. Try again.</source>
        <translation>De verbinding viel halverwege weg. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Something else answers in place of the hub, such as the log-in page of a network. Log in to that network first, or check the address.</source>
        <translation>Iets anders antwoordt in plaats van de centrale, zoals de inlogpagina van een netwerk. Log eerst in op dat netwerk, of controleer het adres.</translation>
    </message>
    <message>
        <source>The hub is away for a moment. Try again in a minute.</source>
        <translation>De centrale is even weg. Probeer het over een minuut opnieuw.</translation>
    </message>
    <message>
        <source>Something on the way to the hub lets this not through.</source>
        <translation>Iets onderweg naar de centrale laat dit niet door.</translation>
    </message>
    <message>
        <source>The hub cannot be reached. Check the address and the network.</source>
        <translation>De centrale is niet te bereiken. Controleer het adres en het netwerk.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved. What was saved before is safe. Make room and save again.</source>
        <translation>De schijf is vol, dus dit is niet bewaard. Wat eerder bewaard was is veilig. Maak ruimte en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>A file can be 100 MB at most. It was not added.</source>
        <translation>Een bestand kan ten hoogste 100 MB zijn. Het is niet toegevoegd.</translation>
    </message>
    <message>
        <source>Your work on this computer is open in another program, such as a second KCR2 Desk. Close that one first.</source>
        <translation>Uw werk op deze computer is open in een ander programma, zoals een tweede KCR2 Desk. Sluit dat eerst.</translation>
    </message>
    <message>
        <source>The key on this computer does not open what you wrote here. The file was left as it is.</source>
        <translation>De sleutel op deze computer opent niet wat u hier schreef. Het bestand is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>What you wrote here was kept by a newer KCR2 Desk. It was left as it is. Start the newest version.</source>
        <translation>Wat u hier schreef is bewaard door een nieuwere KCR2 Desk. Het is gelaten zoals het is. Start de nieuwste versie.</translation>
    </message>
    <message>
        <source>The database on this computer (SQLite) can lose saved work and is not used. Install KCR2 Desk again.</source>
        <translation>De database op deze computer (SQLite) kan bewaard werk verliezen en wordt niet gebruikt. Installeer KCR2 Desk opnieuw.</translation>
    </message>
    <message>
        <source>The file with your work is damaged. Start the program anew: it sets the file aside and saves from it what was not sent yet.</source>
        <translation>Het bestand met uw werk is beschadigd. Start het programma opnieuw: het zet het bestand apart en redt eruit wat nog niet verstuurd was.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Dat is niet de wachtwoordzin.</translation>
    </message>
    <message>
        <source>The key to what you wrote on this computer is gone from the keyring. Without it nobody can read the file; it was left as it is.</source>
        <translation>De sleutel van wat u op deze computer schreef is weg uit de sleutelbos. Zonder sleutel kan niemand het bestand lezen; het is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer. Unlock it and try again.</source>
        <translation>De sleutelbos van deze computer antwoordt niet. Ontgrendel hem en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>This computer refused it ({what}).</source>
        <translation>Deze computer weigerde het ({what}).</translation>
    </message>
</context>
</TS>
