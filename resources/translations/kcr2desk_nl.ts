<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>ActView</name>
    <message>
        <source>you</source>
        <translation>u</translation>
    </message>
    <message>
        <source>entered it</source>
        <translation>voerde de melding in</translation>
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
    <name>Dealing</name>
    <message>
        <source>Choose a report first.</source>
        <translation>Kies eerst een melding.</translation>
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
        <source>no time; type 14:05, -10 or yesterday 23:10</source>
        <translation>geen tijd; typ 14:05, -10 of gisteren 23:10</translation>
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
    <name>UnfinishedStrip</name>
    <message>
        <source>Unfinished report of {time}, resume?</source>
        <translation>Onafgemaakte melding van {time}, hervatten?</translation>
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
    <name>Values</name>
    <message>
        <source>a record that is not here</source>
        <translation>een gegeven dat hier niet is</translation>
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
