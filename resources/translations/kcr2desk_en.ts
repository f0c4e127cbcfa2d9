<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AlikeCard</name>
    <message numerus="yes">
        <source>Looks like %n that is there already</source>
        <translation>
            <numerusform>Looks like %n that is there already</numerusform>
            <numerusform>Looks like %n that is there already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n silent</numerusform>
            <numerusform>%n silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over time</source>
        <translation>
            <numerusform>%n over time</numerusform>
            <numerusform>%n over time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message numerus="yes">
        <source>The hub is asked to send %n reminder(s).</source>
        <translation>
            <numerusform>The hub is asked to send %n reminder.</numerusform>
            <numerusform>The hub is asked to send %n reminders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message numerus="yes">
        <source>Ask %n owner(s)</source>
        <translation>
            <numerusform>Ask %n owner</numerusform>
            <numerusform>Ask %n owners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BandCard</name>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n papers</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message numerus="yes">
        <source>%n number(s) checked, unchanged.</source>
        <translation>
            <numerusform>%n number checked, unchanged.</numerusform>
            <numerusform>%n numbers checked, unchanged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) taken over.</source>
        <translation>
            <numerusform>%n number taken over.</numerusform>
            <numerusform>%n numbers taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BringIn</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer in it</source>
        <translation>
            <numerusform>%n no longer in it</numerusform>
            <numerusform>%n no longer in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look alike</source>
        <translation>
            <numerusform>%n look alike</numerusform>
            <numerusform>%n look alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskTable</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropStrip</name>
    <message numerus="yes">
        <source>%n report(s) brought in</source>
        <translation>
            <numerusform>%n report brought in</numerusform>
            <numerusform>%n reports brought in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them exercise or test, kept apart</source>
        <translation>
            <numerusform>%n of them exercise or test, kept apart</numerusform>
            <numerusform>%n of them exercise or test, kept apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was (were) here already</source>
        <translation>
            <numerusform>%n was here already</numerusform>
            <numerusform>%n were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n people</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: relatives may not be told</source>
        <translation>
            <numerusform>%n left out: relatives may not be told</numerusform>
            <numerusform>%n left out: relatives may not be told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n file added.</numerusform>
            <numerusform>%n files added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message numerus="yes">
        <source>%n field(s) changed elsewhere while you type. Nothing is overwritten.</source>
        <translation>
            <numerusform>%n field changed elsewhere while you type. Nothing is overwritten.</numerusform>
            <numerusform>%n fields changed elsewhere while you type. Nothing is overwritten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message numerus="yes">
        <source>The newest %n are chosen; there are more.</source>
        <translation>
            <numerusform>The newest is chosen; there are more.</numerusform>
            <numerusform>The newest %n are chosen; there are more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverCard</name>
    <message numerus="yes">
        <source>%n of the family stay here.</source>
        <translation>
            <numerusform>%n of the family stay here.</numerusform>
            <numerusform>%n of the family stay here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n change refused</numerusform>
            <numerusform>%n changes refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadSide</name>
    <message numerus="yes">
        <source>Roll call of {time}: %n did not show up</source>
        <translation>
            <numerusform>Roll call of {time}: %n did not show up</numerusform>
            <numerusform>Roll call of {time}: %n did not show up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll call since {time}: %n still to be scanned</source>
        <translation>
            <numerusform>Roll call since {time}: %n still to be scanned</numerusform>
            <numerusform>Roll call since {time}: %n still to be scanned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) say that they are still to come: the clock of a desk runs ahead.</source>
        <translation>
            <numerusform>%n passage say that they are still to come: the clock of a desk runs ahead.</numerusform>
            <numerusform>%n passages say that they are still to come: the clock of a desk runs ahead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) scanned that nobody has here yet.</source>
        <translation>
            <numerusform>%n code scanned that nobody has here yet.</numerusform>
            <numerusform>%n codes scanned that nobody has here yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>Show %n earlier</source>
        <translation>
            <numerusform>Show %n earlier</numerusform>
            <numerusform>Show %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleBlank</name>
    <message numerus="yes">
        <source>Cover after another time (now after %n minute(s))</source>
        <translation>
            <numerusform>Cover after another time (now after %n minute)</numerusform>
            <numerusform>Cover after another time (now after %n minutes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>Take over %n number(s)</source>
        <translation>
            <numerusform>Take over %n number</numerusform>
            <numerusform>Take over %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged, marked as checked</source>
        <translation>
            <numerusform>%n unchanged, marked as checked</numerusform>
            <numerusform>%n unchanged, marked as checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken over</source>
        <translation>
            <numerusform>%n not taken over</numerusform>
            <numerusform>%n not taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) taken over.</source>
        <translation>
            <numerusform>%n number taken over.</numerusform>
            <numerusform>%n numbers taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to come</source>
        <translation>
            <numerusform>%n more to come</numerusform>
            <numerusform>%n more to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>Bring in %n line</numerusform>
            <numerusform>Bring in %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n as cancelled</source>
        <translation>
            <numerusform>Settle %n as cancelled</numerusform>
            <numerusform>Settle %n as cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InventoryCard</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a mail address, to be phoned</source>
        <translation>
            <numerusform>%n without a mail address, to be phoned</numerusform>
            <numerusform>%n without a mail address, to be phoned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask %n owner(s)</source>
        <translation>
            <numerusform>Ask %n owner</numerusform>
            <numerusform>Ask %n owners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadView</name>
    <message numerus="yes">
        <source>%n pair(s) joined.</source>
        <translation>
            <numerusform>%n pair joined.</numerusform>
            <numerusform>%n pairs joined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) put off.</source>
        <translation>
            <numerusform>%n pair put off.</numerusform>
            <numerusform>%n pairs put off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) kept apart.</source>
        <translation>
            <numerusform>%n pair kept apart.</numerusform>
            <numerusform>%n pairs kept apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDesk</name>
    <message numerus="yes">
        <source>The file with your work was damaged and set aside ({file}). %n change(s) that were not sent yet were saved from it; the rest is loaded anew.</source>
        <translation>
            <numerusform>The file with your work was damaged and set aside ({file}). %n change that was not sent yet was saved from it; the rest is loaded anew.</numerusform>
            <numerusform>The file with your work was damaged and set aside ({file}). %n changes that were not sent yet were saved from it; the rest is loaded anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not confirmed yet. They stay here and go to the hub after you sign in again.</source>
        <translation>
            <numerusform>%n change is not confirmed yet. It stays here and goes to the hub after you sign in again.</numerusform>
            <numerusform>%n changes are not confirmed yet. They stay here and go to the hub after you sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnQuestions</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message numerus="yes">
        <source>%n pages sent to {printer}.</source>
        <translation>
            <numerusform>%n pages sent to {printer}.</numerusform>
            <numerusform>%n pages sent to {printer}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>is erased on {day}, %n day(s) left</source>
        <translation>
            <numerusform>is erased on {day}, %n day left</numerusform>
            <numerusform>is erased on {day}, %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message numerus="yes">
        <source>For {receiver} · %n people · {when} · made by {who}</source>
        <translation>
            <numerusform>For {receiver} · %n people · {when} · made by {who}</numerusform>
            <numerusform>For {receiver} · %n people · {when} · made by {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What other records say (%n)</source>
        <translation>
            <numerusform>What other records say (%n)</numerusform>
            <numerusform>What other records say (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposeCard</name>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation>
            <numerusform>Take over %n</numerusform>
            <numerusform>Take over %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message numerus="yes">
        <source>%n pair(s) joined.</source>
        <translation>
            <numerusform>%n pair joined.</numerusform>
            <numerusform>%n pairs joined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) kept apart.</source>
        <translation>
            <numerusform>%n pair kept apart.</numerusform>
            <numerusform>%n pairs kept apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) put off.</source>
        <translation>
            <numerusform>%n pair put off.</numerusform>
            <numerusform>%n pairs put off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them rightly on no list.</source>
        <translation>
            <numerusform>%n of them rightly on no list.</numerusform>
            <numerusform>%n of them rightly on no list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them no-show.</source>
        <translation>
            <numerusform>%n of them no-show.</numerusform>
            <numerusform>%n of them no-show.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stayed behind.</source>
        <translation>
            <numerusform>%n of them stayed behind.</numerusform>
            <numerusform>%n of them stayed behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came another way.</source>
        <translation>
            <numerusform>%n of them came another way.</numerusform>
            <numerusform>%n of them came another way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not eligible.</source>
        <translation>
            <numerusform>%n of them not eligible.</numerusform>
            <numerusform>%n of them not eligible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cancelled.</source>
        <translation>
            <numerusform>%n of them cancelled.</numerusform>
            <numerusform>%n of them cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them an error in the list.</source>
        <translation>
            <numerusform>%n of them an error in the list.</numerusform>
            <numerusform>%n of them an error in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them open again.</source>
        <translation>
            <numerusform>%n of them open again.</numerusform>
            <numerusform>%n of them open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n to settle</numerusform>
            <numerusform>%n to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedView</name>
    <message numerus="yes">
        <source>%n later change(s) wait(s) for this one</source>
        <translation>
            <numerusform>%n later change waits for this one</numerusform>
            <numerusform>%n later changes wait for this one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistrationReady</name>
    <message numerus="yes">
        <source>%n person(s) registered</source>
        <translation>
            <numerusform>%n person registered</numerusform>
            <numerusform>%n persons registered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistrationView</name>
    <message numerus="yes">
        <source>Together: %n person(s)</source>
        <translation>
            <numerusform>Together: %n person</numerusform>
            <numerusform>Together: %n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelatedView</name>
    <message numerus="yes">
        <source>%n report(s) that this one follows are not here yet.</source>
        <translation>
            <numerusform>%n report that this one follows is not here yet.</numerusform>
            <numerusform>%n reports that this one follows are not here yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsPanel</name>
    <message numerus="yes">
        <source>%n urgent to acknowledge</source>
        <translation>
            <numerusform>%n urgent to acknowledge</numerusform>
            <numerusform>%n urgent to acknowledge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) chosen. Keys work on all of them.</source>
        <translation>
            <numerusform>%n report chosen. Keys work on it.</numerusform>
            <numerusform>%n reports chosen. Keys work on all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestList</name>
    <message numerus="yes">
        <source>%n line(s) short</source>
        <translation>
            <numerusform>%n line short</numerusform>
            <numerusform>%n lines short</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestView</name>
    <message numerus="yes">
        <source>%n answer(s) late</source>
        <translation>
            <numerusform>%n answer late</numerusform>
            <numerusform>%n answers late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message numerus="yes">
        <source>Life at stake, %n line(s) short, and nobody was asked yet.</source>
        <translation>
            <numerusform>Life at stake, %n line short, and nobody was asked yet.</numerusform>
            <numerusform>Life at stake, %n lines short, and nobody was asked yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needed {time} ago, and %n line(s) are short.</source>
        <translation>
            <numerusform>Needed {time} ago, and %n line is short.</numerusform>
            <numerusform>Needed {time} ago, and %n lines are short.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scarcity</name>
    <message numerus="yes">
        <source>%n more line(s) get(s) too little.</source>
        <translation>
            <numerusform>%n more line gets too little.</numerusform>
            <numerusform>%n more lines get too little.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other line(s) get(s) all in every option.</source>
        <translation>
            <numerusform>%n other line gets all in every option.</numerusform>
            <numerusform>%n other lines get all in every option.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n need(s) a decision</source>
        <translation>
            <numerusform>%n needs a decision</numerusform>
            <numerusform>%n need a decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message numerus="yes">
        <source>%n commitment(s) still run: end each of them too.</source>
        <translation>
            <numerusform>%n commitment still run: end each of them too.</numerusform>
            <numerusform>%n commitments still run: end each of them too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypeHead</name>
    <message numerus="yes">
        <source>%n owner(s) of which nobody knows</source>
        <translation>
            <numerusform>%n owner of which nobody knows</numerusform>
            <numerusform>%n owners of which nobody knows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old number(s)</source>
        <translation>
            <numerusform>%n old number</numerusform>
            <numerusform>%n old numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnfinishedStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>%n line(s) left out</source>
        <translation>
            <numerusform>%n line left out</numerusform>
            <numerusform>%n lines left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>line</name>
    <message numerus="yes">
        <source>%n change(s) wait</source>
        <translation>
            <numerusform>%n change waits</numerusform>
            <numerusform>%n changes wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait(s) to be confirmed</source>
        <translation>
            <numerusform>%n change waits to be confirmed</numerusform>
            <numerusform>%n changes wait to be confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need(s) a decision.</source>
        <translation>
            <numerusform>%n change needs a decision.</numerusform>
            <numerusform>%n changes need a decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Try again in %n second.</numerusform>
            <numerusform>Too many attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
