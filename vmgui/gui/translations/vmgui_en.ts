<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupTab</name>
    <message numerus="yes">
        <source>The last backup was made %n day(s) ago.</source>
        <translation>
            <numerusform>The last backup was made %n day ago.</numerusform>
            <numerusform>The last backup was made %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckTab</name>
    <message numerus="yes">
        <source>%n sector(s) can&apos;t be read.</source>
        <translation>
            <numerusform>%n sector can&apos;t be read.</numerusform>
            <numerusform>%n sectors can&apos;t be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message numerus="yes">
        <source>%n thing(s) could be better.</source>
        <translation>
            <numerusform>%n thing could be better.</numerusform>
            <numerusform>%n things could be better.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryDeeds</name>
    <message numerus="yes">
        <source>%n virtual machine(s) were removed from the library.</source>
        <translation>
            <numerusform>%n virtual machine was removed from the library.</numerusform>
            <numerusform>%n virtual machines were removed from the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s) were removed from the list. The files are still there.</source>
        <translation>
            <numerusform>%n disk was removed from the list. The file is still there.</numerusform>
            <numerusform>%n disks were removed from the list. The files are still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message numerus="yes">
        <source>%s of %n core(s)</source>
        <translation>
            <numerusform>%s of %n core</numerusform>
            <numerusform>%s of %n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message numerus="yes">
        <source>Copied; it leaves the clipboard in %n second(s).</source>
        <translation>
            <numerusform>Copied; it leaves the clipboard in %n second.</numerusform>
            <numerusform>Copied; it leaves the clipboard in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessorPage</name>
    <message numerus="yes">
        <source>This computer has %n core(s).</source>
        <translation>
            <numerusform>This computer has %n core.</numerusform>
            <numerusform>This computer has %n cores.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message numerus="yes">
        <source>%n disk(s) here need it: %s.</source>
        <translation>
            <numerusform>%n disk here needs it: %s.</numerusform>
            <numerusform>%n disks here need it: %s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message numerus="yes">
        <source>%n virtual machine(s) still running: %s</source>
        <translation>
            <numerusform>%n virtual machine still running: %s</numerusform>
            <numerusform>%n virtual machines still running: %s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionPage</name>
    <message numerus="yes">
        <source>%n virtual machine(s)</source>
        <translation>
            <numerusform>%n virtual machine</numerusform>
            <numerusform>%n virtual machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s) selected</source>
        <translation>
            <numerusform>%n disk selected</numerusform>
            <numerusform>%n disks selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of no machine</source>
        <translation>
            <numerusform>%n of no machine</numerusform>
            <numerusform>%n of no machine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrengthWords</name>
    <message numerus="yes">
        <source>within %n year(s)</source>
        <translation>
            <numerusform>within %n year</numerusform>
            <numerusform>within %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s)</source>
        <translation>
            <numerusform>within %n month</numerusform>
            <numerusform>within %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>within %n day</numerusform>
            <numerusform>within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n hour(s)</source>
        <translation>
            <numerusform>within %n hour</numerusform>
            <numerusform>within %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n minute(s)</source>
        <translation>
            <numerusform>within %n minute</numerusform>
            <numerusform>within %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n second(s)</source>
        <translation>
            <numerusform>within %n second</numerusform>
            <numerusform>within %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>About %n second left</numerusform>
            <numerusform>About %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
</TS>
