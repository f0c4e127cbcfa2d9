<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
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
    <name>FilterBar</name>
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
        <source>&amp;Region</source>
        <translation>&amp;Regio</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Plaats</translation>
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
        <source>Admiralty grade…</source>
        <translation>Admiralty-graad…</translation>
    </message>
    <message>
        <source>&amp;Urgent: must be acknowledged</source>
        <translation>&amp;Spoed: moet worden bevestigd</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Betrouwbaarheid</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Geloofwaardigheid</translation>
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
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation>Bestand toevoe&amp;gen…</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Concept weggooien</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Melding bewaren</translation>
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
        <translation>&amp;Hub</translation>
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
    <name>TornWindow</name>
    <message>
        <source>Put the panel back into the main window</source>
        <translation>Paneel terug in het hoofdvenster</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Find…</source>
        <translation>Zoek…</translation>
    </message>
    <message>
        <source>Let everything through</source>
        <translation>Alles doorlaten</translation>
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
        <translation>Afgemeld door de hub{since}.</translation>
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
        <translation>De hub is teruggezet uit een reservekopie. Er is niets verloren: deze werkplek biedt haar wijzigingen opnieuw aan.</translation>
    </message>
    <message>
        <source>The hub is newer than this program.</source>
        <translation>De hub is nieuwer dan dit programma.</translation>
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
        <translation>Dit programma is nieuwer dan de hub en wacht erop.</translation>
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
</TS>
