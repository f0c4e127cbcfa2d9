<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
</TS>
