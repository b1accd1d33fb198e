<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AbsentCard</name>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Approve a plug-in</source>
        <translation>Ein Plug-in genehmigen</translation>
    </message>
    <message>
        <source>Let the plug-in “%s” run?</source>
        <translation>Das Plug-in „%s“ ausführen lassen?</translation>
    </message>
    <message>
        <source>It did not come with vmgui. Its code will see a key and all data of each disk that you choose it for. Approve it only if you know where it comes from.</source>
        <translation>Es kam nicht mit vmgui. Sein Code sieht einen Schlüssel und alle Daten jedes Datenträgers, für den Sie es wählen. Genehmigen Sie es nur, wenn Sie wissen, woher es kommt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>SHA-256 of its files</source>
        <translation>SHA-256 seiner Dateien</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>When its files change you will be asked again.</source>
        <translation>Wenn sich seine Dateien ändern, werden Sie wieder gefragt.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Don&apos;t approve</source>
        <translation>Nicht genehmigen</translation>
    </message>
</context>
<context>
    <name>AskSecret</name>
    <message>
        <source>Unlock %s</source>
        <translation>%s entsperren</translation>
    </message>
    <message>
        <source>Passphrase for the disk %s</source>
        <translation>Passphrase für den Datenträger %s</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Trying the passphrase</source>
        <translation>Die Passphrase wird probiert</translation>
    </message>
    <message>
        <source>Unlock the keyring…</source>
        <translation>Schlüsselbund entsperren …</translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation>Schlüsseldatei …</translation>
    </message>
    <message>
        <source>Unlock with the content of a file</source>
        <translation>Mit dem Inhalt einer Datei entsperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>The passphrase in the keyring does not open it any more.</source>
        <translation>Die Passphrase im Schlüsselbund öffnet ihn nicht mehr.</translation>
    </message>
    <message>
        <source>This key file does not open the disk.</source>
        <translation>Diese Schlüsseldatei öffnet den Datenträger nicht.</translation>
    </message>
    <message>
        <source>Wrong passphrase. Check capitals and the keyboard&apos;s layout.</source>
        <translation>Falsche Passphrase. Prüfen Sie Großschreibung und Tastaturbelegung.</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Wird entsperrt …</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%s: %s</source>
        <translation>%s: %s</translation>
    </message>
    <message>
        <source>New encrypted disk</source>
        <translation>Neuer verschlüsselter Datenträger</translation>
    </message>
    <message>
        <source>New virtual machine</source>
        <translation>Neue virtuelle Maschine</translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach to a VM</source>
        <translation>An eine VM anschließen</translation>
    </message>
    <message>
        <source>There is no virtual machine yet.</source>
        <translation>Es gibt noch keine virtuelle Maschine.</translation>
    </message>
    <message>
        <source>Attached to %s. If its system does not see it, start it anew.</source>
        <translation>An %s angeschlossen. Wenn ihr System ihn nicht sieht, starten Sie es neu.</translation>
    </message>
    <message>
        <source>Attached to %s.</source>
        <translation>An %s angeschlossen.</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>%s runs and gets the disk at once.</source>
        <translation>%s läuft und bekommt den Datenträger sofort.</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>processor family</source>
        <translation>Prozessorfamilie</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>processor cores</source>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>secure boot</source>
        <translation>Secure Boot</translation>
    </message>
    <message>
        <source>TPM</source>
        <translation>TPM</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>CD image</source>
        <translation>CD-Abbild</translation>
    </message>
    <message>
        <source>boot order</source>
        <translation>Startreihenfolge</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>initrd</source>
        <translation>initrd</translation>
    </message>
    <message>
        <source>kernel&apos;s command line</source>
        <translation>Kernel-Befehlszeile</translation>
    </message>
    <message>
        <source>extra arguments</source>
        <translation>zusätzliche Argumente</translation>
    </message>
    <message>
        <source>kind of network</source>
        <translation>Art des Netzwerks</translation>
    </message>
    <message>
        <source>network&apos;s name</source>
        <translation>Name des Netzwerks</translation>
    </message>
    <message>
        <source>network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>network cable</source>
        <translation>Netzwerkkabel</translation>
    </message>
    <message>
        <source>port forwards</source>
        <translation>Port-Weiterleitungen</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>USB devices</source>
        <translation>USB-Geräte</translation>
    </message>
    <message>
        <source>shared folders</source>
        <translation>freigegebene Ordner</translation>
    </message>
    <message>
        <source>disks</source>
        <translation>Datenträger</translation>
    </message>
</context>
<context>
    <name>BackupChoice</name>
    <message>
        <source>Back up the header</source>
        <translation>Header sichern</translation>
    </message>
    <message>
        <source>A small file. If the start of the disk&apos;s file is ever damaged, the disk opens with it again. Keep it on another drive.</source>
        <translation>Eine kleine Datei. Falls der Anfang der Datenträgerdatei je beschädigt wird, lässt sie sich damit wieder öffnen. Bewahren Sie sie auf einem anderen Laufwerk auf.</translation>
    </message>
    <message>
        <source>File for the header&apos;s backup</source>
        <translation>Datei für die Sicherung des Headers</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose the file for the header&apos;s backup</source>
        <translation>Datei für die Sicherung des Headers auswählen</translation>
    </message>
    <message>
        <source>Give the whole path, from “/” on.</source>
        <translation>Geben Sie den ganzen Pfad an, von „/“ an.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Es gibt keinen solchen Ordner.</translation>
    </message>
    <message>
        <source>There is already a file of this name. Choose another one.</source>
        <translation>Es gibt schon eine Datei dieses Namens. Wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>BackupTab</name>
    <message>
        <source>Make a backup…</source>
        <translation>Sicherung anlegen …</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>Repair the header</source>
        <translation>Header reparieren</translation>
    </message>
    <message>
        <source>The header holds the keys: without it the data is lost, whatever passphrase one knows. A backup is a small file. It opens the disk with each passphrase that the disk has when it is made, also after that was changed. Keep it on another drive.</source>
        <translation>Der Header enthält die Schlüssel: Ohne ihn sind die Daten verloren, welche Passphrase man auch kennt. Eine Sicherung ist eine kleine Datei. Sie öffnet den Datenträger mit jeder Passphrase, die er beim Sichern hat, auch wenn diese danach geändert wurde. Bewahren Sie sie auf einem anderen Laufwerk auf.</translation>
    </message>
    <message>
        <source>No backup was made from here yet.</source>
        <translation>Von hier aus wurde noch keine Sicherung angelegt.</translation>
    </message>
    <message>
        <source>The last backup is older than what opens the disk now: make a new one.</source>
        <translation>Die letzte Sicherung ist älter als das, was den Datenträger jetzt öffnet: Legen Sie eine neue an.</translation>
    </message>
    <message>
        <source>%s, into %s</source>
        <translation>%s, in %s</translation>
    </message>
    <message>
        <source>The last backup was made less than a day ago.</source>
        <translation>Die letzte Sicherung ist weniger als einen Tag alt.</translation>
    </message>
    <message numerus="yes">
        <source>The last backup was made %n day(s) ago.</source>
        <translation>
            <numerusform>Die letzte Sicherung ist %n Tag alt.</numerusform>
            <numerusform>Die letzte Sicherung ist %n Tage alt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both copies of the header are good.</source>
        <translation>Beide Kopien des Headers sind in Ordnung.</translation>
    </message>
    <message>
        <source>The backup was made. Keep it on another drive.</source>
        <translation>Die Sicherung wurde angelegt. Bewahren Sie sie auf einem anderen Laufwerk auf.</translation>
    </message>
    <message>
        <source>The header was restored. A virtual machine that uses the disk asks you to accept that at its next start.</source>
        <translation>Der Header wurde wiederhergestellt. Eine virtuelle Maschine, die den Datenträger benutzt, bittet Sie beim nächsten Start, das anzunehmen.</translation>
    </message>
    <message>
        <source>Give one that opened the disk when the backup was made.</source>
        <translation>Geben Sie an, was den Datenträger zur Zeit der Sicherung öffnete.</translation>
    </message>
    <message>
        <source>The disk is in use by %s: shut it down first</source>
        <translation>Der Datenträger ist bei %s in Gebrauch: Fahren Sie die Maschine zuerst herunter</translation>
    </message>
    <message>
        <source>Make a header backup</source>
        <translation>Header sichern</translation>
    </message>
    <message>
        <source>Header backups (*.header);;All files (*)</source>
        <translation>Header-Sicherungen (*.header);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Restore a header from its backup</source>
        <translation>Header aus einer Sicherung wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Header copy damaged</source>
        <translation>Header-Kopie beschädigt</translation>
    </message>
    <message>
        <source>The disk still works. Repair the header so that both copies are good.</source>
        <translation>Der Datenträger funktioniert noch. Reparieren Sie den Header, damit beide Kopien in Ordnung sind.</translation>
    </message>
    <message>
        <source>Plug-in missing</source>
        <translation>Plug-in fehlt</translation>
    </message>
    <message>
        <source>Install the encryption plug-in “%s”; the disk is left as it is.</source>
        <translation>Installieren Sie das Verschlüsselungs-Plug-in „%s“; der Datenträger bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Plug-in changed</source>
        <translation>Plug-in geändert</translation>
    </message>
    <message>
        <source>The files of “%s” changed since you approved it. If you expected that, approve it again in File, Encryption plug-ins.</source>
        <translation>Die Dateien von „%s“ haben sich geändert, seit Sie es genehmigt haben. Wenn Sie das erwartet haben, genehmigen Sie es noch einmal unter Datei, Verschlüsselungs-Plug-ins.</translation>
    </message>
    <message>
        <source>Plug-in not approved</source>
        <translation>Plug-in nicht genehmigt</translation>
    </message>
    <message>
        <source>If you trust “%s”, approve it in File, Encryption plug-ins.</source>
        <translation>Wenn Sie „%s“ vertrauen, genehmigen Sie es unter Datei, Verschlüsselungs-Plug-ins.</translation>
    </message>
    <message>
        <source>Plug-in does not fit</source>
        <translation>Plug-in passt nicht</translation>
    </message>
    <message>
        <source>“%s” is installed in version %s, which does not offer what this disk was made with. Install the version that it was made with.</source>
        <translation>„%s“ ist in Version %s installiert, die nicht bietet, womit dieser Datenträger angelegt wurde. Installieren Sie die Version, mit der er angelegt wurde.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Whoever gets the file can read it. Make an encrypted disk and copy the data.</source>
        <translation>Wer die Datei bekommt, kann sie lesen. Legen Sie einen verschlüsselten Datenträger an, und kopieren Sie die Daten.</translation>
    </message>
    <message>
        <source>Passphrase cheap to guess</source>
        <translation>Passphrase leicht zu erraten</translation>
    </message>
    <message>
        <source>A guess costs far less than it does for a passphrase that is set today. Change passphrase makes it new.</source>
        <translation>Ein Rateversuch kostet viel weniger als bei einer Passphrase, die heute festgelegt wird. „Passphrase ändern“ erneuert sie.</translation>
    </message>
    <message>
        <source>A key slot uses PBKDF2, which is guessed cheaply. Change passphrase makes it new.</source>
        <translation>Ein Schlüsselfach benutzt PBKDF2, das sich billig durchprobieren lässt. „Passphrase ändern“ erneuert es.</translation>
    </message>
    <message>
        <source>No recovery key</source>
        <translation>Kein Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, the data is lost. Make a recovery key.</source>
        <translation>Wird die Passphrase vergessen, sind die Daten verloren. Legen Sie einen Wiederherstellungsschlüssel an.</translation>
    </message>
    <message>
        <source>Only one passphrase or key opens the disk. Make a recovery key.</source>
        <translation>Nur eine Passphrase oder ein Schlüssel öffnet den Datenträger. Legen Sie einen Wiederherstellungsschlüssel an.</translation>
    </message>
    <message>
        <source>No header backup</source>
        <translation>Keine Header-Sicherung</translation>
    </message>
    <message>
        <source>If the header is lost, so is the data. Make a header backup.</source>
        <translation>Geht der Header verloren, dann auch die Daten. Sichern Sie den Header.</translation>
    </message>
</context>
<context>
    <name>BootPage</name>
    <message>
        <source>Boot order</source>
        <translation>Startreihenfolge</translation>
    </message>
    <message>
        <source>The firmware tries these from the top. Move one with Alt+Up and Alt+Down.</source>
        <translation>Die Firmware versucht diese von oben an. Alt+Auf und Alt+Ab verschieben einen.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>CD: %s</source>
        <translation>CD: %s</translation>
    </message>
</context>
<context>
    <name>CdPage</name>
    <message>
        <source>CD</source>
        <translation>CD</translation>
    </message>
    <message>
        <source>CD images (*.iso *.img);;All files (*)</source>
        <translation>CD-Abbilder (*.iso *.img);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>CD image</source>
        <translation>CD-Abbild</translation>
    </message>
    <message>
        <source>The drive is empty</source>
        <translation>Das Laufwerk ist leer</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Eject</source>
        <translation>Auswerfen</translation>
    </message>
</context>
<context>
    <name>CheckTab</name>
    <message>
        <source>Check the disk</source>
        <translation>Datenträger prüfen</translation>
    </message>
    <message>
        <source>Give up the journal…</source>
        <translation>Journal aufgeben …</translation>
    </message>
    <message>
        <source>Damaged sectors</source>
        <translation>Beschädigte Sektoren</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>All of it reads well: %s in use.</source>
        <translation>Alles lässt sich einwandfrei lesen: %s in Gebrauch.</translation>
    </message>
    <message numerus="yes">
        <source>%n sector(s) can&apos;t be read.</source>
        <translation>
            <numerusform>%n Sektor kann nicht gelesen werden.</numerusform>
            <numerusform>%n Sektoren können nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The guest gets an error where it reads these. Their content is lost here: restore the files from a backup. If the drive is not failing, somebody changed the file.</source>
        <translation>Der Gast bekommt einen Fehler, wo er diese liest. Ihr Inhalt ist hier verloren: Stellen Sie die Dateien aus einer Sicherung wieder her. Wenn das Laufwerk nicht defekt ist, hat jemand die Datei verändert.</translation>
    </message>
    <message>
        <source>Sector %s (byte %s of the disk): %s.</source>
        <translation>Sektor %s (Byte %s des Datenträgers): %s.</translation>
    </message>
    <message>
        <source>… and %s more</source>
        <translation>… und %s weitere</translation>
    </message>
    <message>
        <source>The journal was given up; the disk opens again.</source>
        <translation>Das Journal wurde aufgegeben; der Datenträger öffnet sich wieder.</translation>
    </message>
    <message>
        <source>Check the guest&apos;s file systems when it has started.</source>
        <translation>Prüfen Sie die Dateisysteme des Gasts, wenn er gestartet ist.</translation>
    </message>
    <message>
        <source>Restoring a backup of the file is better where there is one. Else the journal can be given up: what the guest wrote last before the crash is lost then.</source>
        <translation>Eine Sicherung der Datei wiederherzustellen ist besser, wo es eine gibt. Sonst kann das Journal aufgegeben werden: Was der Gast vor dem Absturz zuletzt schrieb, ist dann verloren.</translation>
    </message>
    <message>
        <source>The disk can&apos;t be checked: its header can&apos;t be read.</source>
        <translation>Der Datenträger kann nicht geprüft werden: Sein Header ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The disk is in use by %s. Shut it down to check the disk.</source>
        <translation>Der Datenträger ist bei %s in Gebrauch. Fahren Sie die Maschine herunter, um ihn zu prüfen.</translation>
    </message>
    <message>
        <source>Reads every sector and checks that it is what was last written there. Nothing is changed.</source>
        <translation>Liest jeden Sektor und prüft, ob er ist, was dort zuletzt geschrieben wurde. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>Reads every sector, and so finds what the drive can&apos;t read. This plug-in can&apos;t tell whether a sector was changed. Nothing is changed by the check.</source>
        <translation>Liest jeden Sektor und findet so, was das Laufwerk nicht lesen kann. Dieses Plug-in kann nicht erkennen, ob ein Sektor verändert wurde. Die Prüfung ändert nichts.</translation>
    </message>
</context>
<context>
    <name>ChecksDialog</name>
    <message>
        <source>Check this computer</source>
        <translation>Diesen Computer prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What virtual machines need here</source>
        <translation>Was virtuelle Maschinen hier brauchen</translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Checking this computer…</source>
        <translation>Dieser Computer wird geprüft …</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could be better.</source>
        <translation>
            <numerusform>%n Sache könnte besser sein.</numerusform>
            <numerusform>%n Dinge könnten besser sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation>Dieser Computer ist bereit.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the command %s</source>
        <translation>Den Befehl %s kopieren</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Screen of the virtual machine</source>
        <translation>Bildschirm der virtuellen Maschine</translation>
    </message>
    <message>
        <source>Waiting for the screen…</source>
        <translation>Warten auf den Bildschirm …</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>%s – vmgui</source>
        <translation>%s – vmgui</translation>
    </message>
    <message>
        <source>%s – Ctrl+Alt frees the keyboard and shows this bar</source>
        <translation>%s – Strg+Alt gibt die Tastatur frei und zeigt diese Leiste</translation>
    </message>
    <message>
        <source>Send keys</source>
        <translation>Tasten senden</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete %s</source>
        <translation>%s löschen</translation>
    </message>
    <message>
        <source>Delete the virtual machine “%s”?</source>
        <translation>Die virtuelle Maschine „%s“ löschen?</translation>
    </message>
    <message>
        <source>Its definition, firmware settings and logs are deleted for good. To only take it out of the library, close this and choose Remove from the library.</source>
        <translation>Ihre Definition, Firmware-Einstellungen und Protokolle werden endgültig gelöscht. Um sie nur aus der Bibliothek zu nehmen, schließen Sie dies und wählen „Aus der Bibliothek entfernen“.</translation>
    </message>
    <message>
        <source>Delete its disks as well, with all data on them</source>
        <translation>Auch ihre Datenträger löschen, mit allen Daten darauf</translation>
    </message>
    <message>
        <source>The disk “%s” stays: %s has it, too.</source>
        <translation>Der Datenträger „%s“ bleibt: Auch %s hat ihn.</translation>
    </message>
    <message>
        <source>The machine&apos;s name, to be certain</source>
        <translation>Der Name der Maschine, um sicherzugehen</translation>
    </message>
    <message>
        <source>All data on them is lost. To be certain, type the machine&apos;s name:</source>
        <translation>Alle Daten darauf gehen verloren. Tippen Sie den Namen der Maschine, um sicherzugehen:</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete machine and disks</source>
        <translation>Maschine und Datenträger löschen</translation>
    </message>
    <message>
        <source>Delete machine</source>
        <translation>Maschine löschen</translation>
    </message>
</context>
<context>
    <name>DeleteDiskDialog</name>
    <message>
        <source>Delete %s</source>
        <translation>%s löschen</translation>
    </message>
    <message>
        <source>Delete the disk “%s” with all data on it?</source>
        <translation>Den Datenträger „%s“ mit allen Daten darauf löschen?</translation>
    </message>
    <message>
        <source>Nobody can bring it back. To be certain, type the disk&apos;s name:</source>
        <translation>Niemand kann ihn zurückholen. Tippen Sie den Namen des Datenträgers, um sicherzugehen:</translation>
    </message>
    <message>
        <source>The disk&apos;s name, to be certain</source>
        <translation>Der Name des Datenträgers, um sicherzugehen</translation>
    </message>
    <message>
        <source>Delete disk</source>
        <translation>Datenträger löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>Deletion</name>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
</context>
<context>
    <name>DetachDialog</name>
    <message>
        <source>Detach a disk</source>
        <translation>Einen Datenträger trennen</translation>
    </message>
    <message>
        <source>Detach %s from %s, which runs?</source>
        <translation>%s von %s trennen, die läuft?</translation>
    </message>
    <message>
        <source>Unmount it in the guest first. The guest is asked to let go of it; what it has not written by then is lost.</source>
        <translation>Hängen Sie ihn zuerst im Gast aus. Der Gast wird gebeten, ihn loszulassen; was er bis dahin nicht geschrieben hat, ist verloren.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Trennen</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>%s, read-only</source>
        <translation>%s, schreibgeschützt</translation>
    </message>
    <message>
        <source>It has no disk.</source>
        <translation>Sie hat keinen Datenträger.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>Die Einstellungen ändern</translation>
    </message>
    <message>
        <source>none</source>
        <translation>kein</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>%s, %d cores</source>
        <translation>%s, %d Kerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>%s with %s</source>
        <translation>%s mit %s</translation>
    </message>
    <message>
        <source>CD image</source>
        <translation>CD-Abbild</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>emulated (slower; KVM is not used)</source>
        <translation>emuliert (langsamer; KVM wird nicht verwendet)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>with KVM</source>
        <translation>mit KVM</translation>
    </message>
    <message>
        <source>through this computer</source>
        <translation>über diesen Computer</translation>
    </message>
    <message>
        <source>%s port %d here leads to %d there</source>
        <translation>%s-Port %d hier führt dort zu %d</translation>
    </message>
</context>
<context>
    <name>DevicesFields</name>
    <message>
        <source>The disk&apos;s connection</source>
        <translation>Anschluss des Datenträgers</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>Connected to the network through this computer</source>
        <translation>Über diesen Computer mit dem Netzwerk verbunden</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Secure boot: starts only what is signed</source>
        <translation>Secure Boot: startet nur, was signiert ist</translation>
    </message>
    <message>
        <source>TPM 2, as Windows 11 asks for</source>
        <translation>TPM 2, wie Windows 11 es verlangt</translation>
    </message>
    <message>
        <source>Disk as</source>
        <translation>Datenträger als</translation>
    </message>
</context>
<context>
    <name>DiscardDialog</name>
    <message>
        <source>Changes are not saved</source>
        <translation>Änderungen sind nicht gespeichert</translation>
    </message>
    <message>
        <source>Discard the changes to %s?</source>
        <translation>Die Änderungen an %s verwerfen?</translation>
    </message>
    <message>
        <source>Nothing of them is stored yet.</source>
        <translation>Noch ist nichts davon gespeichert.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>DiskCreation</name>
    <message>
        <source>The header was not backed up: %s</source>
        <translation>Der Header wurde nicht gesichert: %s</translation>
    </message>
    <message>
        <source>Storing the passphrase in the keyring</source>
        <translation>Die Passphrase wird im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>The passphrase was not stored: %s</source>
        <translation>Die Passphrase wurde nicht gespeichert: %s</translation>
    </message>
</context>
<context>
    <name>DiskFields</name>
    <message>
        <source>Name of the disk</source>
        <translation>Name des Datenträgers</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Give the disk a name.</source>
        <translation>Geben Sie dem Datenträger einen Namen.</translation>
    </message>
    <message>
        <source>The name can&apos;t contain a slash or begin with a dot.</source>
        <translation>Der Name darf keinen Schrägstrich enthalten und nicht mit einem Punkt beginnen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The folder must be given from the root: /home/me/disks, say.</source>
        <translation>Der Ordner muss von der Wurzel an angegeben sein, etwa /home/ich/disks.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Es gibt keinen solchen Ordner.</translation>
    </message>
    <message>
        <source>You can&apos;t write into this folder. Choose another one.</source>
        <translation>In diesen Ordner können Sie nicht schreiben. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is already a file of this name, which is never overwritten. Choose another name.</source>
        <translation>Es gibt schon eine Datei dieses Namens, und sie wird nie überschrieben. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This drive is formatted with FAT, which holds no file of 4 GiB or more. Choose a smaller size or another drive.</source>
        <translation>Dieses Laufwerk ist mit FAT formatiert, das keine Datei ab 4 GiB aufnimmt. Wählen Sie eine kleinere Größe oder ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>The disk is larger than the room on the drive: the guest gets errors when the drive is full. Choose a smaller size, or make room in time.</source>
        <translation>Der Datenträger ist größer als der Platz auf dem Laufwerk: Der Gast bekommt Fehler, wenn das Laufwerk voll ist. Wählen Sie eine kleinere Größe, oder schaffen Sie rechtzeitig Platz.</translation>
    </message>
    <message>
        <source>This folder lies on another computer: the machine stands still whenever the network does.</source>
        <translation>Dieser Ordner liegt auf einem anderen Computer: Die Maschine steht still, sooft das Netzwerk es tut.</translation>
    </message>
    <message>
        <source>Call it “%s”</source>
        <translation>„%s“ nennen</translation>
    </message>
    <message>
        <source>%s free on this drive. The file grows as the guest writes.</source>
        <translation>%s frei auf diesem Laufwerk. Die Datei wächst, während der Gast schreibt.</translation>
    </message>
    <message>
        <source>Folder for the disk</source>
        <translation>Ordner für den Datenträger</translation>
    </message>
</context>
<context>
    <name>DiskHead</name>
    <message>
        <source>Attach to</source>
        <translation>Anschließen an</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Attached to %s</source>
        <translation>Angeschlossen an %s</translation>
    </message>
    <message>
        <source>Not attached to any virtual machine</source>
        <translation>An keine virtuelle Maschine angeschlossen</translation>
    </message>
    <message>
        <source>Detach from %s</source>
        <translation>Von %s trennen</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Not encrypted: whoever gets the file can read it.</source>
        <translation>Nicht verschlüsselt: Wer die Datei bekommt, kann sie lesen.</translation>
    </message>
    <message>
        <source>Encrypted with %s. It notices tampering.</source>
        <translation>Verschlüsselt mit %s. Veränderungen werden bemerkt.</translation>
    </message>
    <message>
        <source>Encrypted with %s. It does not notice tampering.</source>
        <translation>Verschlüsselt mit %s. Veränderungen werden nicht bemerkt.</translation>
    </message>
    <message>
        <source>There is no virtual machine yet</source>
        <translation>Es gibt noch keine virtuelle Maschine</translation>
    </message>
</context>
<context>
    <name>DiskPage</name>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>A disk is a file on this computer, encrypted before it is written.</source>
        <translation>Ein Datenträger ist eine Datei auf diesem Computer, die vor dem Schreiben verschlüsselt wird.</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>datentraeger</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>What opens it</source>
        <translation>Was ihn öffnet</translation>
    </message>
    <message>
        <source>Header backup</source>
        <translation>Header-Sicherung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What the host sees</source>
        <translation>Was dieser Computer sieht</translation>
    </message>
</context>
<context>
    <name>DiskRow</name>
    <message>
        <source>Reading its header…</source>
        <translation>Sein Header wird gelesen …</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Detach %s</source>
        <translation>%s trennen</translation>
    </message>
    <message>
        <source>Connection of %s</source>
        <translation>Anschluss von %s</translation>
    </message>
    <message>
        <source>How %s is served</source>
        <translation>Wie %s bereitgestellt wird</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Fastest (vhost-user)</source>
        <translation>Am schnellsten (vhost-user)</translation>
    </message>
    <message>
        <source>Compatible (NBD)</source>
        <translation>Verträglich (NBD)</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>%s read-only</source>
        <translation>%s schreibgeschützt</translation>
    </message>
    <message>
        <source>Served by vhost-user at present, in the guest&apos;s own memory.</source>
        <translation>Zurzeit bereitgestellt mit vhost-user, im Arbeitsspeicher des Gastes selbst.</translation>
    </message>
    <message>
        <source>Served by NBD at present, over a socket.</source>
        <translation>Zurzeit bereitgestellt mit NBD, über einen Socket.</translation>
    </message>
    <message>
        <source>%s, encrypted by %s</source>
        <translation>%s, verschlüsselt durch %s</translation>
    </message>
    <message>
        <source>%s, not encrypted</source>
        <translation>%s, nicht verschlüsselt</translation>
    </message>
</context>
<context>
    <name>DiskSummary</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>the passphrase</source>
        <translation>die Passphrase</translation>
    </message>
    <message>
        <source>the key file %s</source>
        <translation>die Schlüsseldatei %s</translation>
    </message>
    <message>
        <source>a recovery key of 24 words</source>
        <translation>ein Wiederherstellungsschlüssel aus 24 Wörtern</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geöffnet durch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no, it will be asked for</source>
        <translation>nein, sie wird erfragt</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>Header&apos;s backup</source>
        <translation>Header-Sicherung</translation>
    </message>
    <message>
        <source>A file is made and filled with random bytes, %s of them.</source>
        <translation>Eine Datei wird angelegt und mit Zufallsbytes gefüllt, %s davon.</translation>
    </message>
    <message>
        <source>A file is made for %s of data. It grows as the guest writes.</source>
        <translation>Eine Datei für %s Daten wird angelegt. Sie wächst, während der Gast schreibt.</translation>
    </message>
    <message>
        <source>All data is encrypted with %s, and tampering is noticed.</source>
        <translation>Alle Daten werden mit %s verschlüsselt, und Veränderungen werden bemerkt.</translation>
    </message>
    <message>
        <source>All data is encrypted with %s. Tampering is not noticed.</source>
        <translation>Alle Daten werden mit %s verschlüsselt. Veränderungen werden nicht bemerkt.</translation>
    </message>
    <message>
        <source>A recovery key is made, to print or save on the next page.</source>
        <translation>Ein Wiederherstellungsschlüssel wird angelegt, um ihn auf der nächsten Seite zu drucken oder zu speichern.</translation>
    </message>
    <message>
        <source>A copy of the header is saved.</source>
        <translation>Eine Kopie des Headers wird gespeichert.</translation>
    </message>
    <message>
        <source>The passphrase is stored in the keyring.</source>
        <translation>Die Passphrase wird im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
        <source>The disk will not be encrypted: who can read the file can read the disk.</source>
        <translation>Der Datenträger wird nicht verschlüsselt: Wer die Datei lesen kann, kann ihn lesen.</translation>
    </message>
    <message>
        <source>If the key file is lost, the data is lost for good.</source>
        <translation>Geht die Schlüsseldatei verloren, sind die Daten endgültig verloren.</translation>
    </message>
    <message>
        <source>If you forget the passphrase, the data is lost for good.</source>
        <translation>Vergessen Sie die Passphrase, sind die Daten endgültig verloren.</translation>
    </message>
    <message>
        <source>There is not enough room on the drive: %s free.</source>
        <translation>Auf dem Laufwerk ist nicht genug Platz: %s frei.</translation>
    </message>
    <message>
        <source>The whole file is written now, %s.</source>
        <translation>Die ganze Datei wird jetzt geschrieben, %s.</translation>
    </message>
</context>
<context>
    <name>DiskView</name>
    <message>
        <source>%s It still works.</source>
        <translation>%s Er funktioniert noch.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%s, taking up %s on its drive</source>
        <translation>%s, belegt %s auf seinem Laufwerk</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Plug-in</source>
        <translation>Plug-in</translation>
    </message>
    <message>
        <source>EncryptionID</source>
        <translation>EncryptionID</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geöffnet durch</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Disk UUID</source>
        <translation>UUID des Datenträgers</translation>
    </message>
    <message>
        <source>sectors of %s bytes</source>
        <translation>Sektoren von %s Bytes</translation>
    </message>
    <message>
        <source>notices tampering</source>
        <translation>bemerkt Veränderungen</translation>
    </message>
    <message>
        <source>does not notice tampering</source>
        <translation>bemerkt keine Veränderungen</translation>
    </message>
    <message>
        <source>Slot %d: %s</source>
        <translation>Fach %d: %s</translation>
    </message>
    <message>
        <source>%s (slot %d, since %s)</source>
        <translation>%s (Fach %d, seit %s)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the file of %s in its folder</source>
        <translation>Die Datei von %s in ihrem Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>DisksPage</name>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Detaching a disk leaves its file and everything on it as it is.</source>
        <translation>Einen Datenträger zu trennen lässt seine Datei und alles darauf, wie es ist.</translation>
    </message>
    <message>
        <source>It has no disk.</source>
        <translation>Sie hat keinen Datenträger.</translation>
    </message>
    <message>
        <source>Attach an existing disk…</source>
        <translation>Vorhandenen Datenträger anschließen …</translation>
    </message>
    <message>
        <source>Disks (*.vmg *.img *.raw *.luks);;All files (*)</source>
        <translation>Datenträger (*.vmg *.img *.raw *.luks);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Attach a disk</source>
        <translation>Einen Datenträger anschließen</translation>
    </message>
</context>
<context>
    <name>DisplayPage</name>
    <message>
        <source>Display and sound</source>
        <translation>Anzeige und Ton</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Without one there is only the serial console.</source>
        <translation>Ohne ihn gibt es nur die serielle Konsole.</translation>
    </message>
    <message>
        <source>Shared clipboard</source>
        <translation>Gemeinsame Zwischenablage</translation>
    </message>
    <message>
        <source>A guest with the SPICE agent gets what you copy here, and you what it copies, while its screen has the keyboard.</source>
        <translation>Ein Gast mit SPICE-Agent bekommt, was Sie hier kopieren, und Sie, was er kopiert, solange sein Bildschirm die Tastatur hat.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>A sound card that plays through this computer.</source>
        <translation>Eine Soundkarte, die über diesen Computer spielt.</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Save or print the recovery key first, or tick the box above.</source>
        <translation>Speichern oder drucken Sie zuerst den Wiederherstellungsschlüssel, oder setzen Sie oben das Häkchen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>Give up the journal</source>
        <translation>Journal aufgeben</translation>
    </message>
    <message>
        <source>Give up what the disk&apos;s journal holds?</source>
        <translation>Aufgeben, was das Journal des Datenträgers enthält?</translation>
    </message>
    <message>
        <source>What the guest wrote last before the crash is lost: those sectors will be as they were before. Copy the file first.</source>
        <translation>Was der Gast vor dem Absturz zuletzt schrieb, geht verloren: Jene Sektoren werden sein, wie sie vorher waren. Kopieren Sie zuerst die Datei.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ging schief</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the message and its details</source>
        <translation>Die Meldung und ihre Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten verbergen</translation>
    </message>
</context>
<context>
    <name>ExpertPage</name>
    <message>
        <source>Expert</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Initial RAM disk</source>
        <translation>Initial RAM disk</translation>
    </message>
    <message>
        <source>Started directly. Empty: the firmware starts a disk or the CD.</source>
        <translation>Wird direkt gestartet. Leer: Die Firmware startet einen Datenträger oder die CD.</translation>
    </message>
    <message>
        <source>Kernel&apos;s command line</source>
        <translation>Kernel-Befehlszeile</translation>
    </message>
    <message>
        <source>Extra arguments</source>
        <translation>Zusätzliche Argumente</translation>
    </message>
    <message>
        <source>One a line: “-device” and what follows it are two lines. QEMU gets them last.</source>
        <translation>Eines je Zeile: „-device“ und was darauf folgt, sind zwei Zeilen. QEMU bekommt sie zuletzt.</translation>
    </message>
    <message>
        <source>QEMU&apos;s command line</source>
        <translation>Die Befehlszeile von QEMU</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy QEMU&apos;s command line</source>
        <translation>Die Befehlszeile von QEMU kopieren</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose: %s</source>
        <translation>Auswählen: %s</translation>
    </message>
    <message>
        <source>Give the whole path, from “/” on.</source>
        <translation>Geben Sie den ganzen Pfad an, von „/“ an.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Es gibt keine solche Datei.</translation>
    </message>
</context>
<context>
    <name>FirmwarePage</name>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%s (as usual for it)</source>
        <translation>%s (wie dafür üblich)</translation>
    </message>
    <message>
        <source>Secure boot</source>
        <translation>Secure Boot</translation>
    </message>
    <message>
        <source>UEFI starts only what Microsoft&apos;s keys sign.</source>
        <translation>UEFI startet nur, was Schlüssel von Microsoft signieren.</translation>
    </message>
    <message>
        <source>TPM 2</source>
        <translation>TPM 2</translation>
    </message>
    <message>
        <source>Keeps keys for the guest, as Windows 11 asks for.</source>
        <translation>Bewahrt Schlüssel für den Gast auf, wie Windows 11 es verlangt.</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget stored passphrases</source>
        <translation>Gespeicherte Passphrasen vergessen</translation>
    </message>
    <message>
        <source>Stored passphrases of %s</source>
        <translation>Gespeicherte Passphrasen von %s</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation>Der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>Unlock the keyring…</source>
        <translation>Schlüsselbund entsperren …</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>None of its disks is encrypted.</source>
        <translation>Keiner ihrer Datenträger ist verschlüsselt.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it to see what it holds.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn, um zu sehen, was er enthält.</translation>
    </message>
    <message>
        <source>The keyring holds no passphrase for %s.</source>
        <translation>Der Schlüsselbund enthält keine Passphrase für %s.</translation>
    </message>
    <message>
        <source>The keyring opens %s without asking. Once it has forgotten the passphrase, the next start asks for it: be sure that you know it.</source>
        <translation>Der Schlüsselbund öffnet %s ohne zu fragen. Hat er die Passphrase vergessen, fragt der nächste Start nach ihr: Seien Sie sicher, dass Sie sie kennen.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The system asks for the keyring&apos;s password.</source>
        <translation>Das System fragt nach dem Passwort des Schlüsselbunds.</translation>
    </message>
</context>
<context>
    <name>ForwardRow</name>
    <message>
        <source>%s, forward %d</source>
        <translation>%s, Weiterleitung %d</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Address here</source>
        <translation>Adresse hier</translation>
    </message>
    <message>
        <source>127.0.0.1 is this computer only, 0.0.0.0 all that can reach it</source>
        <translation>127.0.0.1 ist nur dieser Computer, 0.0.0.0 sind alle, die ihn erreichen können</translation>
    </message>
    <message>
        <source>Port here</source>
        <translation>Port hier</translation>
    </message>
    <message>
        <source>Port in the guest</source>
        <translation>Port im Gast</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ForwardTable</name>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Address here</source>
        <translation>Adresse hier</translation>
    </message>
    <message>
        <source>Port here</source>
        <translation>Port hier</translation>
    </message>
    <message>
        <source>Port in the guest</source>
        <translation>Port im Gast</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Add a forward</source>
        <translation>Weiterleitung hinzufügen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>used by this machine</source>
        <translation>von dieser Maschine benutzt</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>no such address</source>
        <translation>keine solche Adresse</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Any other</source>
        <translation>Ein anderes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>It can be renamed while it is off.</source>
        <translation>Sie lässt sich umbenennen, solange sie aus ist.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>The library lists machines by their groups; empty: no group.</source>
        <translation>Die Bibliothek ordnet Maschinen nach Gruppen; leer: keine Gruppe.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Which system is installed. It changes nothing by itself.</source>
        <translation>Welches System installiert ist. Das ändert selbst nichts.</translation>
    </message>
</context>
<context>
    <name>GoOnDialog</name>
    <message>
        <source>Virtual machines go on</source>
        <translation>Virtuelle Maschinen laufen weiter</translation>
    </message>
    <message>
        <source>%s will go on running.</source>
        <translation>%s läuft weiter.</translation>
    </message>
    <message>
        <source>Closing the window stops no virtual machine. Open vmgui again, and it is all there as before.</source>
        <translation>Das Fenster zu schließen stoppt keine virtuelle Maschine. Öffnen Sie vmgui wieder, und alles ist da wie zuvor.</translation>
    </message>
    <message>
        <source>This is said only once.</source>
        <translation>Dies wird nur einmal gesagt.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
</context>
<context>
    <name>HardwareFields</name>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Name of the virtual machine</source>
        <translation>Name der virtuellen Maschine</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Number of processor cores</source>
        <translation>Zahl der Prozessorkerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Give the machine a name.</source>
        <translation>Geben Sie der Maschine einen Namen.</translation>
    </message>
    <message>
        <source>This can&apos;t be its name. %s</source>
        <translation>So kann sie nicht heißen. %s</translation>
    </message>
    <message>
        <source>There is a virtual machine of this name already.</source>
        <translation>Es gibt schon eine virtuelle Maschine dieses Namens.</translation>
    </message>
    <message>
        <source>%s (QEMU for it is not installed)</source>
        <translation>%s (QEMU dafür ist nicht installiert)</translation>
    </message>
    <message>
        <source>The machine&apos;s own</source>
        <translation>Die der Maschine eigene</translation>
    </message>
</context>
<context>
    <name>HeaderFields</name>
    <message>
        <source>bytes %d to %d of the file</source>
        <translation>Bytes %d bis %d der Datei</translation>
    </message>
    <message>
        <source>Mark of the format</source>
        <translation>Kennzeichen des Formats</translation>
    </message>
    <message>
        <source>%s; it stands for the encryptionID %s</source>
        <translation>%s; es steht für die encryptionID %s</translation>
    </message>
    <message>
        <source>encryption is on</source>
        <translation>Verschlüsselung ist an</translation>
    </message>
    <message>
        <source>encryption is off</source>
        <translation>Verschlüsselung ist aus</translation>
    </message>
    <message>
        <source>Encryption flag</source>
        <translation>Verschlüsselungs-Kennzeichen</translation>
    </message>
    <message>
        <source>EncryptionID</source>
        <translation>EncryptionID</translation>
    </message>
</context>
<context>
    <name>HostTab</name>
    <message>
        <source>Start of the disk</source>
        <translation>Anfang des Datenträgers</translation>
    </message>
    <message>
        <source>Show the first written stretch</source>
        <translation>Die erste beschriebene Stelle zeigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>A file&apos;s name, or a word from a document</source>
        <translation>Der Name einer Datei oder ein Wort aus einem Dokument</translation>
    </message>
    <message>
        <source>Words to look for in the disk</source>
        <translation>Wörter, nach denen auf dem Datenträger gesucht wird</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The guest has it nowhere in the %s that were read.</source>
        <translation>Der Gast hat es nirgends in den gelesenen %s.</translation>
    </message>
    <message>
        <source>Found in what the guest reads, at byte %s. Nowhere in the %s of data that were read in the file.</source>
        <translation>Gefunden in dem, was der Gast liest, bei Byte %s. Nirgends in den %s Daten, die in der Datei gelesen wurden.</translation>
    </message>
    <message>
        <source>Found in what the guest reads, at byte %s, and in the file as well, at byte %s: whoever gets the file can read it.</source>
        <translation>Gefunden in dem, was der Gast liest, bei Byte %s, und auch in der Datei, bei Byte %s: Wer die Datei bekommt, kann es lesen.</translation>
    </message>
    <message>
        <source>%s (%s)</source>
        <translation>%s (%s)</translation>
    </message>
    <message>
        <source>In the file&apos;s header</source>
        <translation>Im Header der Datei</translation>
    </message>
    <message>
        <source>The same stretch of the disk, twice: as the guest reads it, and as it lies in the file on this computer. Each dot is a byte.</source>
        <translation>Dieselbe Stelle des Datenträgers zweimal: wie der Gast sie liest, und wie sie in der Datei auf diesem Computer liegt. Jeder Punkt ist ein Byte.</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>Text suchen</translation>
    </message>
    <message>
        <source>Look for something that you know is on the disk: the guest finds it, the file does not hold it.</source>
        <translation>Suchen Sie nach etwas, das bestimmt auf dem Datenträger ist: Der Gast findet es, die Datei enthält es nicht.</translation>
    </message>
</context>
<context>
    <name>HostView</name>
    <message>
        <source>What the guest reads, as a picture of bytes</source>
        <translation>Was der Gast liest, als Bild aus Bytes</translation>
    </message>
    <message>
        <source>What lies in the file, as a picture of bytes</source>
        <translation>Was in der Datei liegt, als Bild aus Bytes</translation>
    </message>
    <message>
        <source>The bytes at the mark</source>
        <translation>Die Bytes an der Markierung</translation>
    </message>
    <message>
        <source>What the guest reads</source>
        <translation>Was der Gast liest</translation>
    </message>
    <message>
        <source>What lies in the file</source>
        <translation>Was in der Datei liegt</translation>
    </message>
    <message>
        <source>Only its virtual machine can read it now.</source>
        <translation>Nur seine virtuelle Maschine kann ihn jetzt lesen.</translation>
    </message>
    <message>
        <source>From byte %s of the disk.</source>
        <translation>Ab Byte %s des Datenträgers.</translation>
    </message>
    <message>
        <source>From byte %s of the file.</source>
        <translation>Ab Byte %s der Datei.</translation>
    </message>
    <message>
        <source>Entropy: %s of 8 bits a byte.</source>
        <translation>Entropie: %s von 8 Bits je Byte.</translation>
    </message>
    <message>
        <source>Sectors that can&apos;t be read are blank at the left: %s</source>
        <translation>Sektoren, die nicht gelesen werden können, sind links leer: %s</translation>
    </message>
    <message>
        <source>The disk is in use: %s Shut the machine down to see both sides. What this computer stores can be seen at any time.</source>
        <translation>Der Datenträger ist in Gebrauch: %s Fahren Sie die Maschine herunter, um beide Seiten zu sehen. Was dieser Computer speichert, ist jederzeit zu sehen.</translation>
    </message>
    <message>
        <source>The file holds only zeros here.</source>
        <translation>Die Datei enthält hier nur Nullen.</translation>
    </message>
    <message>
        <source>Nothing was written here yet: both sides are empty.</source>
        <translation>Hier wurde noch nichts geschrieben: Beide Seiten sind leer.</translation>
    </message>
    <message>
        <source>Both sides are the same: this disk is not encrypted. Whoever gets the file reads what the guest wrote.</source>
        <translation>Beide Seiten sind gleich: Dieser Datenträger ist nicht verschlüsselt. Wer die Datei bekommt, liest, was der Gast schrieb.</translation>
    </message>
    <message>
        <source>What this computer stores can&apos;t be told from random bytes. Nothing of the left picture can be seen in the right one.</source>
        <translation>Was dieser Computer speichert, ist von Zufallsbytes nicht zu unterscheiden. Nichts vom linken Bild ist im rechten zu sehen.</translation>
    </message>
    <message>
        <source>The two sides differ. Part of this stretch was never written.</source>
        <translation>Die beiden Seiten unterscheiden sich. Ein Teil dieser Stelle wurde nie beschrieben.</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>other small values</source>
        <translation>andere kleine Werte</translation>
    </message>
    <message>
        <source>upper half</source>
        <translation>obere Hälfte</translation>
    </message>
    <message>
        <source>255</source>
        <translation>255</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%s, %s</source>
        <translation>%s, %s</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>weniger als eine Minute noch</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>KeyDeeds</name>
    <message>
        <source>Add a passphrase</source>
        <translation>Eine Passphrase hinzufügen</translation>
    </message>
    <message>
        <source>Another passphrase for the disk %s</source>
        <translation>Eine weitere Passphrase für den Datenträger %s</translation>
    </message>
    <message>
        <source>The disk opens with it, too; what opens it now still does.</source>
        <translation>Auch sie öffnet den Datenträger; was ihn jetzt öffnet, öffnet ihn weiterhin.</translation>
    </message>
    <message>
        <source>Add passphrase</source>
        <translation>Passphrase hinzufügen</translation>
    </message>
    <message>
        <source>The passphrase was added.</source>
        <translation>Die Passphrase wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The key file was added.</source>
        <translation>Die Schlüsseldatei wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The recovery key was added.</source>
        <translation>Der Wiederherstellungsschlüssel wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Die Passphrase ändern</translation>
    </message>
    <message>
        <source>A new passphrase for the disk %s</source>
        <translation>Eine neue Passphrase für den Datenträger %s</translation>
    </message>
    <message>
        <source>It takes the place of key slot %d. Header backups made before still open with the old one.</source>
        <translation>Sie tritt an die Stelle von Schlüsselfach %d. Früher angelegte Header-Sicherungen öffnen sich noch mit der alten.</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Die Passphrase wurde geändert.</translation>
    </message>
    <message>
        <source>Key slot %d was removed.</source>
        <translation>Schlüsselfach %d wurde entfernt.</translation>
    </message>
    <message>
        <source>Give one that opens the disk now, to change what opens it.</source>
        <translation>Geben Sie an, was den Datenträger jetzt öffnet, um das zu ändern.</translation>
    </message>
    <message>
        <source>The passphrase was changed, also in the keyring.</source>
        <translation>Die Passphrase wurde geändert, auch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>It was removed, from the keyring as well: you will be asked.</source>
        <translation>Sie wurde entfernt, auch aus dem Schlüsselbund: Sie werden gefragt.</translation>
    </message>
</context>
<context>
    <name>KeyFileField</name>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Anlegen …</translation>
    </message>
    <message>
        <source>Create a key file</source>
        <translation>Eine Schlüsseldatei anlegen</translation>
    </message>
    <message>
        <source>Keep it on a stick and a copy elsewhere. Whoever has it can read the disk; if its content changes, it opens nothing any more.</source>
        <translation>Bewahren Sie sie auf einem Stick und eine Kopie anderswo auf. Wer sie hat, kann den Datenträger lesen; ändert sich ihr Inhalt, öffnet sie nichts mehr.</translation>
    </message>
    <message>
        <source>%s was made. Copy it to a stick, too, before you rely on it.</source>
        <translation>%s wurde angelegt. Kopieren Sie sie auch auf einen Stick, bevor Sie sich auf sie verlassen.</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>datentraeger</translation>
    </message>
</context>
<context>
    <name>KeyedJob</name>
    <message>
        <source>The passphrase in the keyring does not open it any more.</source>
        <translation>Die Passphrase im Schlüsselbund öffnet ihn nicht mehr.</translation>
    </message>
</context>
<context>
    <name>KeyringChoice</name>
    <message>
        <source>Remember the passphrase in the keyring</source>
        <translation>Die Passphrase im Schlüsselbund merken</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation>Der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>Unlock the keyring…</source>
        <translation>Schlüsselbund entsperren …</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation>Den Schlüsselbund noch einmal fragen</translation>
    </message>
    <message>
        <source>The system asks for the keyring&apos;s password.</source>
        <translation>Das System fragt nach dem Passwort des Schlüsselbunds.</translation>
    </message>
</context>
<context>
    <name>KeysTab</name>
    <message>
        <source>Add passphrase…</source>
        <translation>Passphrase hinzufügen …</translation>
    </message>
    <message>
        <source>Add key file…</source>
        <translation>Schlüsseldatei hinzufügen …</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>Neuer Wiederherstellungsschlüssel …</translation>
    </message>
    <message>
        <source>Forget stored passphrase…</source>
        <translation>Gespeicherte Passphrase vergessen …</translation>
    </message>
    <message>
        <source>The keyring opens the disk no more without asking</source>
        <translation>Der Schlüsselbund öffnet den Datenträger dann nicht mehr ohne Rückfrage</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Nothing is known of what opens this disk: its header can&apos;t be read.</source>
        <translation>Was diesen Datenträger öffnet, ist nicht bekannt: Sein Header ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The disk is not encrypted: nothing is needed to open it.</source>
        <translation>Der Datenträger ist nicht verschlüsselt: Um ihn zu öffnen, braucht es nichts.</translation>
    </message>
    <message>
        <source>The disk is in use by %s. Shut it down to change what opens the disk.</source>
        <translation>Der Datenträger ist bei %s in Gebrauch. Fahren Sie die Maschine herunter, um zu ändern, was ihn öffnet.</translation>
    </message>
    <message>
        <source>Each of these opens the disk by itself.</source>
        <translation>Jedes davon öffnet den Datenträger für sich allein.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change key slot %d</source>
        <translation>Schlüsselfach %d ändern</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove key slot %d</source>
        <translation>Schlüsselfach %d entfernen</translation>
    </message>
    <message>
        <source>Nothing would open the disk any more: add another first</source>
        <translation>Nichts würde den Datenträger mehr öffnen: Fügen Sie zuerst etwas anderes hinzu</translation>
    </message>
    <message>
        <source>That is cheap to guess today. Change makes it new.</source>
        <translation>Das ist heute billig zu erraten. „Ändern“ erneuert es.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>All disks encrypted</source>
        <translation>Alle Datenträger verschlüsselt</translation>
    </message>
    <message>
        <source>Some disks not encrypted</source>
        <translation>Einige Datenträger nicht verschlüsselt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>%s, of %s</source>
        <translation>%s, von %s</translation>
    </message>
    <message>
        <source>%s, of no machine</source>
        <translation>%s, von keiner Maschine</translation>
    </message>
</context>
<context>
    <name>LibraryDeeds</name>
    <message>
        <source>Move to group</source>
        <translation>In Gruppe verschieben</translation>
    </message>
    <message>
        <source>Which group do they belong to? Empty: none.</source>
        <translation>Zu welcher Gruppe gehören sie? Leer: zu keiner.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>This can&apos;t be its name.</source>
        <translation>So kann sie nicht heißen.</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>Gruppe umbenennen</translation>
    </message>
    <message>
        <source>What shall the group “%s” be called?</source>
        <translation>Wie soll die Gruppe „%s“ heißen?</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>This can&apos;t be its name. %s</source>
        <translation>So kann sie nicht heißen. %s</translation>
    </message>
    <message>
        <source>There is a virtual machine of this name already.</source>
        <translation>Es gibt schon eine virtuelle Maschine dieses Namens.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>What shall the copy of “%s” be called?</source>
        <translation>Wie soll die Kopie von „%s“ heißen?</translation>
    </message>
    <message>
        <source>It gets all settings, but no disks: two machines can&apos;t use the same one at once. Create or attach some afterwards.</source>
        <translation>Sie bekommt alle Einstellungen, aber keine Datenträger: Zwei Maschinen können nicht gleichzeitig denselben benutzen. Legen Sie danach welche an oder schließen Sie welche an.</translation>
    </message>
    <message>
        <source>“%s” was removed from the library. Its disks are still there.</source>
        <translation>„%s“ wurde aus der Bibliothek entfernt. Die Datenträger sind noch da.</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) were removed from the library.</source>
        <translation>
            <numerusform>%n virtuelle Maschine wurde aus der Bibliothek entfernt.</numerusform>
            <numerusform>%n virtuelle Maschinen wurden aus der Bibliothek entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%s” was removed from the list. The file is still there.</source>
        <translation>„%s“ wurde aus der Liste entfernt. Die Datei ist noch da.</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s) were removed from the list. The files are still there.</source>
        <translation>
            <numerusform>%n Datenträger wurde aus der Liste entfernt. Die Datei ist noch da.</numerusform>
            <numerusform>%n Datenträger wurden aus der Liste entfernt. Die Dateien sind noch da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a disk</source>
        <translation>Einen Datenträger hinzufügen</translation>
    </message>
    <message>
        <source>Disks (*.vmg *.luks *.img);;All files (*)</source>
        <translation>Datenträger (*.vmg *.luks *.img);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%s” can&apos;t be used here.</source>
        <translation>„%s“ kann hier nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Drop a CD&apos;s image (.iso), or a disk of vmgui or LUKS.</source>
        <translation>Ziehen Sie ein CD-Abbild (.iso) oder einen Datenträger von vmgui oder LUKS hierher.</translation>
    </message>
    <message>
        <source>Put “%s” into the CD drive of “%s”?</source>
        <translation>„%s“ in das CD-Laufwerk von „%s“ einlegen?</translation>
    </message>
    <message>
        <source>Attach the disk “%s” to “%s”?</source>
        <translation>Den Datenträger „%s“ an „%s“ anschließen?</translation>
    </message>
    <message>
        <source>Insert a CD</source>
        <translation>Eine CD einlegen</translation>
    </message>
    <message>
        <source>Attach a disk</source>
        <translation>Einen Datenträger anschließen</translation>
    </message>
    <message>
        <source>A CD that is in the drive is taken out.</source>
        <translation>Eine CD, die im Laufwerk liegt, wird herausgenommen.</translation>
    </message>
    <message>
        <source>It runs and gets the disk at once. The file stays where it is.</source>
        <translation>Sie läuft und bekommt den Datenträger sofort. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>The machine has it from its next start on. The file stays where it is.</source>
        <translation>Die Maschine hat ihn ab dem nächsten Start. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>%s has it, too. They can&apos;t run at the same time with it.</source>
        <translation>Auch %s hat ihn. Beide können damit nicht gleichzeitig laufen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einlegen</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anschließen</translation>
    </message>
</context>
<context>
    <name>LibraryMenus</name>
    <message>
        <source>Add existing disk…</source>
        <translation>Vorhandenen Datenträger hinzufügen …</translation>
    </message>
    <message>
        <source>Move to group</source>
        <translation>In Gruppe verschieben</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Neue Gruppe …</translation>
    </message>
    <message>
        <source>Rename the group…</source>
        <translation>Gruppe umbenennen …</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search virtual machines and disks</source>
        <translation>Virtuelle Maschinen und Datenträger durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Nothing found for “%s”.</source>
        <translation>Nichts gefunden für „%s“.</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>What encryption costs</source>
        <translation>Was die Verschlüsselung kostet</translation>
    </message>
    <message>
        <source>Processor time of the programs that encrypt and carry the disks&apos; data</source>
        <translation>Prozessorzeit der Programme, die die Daten der Datenträger verschlüsseln und befördern</translation>
    </message>
    <message>
        <source>Disk %s</source>
        <translation>Datenträger %s</translation>
    </message>
    <message>
        <source>Throughput of the disk %s</source>
        <translation>Durchsatz des Datenträgers %s</translation>
    </message>
    <message numerus="yes">
        <source>%s of %n core(s)</source>
        <translation>
            <numerusform>%s von %n Kern</numerusform>
            <numerusform>%s von %n Kernen</numerusform>
        </translation>
    </message>
    <message>
        <source>%s in use here, of %s</source>
        <translation>%s hier in Gebrauch, von %s</translation>
    </message>
    <message>
        <source>Reads %s</source>
        <translation>Liest %s</translation>
    </message>
    <message>
        <source>Writes %s</source>
        <translation>Schreibt %s</translation>
    </message>
    <message>
        <source>%s of one processor core, with nothing to do</source>
        <translation>%s eines Prozessorkerns, ohne Arbeit</translation>
    </message>
    <message>
        <source>%s of one processor core at %s</source>
        <translation>%s eines Prozessorkerns bei %s</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log of %s</source>
        <translation>Protokoll von %s</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>Noch wurde nichts protokolliert.</translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Shutting down…</source>
        <translation>Fährt herunter …</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>Unerwartet beendet</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>MachineActions</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation>&amp;Herunterfahren</translation>
    </message>
    <message>
        <source>Ask the guest to shut down</source>
        <translation>Den Gast bitten, herunterzufahren</translation>
    </message>
    <message>
        <source>&amp;Force off</source>
        <translation>Ausschalten erz&amp;wingen</translation>
    </message>
    <message>
        <source>Like pulling the plug</source>
        <translation>Wie den Stecker ziehen</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Like the reset button</source>
        <translation>Wie die Reset-Taste</translation>
    </message>
    <message>
        <source>Send &amp;Ctrl+Alt+Del</source>
        <translation>S&amp;trg+Alt+Entf senden</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>F&amp;orget stored passphrases…</source>
        <translation>Gespeicherte &amp;Passphrasen vergessen …</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>&amp;Duplizieren …</translation>
    </message>
    <message>
        <source>Another machine like it, without its disks</source>
        <translation>Eine weitere Maschine wie diese, ohne ihre Datenträger</translation>
    </message>
    <message>
        <source>Delete for &amp;good…</source>
        <translation>Endgültig &amp;löschen …</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>Pr&amp;otokoll zeigen</translation>
    </message>
    <message>
        <source>Remo&amp;ve from the library</source>
        <translation>Aus der &amp;Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Its disks stay, and it can be put back</source>
        <translation>Die Datenträger bleiben, und sie lässt sich zurückholen</translation>
    </message>
</context>
<context>
    <name>MachineCreation</name>
    <message>
        <source>Writing the definition</source>
        <translation>Die Definition wird geschrieben</translation>
    </message>
</context>
<context>
    <name>MachineDeeds</name>
    <message>
        <source>Starting %s…</source>
        <translation>%s wird gestartet …</translation>
    </message>
    <message>
        <source>The settings of %s are saved.</source>
        <translation>Die Einstellungen von %s sind gespeichert.</translation>
    </message>
    <message>
        <source>%s runs.</source>
        <translation>%s läuft.</translation>
    </message>
    <message>
        <source>The guest was asked to shut down. If it does not: Machine, Force off.</source>
        <translation>Der Gast wurde gebeten, herunterzufahren. Wenn er es nicht tut: Maschine, Ausschalten erzwingen.</translation>
    </message>
</context>
<context>
    <name>MachineDiskFields</name>
    <message>
        <source>A new encrypted disk</source>
        <translation>Ein neuer verschlüsselter Datenträger</translation>
    </message>
    <message>
        <source>A disk that is there already</source>
        <translation>Ein vorhandener Datenträger</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Disks (*%s);;All files (*)</source>
        <translation>Datenträger (*%s);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No disk</source>
        <translation>Kein Datenträger</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>datentraeger</translation>
    </message>
    <message>
        <source>Choose the disk&apos;s file.</source>
        <translation>Wählen Sie die Datei des Datenträgers.</translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Serial console</source>
        <translation>Serielle Konsole</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>This screen is shown in a window of its own.</source>
        <translation>Dieser Bildschirm wird in einem eigenen Fenster gezeigt.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Show serial console</source>
        <translation>Serielle Konsole zeigen</translation>
    </message>
    <message>
        <source>This virtual machine can&apos;t be used.

%s</source>
        <translation>Diese virtuelle Maschine kann nicht verwendet werden.

%s</translation>
    </message>
    <message>
        <source>This virtual machine stopped unexpectedly.

%s</source>
        <translation>Diese virtuelle Maschine endete unerwartet.

%s</translation>
    </message>
    <message>
        <source>This virtual machine runs without a screen.</source>
        <translation>Diese virtuelle Maschine läuft ohne Bildschirm.</translation>
    </message>
    <message>
        <source>This virtual machine is off. %s</source>
        <translation>Diese virtuelle Maschine ist aus. %s</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The language changes when vmgui is opened the next time.</source>
        <translation>Die Sprache ändert sich, wenn vmgui das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>About vmgui</source>
        <translation>Über vmgui</translation>
    </message>
    <message>
        <source>vmgui %s

Virtual machines whose disks are encrypted before they reach this computer&apos;s storage.

Apache License 2.0</source>
        <translation>vmgui %s

Virtuelle Maschinen, deren Datenträger verschlüsselt werden, bevor sie den Speicher dieses Computers erreichen.

Apache-Lizenz 2.0</translation>
    </message>
</context>
<context>
    <name>MediumPage</name>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>What shall the new machine be installed from?</source>
        <translation>Wovon soll die neue Maschine installiert werden?</translation>
    </message>
    <message>
        <source>The image of a CD or DVD (.iso)</source>
        <translation>Das Abbild einer CD oder DVD (.iso)</translation>
    </message>
    <message>
        <source>CD image</source>
        <translation>CD-Abbild</translation>
    </message>
    <message>
        <source>CD images (*.iso);;All files (*)</source>
        <translation>CD-Abbilder (*.iso);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here</source>
        <translation>Wählen Sie eine Datei, oder ziehen Sie sie hierher</translation>
    </message>
    <message>
        <source>The guest&apos;s system</source>
        <translation>Das System des Gasts</translation>
    </message>
    <message>
        <source>Any other</source>
        <translation>Ein anderes</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>A disk that has a system already</source>
        <translation>Ein Datenträger, der schon ein System hat</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Disks (*%s);;All files (*)</source>
        <translation>Datenträger (*%s);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Looking what it is…</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>Recognised from the medium: %s.</source>
        <translation>Vom Medium erkannt: %s.</translation>
    </message>
    <message>
        <source>Recognised from the medium: %s, for another processor (%s), which can only be emulated, slowly.</source>
        <translation>Vom Medium erkannt: %s, für einen anderen Prozessor (%s), der nur emuliert werden kann, was langsam ist.</translation>
    </message>
    <message>
        <source>Its system is not known here; “Any other” suits most.</source>
        <translation>Sein System ist hier nicht bekannt; „Ein anderes“ passt meistens.</translation>
    </message>
    <message>
        <source>%s No computer can start from it, it says.</source>
        <translation>%s Kein Computer kann davon starten, sagt es.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>New &amp;virtual machine…</source>
        <translation>Neue &amp;virtuelle Maschine …</translation>
    </message>
    <message>
        <source>New encrypted &amp;disk…</source>
        <translation>Neuer verschlüsselter &amp;Datenträger …</translation>
    </message>
    <message>
        <source>Encryption &amp;plug-ins…</source>
        <translation>Verschlüsselungs-&amp;Plug-ins …</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Add &amp;existing disk…</source>
        <translation>V&amp;orhandenen Datenträger hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Undo removing</source>
        <translation>Entfernen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Maschine</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Icon and notifications in the tray</source>
        <translation>Symbol und Benachrichtigungen im &amp;Infobereich</translation>
    </message>
    <message>
        <source>&amp;About vmgui</source>
        <translation>Ü&amp;ber vmgui</translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation>Diesen &amp;Computer prüfen …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NameLine</name>
    <message>
        <source>New name of %s</source>
        <translation>Neuer Name von %s</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Through this computer</source>
        <translation>Über diesen Computer</translation>
    </message>
    <message>
        <source>Bridge: a neighbour of this computer</source>
        <translation>Bridge: ein Nachbar dieses Computers</translation>
    </message>
    <message>
        <source>Private: only with other machines of yours</source>
        <translation>Privat: nur mit anderen Maschinen von Ihnen</translation>
    </message>
    <message>
        <source>No network card</source>
        <translation>Keine Netzwerkkarte</translation>
    </message>
    <message>
        <source>Cable plugged in</source>
        <translation>Kabel eingesteckt</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Sein Name</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>Port-Weiterleitungen</translation>
    </message>
    <message>
        <source>Connections to a port of this computer go to a port of the guest.</source>
        <translation>Verbindungen zu einem Port dieses Computers gehen zu einem Port des Gasts.</translation>
    </message>
    <message>
        <source>The guest reaches what this computer reaches.</source>
        <translation>Der Gast erreicht, was dieser Computer erreicht.</translation>
    </message>
    <message>
        <source>The guest is a member of the bridge&apos;s network, with its own address.</source>
        <translation>Der Gast ist Teil des Netzwerks der Bridge, mit eigener Adresse.</translation>
    </message>
    <message>
        <source>Machines with the same name here reach each other, nothing else.</source>
        <translation>Maschinen mit demselben Namen hier erreichen einander, sonst nichts.</translation>
    </message>
    <message>
        <source>The guest has no network.</source>
        <translation>Der Gast hat kein Netzwerk.</translation>
    </message>
    <message>
        <source>This computer has no bridge yet.</source>
        <translation>Dieser Computer hat noch keine Bridge.</translation>
    </message>
</context>
<context>
    <name>NewDiskAssistant</name>
    <message>
        <source>Create disk</source>
        <translation>Datenträger anlegen</translation>
    </message>
    <message>
        <source>Creating the disk</source>
        <translation>Der Datenträger wird angelegt</translation>
    </message>
    <message>
        <source>The disk is ready.</source>
        <translation>Der Datenträger ist bereit.</translation>
    </message>
</context>
<context>
    <name>NewKeyFile</name>
    <message>
        <source>Add a key file</source>
        <translation>Eine Schlüsseldatei hinzufügen</translation>
    </message>
    <message>
        <source>Which file shall open the disk %s?</source>
        <translation>Welche Datei soll den Datenträger %s öffnen?</translation>
    </message>
    <message>
        <source>Whoever has the file can open the disk: keep it on a stick, not beside the disk. The file must never change.</source>
        <translation>Wer die Datei hat, kann den Datenträger öffnen: Bewahren Sie sie auf einem Stick auf, nicht neben dem Datenträger. Die Datei darf sich nie ändern.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>Eine neue anlegen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add key file</source>
        <translation>Schlüsseldatei hinzufügen</translation>
    </message>
    <message>
        <source>A new key file was made. Keep a copy of it in a safe place.</source>
        <translation>Eine neue Schlüsseldatei wurde angelegt. Bewahren Sie eine Kopie an einem sicheren Ort auf.</translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation>Eine Schlüsseldatei anlegen</translation>
    </message>
    <message>
        <source>Key files (*.key)</source>
        <translation>Schlüsseldateien (*.key)</translation>
    </message>
</context>
<context>
    <name>NewMachineAssistant</name>
    <message>
        <source>Creating the machine</source>
        <translation>Die Maschine wird angelegt</translation>
    </message>
    <message>
        <source>The virtual machine is ready.</source>
        <translation>Die virtuelle Maschine ist bereit.</translation>
    </message>
    <message>
        <source>Start it now</source>
        <translation>Jetzt starten</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase once more</source>
        <translation>Neue Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>Eine vorschlagen</translation>
    </message>
    <message>
        <source>Seven random words; write them down</source>
        <translation>Sieben zufällige Wörter; schreiben Sie sie auf</translation>
    </message>
    <message>
        <source>Strength of the passphrase</source>
        <translation>Stärke der Passphrase</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Plug-ins…</source>
        <translation>Plug-ins …</translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation>Passphrase ändern …</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>Neuer Wiederherstellungsschlüssel …</translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation>Sicherung anlegen …</translation>
    </message>
    <message>
        <source>Repair the header</source>
        <translation>Header reparieren</translation>
    </message>
    <message>
        <source>Restore the header…</source>
        <translation>Header wiederherstellen …</translation>
    </message>
    <message>
        <source>By %s, version %s. %s.</source>
        <translation>Von %s, Version %s. %s.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Zeigen, was getippt ist</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Seven random words; write them down</source>
        <translation>Sieben zufällige Wörter; schreiben Sie sie auf</translation>
    </message>
    <message>
        <source>Make a recovery key</source>
        <translation>Einen Wiederherstellungsschlüssel anlegen</translation>
    </message>
    <message>
        <source>Passphrase and recovery</source>
        <translation>Passphrase und Wiederherstellung</translation>
    </message>
    <message>
        <source>Whoever has what opens the disk can read it; without it nobody can.</source>
        <translation>Wer hat, was den Datenträger öffnet, kann ihn lesen; ohne das kann es niemand.</translation>
    </message>
    <message>
        <source>Use of a key file</source>
        <translation>Verwendung einer Schlüsseldatei</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Instead of the passphrase</source>
        <translation>Anstelle der Passphrase</translation>
    </message>
    <message>
        <source>Besides: either of them opens the disk</source>
        <translation>Daneben: Jede von beiden öffnet den Datenträger</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>24 words to print or save at the end. They open the disk if you forget.</source>
        <translation>24 Wörter, die am Ende gedruckt oder gespeichert werden. Sie öffnen den Datenträger, wenn Sie die Passphrase vergessen.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message numerus="yes">
        <source>Copied; it leaves the clipboard in %n second(s).</source>
        <translation>
            <numerusform>Kopiert; verlässt die Zwischenablage in %n Sekunde.</numerusform>
            <numerusform>Kopiert; verlässt die Zwischenablage in %n Sekunden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PluginCard</name>
    <message>
        <source>being measured…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>by %s, version %s</source>
        <translation>von %s, Version %s</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>It runs only after you approved it.</source>
        <translation>Es läuft erst, wenn Sie es genehmigt haben.</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen …</translation>
    </message>
</context>
<context>
    <name>PluginRow</name>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%s, version %s</source>
        <translation>%s, Version %s</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Hash of its files</source>
        <translation>Hash seiner Dateien</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen …</translation>
    </message>
    <message>
        <source>Withdraw approval…</source>
        <translation>Genehmigung zurückziehen …</translation>
    </message>
    <message>
        <source>Not measured: it depends on the disk</source>
        <translation>Nicht gemessen: Es hängt vom Datenträger ab</translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Measured once it is approved</source>
        <translation>Wird gemessen, sobald es genehmigt ist</translation>
    </message>
    <message>
        <source>Copy the whole SHA-256</source>
        <translation>Die ganze SHA-256 kopieren</translation>
    </message>
    <message>
        <source>Copy the whole SHA-256 of %s</source>
        <translation>Die ganze SHA-256 von %s kopieren</translation>
    </message>
</context>
<context>
    <name>Plugins</name>
    <message>
        <source>Recommended · %s</source>
        <translation>Empfohlen · %s</translation>
    </message>
    <message>
        <source>Came with vmgui</source>
        <translation>Kam mit vmgui</translation>
    </message>
    <message>
        <source>Approved by you</source>
        <translation>Von Ihnen genehmigt</translation>
    </message>
    <message>
        <source>Changed since you approved it</source>
        <translation>Geändert, seit Sie es genehmigt haben</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Nicht genehmigt</translation>
    </message>
    <message>
        <source>Does not encrypt</source>
        <translation>Verschlüsselt nicht</translation>
    </message>
    <message>
        <source>Notices tampering</source>
        <translation>Bemerkt Veränderungen</translation>
    </message>
    <message>
        <source>Does not notice tampering</source>
        <translation>Bemerkt keine Veränderungen</translation>
    </message>
    <message>
        <source>%s MB/s here</source>
        <translation>%s MB/s hier</translation>
    </message>
    <message>
        <source>Its files changed since you approved it: %s.</source>
        <translation>Seine Dateien haben sich geändert, seit Sie es genehmigt haben: %s.</translation>
    </message>
</context>
<context>
    <name>PluginsDialog</name>
    <message>
        <source>Plug-ins</source>
        <translation>Plug-ins</translation>
    </message>
    <message>
        <source>Looking for plug-ins…</source>
        <translation>Plug-ins werden gesucht …</translation>
    </message>
    <message>
        <source>A plug-in encrypts the disks that you choose it for. One that did not come with vmgui runs only after you approved it, and you are asked again when its files change.</source>
        <translation>Ein Plug-in verschlüsselt die Datenträger, für die Sie es wählen. Eines, das nicht mit vmgui kam, läuft erst, wenn Sie es genehmigt haben, und Sie werden wieder gefragt, wenn sich seine Dateien ändern.</translation>
    </message>
    <message>
        <source>Installed with pip, or as folders in %s</source>
        <translation>Installiert mit pip oder als Ordner in %s</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>You approved it once. Its disks can be opened when it is installed again.</source>
        <translation>Sie haben es einmal genehmigt. Seine Datenträger lassen sich öffnen, wenn es wieder installiert ist.</translation>
    </message>
    <message>
        <source>Withdraw approval…</source>
        <translation>Genehmigung zurückziehen …</translation>
    </message>
</context>
<context>
    <name>ProcessorPage</name>
    <message>
        <source>Processor and memory</source>
        <translation>Prozessor und Arbeitsspeicher</translation>
    </message>
    <message>
        <source>With KVM where it works, else emulated</source>
        <translation>Mit KVM, wo es funktioniert, sonst emuliert</translation>
    </message>
    <message>
        <source>Only with KVM</source>
        <translation>Nur mit KVM</translation>
    </message>
    <message>
        <source>Always emulated (slower)</source>
        <translation>Immer emuliert (langsamer)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message numerus="yes">
        <source>This computer has %n core(s).</source>
        <translation>
            <numerusform>Dieser Computer hat %n Kern.</numerusform>
            <numerusform>Dieser Computer hat %n Kerne.</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>A size like 512M or 4G. This computer has %s.</source>
        <translation>Eine Größe wie 512M oder 4G. Dieser Computer hat %s.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Looking whether KVM works here…</source>
        <translation>Es wird geprüft, ob KVM hier funktioniert …</translation>
    </message>
    <message>
        <source>KVM works here: this computer&apos;s own processor runs the guest.</source>
        <translation>KVM funktioniert hier: Der Prozessor dieses Computers führt den Gast selbst aus.</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Looking for plug-ins…</source>
        <translation>Plug-ins werden gesucht …</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Ein anderes wählen …</translation>
    </message>
    <message>
        <source>Hide how much of the disk is in use</source>
        <translation>Verbergen, wie viel des Datenträgers in Gebrauch ist</translation>
    </message>
    <message>
        <source>Fills the whole file with random bytes first.</source>
        <translation>Füllt zuerst die ganze Datei mit Zufallsbytes.</translation>
    </message>
    <message>
        <source>Writes the whole file now: it takes longer, and all its room at once.</source>
        <translation>Schreibt jetzt die ganze Datei: Das dauert länger und braucht den ganzen Platz auf einmal.</translation>
    </message>
    <message>
        <source>%s (recommended here)</source>
        <translation>%s (hier empfohlen)</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>%s Install a version that can, or tell its publisher.</source>
        <translation>%s Installieren Sie eine Version, die es kann, oder sagen Sie es dem Herausgeber.</translation>
    </message>
    <message>
        <source>No plug-in that encrypts may run. Choose and approve one.</source>
        <translation>Kein Plug-in, das verschlüsselt, darf laufen. Wählen und genehmigen Sie eines.</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s) here need it: %s.</source>
        <translation>
            <numerusform>%n Datenträger hier braucht es: %s.</numerusform>
            <numerusform>%n Datenträger hier brauchen es: %s.</numerusform>
        </translation>
    </message>
    <message>
        <source>You approved it once.</source>
        <translation>Sie haben es einmal genehmigt.</translation>
    </message>
    <message>
        <source>Install it with pip, or put its folder into %s, then look again.</source>
        <translation>Installieren Sie es mit pip, oder legen Sie seinen Ordner in %s ab, und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>Its encryptionID: %s</source>
        <translation>Seine encryptionID: %s</translation>
    </message>
    <message>
        <source>Measuring how fast the plug-ins are here…</source>
        <translation>Es wird gemessen, wie schnell die Plug-ins hier sind …</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit vmgui</source>
        <translation>vmgui beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Quit and leave them running</source>
        <translation>Beenden und laufen lassen</translation>
    </message>
    <message>
        <source>Shut down and quit</source>
        <translation>Herunterfahren und beenden</translation>
    </message>
    <message>
        <source>They can go on without the window: open vmgui again, and all is there as before. Or let their systems shut down first.</source>
        <translation>Sie können ohne das Fenster weiterlaufen: Öffnen Sie vmgui wieder, und alles ist da wie zuvor. Oder lassen Sie zuerst ihre Systeme herunterfahren.</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) still running: %s</source>
        <translation>
            <numerusform>%n virtuelle Maschine läuft noch: %s</numerusform>
            <numerusform>%n virtuelle Maschinen laufen noch: %s</numerusform>
        </translation>
    </message>
    <message>
        <source>Their systems were asked to shut down; vmgui quits when they have. One that does not react can be left running, or be forced off in its own page.</source>
        <translation>Ihre Systeme wurden gebeten, herunterzufahren; vmgui endet, wenn sie es getan haben. Eines, das nicht reagiert, kann weiterlaufen oder auf seiner eigenen Seite ausgeschaltet werden.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Type the %d words of the recovery key</source>
        <translation>Tippen Sie die %d Wörter des Wiederherstellungsschlüssels</translation>
    </message>
    <message>
        <source>With blanks between, in the order of their numbers. The first four letters of each are enough.</source>
        <translation>Mit Leerzeichen dazwischen, in der Reihenfolge ihrer Nummern. Die ersten vier Buchstaben jedes Worts genügen.</translation>
    </message>
    <message>
        <source>Words of the recovery key</source>
        <translation>Wörter des Wiederherstellungsschlüssels</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>%d of %d words</source>
        <translation>%d von %d Wörtern</translation>
    </message>
    <message>
        <source>%s Did you mean “%s”?</source>
        <translation>%s Meinten Sie „%s“?</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyDialog</name>
    <message>
        <source>New recovery key</source>
        <translation>Neuer Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>The disk %s has a new recovery key.</source>
        <translation>Der Datenträger %s hat einen neuen Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe ihn aufbewahrt</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Recovery key of %s</source>
        <translation>Wiederherstellungsschlüssel von %s</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>These words open the disk, as its passphrase does. Whoever has them and a copy of the disk can read it: keep this sheet away from the computer, and show it to nobody.</source>
        <translation>Diese Wörter öffnen den Datenträger wie seine Passphrase. Wer sie und eine Kopie des Datenträgers hat, kann ihn lesen: Bewahren Sie dieses Blatt fern vom Computer auf, und zeigen Sie es niemandem.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Type the words in the order of their numbers, with blanks between, wherever vmgui asks for this disk&apos;s passphrase, or scan the code with a reader that keeps nothing and paste its text.</source>
        <translation>Tippen Sie die Wörter in der Reihenfolge ihrer Nummern, mit Leerzeichen dazwischen, wo immer vmgui nach der Passphrase dieses Datenträgers fragt, oder lesen Sie den Code mit einem Leser, der nichts behält, und fügen Sie den Text ein.</translation>
    </message>
    <message>
        <source>If it is lost</source>
        <translation>Wenn er verloren geht</translation>
    </message>
    <message>
        <source>Make another recovery key on the disk&apos;s page, and remove this one&apos;s key slot, which the date above tells from others.</source>
        <translation>Legen Sie auf der Seite des Datenträgers einen anderen Wiederherstellungsschlüssel an, und entfernen Sie das Schlüsselfach von diesem, das am Datum oben zu erkennen ist.</translation>
    </message>
</context>
<context>
    <name>RecoveryView</name>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Save the sheet as a PDF or as text</source>
        <translation>Das Blatt als PDF oder als Text speichern</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Print the sheet, with a QR code</source>
        <translation>Das Blatt drucken, mit einem QR-Code</translation>
    </message>
    <message>
        <source>I wrote the words down, or do without them</source>
        <translation>Ich habe die Wörter aufgeschrieben oder verzichte auf sie</translation>
    </message>
    <message>
        <source>It opens the disk if the passphrase is forgotten, and is not shown again. Print or save it, and keep it away from this computer.</source>
        <translation>Er öffnet den Datenträger, wenn die Passphrase vergessen ist, und wird nicht wieder gezeigt. Drucken oder speichern Sie ihn, und bewahren Sie ihn fern von diesem Computer auf.</translation>
    </message>
    <message>
        <source>Saved as %s. Put it on a stick or print it, then delete the file.</source>
        <translation>Gespeichert als %s. Legen Sie es auf einen Stick, oder drucken Sie es, und löschen Sie dann die Datei.</translation>
    </message>
    <message>
        <source>No printer is set up here. Save the sheet as a PDF instead.</source>
        <translation>Hier ist kein Drucker eingerichtet. Speichern Sie das Blatt stattdessen als PDF.</translation>
    </message>
    <message>
        <source>Sent to the printer. Check that the sheet can be read.</source>
        <translation>An den Drucker gesandt. Prüfen Sie, ob das Blatt lesbar ist.</translation>
    </message>
    <message>
        <source>The printer took nothing. Save the sheet instead.</source>
        <translation>Der Drucker nahm nichts an. Speichern Sie das Blatt stattdessen.</translation>
    </message>
    <message>
        <source>The recovery key could not be saved.</source>
        <translation>Der Wiederherstellungsschlüssel konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Choose another folder, or write the words down.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schreiben Sie die Wörter auf.</translation>
    </message>
    <message>
        <source>%s recovery key.pdf</source>
        <translation>%s Wiederherstellungsschlüssel.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Wiederherstellungsschlüssel speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>RemoveKeyDialog</name>
    <message>
        <source>Remove a key</source>
        <translation>Einen Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Remove key slot %d (%s) of the disk %s?</source>
        <translation>Schlüsselfach %d (%s) des Datenträgers %s entfernen?</translation>
    </message>
    <message>
        <source>What opens the disk through this slot will not do so any more.</source>
        <translation>Was den Datenträger durch dieses Fach öffnet, wird es nicht mehr tun.</translation>
    </message>
    <message>
        <source>Header backups made before still open with it: make a new backup, and destroy the old ones.</source>
        <translation>Früher angelegte Header-Sicherungen öffnen sich noch damit: Legen Sie eine neue Sicherung an, und vernichten Sie die alten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore the header</source>
        <translation>Header wiederherstellen</translation>
    </message>
    <message>
        <source>Put the header from %s back onto the disk %s?</source>
        <translation>Den Header aus %s auf den Datenträger %s zurückschreiben?</translation>
    </message>
    <message>
        <source>This backup is of another disk: it will be refused.</source>
        <translation>Diese Sicherung ist von einem anderen Datenträger: Sie wird abgelehnt.</translation>
    </message>
    <message>
        <source>From then on the disk is opened by what opened it at the backup:</source>
        <translation>Von da an öffnet den Datenträger, was ihn zur Zeit der Sicherung öffnete:</translation>
    </message>
    <message>
        <source>A passphrase that was set or changed since opens the disk no more. You will be asked for one of the backup&apos;s.</source>
        <translation>Eine seither festgelegte oder geänderte Passphrase öffnet ihn nicht mehr. Sie werden nach einer aus der Sicherung gefragt.</translation>
    </message>
    <message>
        <source>The data is not touched. A virtual machine that uses the disk asks you to accept the change at its next start.</source>
        <translation>Die Daten werden nicht angerührt. Eine virtuelle Maschine, die den Datenträger benutzt, bittet Sie beim nächsten Start, die Änderung anzunehmen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Nothing has been made yet.</source>
        <translation>Noch wurde nichts angelegt.</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>%s runs and gets the disk at once.</source>
        <translation>%s läuft und bekommt den Datenträger sofort.</translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>This virtual machine is off.</source>
        <translation>Diese virtuelle Maschine ist aus.</translation>
    </message>
    <message>
        <source>Send keys</source>
        <translation>Tasten senden</translation>
    </message>
    <message>
        <source>Press keys for the guest that this computer keeps</source>
        <translation>Tasten für den Gast drücken, die dieser Computer behält</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Save what the guest shows now as a picture</source>
        <translation>Als Bild speichern, was der Gast jetzt zeigt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation>Nur zusehen</translation>
    </message>
    <message>
        <source>Send the guest neither keys nor the pointer</source>
        <translation>Dem Gast weder Tasten noch den Zeiger senden</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Show this screen in a window of its own</source>
        <translation>Diesen Bildschirm in einem eigenen Fenster zeigen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>&amp;Fit the window</source>
        <translation>Ins &amp;Fenster einpassen</translation>
    </message>
    <message>
        <source>The guest&apos;s &amp;own pixels</source>
        <translation>Die &amp;eigenen Pixel des Gasts</translation>
    </message>
    <message>
        <source>&amp;Resize the guest&apos;s screen</source>
        <translation>Bildschirm des Gasts &amp;anpassen</translation>
    </message>
    <message>
        <source>The guest is only watched.</source>
        <translation>Dem Gast wird nur zugesehen.</translation>
    </message>
    <message>
        <source>Ctrl+Alt frees the keyboard. Caps Lock is on.</source>
        <translation>Strg+Alt gibt die Tastatur frei. Die Feststelltaste ist an.</translation>
    </message>
    <message>
        <source>Ctrl+Alt frees the keyboard.</source>
        <translation>Strg+Alt gibt die Tastatur frei.</translation>
    </message>
    <message>
        <source>Click into the screen to type there.</source>
        <translation>Klicken Sie in den Bildschirm, um dort zu tippen.</translation>
    </message>
    <message>
        <source>While the screen has the keyboard, texts that are copied here can be pasted there and the other way round, if the guest runs the SPICE agent.</source>
        <translation>Solange der Bildschirm die Tastatur hat, lassen sich hier kopierte Texte dort einfügen und umgekehrt, wenn im Gast der SPICE-Agent läuft.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>The picture was saved as %s.</source>
        <translation>Das Bild wurde als %s gespeichert.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>from next start</source>
        <translation>ab dem nächsten Start</translation>
    </message>
</context>
<context>
    <name>SelectionPage</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Force off</source>
        <translation>Ausschalten erzwingen</translation>
    </message>
    <message>
        <source>Move to group…</source>
        <translation>In Gruppe verschieben …</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s)</source>
        <translation>
            <numerusform>%n virtuelle Maschine</numerusform>
            <numerusform>%n virtuelle Maschinen</numerusform>
        </translation>
    </message>
    <message>
        <source>%s selected</source>
        <translation>%s ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%s, %s</source>
        <translation>%s, %s</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s) selected</source>
        <translation>
            <numerusform>%n Datenträger ausgewählt</numerusform>
            <numerusform>%n Datenträger ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of no machine</source>
        <translation>
            <numerusform>%n von keiner Maschine</numerusform>
            <numerusform>%n von keiner Maschine</numerusform>
        </translation>
    </message>
    <message>
        <source>%s, of %s</source>
        <translation>%s, von %s</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>SerialView</name>
    <message>
        <source>The machine is off. This is what it said on its serial line last.</source>
        <translation>Die Maschine ist aus. Das sagte sie zuletzt auf ihrer seriellen Leitung.</translation>
    </message>
    <message>
        <source>Connecting to the serial line…</source>
        <translation>Verbindung zur seriellen Leitung …</translation>
    </message>
    <message>
        <source>What you typed has not been taken: the guest does not listen, or another program is connected. This goes on by itself once that one ends.</source>
        <translation>Was Sie tippten, wurde nicht abgenommen: Der Gast hört nicht zu, oder ein anderes Programm ist verbunden. Es geht von selbst weiter, wenn dieses endet.</translation>
    </message>
    <message>
        <source>Keys go to the guest&apos;s first serial line while it has the keyboard. Press Ctrl+Alt and let go to free them.</source>
        <translation>Tasten gehen an die erste serielle Leitung des Gasts, solange sie die Tastatur hat. Strg+Alt drücken und loslassen gibt sie frei.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings of %s</source>
        <translation>Einstellungen von %s</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%s: something is wrong</source>
        <translation>%s: Etwas stimmt nicht</translation>
    </message>
    <message>
        <source>The machine runs. This waits for its next start: %s.</source>
        <translation>Die Maschine läuft. Dies wartet auf ihren nächsten Start: %s.</translation>
    </message>
    <message>
        <source>Something can&apos;t be stored as it is.</source>
        <translation>Etwas kann so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>ShareRow</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Name in the guest</source>
        <translation>Name im Gast</translation>
    </message>
    <message>
        <source>%s, folder %d</source>
        <translation>%s, Ordner %d</translation>
    </message>
    <message>
        <source>Folder %d</source>
        <translation>Ordner %d</translation>
    </message>
    <message>
        <source>The guest may only read</source>
        <translation>Der Gast darf nur lesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the line that mounts it</source>
        <translation>Die Zeile kopieren, die ihn einhängt</translation>
    </message>
    <message>
        <source>In a Linux guest, as root:</source>
        <translation>In einem Linux-Gast, als root:</translation>
    </message>
</context>
<context>
    <name>SharesPage</name>
    <message>
        <source>Shared folders</source>
        <translation>Freigegebene Ordner</translation>
    </message>
    <message>
        <source>Folders of this computer that the guest can mount.</source>
        <translation>Ordner dieses Computers, die der Gast einhängen kann.</translation>
    </message>
    <message>
        <source>No folder is shared.</source>
        <translation>Kein Ordner ist freigegeben.</translation>
    </message>
    <message>
        <source>Share a folder…</source>
        <translation>Ordner freigeben …</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>Ordner freigeben</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Virtual machines and disks</source>
        <translation>Virtuelle Maschinen und Datenträger</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>Slots</name>
    <message>
        <source>Passphrase or key file</source>
        <translation>Passphrase oder Schlüsseldatei</translation>
    </message>
    <message>
        <source>Key slot %d. %s.</source>
        <translation>Schlüsselfach %d. %s.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Key slot %d, since %s. %s</source>
        <translation>Schlüsselfach %d, seit %s. %s</translation>
    </message>
    <message>
        <source>Each guess fills %s of memory %s times (Argon2id).</source>
        <translation>Jeder Rateversuch füllt %s Arbeitsspeicher %s-mal (Argon2id).</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>Stärke der Passphrase</translation>
    </message>
</context>
<context>
    <name>StrengthWords</name>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>Es ist noch nichts getippt.</translation>
    </message>
    <message>
        <source>Very weak.</source>
        <translation>Sehr schwach.</translation>
    </message>
    <message>
        <source>Weak.</source>
        <translation>Schwach.</translation>
    </message>
    <message>
        <source>Fair.</source>
        <translation>Mittelmäßig.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Gut.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>%s processor cores would find it %s.</source>
        <translation>%s Prozessorkerne fänden sie %s.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>after many thousand years</source>
        <translation>nach vielen Jahrtausenden</translation>
    </message>
    <message>
        <source>after thousands of years</source>
        <translation>nach Jahrtausenden</translation>
    </message>
    <message numerus="yes">
        <source>within %n year(s)</source>
        <translation>
            <numerusform>in %n Jahr</numerusform>
            <numerusform>in %n Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s)</source>
        <translation>
            <numerusform>in %n Monat</numerusform>
            <numerusform>in %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n hour(s)</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n second(s)</source>
        <translation>
            <numerusform>in %n Sekunde</numerusform>
            <numerusform>in %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Found on this computer:</source>
        <translation>Auf diesem Computer gefunden:</translation>
    </message>
    <message>
        <source>Install from %s</source>
        <translation>Von %s installieren</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>This is what will be made. Change what you like.</source>
        <translation>Das wird angelegt. Ändern Sie, was Sie möchten.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Ein anderes wählen …</translation>
    </message>
    <message>
        <source>Choose another encryption</source>
        <translation>Eine andere Verschlüsselung wählen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Create machine</source>
        <translation>Maschine anlegen</translation>
    </message>
    <message>
        <source>Encryption: measuring what is fast here, once…</source>
        <translation>Verschlüsselung: Es wird einmal gemessen, was hier schnell ist …</translation>
    </message>
    <message>
        <source>Encryption: %s</source>
        <translation>Verschlüsselung: %s</translation>
    </message>
    <message>
        <source>Without a disk and a CD image it has nothing to start from.</source>
        <translation>Ohne Datenträger und CD-Abbild hat sie nichts, wovon sie starten kann.</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Serial console of the virtual machine</source>
        <translation>Serielle Konsole der virtuellen Maschine</translation>
    </message>
    <message>
        <source>&amp;Copy	Ctrl+Shift+C</source>
        <translation>&amp;Kopieren	Strg+Umschalt+C</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Alles kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste	Ctrl+Shift+V</source>
        <translation>&amp;Einfügen	Strg+Umschalt+V</translation>
    </message>
    <message>
        <source>&amp;Type this terminal&apos;s size (stty)</source>
        <translation>Die &amp;Größe dieses Terminals tippen (stty)</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Show the window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>%s: %s</source>
        <translation>%s: %s</translation>
    </message>
    <message>
        <source>No virtual machine runs</source>
        <translation>Keine virtuelle Maschine läuft</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>%s stopped unexpectedly</source>
        <translation>%s endete unerwartet</translation>
    </message>
    <message>
        <source>%s was paused</source>
        <translation>%s wurde angehalten</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Put it back (Ctrl+Z)</source>
        <translation>Zurückholen (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Unlock %s</source>
        <translation>%s entsperren</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Trying the passphrase</source>
        <translation>Die Passphrase wird probiert</translation>
    </message>
    <message>
        <source>Recovery key…</source>
        <translation>Wiederherstellungsschlüssel …</translation>
    </message>
    <message>
        <source>Unlock with the 24 words of a recovery key</source>
        <translation>Mit den 24 Wörtern eines Wiederherstellungsschlüssels entsperren</translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation>Schlüsseldatei …</translation>
    </message>
    <message>
        <source>Unlock with the content of a file</source>
        <translation>Mit dem Inhalt einer Datei entsperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Forget the stored one</source>
        <translation>Die gespeicherte vergessen</translation>
    </message>
    <message>
        <source>Remove it from the keyring</source>
        <translation>Aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>The disks are locked again when the machine stops; vmgui keeps nothing.</source>
        <translation>Die Datenträger werden wieder gesperrt, wenn die Maschine stoppt; vmgui behält nichts.</translation>
    </message>
    <message>
        <source>Passphrase for the disk %s</source>
        <translation>Passphrase für den Datenträger %s</translation>
    </message>
    <message>
        <source>Passphrase for %d disks</source>
        <translation>Passphrase für %d Datenträger</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Wird entsperrt …</translation>
    </message>
    <message>
        <source>The passphrase in the keyring does not open it any more: it was changed, or a wrong one was stored. Type the right one; with the tick below it takes the other&apos;s place.</source>
        <translation>Die Passphrase im Schlüsselbund öffnet ihn nicht mehr: Sie wurde geändert, oder eine falsche wurde gespeichert. Tippen Sie die richtige; mit dem Häkchen unten tritt sie an die Stelle der anderen.</translation>
    </message>
    <message>
        <source>The keyring has not answered yet. You need not wait for it.</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet. Sie müssen nicht auf ihn warten.</translation>
    </message>
    <message>
        <source>The other disks are unlocked; this needs another passphrase.</source>
        <translation>Die anderen Datenträger sind entsperrt; dieser braucht eine andere Passphrase.</translation>
    </message>
    <message>
        <source>This opens nothing here. Is it that of another disk?</source>
        <translation>Das öffnet hier nichts. Gehört es zu einem anderen Datenträger?</translation>
    </message>
    <message>
        <source>Wrong passphrase. Check capitals and the keyboard&apos;s layout.</source>
        <translation>Falsche Passphrase. Prüfen Sie Großschreibung und Tastaturbelegung.</translation>
    </message>
    <message>
        <source>It opens none of the disks. Check capitals and the keyboard&apos;s layout.</source>
        <translation>Sie öffnet keinen der Datenträger. Prüfen Sie Großschreibung und Tastaturbelegung.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
</context>
<context>
    <name>UsbPage</name>
    <message>
        <source>USB devices</source>
        <translation>USB-Geräte</translation>
    </message>
    <message>
        <source>What is ticked belongs to the guest while it runs.</source>
        <translation>Was angekreuzt ist, gehört dem Gast, solange er läuft.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Geräte werden gesucht …</translation>
    </message>
    <message>
        <source>%s (%s)</source>
        <translation>%s (%s)</translation>
    </message>
    <message>
        <source>You may not use it. Allow it: sudo chmod a+rw %s</source>
        <translation>Sie dürfen es nicht verwenden. Erlauben Sie es: sudo chmod a+rw %s</translation>
    </message>
    <message>
        <source>%s:%s, not plugged in now</source>
        <translation>%s:%s, gerade nicht angesteckt</translation>
    </message>
    <message>
        <source>No USB device is plugged in.</source>
        <translation>Kein USB-Gerät ist angesteckt.</translation>
    </message>
</context>
<context>
    <name>ViewActions</name>
    <message>
        <source>Sort by &amp;name</source>
        <translation>Nach &amp;Namen sortieren</translation>
    </message>
    <message>
        <source>&amp;Running first</source>
        <translation>&amp;Laufende zuerst</translation>
    </message>
    <message>
        <source>List &amp;virtual machines</source>
        <translation>&amp;Virtuelle Maschinen auflisten</translation>
    </message>
    <message>
        <source>List &amp;disks</source>
        <translation>&amp;Datenträger auflisten</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>No virtual machines yet</source>
        <translation>Noch keine virtuellen Maschinen</translation>
    </message>
    <message>
        <source>vmgui runs virtual machines whose disks are encrypted before anything reaches this computer&apos;s storage.</source>
        <translation>vmgui führt virtuelle Maschinen aus, deren Datenträger verschlüsselt werden, bevor etwas den Speicher dieses Computers erreicht.</translation>
    </message>
    <message>
        <source>New virtual machine</source>
        <translation>Neue virtuelle Maschine</translation>
    </message>
    <message>
        <source>Only a new encrypted disk</source>
        <translation>Nur ein neuer verschlüsselter Datenträger</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw an approval</source>
        <translation>Eine Genehmigung zurückziehen</translation>
    </message>
    <message>
        <source>Withdraw the approval of “%s”?</source>
        <translation>Die Genehmigung von „%s“ zurückziehen?</translation>
    </message>
    <message>
        <source>Its code will not run any more, and its disks can&apos;t be opened until you approve it again. What is open now stays open until it is closed.</source>
        <translation>Sein Code läuft nicht mehr, und seine Datenträger lassen sich nicht öffnen, bis Sie es wieder genehmigen. Was jetzt offen ist, bleibt offen, bis es geschlossen wird.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Es beginnt …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>What was made so far is removed.</source>
        <translation>Was bisher angelegt wurde, wird entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Sekunde</numerusform>
            <numerusform>Noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Minute</numerusform>
            <numerusform>Noch etwa %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source># A virtual machine of vmgui.</source>
        <translation># Eine virtuelle Maschine von vmgui.</translation>
    </message>
    <message>
        <source># When vmgui itself changes it, comments are lost.</source>
        <translation># Wenn vmgui selbst sie ändert, gehen Kommentare verloren.</translation>
    </message>
    <message>
        <source>%1 Or set accelerator = “auto” in its definition: it then runs without KVM, only slower.</source>
        <translation>%1 Oder setzen Sie accelerator = „auto“ in der Definition: Dann läuft sie ohne KVM, nur langsamer.</translation>
    </message>
    <message>
        <source>%1 Or switch secure boot off.</source>
        <translation>%1 Oder schalten Sie Secure Boot aus.</translation>
    </message>
    <message>
        <source>%1 You may not use /dev/kvm.</source>
        <translation>%1 Sie dürfen /dev/kvm nicht verwenden.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written.</source>
        <translation>%1 kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used as it is.</source>
        <translation>%1 kann so nicht verwendet werden.</translation>
    </message>
    <message>
        <source>%1 changed while it was looked at.</source>
        <translation>%1 wurde geändert, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>%1 does not work.</source>
        <translation>%1 funktioniert nicht.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 MiB.</source>
        <translation>%1 enthält mehr als %2 MiB.</translation>
    </message>
    <message>
        <source>%1 is attached twice.</source>
        <translation>%1 ist zweimal angeschlossen.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is not a whole number of mebibytes.</source>
        <translation>%1 ist keine ganze Zahl von Mebibytes.</translation>
    </message>
    <message>
        <source>%1 is not the image of a CD or DVD.</source>
        <translation>%1 ist nicht das Abbild einer CD oder DVD.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>%1 processor cores would find it %2.</source>
        <translation>%1 Prozessorkerne fänden sie %2.</translation>
    </message>
    <message>
        <source>%1 random bits: nobody finds it by guessing.</source>
        <translation>%1 Zufallsbits: Niemand findet sie durch Raten.</translation>
    </message>
    <message>
        <source>%1 takes no data.</source>
        <translation>%1 nimmt keine Daten auf.</translation>
    </message>
    <message>
        <source>%1 was refused: %2.</source>
        <translation>%1 wurde abgelehnt: %2.</translation>
    </message>
    <message>
        <source>%1, which the guest needs, could not be started.</source>
        <translation>%1, das der Gast braucht, konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>%1; restarting it.</source>
        <translation>%1; es wird neu gestartet.</translation>
    </message>
    <message>
        <source>127.0.0.1 is this computer only, 0.0.0.0 all that can reach it.</source>
        <translation>127.0.0.1 ist nur dieser Computer, 0.0.0.0 sind alle, die ihn erreichen können.</translation>
    </message>
    <message>
        <source>A %1 disk can&apos;t be served by vhost-user.</source>
        <translation>Ein Datenträger an %1 kann nicht mit vhost-user bereitgestellt werden.</translation>
    </message>
    <message>
        <source>A %1 machine has no %2.</source>
        <translation>Eine %1-Maschine hat kein %2.</translation>
    </message>
    <message>
        <source>A %1 machine of %2 has no %3 disks.</source>
        <translation>Eine %1-Maschine für %2 hat keine %3-Datenträger.</translation>
    </message>
    <message>
        <source>A %1 machine of %2 has no %3 firmware.</source>
        <translation>Eine %1-Maschine für %2 hat keine %3-Firmware.</translation>
    </message>
    <message>
        <source>A SATA disk can&apos;t be plugged in while the machine runs.</source>
        <translation>Ein SATA-Datenträger kann nicht angeschlossen werden, während die Maschine läuft.</translation>
    </message>
    <message>
        <source>A SATA disk can&apos;t be read-only.</source>
        <translation>Ein SATA-Datenträger kann nicht schreibgeschützt sein.</translation>
    </message>
    <message>
        <source>A TPM 2 can&apos;t be given to the guest.</source>
        <translation>Dem Gast kann kein TPM 2 gegeben werden.</translation>
    </message>
    <message>
        <source>A connection of process %1, which belongs to user %2, was refused.</source>
        <translation>Eine Verbindung des Prozesses %1, der dem Benutzer %2 gehört, wurde abgelehnt.</translation>
    </message>
    <message>
        <source>A connection of process %1, which is not this disk&apos;s VM, was refused.</source>
        <translation>Eine Verbindung des Prozesses %1, der nicht die VM dieses Datenträgers ist, wurde abgelehnt.</translation>
    </message>
    <message>
        <source>A container has no tag_size, and encrypts.</source>
        <translation>Ein Container hat keine tag_size und verschlüsselt.</translation>
    </message>
    <message>
        <source>A disk can&apos;t be protected by nothing: give a secret.</source>
        <translation>Ein Datenträger kann nicht durch nichts geschützt werden: Geben Sie ein Geheimnis an.</translation>
    </message>
    <message>
        <source>A disk can&apos;t have %1 bytes.</source>
        <translation>Ein Datenträger kann nicht %1 Bytes haben.</translation>
    </message>
    <message>
        <source>A disk could not be written: the drive that holds it is full.</source>
        <translation>Ein Datenträger konnte nicht beschrieben werden: Das Laufwerk, auf dem er liegt, ist voll.</translation>
    </message>
    <message>
        <source>A disk of “%1” is not what the machine&apos;s definition says.</source>
        <translation>Ein Datenträger von „%1“ ist nicht das, was die Definition der Maschine sagt.</translation>
    </message>
    <message>
        <source>A disk that is not encrypted can&apos;t have a passphrase.</source>
        <translation>Ein unverschlüsselter Datenträger kann keine Passphrase haben.</translation>
    </message>
    <message>
        <source>A disk that notices tampering can&apos;t be filled with random data.</source>
        <translation>Ein Datenträger, der Veränderungen bemerkt, kann nicht mit Zufallsdaten gefüllt werden.</translation>
    </message>
    <message>
        <source>A drive of this computer is full.</source>
        <translation>Ein Laufwerk dieses Computers ist voll.</translation>
    </message>
    <message>
        <source>A field of text holds other bytes.</source>
        <translation>Ein Textfeld enthält andere Bytes.</translation>
    </message>
    <message>
        <source>A file that was being made may be left, its name ends in .partial.</source>
        <translation>Eine Datei, die gerade angelegt wurde, kann übrig sein; ihr Name endet auf .partial.</translation>
    </message>
    <message>
        <source>A header backup helps only where the drive can be written.</source>
        <translation>Eine Header-Sicherung hilft nur, wo das Laufwerk beschrieben werden kann.</translation>
    </message>
    <message>
        <source>A key slot asks for more memory than this computer may give.</source>
        <translation>Ein Schlüsselfach verlangt mehr Arbeitsspeicher, als dieser Computer geben darf.</translation>
    </message>
    <message>
        <source>A key slot needs %1.</source>
        <translation>Ein Schlüsselfach braucht %1.</translation>
    </message>
    <message>
        <source>A keyring keeps text, and this is not text in UTF-8.</source>
        <translation>Ein Schlüsselbund bewahrt Text auf, und dies ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>A network of kind “%1” has no name.</source>
        <translation>Ein Netzwerk der Art „%1“ hat keinen Namen.</translation>
    </message>
    <message>
        <source>A passphrase is needed, and there is no terminal to ask for it.</source>
        <translation>Eine Passphrase wird gebraucht, und es gibt kein Terminal, um nach ihr zu fragen.</translation>
    </message>
    <message>
        <source>A recovery key has %1 words, and this has %2.</source>
        <translation>Ein Wiederherstellungsschlüssel hat %1 Wörter, dieser hat %2.</translation>
    </message>
    <message>
        <source>A secret could not be locked in memory and may be swapped to disk: the limit of locked memory is used up (see ulimit -l).</source>
        <translation>Ein Geheimnis konnte nicht im Speicher festgehalten werden und kann auf den Datenträger ausgelagert werden: Die Grenze für festgehaltenen Speicher ist erreicht (siehe ulimit -l).</translation>
    </message>
    <message>
        <source>A string is longer than 4096 bytes.</source>
        <translation>Eine Zeichenkette ist länger als 4096 Bytes.</translation>
    </message>
    <message>
        <source>A terminal takes no passphrase longer than %1 bytes.</source>
        <translation>Ein Terminal nimmt keine Passphrase über %1 Bytes an.</translation>
    </message>
    <message>
        <source>A virtual machine does not understand that request.</source>
        <translation>Eine virtuelle Maschine versteht diese Anfrage nicht.</translation>
    </message>
    <message>
        <source>Add another passphrase first.</source>
        <translation>Fügen Sie zuerst eine andere Passphrase hinzu.</translation>
    </message>
    <message>
        <source>Add another word or two.</source>
        <translation>Fügen Sie noch ein oder zwei Wörter hinzu.</translation>
    </message>
    <message>
        <source>All %1 key slots are taken.</source>
        <translation>Alle %1 Schlüsselfächer sind belegt.</translation>
    </message>
    <message>
        <source>Allow it when you are asked to, or type the passphrase.</source>
        <translation>Erlauben Sie es, wenn Sie gefragt werden, oder tippen Sie die Passphrase.</translation>
    </message>
    <message>
        <source>Allow it: echo &apos;allow %1&apos; | sudo tee -a %2.</source>
        <translation>Erlauben Sie es: echo &apos;allow %1&apos; | sudo tee -a %2.</translation>
    </message>
    <message>
        <source>Allow it: sudo chmod u+s %1.</source>
        <translation>Erlauben Sie es: sudo chmod u+s %1.</translation>
    </message>
    <message>
        <source>Allow vmgui to use it when you are asked.</source>
        <translation>Erlauben Sie vmgui, ihn zu verwenden, wenn Sie gefragt werden.</translation>
    </message>
    <message>
        <source>An encrypted disk needs a passphrase or a key file.</source>
        <translation>Ein verschlüsselter Datenträger braucht eine Passphrase oder eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>An initrd or a kernel command line is given, but no kernel.</source>
        <translation>Eine initrd oder eine Kernel-Befehlszeile ist angegeben, aber kein Kernel.</translation>
    </message>
    <message>
        <source>An option of %1 bytes is over this server&apos;s %2.</source>
        <translation>Eine Option von %1 Bytes ist mehr, als dieser Server annimmt (%2).</translation>
    </message>
    <message>
        <source>Another QEMU uses one of the machine&apos;s files.</source>
        <translation>Ein anderes QEMU benutzt eine der Dateien der Maschine.</translation>
    </message>
    <message>
        <source>Another part of vmgui announced a secret of impossible length.</source>
        <translation>Ein anderer Teil von vmgui kündigte ein Geheimnis von unmöglicher Länge an.</translation>
    </message>
    <message>
        <source>Another part of vmgui sent an over-long message.</source>
        <translation>Ein anderer Teil von vmgui sandte eine zu lange Nachricht.</translation>
    </message>
    <message>
        <source>Another part of vmgui sent something that is not a message.</source>
        <translation>Ein anderer Teil von vmgui sandte etwas, das keine Nachricht ist.</translation>
    </message>
    <message>
        <source>Another part of vmgui stopped in the middle of a secret.</source>
        <translation>Ein anderer Teil von vmgui hörte mitten in einem Geheimnis auf.</translation>
    </message>
    <message>
        <source>Another program has it open.</source>
        <translation>Ein anderes Programm hat ihn geöffnet.</translation>
    </message>
    <message>
        <source>Another program uses it, or it is below 1024 and only the administrator may have it.</source>
        <translation>Ein anderes Programm benutzt ihn, oder er liegt unter 1024 und ist dem Administrator vorbehalten.</translation>
    </message>
    <message>
        <source>Anyone who can read the file can read the disk.</source>
        <translation>Wer die Datei lesen kann, kann den Datenträger lesen.</translation>
    </message>
    <message>
        <source>Both copies of the disk&apos;s header are damaged.</source>
        <translation>Beide Kopien des Headers sind beschädigt.</translation>
    </message>
    <message>
        <source>Change its permissions, or share another.</source>
        <translation>Ändern Sie seine Zugriffsrechte oder geben Sie einen anderen frei.</translation>
    </message>
    <message>
        <source>Change its permissions, or share it read-only.</source>
        <translation>Ändern Sie seine Zugriffsrechte oder geben Sie ihn nur zum Lesen frei.</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions or its owner.</source>
        <translation>Ändern Sie die Rechte oder den Besitzer der Datei.</translation>
    </message>
    <message>
        <source>Check %1 and the bridge: ip link show %2.</source>
        <translation>Prüfen Sie %1 und die Bridge: ip link show %2.</translation>
    </message>
    <message>
        <source>Check capitals, keyboard layout and that it is this disk&apos;s; nothing was changed.</source>
        <translation>Prüfen Sie Großschreibung, Tastaturbelegung und ob es die Passphrase dieses Datenträgers ist; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Check extra_args in the machine&apos;s definition; report it if there are none.</source>
        <translation>Prüfen Sie extra_args in der Definition der Maschine; wenn es dort keine gibt, melden Sie es bitte.</translation>
    </message>
    <message>
        <source>Check extra_args in the machine&apos;s definition; vmgui vm command NAME shows all arguments.</source>
        <translation>Prüfen Sie extra_args in der Definition der Maschine; vmgui vm command NAME zeigt alle Argumente.</translation>
    </message>
    <message>
        <source>Check its path and permissions, and that its drive is connected.</source>
        <translation>Prüfen Sie Pfad und Rechte und ob das Laufwerk angeschlossen ist.</translation>
    </message>
    <message>
        <source>Check its spelling against your sheet.</source>
        <translation>Prüfen Sie die Schreibweise anhand Ihres Blattes.</translation>
    </message>
    <message>
        <source>Check kernel and initrd in the machine&apos;s definition.</source>
        <translation>Prüfen Sie Kernel und initrd in der Definition der Maschine.</translation>
    </message>
    <message>
        <source>Check that %1 works on this computer, or do without it.</source>
        <translation>Prüfen Sie, ob %1 auf diesem Computer funktioniert, oder verzichten Sie darauf.</translation>
    </message>
    <message>
        <source>Check that it is the right one.</source>
        <translation>Prüfen Sie, ob es der richtige ist.</translation>
    </message>
    <message>
        <source>Check that its parent exists, is yours and has room.</source>
        <translation>Prüfen Sie, ob der Ordner darüber existiert, Ihnen gehört und Platz hat.</translation>
    </message>
    <message>
        <source>Check that no word is missing or there twice.</source>
        <translation>Prüfen Sie, ob kein Wort fehlt oder doppelt ist.</translation>
    </message>
    <message>
        <source>Check that the computer has enough free memory, and try again.</source>
        <translation>Prüfen Sie, ob der Computer genug freien Arbeitsspeicher hat, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check that you may use it (Linux: /dev/bus/usb), and that this QEMU can pass USB devices on.</source>
        <translation>Prüfen Sie, ob Sie es verwenden dürfen (Linux: /dev/bus/usb) und ob dieses QEMU USB-Geräte weiterreichen kann.</translation>
    </message>
    <message>
        <source>Check the drive, and that it has room.</source>
        <translation>Prüfen Sie das Laufwerk und ob es Platz hat.</translation>
    </message>
    <message>
        <source>Check the drive.</source>
        <translation>Prüfen Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Prüfen Sie die Datei und ihre Rechte.</translation>
    </message>
    <message>
        <source>Check the folder %1; the machine is still in it.</source>
        <translation>Prüfen Sie den Ordner %1; die Maschine ist noch darin.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions, and that no other program listens there.</source>
        <translation>Prüfen Sie den Ordner und seine Rechte und dass dort kein anderes Programm lauscht.</translation>
    </message>
    <message>
        <source>Check the folder and the drive.</source>
        <translation>Prüfen Sie den Ordner und das Laufwerk.</translation>
    </message>
    <message>
        <source>Check the folder; the machine is as it was.</source>
        <translation>Prüfen Sie den Ordner; die Maschine ist wie vorher.</translation>
    </message>
    <message>
        <source>Check the path and the drive.</source>
        <translation>Prüfen Sie den Pfad und das Laufwerk.</translation>
    </message>
    <message>
        <source>Check the path and the file&apos;s permissions.</source>
        <translation>Prüfen Sie den Pfad und die Rechte der Datei.</translation>
    </message>
    <message>
        <source>Check the path in the machine&apos;s definition, the drive and the permissions.</source>
        <translation>Prüfen Sie den Pfad in der Definition der Maschine, das Laufwerk und die Rechte.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Check the path; a drive may not be mounted.</source>
        <translation>Prüfen Sie den Pfad; vielleicht ist ein Laufwerk nicht eingehängt.</translation>
    </message>
    <message>
        <source>Check which backup belongs to which disk; nothing was changed.</source>
        <translation>Prüfen Sie, welche Sicherung zu welchem Datenträger gehört; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Choose a drive that can be written.</source>
        <translation>Wählen Sie ein Laufwerk, das beschrieben werden kann.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Choose a short path in an existing folder of your own.</source>
        <translation>Wählen Sie einen kurzen Pfad in einem vorhandenen Ordner von Ihnen.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Wählen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>Choose another file or folder; an existing file is never overwritten.</source>
        <translation>Wählen Sie eine andere Datei oder einen anderen Ordner; eine vorhandene Datei wird nie überschrieben.</translation>
    </message>
    <message>
        <source>Choose another host port in the machine&apos;s definition (network.forwards), or stop the other program: ss -lntup shows which.</source>
        <translation>Wählen Sie einen anderen Port dieses Computers in der Definition der Maschine (network.forwards), oder beenden Sie das andere Programm: ss -lntup zeigt, welches es ist.</translation>
    </message>
    <message>
        <source>Choose another host port, or stop the other program: ss -lntup shows which.</source>
        <translation>Wählen Sie einen anderen Port dieses Computers, oder beenden Sie das andere Programm: ss -lntup zeigt, welches es ist.</translation>
    </message>
    <message>
        <source>Choose another in the definition (machine = …), or install a QEMU that has it.</source>
        <translation>Wählen Sie eine andere in der Definition (machine = …), oder installieren Sie ein QEMU, das sie hat.</translation>
    </message>
    <message>
        <source>Choose another name, or delete that one: vmgui vm delete NAME.</source>
        <translation>Wählen Sie einen anderen Namen, oder löschen Sie jene: vmgui vm delete NAME.</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away; vmgui never overwrites one.</source>
        <translation>Wählen Sie einen anderen Namen, oder verschieben Sie jene Datei; vmgui überschreibt nie eine.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another plug-in.</source>
        <translation>Wählen Sie ein anderes Plug-in.</translation>
    </message>
    <message>
        <source>Choose any printable text of up to %1 characters.</source>
        <translation>Wählen Sie einen druckbaren Text von bis zu %1 Zeichen.</translation>
    </message>
    <message>
        <source>Choose any printable text of up to 64 characters without “/”.</source>
        <translation>Wählen Sie einen druckbaren Text von bis zu 64 Zeichen ohne „/“.</translation>
    </message>
    <message>
        <source>Close other programs or give the machine less memory; journalctl -k tells which.</source>
        <translation>Schließen Sie andere Programme, oder geben Sie der Maschine weniger Arbeitsspeicher; journalctl -k zeigt, was geschah.</translation>
    </message>
    <message>
        <source>Close other programs, or give the machine less memory (memory = … in its definition).</source>
        <translation>Schließen Sie andere Programme, oder geben Sie der Maschine weniger Arbeitsspeicher (memory = … in der Definition).</translation>
    </message>
    <message>
        <source>Compare them with your sheet one by one.</source>
        <translation>Vergleichen Sie sie einzeln mit Ihrem Blatt.</translation>
    </message>
    <message>
        <source>Correct that in a text editor.</source>
        <translation>Berichtigen Sie das in einem Texteditor.</translation>
    </message>
    <message>
        <source>Correct that line in a text editor.</source>
        <translation>Berichtigen Sie diese Zeile in einem Texteditor.</translation>
    </message>
    <message>
        <source>Detach some disks, or use another machine (q35 has more room than pc).</source>
        <translation>Trennen Sie einige Datenträger, oder nehmen Sie eine andere Maschine (q35 hat mehr Platz als pc).</translation>
    </message>
    <message>
        <source>Don&apos;t use the disk as it is.</source>
        <translation>Verwenden Sie den Datenträger so nicht.</translation>
    </message>
    <message>
        <source>Download it again, or choose another file.</source>
        <translation>Laden Sie es noch einmal herunter, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Each is in the word list, but the checksum tells that one is wrong or misplaced.</source>
        <translation>Jedes steht in der Wortliste, aber die Prüfsumme zeigt, dass eines falsch ist oder an falscher Stelle steht.</translation>
    </message>
    <message>
        <source>Eject the CD in the guest, then try again.</source>
        <translation>Werfen Sie die CD im Gast aus, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Encrypts and notices tampering, like AES-GCM, and is the faster of the two on processors without AES instructions.</source>
        <translation>Verschlüsselt und bemerkt Veränderungen wie AES-GCM und ist auf Prozessoren ohne AES-Befehle das schnellere von beiden.</translation>
    </message>
    <message>
        <source>Encrypts and notices tampering: a sector that was changed, moved or put back to an older state on the host is an error instead of wrong data.</source>
        <translation>Verschlüsselt und bemerkt Veränderungen: Ein Sektor, der auf diesem Computer geändert, verschoben oder auf einen älteren Stand gebracht wurde, ist ein Fehler und nicht falsche Daten.</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>Alles ist wie vorher.</translation>
    </message>
    <message>
        <source>Existing LUKS disks can be used without it.</source>
        <translation>Vorhandene LUKS-Datenträger lassen sich ohne es verwenden.</translation>
    </message>
    <message>
        <source>Free some room or check the drive, then restore it again.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie das Laufwerk, und stellen Sie ihn dann noch einmal wieder her.</translation>
    </message>
    <message>
        <source>Free some room or check the drive; nothing is lost, and the disk can be opened read-only.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie das Laufwerk; nichts ist verloren, und der Datenträger lässt sich schreibgeschützt öffnen.</translation>
    </message>
    <message>
        <source>Free some room or check the drive; the disk is as it was before.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie das Laufwerk; der Datenträger ist wie vorher.</translation>
    </message>
    <message>
        <source>Free some room or check the drive; what opened the disk before still does.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie das Laufwerk; was den Datenträger vorher öffnete, öffnet ihn weiterhin.</translation>
    </message>
    <message>
        <source>Free some room or check the folder.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Free some room or check the folder; nothing was changed.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie den Ordner; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Free some room or check the folder; the old definition is still there.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie den Ordner; die alte Definition ist noch da.</translation>
    </message>
    <message>
        <source>Free some room or choose another drive.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>Free some room, or choose another drive.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>Free some room, then resume.</source>
        <translation>Schaffen Sie Platz, und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>Free some room.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Give a size such as 20G.</source>
        <translation>Geben Sie eine Größe wie 20G an.</translation>
    </message>
    <message>
        <source>Give it with --passphrase-fd N or --key-file F.</source>
        <translation>Geben Sie sie mit --passphrase-fd N oder --key-file F an.</translation>
    </message>
    <message>
        <source>Give its passphrase or key file.</source>
        <translation>Geben Sie seine Passphrase oder Schlüsseldatei an.</translation>
    </message>
    <message>
        <source>Give one, or choose the plug-in “unencrypted” for data that is no secret.</source>
        <translation>Geben Sie eine an, oder wählen Sie das Plug-in „unencrypted“ für Daten, die nicht geheim sind.</translation>
    </message>
    <message>
        <source>If it was a vmgui disk, restore the header from a backup: vmgui disk header restore PATH FILE.</source>
        <translation>Wenn es ein vmgui-Datenträger war, stellen Sie den Header aus einer Sicherung wieder her: vmgui disk header restore PATH FILE.</translation>
    </message>
    <message>
        <source>If not, don&apos;t start the VM: somebody changed the disk.</source>
        <translation>Wenn nicht, starten Sie die VM nicht: Jemand hat den Datenträger verändert.</translation>
    </message>
    <message>
        <source>If not, don&apos;t start the machine: somebody changed its disk or its definition.</source>
        <translation>Wenn nicht, starten Sie die Maschine nicht: Jemand hat ihren Datenträger oder ihre Definition verändert.</translation>
    </message>
    <message>
        <source>If not, don&apos;t start the virtual machine: somebody may have exchanged its disks.</source>
        <translation>Wenn nicht, starten Sie die virtuelle Maschine nicht: Jemand kann ihre Datenträger ausgetauscht haben.</translation>
    </message>
    <message>
        <source>If that stays so, log out and in again.</source>
        <translation>Wenn das so bleibt, melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>If the file was changed, restore it from a backup.</source>
        <translation>Wenn die Datei geändert wurde, stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>If you did this (a disk attached by hand, made anew, restored from a backup), accept it with: vmgui vm accept %1.</source>
        <translation>Wenn Sie das waren (ein von Hand angeschlossener, neu angelegter oder aus einer Sicherung wiederhergestellter Datenträger), nehmen Sie es an mit: vmgui vm accept %1.</translation>
    </message>
    <message>
        <source>If you did this (a restored backup, a disk made anew), accept it with vmgui vm accept NAME.</source>
        <translation>Wenn Sie das waren (eine wiederhergestellte Sicherung, ein neu angelegter Datenträger), nehmen Sie es an mit vmgui vm accept NAME.</translation>
    </message>
    <message>
        <source>If you made this change, accept it with vmgui vm accept %1.</source>
        <translation>Wenn diese Änderung von Ihnen ist, nehmen Sie sie an mit vmgui vm accept %1.</translation>
    </message>
    <message>
        <source>In its description %1 is impossible.</source>
        <translation>In seiner Beschreibung ist %1 unmöglich.</translation>
    </message>
    <message>
        <source>In its description the place of an area is impossible.</source>
        <translation>In seiner Beschreibung ist die Lage eines Bereichs unmöglich.</translation>
    </message>
    <message>
        <source>Install QEMU&apos;s UEFI firmware.</source>
        <translation>Installieren Sie die UEFI-Firmware von QEMU.</translation>
    </message>
    <message>
        <source>Install QEMU&apos;s optional modules (Debian: qemu-system-gui, qemu-block-extra), or choose another device in the machine&apos;s definition.</source>
        <translation>Installieren Sie die zusätzlichen Module von QEMU (Debian: qemu-system-gui, qemu-block-extra), oder wählen Sie ein anderes Gerät in der Definition der Maschine.</translation>
    </message>
    <message>
        <source>Install a QEMU that has it, or remove the shared folders.</source>
        <translation>Installieren Sie ein QEMU, das es hat, oder entfernen Sie die freigegebenen Ordner.</translation>
    </message>
    <message>
        <source>Install a version of it that can, then try again; the disk is left as it is.</source>
        <translation>Installieren Sie eine Version davon, die es kann, und versuchen Sie es dann noch einmal; der Datenträger bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Install it (Debian: qemu-system-common).</source>
        <translation>Installieren Sie ihn (Debian: qemu-system-common).</translation>
    </message>
    <message>
        <source>Install it (Debian: qemu-system-data, seabios, opensbi, ipxe-qemu).</source>
        <translation>Installieren Sie sie (Debian: qemu-system-data, seabios, opensbi, ipxe-qemu).</translation>
    </message>
    <message>
        <source>Install it.</source>
        <translation>Installieren Sie es.</translation>
    </message>
    <message>
        <source>Install it: %1.</source>
        <translation>Installieren Sie es: %1.</translation>
    </message>
    <message>
        <source>Install it: on Debian and Ubuntu the package cryptsetup-bin, elsewhere cryptsetup.</source>
        <translation>Installieren Sie es: unter Debian und Ubuntu das Paket cryptsetup-bin, sonst cryptsetup.</translation>
    </message>
    <message>
        <source>Install swtpm.</source>
        <translation>Installieren Sie swtpm.</translation>
    </message>
    <message>
        <source>Install the package %1, or as your system names it.</source>
        <translation>Installieren Sie das Paket %1 oder wie es bei Ihrem System heißt.</translation>
    </message>
    <message>
        <source>Install the plug-in with that ID (with pip, or as a folder in %1), then try again; the disk is left as it is.</source>
        <translation>Installieren Sie das Plug-in mit dieser ID (mit pip oder als Ordner in %1), und versuchen Sie es dann noch einmal; der Datenträger bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Install the version of the plug-in that the disk was made with.</source>
        <translation>Installieren Sie die Version des Plug-ins, mit der der Datenträger angelegt wurde.</translation>
    </message>
    <message>
        <source>It begins or ends with a space.</source>
        <translation>Er beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation>Es änderte sich, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>It claims not to encrypt, which only vmgui&apos;s own unencrypted disk may.</source>
        <translation>Es behauptet, nicht zu verschlüsseln, was nur vmguis eigene unverschlüsselte Datenträger dürfen.</translation>
    </message>
    <message>
        <source>It crashed or was stopped.</source>
        <translation>Es stürzte ab oder wurde beendet.</translation>
    </message>
    <message>
        <source>It crashed.</source>
        <translation>Es stürzte ab.</translation>
    </message>
    <message>
        <source>It describes a disk of %1 bytes; the file has %2.</source>
        <translation>Er beschreibt einen Datenträger von %1 Bytes; die Datei hat %2.</translation>
    </message>
    <message>
        <source>It describes a disk of at least %1 bytes; the file has %2.</source>
        <translation>Er beschreibt einen Datenträger von mindestens %1 Bytes; die Datei hat %2.</translation>
    </message>
    <message>
        <source>It did not answer within %1 seconds.</source>
        <translation>Es antwortete nicht innerhalb von %1 Sekunden.</translation>
    </message>
    <message>
        <source>It did not come with vmgui (publisher: %1, version %2).</source>
        <translation>Es kam nicht mit vmgui (Herausgeber: %1, Version %2).</translation>
    </message>
    <message>
        <source>It ended with status %1.</source>
        <translation>Es endete mit Status %1.</translation>
    </message>
    <message>
        <source>It ended without a word: its supervisor was killed, or the computer went down.</source>
        <translation>Sie endete ohne ein Wort: Ihr Supervisor wurde getötet, oder der Computer fiel aus.</translation>
    </message>
    <message>
        <source>It failed with %1.</source>
        <translation>Es schlug fehl mit %1.</translation>
    </message>
    <message>
        <source>It hangs: it did nothing for %1 seconds.</source>
        <translation>Es hängt: Seit %1 Sekunden tat es nichts.</translation>
    </message>
    <message>
        <source>It happened during this check.</source>
        <translation>Es geschah während dieser Prüfung.</translation>
    </message>
    <message>
        <source>It has four hexadecimal digits, as lsusb prints them.</source>
        <translation>Sie hat vier hexadezimale Ziffern, wie lsusb sie ausgibt.</translation>
    </message>
    <message>
        <source>It has more than %1 characters.</source>
        <translation>Er hat mehr als %1 Zeichen.</translation>
    </message>
    <message>
        <source>It has no key slot.</source>
        <translation>Er hat kein Schlüsselfach.</translation>
    </message>
    <message>
        <source>It has no keys of %1 bytes.</source>
        <translation>Es hat keine Schlüssel von %1 Bytes.</translation>
    </message>
    <message>
        <source>It has no sectors of %1 bytes.</source>
        <translation>Es hat keine Sektoren von %1 Bytes.</translation>
    </message>
    <message>
        <source>It has no valid UUID.</source>
        <translation>Er hat keine gültige UUID.</translation>
    </message>
    <message>
        <source>It has not the mark of one.</source>
        <translation>Ihm fehlt das Kennzeichen.</translation>
    </message>
    <message>
        <source>It has not the size or the mark of one.</source>
        <translation>Ihm fehlt die Größe oder das Kennzeichen.</translation>
    </message>
    <message>
        <source>It has the same id as %1.</source>
        <translation>Es hat dieselbe ID wie %1.</translation>
    </message>
    <message>
        <source>It hides everything but how full the disk is, and a flipped bit on the host turns into garbage instead of an error.</source>
        <translation>Es verbirgt alles außer, wie voll der Datenträger ist, und ein auf diesem Computer verändertes Bit wird zu Unsinn statt zu einem Fehler.</translation>
    </message>
    <message>
        <source>It hides everything, but a flipped bit on the host turns into garbage instead of an error.</source>
        <translation>Es verbirgt alles, aber ein auf diesem Computer verändertes Bit wird zu Unsinn statt zu einem Fehler.</translation>
    </message>
    <message>
        <source>It holds a null character.</source>
        <translation>Es enthält ein Nullzeichen.</translation>
    </message>
    <message>
        <source>It holds a “/” or a character that can&apos;t be seen.</source>
        <translation>Er enthält ein „/“ oder ein Zeichen, das man nicht sieht.</translation>
    </message>
    <message>
        <source>It is a link or belongs to another user.</source>
        <translation>Es ist eine Verknüpfung oder gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>It is an older copy: generation %1, but %2 was already seen.</source>
        <translation>Es ist eine ältere Kopie: Generation %1, aber %2 wurde schon gesehen.</translation>
    </message>
    <message>
        <source>It is another disk: %1 instead of %2.</source>
        <translation>Es ist ein anderer Datenträger: %1 statt %2.</translation>
    </message>
    <message>
        <source>It is cut short.</source>
        <translation>Es ist abgeschnitten.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>It is locked, and was not unlocked.</source>
        <translation>Er ist gesperrt und wurde nicht entsperrt.</translation>
    </message>
    <message>
        <source>It is not a UUID.</source>
        <translation>Es ist keine UUID.</translation>
    </message>
    <message>
        <source>It is not a number with a unit.</source>
        <translation>Es ist keine Zahl mit einer Einheit.</translation>
    </message>
    <message>
        <source>It is not a whole number of bytes.</source>
        <translation>Es ist keine ganze Zahl von Bytes.</translation>
    </message>
    <message>
        <source>It is not in the trash any more.</source>
        <translation>Sie ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Es ist nicht installiert.</translation>
    </message>
    <message>
        <source>It is not printable text of up to %1 characters.</source>
        <translation>Es ist kein druckbarer Text von bis zu %1 Zeichen.</translation>
    </message>
    <message>
        <source>It is not valid TOML: %1.</source>
        <translation>Es ist kein gültiges TOML: %1.</translation>
    </message>
    <message>
        <source>It is of the disk %1; %2 is %3.</source>
        <translation>Er ist vom Datenträger %1; %2 ist %3.</translation>
    </message>
    <message>
        <source>It is of version %1.</source>
        <translation>Es ist von Version %1.</translation>
    </message>
    <message>
        <source>It is open in %1.</source>
        <translation>Er ist in %1 geöffnet.</translation>
    </message>
    <message>
        <source>It is the same disk as disk[%1].</source>
        <translation>Es ist derselbe Datenträger wie disk[%1].</translation>
    </message>
    <message>
        <source>It is written for version %1 of the VM Encryption API; this is version %2.</source>
        <translation>Es ist für Version %1 der VM Encryption API geschrieben; dies ist Version %2.</translation>
    </message>
    <message>
        <source>It names another encryption plug-in than the one that it was chosen for: %1 instead of %2.</source>
        <translation>Er nennt ein anderes Verschlüsselungs-Plug-in als das, für das er gewählt wurde: %1 statt %2.</translation>
    </message>
    <message>
        <source>It needs the hash %1.</source>
        <translation>Er braucht den Hash %1.</translation>
    </message>
    <message>
        <source>It needs what is not known here: %1.</source>
        <translation>Er braucht, was hier nicht bekannt ist: %1.</translation>
    </message>
    <message>
        <source>It says encrypted, but names no key.</source>
        <translation>Er sagt verschlüsselt, nennt aber keinen Schlüssel.</translation>
    </message>
    <message>
        <source>It says not encrypted, but names a key.</source>
        <translation>Er sagt unverschlüsselt, nennt aber einen Schlüssel.</translation>
    </message>
    <message>
        <source>It says that it is %1; it was %2.</source>
        <translation>Er sagt, er sei %1; er war %2.</translation>
    </message>
    <message>
        <source>It takes Linux, a little-endian guest whose memory this computer has, and a QEMU with %1.</source>
        <translation>Es braucht Linux, einen Gast mit Little-Endian, dessen Arbeitsspeicher dieser Computer hat, und ein QEMU mit %1.</translation>
    </message>
    <message>
        <source>It takes up to 15 letters, digits, “-”, “_” or “.”.</source>
        <translation>Erlaubt sind bis zu 15 Buchstaben, Ziffern, „-“, „_“ oder „.“.</translation>
    </message>
    <message>
        <source>It takes up to 31 letters, digits, “-”, “_” or “.”.</source>
        <translation>Erlaubt sind bis zu 31 Buchstaben, Ziffern, „-“, „_“ oder „.“.</translation>
    </message>
    <message>
        <source>It tried something that its sandbox forbids.</source>
        <translation>Es versuchte etwas, das seine Sandbox verbietet.</translation>
    </message>
    <message>
        <source>It uses the CD and has locked the drive.</source>
        <translation>Er benutzt die CD und hat das Laufwerk verriegelt.</translation>
    </message>
    <message>
        <source>It wants %1 MiB; the limit here is %2 MiB.</source>
        <translation>Es verlangt %1 MiB; die Grenze ist hier %2 MiB.</translation>
    </message>
    <message>
        <source>It was asked to and did not answer within %1 seconds: it uses the disk, is still starting, or has no system that listens.</source>
        <translation>Er wurde darum gebeten und antwortete nicht innerhalb von %1 Sekunden: Er benutzt den Datenträger, startet noch oder hat kein System, das zuhört.</translation>
    </message>
    <message>
        <source>It was ended by force.</source>
        <translation>Sie wurde mit Gewalt beendet.</translation>
    </message>
    <message>
        <source>It was killed: by the system because memory ran out, or by somebody.</source>
        <translation>Es wurde getötet: vom System, weil der Speicher ausging, oder von jemandem.</translation>
    </message>
    <message>
        <source>It was never accepted for this machine: the definition holds no pin of it.</source>
        <translation>Er wurde für diese Maschine nie angenommen: Die Definition hält keine Merkmale von ihm fest.</translation>
    </message>
    <message>
        <source>It was probably not copied whole: copy it again.</source>
        <translation>Er wurde vermutlich nicht vollständig kopiert: Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Its %1 can&apos;t be read: %2.</source>
        <translation>%1 davon kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Its %1 is larger than %2 KiB.</source>
        <translation>%1 davon ist größer als %2 KiB.</translation>
    </message>
    <message>
        <source>Its accents are written in a form (not NFC) that other programs may not find.</source>
        <translation>Seine Akzente sind in einer Form geschrieben (nicht NFC), die andere Programme vielleicht nicht finden.</translation>
    </message>
    <message>
        <source>Its authentication code does not match: an accident can&apos;t do that.</source>
        <translation>Sein Authentifizierungscode passt nicht: Das kann kein Zufall sein.</translation>
    </message>
    <message>
        <source>Its checksum does not match.</source>
        <translation>Seine Prüfsumme passt nicht.</translation>
    </message>
    <message>
        <source>Its checksum is of an unknown kind.</source>
        <translation>Seine Prüfsumme ist von unbekannter Art.</translation>
    </message>
    <message>
        <source>Its cipher is %1.</source>
        <translation>Seine Chiffre ist %1.</translation>
    </message>
    <message>
        <source>Its cipher&apos;s parameter %1 is %2; it was %3.</source>
        <translation>Der Parameter %1 seiner Chiffre ist %2; er war %3.</translation>
    </message>
    <message>
        <source>Its data is in %1 segments.</source>
        <translation>Seine Daten liegen in %1 Segmenten.</translation>
    </message>
    <message>
        <source>Its data is not, or not wholly, enciphered by software.</source>
        <translation>Seine Daten sind nicht oder nicht ganz durch Software verschlüsselt.</translation>
    </message>
    <message>
        <source>Its data lies in another place than its header.</source>
        <translation>Seine Daten liegen an einem anderen Ort als sein Header.</translation>
    </message>
    <message>
        <source>Its data lies inside of its header.</source>
        <translation>Seine Daten liegen innerhalb seines Headers.</translation>
    </message>
    <message>
        <source>Its description can&apos;t be read: %1.</source>
        <translation>Seine Beschreibung kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Its description has another size than its header.</source>
        <translation>Seine Beschreibung hat eine andere Größe als sein Header.</translation>
    </message>
    <message>
        <source>Its description is not in canonical form.</source>
        <translation>Seine Beschreibung ist nicht in kanonischer Form.</translation>
    </message>
    <message>
        <source>Its description says two things about sector tags.</source>
        <translation>Seine Beschreibung sagt zweierlei über Sektor-Tags.</translation>
    </message>
    <message>
        <source>Its digest names a key slot that is not there.</source>
        <translation>Sein Digest nennt ein Schlüsselfach, das es nicht gibt.</translation>
    </message>
    <message>
        <source>Its entry %1 is not a %2.</source>
        <translation>Sein Eintrag %1 ist kein %2.</translation>
    </message>
    <message>
        <source>Its entry is not in the package %1.</source>
        <translation>Sein Eintrag ist nicht im Paket %1.</translation>
    </message>
    <message>
        <source>Its exit status is %1.</source>
        <translation>Sein Endestatus ist %1.</translation>
    </message>
    <message>
        <source>Its files changed since you approved it: %1.</source>
        <translation>Seine Dateien haben sich geändert, seit Sie es genehmigt haben: %1.</translation>
    </message>
    <message>
        <source>Its first sector is not number 0.</source>
        <translation>Sein erster Sektor hat nicht die Nummer 0.</translation>
    </message>
    <message>
        <source>Its flag says something else than its encryptionID.</source>
        <translation>Sein Kennzeichen sagt etwas anderes als seine encryptionID.</translation>
    </message>
    <message>
        <source>Its generation has reached the highest number there is.</source>
        <translation>Seine Generation hat die höchste Zahl erreicht, die es gibt.</translation>
    </message>
    <message>
        <source>Its hash is %1.</source>
        <translation>Sein Hash ist %1.</translation>
    </message>
    <message>
        <source>Its header names the encryptionID %1.</source>
        <translation>Sein Header nennt die encryptionID %1.</translation>
    </message>
    <message>
        <source>Its key can&apos;t have %1 bytes.</source>
        <translation>Sein Schlüssel kann nicht %1 Bytes haben.</translation>
    </message>
    <message>
        <source>Its key has not exactly one digest.</source>
        <translation>Sein Schlüssel hat nicht genau einen Digest.</translation>
    </message>
    <message>
        <source>Its key has several sizes.</source>
        <translation>Sein Schlüssel hat mehrere Größen.</translation>
    </message>
    <message>
        <source>Its key slot %1 has an impossible size of key.</source>
        <translation>Sein Schlüsselfach %1 hat eine unmögliche Schlüsselgröße.</translation>
    </message>
    <message>
        <source>Its key slot %1 is enciphered with another cipher.</source>
        <translation>Sein Schlüsselfach %1 ist mit einer anderen Chiffre verschlüsselt.</translation>
    </message>
    <message>
        <source>Its key slot %1 is impossible.</source>
        <translation>Sein Schlüsselfach %1 ist unmöglich.</translation>
    </message>
    <message>
        <source>Its key slot %1 is split in an unknown way.</source>
        <translation>Sein Schlüsselfach %1 ist auf unbekannte Art geteilt.</translation>
    </message>
    <message>
        <source>Its key slot %1 lies outside of its place.</source>
        <translation>Sein Schlüsselfach %1 liegt außerhalb seines Platzes.</translation>
    </message>
    <message>
        <source>Its key slot %1 lies outside of the header.</source>
        <translation>Sein Schlüsselfach %1 liegt außerhalb des Headers.</translation>
    </message>
    <message>
        <source>Its lengths are impossible.</source>
        <translation>Seine Längen sind unmöglich.</translation>
    </message>
    <message>
        <source>Its log says more.</source>
        <translation>Sein Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>Its log says more: report it.</source>
        <translation>Ihr Protokoll sagt mehr: Melden Sie es bitte.</translation>
    </message>
    <message>
        <source>Its question was dismissed.</source>
        <translation>Seine Frage wurde weggeklickt.</translation>
    </message>
    <message>
        <source>Its sectors carry tags of dm-integrity.</source>
        <translation>Seine Sektoren tragen Tags von dm-integrity.</translation>
    </message>
    <message>
        <source>Its sectors have %1 bytes.</source>
        <translation>Seine Sektoren haben %1 Bytes.</translation>
    </message>
    <message>
        <source>Its supervisor ended without a word.</source>
        <translation>Ihr Supervisor endete ohne ein Wort.</translation>
    </message>
    <message>
        <source>Its supervisor runs, but did not answer: the computer may be very busy.</source>
        <translation>Ihr Supervisor läuft, antwortete aber nicht: Der Computer ist vielleicht sehr beschäftigt.</translation>
    </message>
    <message>
        <source>Its tags have %1 bytes, not %2.</source>
        <translation>Seine Tags haben %1 Bytes, nicht %2.</translation>
    </message>
    <message>
        <source>Its two copies are of different disks.</source>
        <translation>Seine zwei Kopien sind von verschiedenen Datenträgern.</translation>
    </message>
    <message>
        <source>Its unit is unknown.</source>
        <translation>Ihre Einheit ist unbekannt.</translation>
    </message>
    <message>
        <source>Its unused bytes are not zero.</source>
        <translation>Seine unbenutzten Bytes sind nicht null.</translation>
    </message>
    <message>
        <source>Its verb is unknown, or what comes with it is wrong.</source>
        <translation>Der Befehl ist unbekannt, oder was mit ihm kommt, ist falsch.</translation>
    </message>
    <message>
        <source>Its version, size or place is impossible.</source>
        <translation>Seine Version, Größe oder Lage ist unmöglich.</translation>
    </message>
    <message>
        <source>Its volume key is another one.</source>
        <translation>Sein Datenschlüssel ist ein anderer.</translation>
    </message>
    <message>
        <source>Join the group that may, then log in again: sudo usermod -aG kvm $USER.</source>
        <translation>Treten Sie der Gruppe bei, die es darf, und melden Sie sich neu an: sudo usermod -aG kvm $USER.</translation>
    </message>
    <message>
        <source>Join the group that may, then log out and in again.</source>
        <translation>Treten Sie der Gruppe bei, die es darf, und melden Sie sich dann ab und wieder an.</translation>
    </message>
    <message>
        <source>KVM can&apos;t be used on this computer.</source>
        <translation>KVM kann auf diesem Computer nicht verwendet werden.</translation>
    </message>
    <message>
        <source>KVM doesn&apos;t work here.</source>
        <translation>KVM funktioniert hier nicht.</translation>
    </message>
    <message>
        <source>KVM failed, as it does on some computers that are virtual themselves.</source>
        <translation>KVM versagte, wie auf manchen Computern, die selbst virtuell sind.</translation>
    </message>
    <message>
        <source>KVM failed; starting again without it, which is slower.</source>
        <translation>KVM versagte; es wird ohne KVM neu gestartet, was langsamer ist.</translation>
    </message>
    <message>
        <source>Keep it as a key file.</source>
        <translation>Bewahren Sie ihn als Schlüsseldatei auf.</translation>
    </message>
    <message>
        <source>Key slot %1 was not tried: it wants %2.</source>
        <translation>Das Schlüsselfach %1 wurde nicht versucht: Es verlangt %2.</translation>
    </message>
    <message>
        <source>Known are %1.</source>
        <translation>Bekannt sind %1.</translation>
    </message>
    <message>
        <source>Leave that option out, or choose a plug-in that does not notice tampering.</source>
        <translation>Lassen Sie diese Option weg, oder wählen Sie ein Plug-in, das Veränderungen nicht bemerkt.</translation>
    </message>
    <message>
        <source>Leave the passphrase out, or choose a plug-in that encrypts.</source>
        <translation>Lassen Sie die Passphrase weg, oder wählen Sie ein Plug-in, das verschlüsselt.</translation>
    </message>
    <message>
        <source>Log in to a desktop that has a keyring (GNOME Keyring, KWallet).</source>
        <translation>Melden Sie sich an einem Desktop mit Schlüsselbund an (GNOME Keyring, KWallet).</translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation>Melden Sie sich ab und wieder an.</translation>
    </message>
    <message>
        <source>Look for another backup; nothing was changed.</source>
        <translation>Suchen Sie eine andere Sicherung; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Machines can have a TPM 2.</source>
        <translation>Maschinen können ein TPM 2 haben.</translation>
    </message>
    <message>
        <source>Machines run, but their processor is emulated, which is slow.</source>
        <translation>Maschinen laufen, aber ihr Prozessor wird emuliert, was langsam ist.</translation>
    </message>
    <message>
        <source>Make a new encrypted disk and copy the data into it, or install a plug-in that opens such disks.</source>
        <translation>Legen Sie einen neuen verschlüsselten Datenträger an, und kopieren Sie die Daten hinein, oder installieren Sie ein Plug-in, das solche Datenträger öffnet.</translation>
    </message>
    <message>
        <source>Make a new one with the same disks: they are still there.</source>
        <translation>Legen Sie eine neue mit denselben Datenträgern an: Sie sind noch da.</translation>
    </message>
    <message>
        <source>Make an encrypted disk and copy the data into it.</source>
        <translation>Legen Sie einen verschlüsselten Datenträger an, und kopieren Sie die Daten hinein.</translation>
    </message>
    <message>
        <source>Make it, or remove it from the shared folders.</source>
        <translation>Legen Sie ihn an oder entfernen Sie ihn aus den freigegebenen Ordnern.</translation>
    </message>
    <message>
        <source>Make one: sudo ip link add %1 type bridge &amp;&amp; sudo ip link set %2 up.</source>
        <translation>Legen Sie eine an: sudo ip link add %1 type bridge &amp;&amp; sudo ip link set %2 up.</translation>
    </message>
    <message>
        <source>Make the folder %1 first.</source>
        <translation>Legen Sie zuerst den Ordner %1 an.</translation>
    </message>
    <message>
        <source>Making or changing a LUKS disk needs the program cryptsetup.</source>
        <translation>Einen LUKS-Datenträger anzulegen oder zu ändern braucht das Programm cryptsetup.</translation>
    </message>
    <message>
        <source>Mend the file, or remove it and approve your plug-ins again.</source>
        <translation>Reparieren Sie die Datei, oder entfernen Sie sie, und genehmigen Sie Ihre Plug-ins neu.</translation>
    </message>
    <message>
        <source>Negotiate structured replies first.</source>
        <translation>Handeln Sie zuerst strukturierte Antworten aus.</translation>
    </message>
    <message>
        <source>Neither of its two copies is authentic.</source>
        <translation>Keine seiner beiden Kopien ist authentisch.</translation>
    </message>
    <message>
        <source>Neither place of the header holds its mark.</source>
        <translation>Keine Stelle des Headers trägt sein Kennzeichen.</translation>
    </message>
    <message>
        <source>No folder can be shared with the guest.</source>
        <translation>Für den Gast kann kein Ordner freigegeben werden.</translation>
    </message>
    <message>
        <source>No passphrase and no key file is that long.</source>
        <translation>Keine Passphrase und keine Schlüsseldatei ist so lang.</translation>
    </message>
    <message>
        <source>No passphrase was set.</source>
        <translation>Es wurde keine Passphrase festgelegt.</translation>
    </message>
    <message>
        <source>No passphrase was typed.</source>
        <translation>Es wurde keine Passphrase getippt.</translation>
    </message>
    <message>
        <source>No program %1 was found.</source>
        <translation>Es wurde kein Programm %1 gefunden.</translation>
    </message>
    <message>
        <source>No seal was made.</source>
        <translation>Es wurde kein Siegel angelegt.</translation>
    </message>
    <message>
        <source>Nobody unlocked it within %1 seconds.</source>
        <translation>Niemand hat ihn innerhalb von %1 Sekunden entsperrt.</translation>
    </message>
    <message>
        <source>None of QEMU&apos;s firmware descriptors (share/qemu/firmware/*.json) fits.</source>
        <translation>Keine der Firmware-Beschreibungen von QEMU (share/qemu/firmware/*.json) passt.</translation>
    </message>
    <message>
        <source>None of its key slots fits this passphrase or key file.</source>
        <translation>Keines seiner Schlüsselfächer passt zu dieser Passphrase oder Schlüsseldatei.</translation>
    </message>
    <message>
        <source>None of its key slots fits this passphrase, key file or recovery key.</source>
        <translation>Keines seiner Schlüsselfächer passt zu dieser Passphrase, Schlüsseldatei oder diesem Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>Es ist noch nichts getippt.</translation>
    </message>
    <message>
        <source>Nothing of what could be tried opens the disk.</source>
        <translation>Nichts von dem, was versucht werden konnte, öffnet den Datenträger.</translation>
    </message>
    <message>
        <source>Nothing would open the disk any more.</source>
        <translation>Nichts würde den Datenträger mehr öffnen.</translation>
    </message>
    <message>
        <source>One of its numbers is none.</source>
        <translation>Eine seiner Zahlen ist keine.</translation>
    </message>
    <message>
        <source>Only for data that is no secret.</source>
        <translation>Nur für Daten, die nicht geheim sind.</translation>
    </message>
    <message>
        <source>Open it for reading in the calling program; a shell does it with --passphrase-fd 3 3&lt;FILE.</source>
        <translation>Öffnen Sie ihn im aufrufenden Programm zum Lesen; eine Shell tut das mit --passphrase-fd 3 3&lt;FILE.</translation>
    </message>
    <message>
        <source>Open it on a computer with more memory, or change that slot with cryptsetup luksConvertKey.</source>
        <translation>Öffnen Sie ihn auf einem Computer mit mehr Arbeitsspeicher, oder ändern Sie jenes Fach mit cryptsetup luksConvertKey.</translation>
    </message>
    <message>
        <source>Open it read-only, or copy it to a drive that can be written.</source>
        <translation>Öffnen Sie ihn schreibgeschützt, oder kopieren Sie ihn auf ein beschreibbares Laufwerk.</translation>
    </message>
    <message>
        <source>Open it with a newer version of vmgui.</source>
        <translation>Öffnen Sie ihn mit einer neueren Version von vmgui.</translation>
    </message>
    <message>
        <source>Open it with cryptsetup, and copy the data into a new disk.</source>
        <translation>Öffnen Sie ihn mit cryptsetup, und kopieren Sie die Daten auf einen neuen Datenträger.</translation>
    </message>
    <message>
        <source>Open the disk read-only and copy its data to a new disk.</source>
        <translation>Öffnen Sie den Datenträger schreibgeschützt, und kopieren Sie seine Daten auf einen neuen.</translation>
    </message>
    <message>
        <source>Open the disk with a passphrase that was set on a computer like this one, or on a computer with more memory.</source>
        <translation>Öffnen Sie den Datenträger mit einer Passphrase, die auf einem Computer wie diesem festgelegt wurde, oder auf einem mit mehr Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>OpenSSL failed to encrypt or decrypt a sector.</source>
        <translation>OpenSSL konnte einen Sektor nicht ver- oder entschlüsseln.</translation>
    </message>
    <message>
        <source>Opening the disk %1 (%2 of %3).</source>
        <translation>Der Datenträger %1 wird geöffnet (%2 von %3).</translation>
    </message>
    <message>
        <source>Or set accelerator = “tcg” in the machine&apos;s definition: slower, needs no permission.</source>
        <translation>Oder setzen Sie accelerator = „tcg“ in der Definition der Maschine: langsamer, braucht keine Rechte.</translation>
    </message>
    <message>
        <source>Or switch the TPM off.</source>
        <translation>Oder schalten Sie das TPM aus.</translation>
    </message>
    <message>
        <source>Parts of the disk are older than its header.</source>
        <translation>Teile des Datenträgers sind älter als sein Header.</translation>
    </message>
    <message>
        <source>Passphrases can be kept in the keyring.</source>
        <translation>Passphrasen können im Schlüsselbund aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Passphrases can&apos;t be remembered and are asked for at each start.</source>
        <translation>Passphrasen können nicht gemerkt werden und werden bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>Port %1 is forwarded twice.</source>
        <translation>Port %1 wird zweimal weitergeleitet.</translation>
    </message>
    <message>
        <source>Port %1 of this computer can&apos;t be forwarded.</source>
        <translation>Port %1 dieses Computers kann nicht weitergeleitet werden.</translation>
    </message>
    <message>
        <source>Port %1 of this computer can&apos;t be forwarded: another program uses it, or it is below 1024 and only the administrator may have it.</source>
        <translation>Port %1 dieses Computers kann nicht weitergeleitet werden: Ein anderes Programm benutzt ihn, oder er liegt unter 1024 und ist dem Administrator vorbehalten.</translation>
    </message>
    <message>
        <source>Port %1 of this computer is still forwarded.</source>
        <translation>Port %1 dieses Computers wird noch weitergeleitet.</translation>
    </message>
    <message>
        <source>Ports are forwarded with the kind “user” only.</source>
        <translation>Ports werden nur bei der Art „user“ weitergeleitet.</translation>
    </message>
    <message>
        <source>Possible are %1.</source>
        <translation>Möglich sind %1.</translation>
    </message>
    <message>
        <source>QEMU %1 allows %2.</source>
        <translation>QEMU %1 erlaubt %2.</translation>
    </message>
    <message>
        <source>QEMU %1 has no machine “%2” for %3.</source>
        <translation>QEMU %1 hat keine Maschine „%2“ für %3.</translation>
    </message>
    <message>
        <source>QEMU %1 is too old.</source>
        <translation>QEMU %1 ist zu alt.</translation>
    </message>
    <message>
        <source>QEMU %1 runs machines of the kind %2.</source>
        <translation>QEMU %1 führt Maschinen der Art %2 aus.</translation>
    </message>
    <message>
        <source>QEMU could not listen at %1.</source>
        <translation>QEMU konnte nicht an %1 lauschen.</translation>
    </message>
    <message>
        <source>QEMU could not reach the process that serves a disk.</source>
        <translation>QEMU erreichte den Prozess nicht, der einen Datenträger bedient.</translation>
    </message>
    <message>
        <source>QEMU crashed (%1).</source>
        <translation>QEMU stürzte ab (%1).</translation>
    </message>
    <message>
        <source>QEMU does not know one of its arguments.</source>
        <translation>QEMU kennt eines seiner Argumente nicht.</translation>
    </message>
    <message>
        <source>QEMU ended with status %1.</source>
        <translation>QEMU endete mit Status %1.</translation>
    </message>
    <message>
        <source>QEMU has ended.</source>
        <translation>QEMU ist beendet.</translation>
    </message>
    <message>
        <source>QEMU refused the command %1.</source>
        <translation>QEMU lehnte den Befehl %1 ab.</translation>
    </message>
    <message>
        <source>QEMU says nothing about it.</source>
        <translation>QEMU sagt nichts dazu.</translation>
    </message>
    <message>
        <source>QEMU says: %1.</source>
        <translation>QEMU sagt: %1.</translation>
    </message>
    <message>
        <source>QEMU still holds the USB device %1.</source>
        <translation>QEMU hält das USB-Gerät %1 noch fest.</translation>
    </message>
    <message>
        <source>QEMU was told to end by another program.</source>
        <translation>QEMU wurde von einem anderen Programm beendet.</translation>
    </message>
    <message>
        <source>QEMU&apos;s bridge helper is not installed.</source>
        <translation>Das Bridge-Hilfsprogramm von QEMU ist nicht installiert.</translation>
    </message>
    <message>
        <source>QEMU&apos;s bridge helper may not do its work for ordinary users.</source>
        <translation>Das Bridge-Hilfsprogramm von QEMU darf seine Arbeit nicht für gewöhnliche Benutzer tun.</translation>
    </message>
    <message>
        <source>QEMU&apos;s bridge helper says: %1.</source>
        <translation>Das Bridge-Hilfsprogramm von QEMU sagt: %1.</translation>
    </message>
    <message>
        <source>QEMU&apos;s installation is incomplete: %1 is missing.</source>
        <translation>Die Installation von QEMU ist unvollständig: %1 fehlt.</translation>
    </message>
    <message>
        <source>QEMU, which runs virtual machines, is not installed.</source>
        <translation>QEMU, das virtuelle Maschinen ausführt, ist nicht installiert.</translation>
    </message>
    <message>
        <source>Reinstall QEMU.</source>
        <translation>Installieren Sie QEMU neu.</translation>
    </message>
    <message>
        <source>Reinstall QEMU; vmgui needs version 7.2 or later.</source>
        <translation>Installieren Sie QEMU neu; vmgui braucht Version 7.2 oder neuer.</translation>
    </message>
    <message>
        <source>Remove -cpu from extra_args in the machine&apos;s definition.</source>
        <translation>Entfernen Sie -cpu aus extra_args in der Definition der Maschine.</translation>
    </message>
    <message>
        <source>Remove it, or set VMGUI_HOME to a folder of your own.</source>
        <translation>Entfernen Sie es, oder setzen Sie VMGUI_HOME auf einen Ordner von Ihnen.</translation>
    </message>
    <message>
        <source>Remove one that is no longer needed.</source>
        <translation>Entfernen Sie eines, das nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>Rename that one first.</source>
        <translation>Benennen Sie jene zuerst um.</translation>
    </message>
    <message>
        <source>Rename the folder accordingly, or put the old name back.</source>
        <translation>Benennen Sie den Ordner entsprechend um, oder stellen Sie den alten Namen wieder her.</translation>
    </message>
    <message>
        <source>Restore it from a header backup: vmgui disk header restore PATH FILE.</source>
        <translation>Stellen Sie ihn aus einer Header-Sicherung wieder her: vmgui disk header restore PATH FILE.</translation>
    </message>
    <message>
        <source>Restore the disk from a backup, or give up what was written last before the crash: vmgui disk drop-journal PATH.</source>
        <translation>Stellen Sie den Datenträger aus einer Sicherung wieder her, oder geben Sie auf, was vor dem Absturz zuletzt geschrieben wurde: vmgui disk drop-journal PATH.</translation>
    </message>
    <message>
        <source>Restore the disk from a backup.</source>
        <translation>Stellen Sie den Datenträger aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Restore the header from your own backup: vmgui disk header restore PATH FILE.</source>
        <translation>Stellen Sie den Header aus Ihrer eigenen Sicherung wieder her: vmgui disk header restore PATH FILE.</translation>
    </message>
    <message>
        <source>Restore the whole disk from one backup.</source>
        <translation>Stellen Sie den ganzen Datenträger aus einer einzigen Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Resume the machine, then try again.</source>
        <translation>Setzen Sie die Maschine fort, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Sector %1 is not what was last written there.</source>
        <translation>Sektor %1 ist nicht, was dort zuletzt geschrieben wurde.</translation>
    </message>
    <message>
        <source>Sector %1 is not what was written there.</source>
        <translation>Sektor %1 ist nicht, was dort geschrieben wurde.</translation>
    </message>
    <message>
        <source>Secure boot needs UEFI.</source>
        <translation>Secure Boot braucht UEFI.</translation>
    </message>
    <message>
        <source>See its disks with: vmgui vm show %1.</source>
        <translation>Ihre Datenträger zeigt: vmgui vm show %1.</translation>
    </message>
    <message>
        <source>See its log: vmgui vm log %1.</source>
        <translation>Ihr Protokoll zeigt: vmgui vm log %1.</translation>
    </message>
    <message>
        <source>See the log: vmgui vm log NAME.</source>
        <translation>Das Protokoll zeigt: vmgui vm log NAME.</translation>
    </message>
    <message>
        <source>See vmgui plugin show %1.</source>
        <translation>Siehe vmgui plugin show %1.</translation>
    </message>
    <message>
        <source>See what is stored of the change, and try again.</source>
        <translation>Sehen Sie nach, was von der Änderung gespeichert ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>See what there is with: vmgui vm list.</source>
        <translation>Was es gibt, zeigt: vmgui vm list.</translation>
    </message>
    <message>
        <source>Serving a connection failed unexpectedly; see the backend&apos;s log.</source>
        <translation>Das Bedienen einer Verbindung schlug unerwartet fehl; siehe das Protokoll des Backends.</translation>
    </message>
    <message>
        <source>Serving a ring failed unexpectedly; see the backend&apos;s log.</source>
        <translation>Das Bedienen eines Rings schlug unerwartet fehl; siehe das Protokoll des Backends.</translation>
    </message>
    <message>
        <source>Set accelerator = “tcg” in the machine&apos;s definition: slower, works everywhere.</source>
        <translation>Setzen Sie accelerator = „tcg“ in der Definition der Maschine: langsamer, funktioniert überall.</translation>
    </message>
    <message>
        <source>Set cpus accordingly in the definition.</source>
        <translation>Setzen Sie cpus in der Definition entsprechend.</translation>
    </message>
    <message>
        <source>Set firmware = “bios” in the machine&apos;s definition.</source>
        <translation>Setzen Sie firmware = „bios“ in der Definition der Maschine.</translation>
    </message>
    <message>
        <source>Set firmware = “uefi”.</source>
        <translation>Setzen Sie firmware = „uefi“.</translation>
    </message>
    <message>
        <source>Set its transport to “auto”.</source>
        <translation>Stellen Sie seine Übertragung (transport) auf „auto“.</translation>
    </message>
    <message>
        <source>Set sound = false in the machine&apos;s definition.</source>
        <translation>Setzen Sie sound = false in der Definition der Maschine.</translation>
    </message>
    <message>
        <source>Should the guest let go of it later, it is detached then.</source>
        <translation>Lässt der Gast ihn später los, wird er dann getrennt.</translation>
    </message>
    <message>
        <source>So the definition was changed; whether the disk was as well can&apos;t be told.</source>
        <translation>Also wurde die Definition geändert; ob auch der Datenträger, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Somebody put an older state of a part of it back.</source>
        <translation>Jemand hat einen Teil davon auf einen älteren Stand gebracht.</translation>
    </message>
    <message>
        <source>Somebody put an older state of the data back, or a copy of it was cut short.</source>
        <translation>Jemand hat die Daten auf einen älteren Stand gebracht, oder eine Kopie davon wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>Something failed.</source>
        <translation>Etwas schlug fehl.</translation>
    </message>
    <message>
        <source>Sound can&apos;t be played here.</source>
        <translation>Ton kann hier nicht wiedergegeben werden.</translation>
    </message>
    <message>
        <source>Start it again; whatever it acknowledged is in the file.</source>
        <translation>Starten Sie es noch einmal; was es bestätigt hat, steht in der Datei.</translation>
    </message>
    <message>
        <source>Start it with: vmgui vm start %1.</source>
        <translation>Starten Sie sie mit: vmgui vm start %1.</translation>
    </message>
    <message>
        <source>Starting the guest.</source>
        <translation>Der Gast wird gestartet.</translation>
    </message>
    <message>
        <source>Stop it first: vmgui vm stop %1.</source>
        <translation>Stoppen Sie sie zuerst: vmgui vm stop %1.</translation>
    </message>
    <message>
        <source>Stop the machine to give the port back.</source>
        <translation>Stoppen Sie die Maschine, um den Port zurückzugeben.</translation>
    </message>
    <message>
        <source>Stop the machine, and attach the disk then.</source>
        <translation>Stoppen Sie die Maschine, und schließen Sie den Datenträger dann an.</translation>
    </message>
    <message>
        <source>Stop the machine, and detach the disk then.</source>
        <translation>Stoppen Sie die Maschine, und trennen Sie den Datenträger dann.</translation>
    </message>
    <message>
        <source>Stop the machine, and set accelerator = “tcg” in its definition: slower, works everywhere.</source>
        <translation>Stoppen Sie die Maschine, und setzen Sie accelerator = „tcg“ in ihrer Definition: langsamer, funktioniert überall.</translation>
    </message>
    <message>
        <source>Stop the other machine that uses the same CD image or firmware variables.</source>
        <translation>Stoppen Sie die andere Maschine, die dasselbe CD-Abbild oder dieselben Firmware-Variablen benutzt.</translation>
    </message>
    <message>
        <source>Stop the virtual machine or program that uses it, then try again.</source>
        <translation>Stoppen Sie die virtuelle Maschine oder das Programm, das ihn benutzt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Stop what uses the disk, then tell its publisher.</source>
        <translation>Stoppen Sie, was den Datenträger benutzt, und sagen Sie es dem Herausgeber.</translation>
    </message>
    <message>
        <source>Switch on virtualisation (VT-x, AMD-V, SVM) in the computer&apos;s firmware set-up, and load the kernel&apos;s module kvm_intel or kvm_amd.</source>
        <translation>Schalten Sie die Virtualisierung (VT-x, AMD-V, SVM) in den Firmware-Einstellungen des Computers ein, und laden Sie das Kernel-Modul kvm_intel oder kvm_amd.</translation>
    </message>
    <message>
        <source>Switch on virtualisation in the computer&apos;s firmware set-up, or set accelerator = “tcg” in the machine&apos;s definition: slower, works everywhere.</source>
        <translation>Schalten Sie die Virtualisierung in den Firmware-Einstellungen des Computers ein, oder setzen Sie accelerator = „tcg“ in der Definition der Maschine: langsamer, funktioniert überall.</translation>
    </message>
    <message>
        <source>Systems that need UEFI can&apos;t be started.</source>
        <translation>Systeme, die UEFI brauchen, können nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Systems that want a TPM 2 (Windows 11) get none.</source>
        <translation>Systeme, die ein TPM 2 verlangen (Windows 11), bekommen keines.</translation>
    </message>
    <message>
        <source>Takes 1 % more space, and writes take longer.</source>
        <translation>Braucht 1 % mehr Platz, und Schreiben dauert länger.</translation>
    </message>
    <message>
        <source>Tell its publisher, and choose another plug-in.</source>
        <translation>Sagen Sie es dem Herausgeber, und wählen Sie ein anderes Plug-in.</translation>
    </message>
    <message>
        <source>Tell its publisher, or reinstall it.</source>
        <translation>Sagen Sie es dem Herausgeber, oder installieren Sie es neu.</translation>
    </message>
    <message>
        <source>Tell its publisher.</source>
        <translation>Sagen Sie es dem Herausgeber.</translation>
    </message>
    <message>
        <source>That can&apos;t be looked for.</source>
        <translation>Danach kann nicht gesucht werden.</translation>
    </message>
    <message>
        <source>That doesn&apos;t open the disk.</source>
        <translation>Das öffnet den Datenträger nicht.</translation>
    </message>
    <message>
        <source>That is the definition of another virtual machine.</source>
        <translation>Das ist die Definition einer anderen virtuellen Maschine.</translation>
    </message>
    <message>
        <source>The %1 copy of the header is damaged.</source>
        <translation>Die %1-Kopie des Headers ist beschädigt.</translation>
    </message>
    <message>
        <source>The %1 port %2 of this computer leads to the guest no more.</source>
        <translation>Der %1-Port %2 dieses Computers führt nicht mehr zum Gast.</translation>
    </message>
    <message>
        <source>The %1 port %2 of this computer now leads to the guest&apos;s port %3.</source>
        <translation>Der %1-Port %2 dieses Computers führt jetzt zum Port %3 des Gasts.</translation>
    </message>
    <message>
        <source>The CD %1 can&apos;t be put in.</source>
        <translation>Die CD %1 kann nicht eingelegt werden.</translation>
    </message>
    <message>
        <source>The CD %1 was put in.</source>
        <translation>Die CD %1 wurde eingelegt.</translation>
    </message>
    <message>
        <source>The CD can&apos;t be taken out.</source>
        <translation>Die CD kann nicht herausgenommen werden.</translation>
    </message>
    <message>
        <source>The CD image %1 can&apos;t be read.</source>
        <translation>Das CD-Abbild %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The CD was taken out.</source>
        <translation>Die CD wurde herausgenommen.</translation>
    </message>
    <message>
        <source>The Secret Service answered %1.</source>
        <translation>Der Secret Service antwortete %1.</translation>
    </message>
    <message>
        <source>The UEFI firmware changed: its settings start anew; the old ones are kept.</source>
        <translation>Die UEFI-Firmware hat sich geändert: Ihre Einstellungen beginnen neu; die alten werden aufbewahrt.</translation>
    </message>
    <message>
        <source>The UEFI variables %1 can&apos;t be written.</source>
        <translation>Die UEFI-Variablen %1 können nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The USB device %1 was given to the guest.</source>
        <translation>Das USB-Gerät %1 wurde dem Gast gegeben.</translation>
    </message>
    <message>
        <source>The USB device %1 was taken from the guest.</source>
        <translation>Das USB-Gerät %1 wurde dem Gast genommen.</translation>
    </message>
    <message>
        <source>The backend failed with %1.</source>
        <translation>Das Backend versagte mit %1.</translation>
    </message>
    <message>
        <source>The buffers must have the same whole number of sectors.</source>
        <translation>Die Puffer müssen dieselbe ganze Zahl von Sektoren haben.</translation>
    </message>
    <message>
        <source>The client left in the middle of a write.</source>
        <translation>Der Client ging mitten im Schreiben.</translation>
    </message>
    <message>
        <source>The cost of a key slot is impossible.</source>
        <translation>Die Kosten eines Schlüsselfachs sind unmöglich.</translation>
    </message>
    <message>
        <source>The data itself is not touched.</source>
        <translation>Die Daten selbst werden nicht angerührt.</translation>
    </message>
    <message>
        <source>The default of the option “%1” is not one of its choices.</source>
        <translation>Der Vorgabewert der Option „%1“ ist keiner der möglichen.</translation>
    </message>
    <message>
        <source>The definition %1 can&apos;t be read.</source>
        <translation>Die Definition %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The definition %1 can&apos;t be written.</source>
        <translation>Die Definition %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The definition %1 has the name of another machine, “%2”.</source>
        <translation>Die Definition %1 trägt den Namen einer anderen Maschine, „%2“.</translation>
    </message>
    <message>
        <source>The definition %1 is not valid TOML.</source>
        <translation>Die Definition %1 ist kein gültiges TOML.</translation>
    </message>
    <message>
        <source>The definition&apos;s seal is right, so it is the disk that changed and not the definition.</source>
        <translation>Das Siegel der Definition stimmt, also hat sich der Datenträger geändert und nicht die Definition.</translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be created; nothing was left behind.</source>
        <translation>Der Datenträger %1 kann nicht angelegt werden; nichts blieb zurück.</translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be opened.</source>
        <translation>Der Datenträger %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be plugged in.</source>
        <translation>Der Datenträger %1 kann nicht angeschlossen werden.</translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be served.</source>
        <translation>Der Datenträger %1 kann nicht bedient werden.</translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be unplugged now.</source>
        <translation>Der Datenträger %1 kann jetzt nicht getrennt werden.</translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be unplugged.</source>
        <translation>Der Datenträger %1 kann nicht getrennt werden.</translation>
    </message>
    <message>
        <source>The disk %1 is cut short.</source>
        <translation>Der Datenträger %1 ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The disk %1 is in use.</source>
        <translation>Der Datenträger %1 ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The disk %1 is lost for now.</source>
        <translation>Der Datenträger %1 ist vorerst verloren.</translation>
    </message>
    <message>
        <source>The disk %1 is to be served by vhost-user, which is not possible here.</source>
        <translation>Der Datenträger %1 soll mit vhost-user bereitgestellt werden, was hier nicht möglich ist.</translation>
    </message>
    <message>
        <source>The disk %1 was plugged in.</source>
        <translation>Der Datenträger %1 wurde angeschlossen.</translation>
    </message>
    <message>
        <source>The disk %1 was unplugged; all that the guest wrote is in its file.</source>
        <translation>Der Datenträger %1 wurde getrennt; alles, was der Gast schrieb, ist in seiner Datei.</translation>
    </message>
    <message>
        <source>The disk agrees with it, so the definition was changed, or both were.</source>
        <translation>Der Datenträger stimmt damit überein, also wurde die Definition geändert oder beide.</translation>
    </message>
    <message>
        <source>The disk could not be tidied up (%1); nothing is lost.</source>
        <translation>Der Datenträger konnte nicht aufgeräumt werden (%1); nichts ist verloren.</translation>
    </message>
    <message>
        <source>The disk has flags that this version of vmgui doesn&apos;t know (%1).</source>
        <translation>Der Datenträger hat Kennzeichen, die diese Version von vmgui nicht kennt (%1).</translation>
    </message>
    <message>
        <source>The disk has format version %1; this vmgui knows version %2.</source>
        <translation>Der Datenträger hat Formatversion %1; dieses vmgui kennt Version %2.</translation>
    </message>
    <message>
        <source>The disk has no value for one of its options.</source>
        <translation>Der Datenträger hat keinen Wert für eine seiner Optionen.</translation>
    </message>
    <message>
        <source>The disk is encrypted, and no passphrase was given.</source>
        <translation>Der Datenträger ist verschlüsselt, und es wurde keine Passphrase angegeben.</translation>
    </message>
    <message>
        <source>The disk is not encrypted: it has no passphrases.</source>
        <translation>Der Datenträger ist nicht verschlüsselt: Er hat keine Passphrasen.</translation>
    </message>
    <message>
        <source>The disk is not what the VM&apos;s definition says.</source>
        <translation>Der Datenträger ist nicht, was die Definition der VM sagt.</translation>
    </message>
    <message>
        <source>The disk is read-only from now on; stop the VM and check the drive.</source>
        <translation>Der Datenträger ist ab jetzt schreibgeschützt; stoppen Sie die VM, und prüfen Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>The disk needs the encryption plug-in “%1”, which can&apos;t be used.</source>
        <translation>Der Datenträger braucht das Verschlüsselungs-Plug-in „%1“, das nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>The disk needs the encryption plug-in “%1”, which is not installed.</source>
        <translation>Der Datenträger braucht das Verschlüsselungs-Plug-in „%1“, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>The disk needs what this version of vmgui can&apos;t do: %1.</source>
        <translation>Der Datenträger braucht, was diese Version von vmgui nicht kann: %1.</translation>
    </message>
    <message>
        <source>The disk stays attached, and nothing is lost.</source>
        <translation>Der Datenträger bleibt angeschlossen, und nichts ist verloren.</translation>
    </message>
    <message>
        <source>The disk that it made has another size than was asked for.</source>
        <translation>Der Datenträger, den es anlegte, hat eine andere Größe als verlangt.</translation>
    </message>
    <message>
        <source>The disk&apos;s LUKS header is damaged.</source>
        <translation>Der LUKS-Header des Datenträgers ist beschädigt.</translation>
    </message>
    <message>
        <source>The disk&apos;s backend is gone.</source>
        <translation>Das Backend des Datenträgers ist weg.</translation>
    </message>
    <message>
        <source>The disk&apos;s header can&apos;t be written any more.</source>
        <translation>Der Header des Datenträgers kann nicht mehr geschrieben werden.</translation>
    </message>
    <message>
        <source>The disk&apos;s header can&apos;t be written.</source>
        <translation>Der Header des Datenträgers kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The disk&apos;s header is damaged.</source>
        <translation>Der Header des Datenträgers ist beschädigt.</translation>
    </message>
    <message>
        <source>The disk&apos;s header was changed by somebody without its key.</source>
        <translation>Der Header des Datenträgers wurde von jemandem ohne seinen Schlüssel geändert.</translation>
    </message>
    <message>
        <source>The disk&apos;s journal was changed or damaged after the disk was last in use.</source>
        <translation>Das Journal des Datenträgers wurde verändert oder beschädigt, nachdem er zuletzt in Gebrauch war.</translation>
    </message>
    <message>
        <source>The disk&apos;s record of its own state can&apos;t be used.</source>
        <translation>Die Aufzeichnung des Datenträgers über seinen eigenen Stand kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The disk&apos;s record of its own state is damaged or was changed.</source>
        <translation>Die Aufzeichnung des Datenträgers über seinen eigenen Stand ist beschädigt oder wurde verändert.</translation>
    </message>
    <message>
        <source>The disk&apos;s record of its own state is older than its journal.</source>
        <translation>Die Aufzeichnung des Datenträgers über seinen eigenen Stand ist älter als sein Journal.</translation>
    </message>
    <message>
        <source>The disks&apos; newer generation could not be noted.</source>
        <translation>Die neuere Generation der Datenträger konnte nicht vermerkt werden.</translation>
    </message>
    <message>
        <source>The encryption plug-in “%1” has not come back from a request for %2 seconds.</source>
        <translation>Das Verschlüsselungs-Plug-in „%1“ ist seit %2 Sekunden nicht von einer Anfrage zurückgekehrt.</translation>
    </message>
    <message>
        <source>The encryption plug-in%1 failed with %2.</source>
        <translation>Das Verschlüsselungs-Plug-in%1 versagte mit %2.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be opened.</source>
        <translation>Die Datei %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The file %1 does not allow the bridge %2.</source>
        <translation>Die Datei %1 erlaubt die Bridge %2 nicht.</translation>
    </message>
    <message>
        <source>The file %1 is not a usable header backup.</source>
        <translation>Die Datei %1 ist keine brauchbare Header-Sicherung.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; its header speaks of %2.</source>
        <translation>Die Datei hat %1 Bytes; ihr Header spricht von %2.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; its header speaks of at least %2.</source>
        <translation>Die Datei hat %1 Bytes; ihr Header spricht von mindestens %2.</translation>
    </message>
    <message>
        <source>The firmware that belongs to QEMU is not installed: %1%2%3.</source>
        <translation>Die Firmware, die zu QEMU gehört, ist nicht installiert: %1%2%3.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be shared.</source>
        <translation>Der Ordner %1 kann nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be used.</source>
        <translation>Der Ordner %1 kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The folder of a machine so named is “%1”.</source>
        <translation>Der Ordner einer Maschine dieses Namens ist „%1“.</translation>
    </message>
    <message>
        <source>The guest can&apos;t have the USB device %1.</source>
        <translation>Der Gast kann das USB-Gerät %1 nicht bekommen.</translation>
    </message>
    <message>
        <source>The guest can&apos;t join the bridge %1.</source>
        <translation>Der Gast kann der Bridge %1 nicht beitreten.</translation>
    </message>
    <message>
        <source>The guest does not give the CD back.</source>
        <translation>Der Gast gibt die CD nicht zurück.</translation>
    </message>
    <message>
        <source>The guest gets the USB device %1 as soon as it is plugged in.</source>
        <translation>Der Gast bekommt das USB-Gerät %1, sobald es angesteckt ist.</translation>
    </message>
    <message>
        <source>The guest has not let go of the disk %1.</source>
        <translation>Der Gast hat den Datenträger %1 nicht losgelassen.</translation>
    </message>
    <message>
        <source>The guest has shut down.</source>
        <translation>Das Gastsystem wurde heruntergefahren.</translation>
    </message>
    <message>
        <source>The guest is paused, and has to let go of the disk itself.</source>
        <translation>Der Gast ist angehalten und muss den Datenträger selbst loslassen.</translation>
    </message>
    <message>
        <source>The guest met an error on %1, operation %2: %3.</source>
        <translation>Der Gast stieß auf einen Fehler an %1, Vorgang %2: %3.</translation>
    </message>
    <message>
        <source>The guest was asked to shut down.</source>
        <translation>Das Gastsystem wurde gebeten, herunterzufahren.</translation>
    </message>
    <message>
        <source>The guest&apos;s system crashed.</source>
        <translation>Das Gastsystem stürzte ab.</translation>
    </message>
    <message>
        <source>The guest&apos;s system has crashed.</source>
        <translation>Das Gastsystem ist abgestürzt.</translation>
    </message>
    <message>
        <source>The guest&apos;s watchdog found it hanging.</source>
        <translation>Der Watchdog des Gasts fand ihn hängend.</translation>
    </message>
    <message>
        <source>The header backup %1 belongs to another disk.</source>
        <translation>Die Header-Sicherung %1 gehört zu einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>The header backup %1 can&apos;t be read.</source>
        <translation>Die Header-Sicherung %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The header backup %1 can&apos;t be written.</source>
        <translation>Die Header-Sicherung %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The header backup %1 does not belong to %2.</source>
        <translation>Die Header-Sicherung %1 gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>The header has no room for that.</source>
        <translation>Der Header hat dafür keinen Platz.</translation>
    </message>
    <message>
        <source>The header of %1 can&apos;t be read.</source>
        <translation>Der Header von %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The header of %1 can&apos;t be written.</source>
        <translation>Der Header von %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The kernel or its initrd can&apos;t be loaded.</source>
        <translation>Der Kernel oder seine initrd kann nicht geladen werden.</translation>
    </message>
    <message>
        <source>The key file %1 can&apos;t be read.</source>
        <translation>Die Schlüsseldatei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The keyring can&apos;t be used.</source>
        <translation>Der Schlüsselbund kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The keyring did not give access.</source>
        <translation>Der Schlüsselbund gab keinen Zugang.</translation>
    </message>
    <message>
        <source>The keyring did not keep it.</source>
        <translation>Der Schlüsselbund hat sie nicht behalten.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>The keyring has not been set up: it has no default collection.</source>
        <translation>Der Schlüsselbund ist nicht eingerichtet: Er hat keine Standardsammlung.</translation>
    </message>
    <message>
        <source>The keyring has the passphrase.</source>
        <translation>Der Schlüsselbund hat die Passphrase.</translation>
    </message>
    <message>
        <source>The keyring holds no passphrase for this disk.</source>
        <translation>Der Schlüsselbund enthält keine Passphrase für diesen Datenträger.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keyring is unlocked.</source>
        <translation>Der Schlüsselbund ist entsperrt.</translation>
    </message>
    <message>
        <source>The keyring that Python&apos;s keyring library is configured to use can&apos;t be used (%1).</source>
        <translation>Der Schlüsselbund, auf den Pythons keyring-Bibliothek eingestellt ist, kann nicht verwendet werden (%1).</translation>
    </message>
    <message>
        <source>The last key slot can&apos;t be removed.</source>
        <translation>Das letzte Schlüsselfach kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The list of approved plug-ins, %1, can&apos;t be read.</source>
        <translation>Die Liste der genehmigten Plug-ins, %1, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The list of approved plug-ins, %1, can&apos;t be written.</source>
        <translation>Die Liste der genehmigten Plug-ins, %1, kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The machine has no room for so many devices.</source>
        <translation>Die Maschine hat keinen Platz für so viele Geräte.</translation>
    </message>
    <message>
        <source>The machine “%1” can&apos;t have %2 processors.</source>
        <translation>Die Maschine „%1“ kann nicht %2 Prozessoren haben.</translation>
    </message>
    <message>
        <source>The network cable was plugged in.</source>
        <translation>Das Netzwerkkabel wurde eingesteckt.</translation>
    </message>
    <message>
        <source>The network cable was pulled.</source>
        <translation>Das Netzwerkkabel wurde gezogen.</translation>
    </message>
    <message>
        <source>The option ends in the middle of a field.</source>
        <translation>Die Option endet mitten in einem Feld.</translation>
    </message>
    <message>
        <source>The option has bytes after its last field.</source>
        <translation>Die Option hat Bytes nach ihrem letzten Feld.</translation>
    </message>
    <message>
        <source>The option “%1” can&apos;t be %2 (possible: %3).</source>
        <translation>Die Option „%1“ kann nicht %2 sein (möglich: %3).</translation>
    </message>
    <message>
        <source>The passphrase can&apos;t be read from file descriptor %1.</source>
        <translation>Die Passphrase kann nicht vom Dateideskriptor %1 gelesen werden.</translation>
    </message>
    <message>
        <source>The passphrase of %1 was not stored in the keyring.</source>
        <translation>Die Passphrase von %1 wurde nicht im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
        <source>The passphrase was not removed from the keyring.</source>
        <translation>Die Passphrase wurde nicht aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>The plug-in %1 asks for a key of %2 bytes, which its manifest doesn&apos;t list.</source>
        <translation>Das Plug-in %1 verlangt einen Schlüssel von %2 Bytes, den sein Manifest nicht nennt.</translation>
    </message>
    <message>
        <source>The plug-in %1 can&apos;t be used.</source>
        <translation>Das Plug-in %1 kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The plug-in %1 has no sectors of %2 bytes.</source>
        <translation>Das Plug-in %1 hat keine Sektoren von %2 Bytes.</translation>
    </message>
    <message>
        <source>The plug-in can&apos;t change the keys or the header of this kind of disk.</source>
        <translation>Das Plug-in kann die Schlüssel oder den Header dieser Art von Datenträger nicht ändern.</translation>
    </message>
    <message>
        <source>The plug-in “%1” (version %2) can&apos;t serve this disk.</source>
        <translation>Das Plug-in „%1“ (Version %2) kann diesen Datenträger nicht bedienen.</translation>
    </message>
    <message>
        <source>The plug-in “%1” can&apos;t be used.</source>
        <translation>Das Plug-in „%1“ kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The plug-in “%1” did not come back within %2 seconds, so its process was ended.</source>
        <translation>Das Plug-in „%1“ kam nicht innerhalb von %2 Sekunden zurück, darum wurde sein Prozess beendet.</translation>
    </message>
    <message>
        <source>The plug-in “%1” is not approved any more.</source>
        <translation>Das Plug-in „%1“ ist nicht mehr genehmigt.</translation>
    </message>
    <message>
        <source>The plug-in “%1” is not approved.</source>
        <translation>Das Plug-in „%1“ ist nicht genehmigt.</translation>
    </message>
    <message>
        <source>The plug-in “%1” made a mistake; the disk is left as it is.</source>
        <translation>Das Plug-in „%1“ machte einen Fehler; der Datenträger bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The private network “%1” can&apos;t be made.</source>
        <translation>Das private Netzwerk „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The processor family “%1” is unknown.</source>
        <translation>Die Prozessorfamilie „%1“ ist unbekannt.</translation>
    </message>
    <message>
        <source>The processor is emulated, which is slow.</source>
        <translation>Der Prozessor wird emuliert, was langsam ist.</translation>
    </message>
    <message>
        <source>The processor&apos;s virtualisation (KVM) failed.</source>
        <translation>Die Virtualisierung des Prozessors (KVM) versagte.</translation>
    </message>
    <message>
        <source>The record of which state sectors %1 to %2 are in was changed: they can&apos;t be read.</source>
        <translation>Die Aufzeichnung, in welchem Stand die Sektoren %1 bis %2 sind, wurde verändert: Sie können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The running machine has no CD drive.</source>
        <translation>Die laufende Maschine hat kein CD-Laufwerk.</translation>
    </message>
    <message>
        <source>The running machine has no SCSI controller.</source>
        <translation>Die laufende Maschine hat keinen SCSI-Controller.</translation>
    </message>
    <message>
        <source>The running machine has no USB controller.</source>
        <translation>Die laufende Maschine hat keinen USB-Controller.</translation>
    </message>
    <message>
        <source>The running machine has no free slot for one more disk.</source>
        <translation>Die laufende Maschine hat keinen freien Steckplatz für einen weiteren Datenträger.</translation>
    </message>
    <message>
        <source>The running machine has no network card.</source>
        <translation>Die laufende Maschine hat keine Netzwerkkarte.</translation>
    </message>
    <message>
        <source>The running machine shares no memory with the backends of its disks.</source>
        <translation>Die laufende Maschine teilt keinen Arbeitsspeicher mit den Backends ihrer Datenträger.</translation>
    </message>
    <message>
        <source>The running machine&apos;s %1 bus takes no more disks.</source>
        <translation>Der %1-Bus der laufenden Maschine nimmt keine weiteren Datenträger auf.</translation>
    </message>
    <message>
        <source>The running machine&apos;s bus can&apos;t give the disk back.</source>
        <translation>Der Bus der laufenden Maschine kann den Datenträger nicht zurückgeben.</translation>
    </message>
    <message>
        <source>The seal on the definition&apos;s disks can&apos;t be checked: the keyring has lost the key for it, or this is another computer.</source>
        <translation>Das Siegel auf den Datenträgern der Definition kann nicht geprüft werden: Der Schlüsselbund hat den Schlüssel dafür verloren, oder dies ist ein anderer Computer.</translation>
    </message>
    <message>
        <source>The seal on the definition&apos;s disks does not fit: they were changed by something else than vmgui, or sealed with another keyring.</source>
        <translation>Das Siegel auf den Datenträgern der Definition passt nicht: Sie wurden von etwas anderem als vmgui geändert oder mit einem anderen Schlüsselbund versiegelt.</translation>
    </message>
    <message>
        <source>The seal on the definition&apos;s disks was not checked: the keyring can&apos;t be used now.</source>
        <translation>Das Siegel auf den Datenträgern der Definition wurde nicht geprüft: Der Schlüsselbund kann gerade nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The socket %1 can&apos;t be made.</source>
        <translation>Der Socket %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The standard format of Linux: the disk opens with cryptsetup on any Linux machine, too.</source>
        <translation>Das Standardformat von Linux: Der Datenträger lässt sich auch mit cryptsetup auf jedem Linux-Computer öffnen.</translation>
    </message>
    <message>
        <source>The start was broken off.</source>
        <translation>Der Start wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>Der Start wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The storage failed to make data durable (%1).</source>
        <translation>Der Speicher konnte Daten nicht dauerhaft machen (%1).</translation>
    </message>
    <message>
        <source>The supervisor has ended.</source>
        <translation>Der Supervisor ist beendet.</translation>
    </message>
    <message>
        <source>The two differed %1 times.</source>
        <translation>Die beiden wichen %1-mal voneinander ab.</translation>
    </message>
    <message>
        <source>The usual choice for disks: fast, widely examined, keeps the disk&apos;s size.</source>
        <translation>Die übliche Wahl für Datenträger: schnell, weithin geprüft, behält die Größe des Datenträgers bei.</translation>
    </message>
    <message>
        <source>The virtual machine can&apos;t be put back.</source>
        <translation>Die virtuelle Maschine kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>The virtual machine is just ending.</source>
        <translation>Die virtuelle Maschine endet gerade.</translation>
    </message>
    <message>
        <source>The virtual machine is still starting.</source>
        <translation>Die virtuelle Maschine startet noch.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” can&apos;t be put back.</source>
        <translation>Die virtuelle Maschine „%1“ kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” can&apos;t be removed.</source>
        <translation>Die virtuelle Maschine „%1“ kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” could not be started.</source>
        <translation>Die virtuelle Maschine „%1“ konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” does not tell what it is.</source>
        <translation>Die virtuelle Maschine „%1“ sagt nicht, was sie ist.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” ended unexpectedly.</source>
        <translation>Die virtuelle Maschine „%1“ endete unerwartet.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” ended while it was changed.</source>
        <translation>Die virtuelle Maschine „%1“ endete, während sie geändert wurde.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” has no disk %2.</source>
        <translation>Die virtuelle Maschine „%1“ hat keinen Datenträger %2.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” is just starting or ending.</source>
        <translation>Die virtuelle Maschine „%1“ startet oder endet gerade.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” is not running.</source>
        <translation>Die virtuelle Maschine „%1“ läuft nicht.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” is running.</source>
        <translation>Die virtuelle Maschine „%1“ läuft.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” was lost by its supervisor.</source>
        <translation>Die virtuelle Maschine „%1“ wurde von ihrem Supervisor verloren.</translation>
    </message>
    <message>
        <source>The virtual machine&apos;s supervisor could not do that.</source>
        <translation>Der Supervisor der virtuellen Maschine konnte das nicht tun.</translation>
    </message>
    <message>
        <source>The words of the recovery key don&apos;t fit together.</source>
        <translation>Die Wörter des Wiederherstellungsschlüssels passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The work did not stop by itself and was ended.</source>
        <translation>Die Arbeit hielt nicht von selbst an und wurde beendet.</translation>
    </message>
    <message>
        <source>The work was not finished.</source>
        <translation>Die Arbeit wurde nicht fertig.</translation>
    </message>
    <message>
        <source>There are more than %1 disks.</source>
        <translation>Es sind mehr als %1 Datenträger.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>There is a plug-in of that name, but with the ID %1.</source>
        <translation>Es gibt ein Plug-in dieses Namens, aber mit der ID %1.</translation>
    </message>
    <message>
        <source>There is a virtual machine “%1” already.</source>
        <translation>Es gibt schon eine virtuelle Maschine „%1“.</translation>
    </message>
    <message>
        <source>There is already a file %1.</source>
        <translation>Es gibt schon eine Datei %1.</translation>
    </message>
    <message>
        <source>There is another plug-in named %1.</source>
        <translation>Es gibt noch ein Plug-in namens %1.</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>Es gibt kein %1.</translation>
    </message>
    <message>
        <source>There is no QEMU for %1 on this computer.</source>
        <translation>Es gibt kein QEMU für %1 auf diesem Computer.</translation>
    </message>
    <message>
        <source>There is no UEFI firmware for %1 machines on this computer.</source>
        <translation>Es gibt keine UEFI-Firmware für %1-Maschinen auf diesem Computer.</translation>
    </message>
    <message>
        <source>There is no UEFI firmware with secure boot for %1 machines of %2.</source>
        <translation>Es gibt keine UEFI-Firmware mit Secure Boot für %1-Maschinen von %2.</translation>
    </message>
    <message>
        <source>There is no job “%1”.</source>
        <translation>Es gibt keine Aufgabe „%1“.</translation>
    </message>
    <message>
        <source>There is no key slot %1.</source>
        <translation>Es gibt kein Schlüsselfach %1.</translation>
    </message>
    <message>
        <source>There is no keyring here.</source>
        <translation>Hier gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no plug-in named %1.</source>
        <translation>Es gibt kein Plug-in namens %1.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Es gibt keinen solchen Ordner.</translation>
    </message>
    <message>
        <source>There is no virtual machine “%1”.</source>
        <translation>Es gibt keine virtuelle Maschine „%1“.</translation>
    </message>
    <message>
        <source>There is no vmgui header.</source>
        <translation>Es gibt keinen vmgui-Header.</translation>
    </message>
    <message>
        <source>There is one export here; its name is disk.</source>
        <translation>Es gibt hier einen Export; sein Name ist disk.</translation>
    </message>
    <message>
        <source>These are more secrets than a machine has disks.</source>
        <translation>Das sind mehr Geheimnisse, als eine Maschine Datenträger hat.</translation>
    </message>
    <message>
        <source>This QEMU can&apos;t emulate that processor.</source>
        <translation>Dieses QEMU kann diesen Prozessor nicht emulieren.</translation>
    </message>
    <message>
        <source>This QEMU has no device “%1”; it may lie in a package that is not installed.</source>
        <translation>Dieses QEMU hat kein Gerät „%1“; vielleicht liegt es in einem Paket, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>This QEMU has no such machine.</source>
        <translation>Dieses QEMU hat keine solche Maschine.</translation>
    </message>
    <message>
        <source>This QEMU was built without %1.</source>
        <translation>Dieses QEMU wurde ohne %1 gebaut.</translation>
    </message>
    <message>
        <source>This QEMU was built without KVM.</source>
        <translation>Dieses QEMU wurde ohne KVM gebaut.</translation>
    </message>
    <message>
        <source>This computer has no bridge %1.</source>
        <translation>Dieser Computer hat keine Bridge %1.</translation>
    </message>
    <message>
        <source>This computer has not enough free memory for the guest.</source>
        <translation>Dieser Computer hat nicht genug freien Arbeitsspeicher für den Gast.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor can&apos;t run %1 by itself.</source>
        <translation>Der Prozessor dieses Computers kann %1 nicht selbst ausführen.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor runs machines itself.</source>
        <translation>Der Prozessor dieses Computers führt Maschinen selbst aus.</translation>
    </message>
    <message>
        <source>This file system can&apos;t hold a file that large: choose a smaller size.</source>
        <translation>Dieses Dateisystem kann keine so große Datei aufnehmen: Wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>This is not a vmgui disk but %1.</source>
        <translation>Dies ist kein vmgui-Datenträger, sondern %1.</translation>
    </message>
    <message>
        <source>This is not a vmgui disk, or both copies of its header were overwritten.</source>
        <translation>Dies ist kein vmgui-Datenträger, oder beide Kopien seines Headers wurden überschrieben.</translation>
    </message>
    <message>
        <source>This key is missing.</source>
        <translation>Dieser Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>This key is unknown.</source>
        <translation>Dieser Schlüssel ist unbekannt.</translation>
    </message>
    <message>
        <source>This kind of LUKS disk can&apos;t be used.</source>
        <translation>Diese Art von LUKS-Datenträger kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>This machine wants KVM, which can&apos;t be used.</source>
        <translation>Diese Maschine verlangt KVM, das nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>This server does not know option %1.</source>
        <translation>Dieser Server kennt die Option %1 nicht.</translation>
    </message>
    <message>
        <source>This server takes %1 queries.</source>
        <translation>Dieser Server nimmt %1 Anfragen an.</translation>
    </message>
    <message>
        <source>This system lacks a protection: %1.</source>
        <translation>Diesem System fehlt ein Schutz: %1.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again, or unplug it.</source>
        <translation>Versuchen Sie es noch einmal, oder stecken Sie es ab.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it.</source>
        <translation>Versuchen Sie es noch einmal; wenn es wieder geschieht, melden Sie es bitte.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, tell the plug-in&apos;s publisher.</source>
        <translation>Versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es dem Herausgeber des Plug-ins.</translation>
    </message>
    <message>
        <source>Try again; the log says more: vmgui vm log NAME.</source>
        <translation>Versuchen Sie es noch einmal; das Protokoll sagt mehr: vmgui vm log NAME.</translation>
    </message>
    <message>
        <source>Two folders have the name “%1”.</source>
        <translation>Zwei Ordner haben den Namen „%1“.</translation>
    </message>
    <message>
        <source>Type a file&apos;s name, or a word from a document.</source>
        <translation>Tippen Sie den Namen einer Datei oder ein Wort aus einem Dokument.</translation>
    </message>
    <message>
        <source>Type the passphrase, or log in to a desktop that has a keyring (GNOME Keyring, KWallet).</source>
        <translation>Tippen Sie die Passphrase, oder melden Sie sich an einem Desktop mit Schlüsselbund an (GNOME Keyring, KWallet).</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Tippen Sie die Passphrase.</translation>
    </message>
    <message>
        <source>Type the passphrase; vmgui can remember it then.</source>
        <translation>Tippen Sie die Passphrase; vmgui kann sie sich dann merken.</translation>
    </message>
    <message>
        <source>UEFI firmware is installed.</source>
        <translation>UEFI-Firmware ist installiert.</translation>
    </message>
    <message>
        <source>Uncommon words are better.</source>
        <translation>Seltene Wörter sind besser.</translation>
    </message>
    <message>
        <source>Unlock it when you are asked to, or type the passphrase.</source>
        <translation>Entsperren Sie ihn, wenn Sie gefragt werden, oder tippen Sie die Passphrase.</translation>
    </message>
    <message>
        <source>Unmount the disk in the guest and try again, or stop the machine first.</source>
        <translation>Hängen Sie den Datenträger im Gast aus, und versuchen Sie es noch einmal, oder stoppen Sie zuerst die Maschine.</translation>
    </message>
    <message>
        <source>Use a program made for the format.</source>
        <translation>Verwenden Sie ein Programm, das für dieses Format gemacht ist.</translation>
    </message>
    <message>
        <source>Use the bus “virtio”, or the transport “auto”.</source>
        <translation>Verwenden Sie den Bus „virtio“ oder die Übertragung „auto“.</translation>
    </message>
    <message>
        <source>Use the vmgui that started the machine, or start the machine again.</source>
        <translation>Verwenden Sie das vmgui, das die Maschine gestartet hat, oder starten Sie die Maschine neu.</translation>
    </message>
    <message>
        <source>Use “default”.</source>
        <translation>Verwenden Sie „default“.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>Waiting for the guest to let go of the disk %1.</source>
        <translation>Es wird gewartet, bis der Gast den Datenträger %1 loslässt.</translation>
    </message>
    <message>
        <source>Wanted in the field %1.</source>
        <translation>Erwartet im Feld %1.</translation>
    </message>
    <message>
        <source>Wanted in the field container.head: 4096 to %1, in 4096s.</source>
        <translation>Erwartet im Feld container.head: 4096 bis %1, in Schritten von 4096.</translation>
    </message>
    <message>
        <source>Wanted in the field container.marks: “at” and 4 to 32 bytes each.</source>
        <translation>Erwartet im Feld container.marks: „at“ und je 4 bis 32 Bytes.</translation>
    </message>
    <message>
        <source>What it says of the disk is impossible.</source>
        <translation>Was er über den Datenträger sagt, ist unmöglich.</translation>
    </message>
    <message>
        <source>What the definition says of its disks is not sealed, although this keyring seals definitions: the seal was removed, or the definition was made while the keyring could not be used.</source>
        <translation>Was die Definition über ihre Datenträger sagt, ist nicht versiegelt, obwohl dieser Schlüsselbund Definitionen versiegelt: Das Siegel wurde entfernt, oder die Definition entstand, während der Schlüsselbund nicht verwendet werden konnte.</translation>
    </message>
    <message>
        <source>What the definition says of its disks is not sealed: there was no keyring for it.</source>
        <translation>Was die Definition über ihre Datenträger sagt, ist nicht versiegelt: Es gab dafür keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>What the disk&apos;s journal holds can&apos;t be brought home.</source>
        <translation>Was das Journal des Datenträgers enthält, kann nicht an seinen Platz gebracht werden.</translation>
    </message>
    <message>
        <source>Whether the disk or the definition changed can&apos;t be told.</source>
        <translation>Ob sich der Datenträger oder die Definition geändert hat, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Which of its sectors are in use can be told from their tags.</source>
        <translation>Welche seiner Sektoren in Gebrauch sind, lässt sich an ihren Tags erkennen.</translation>
    </message>
    <message>
        <source>With a network of kind “%1” nothing can be forwarded.</source>
        <translation>Mit einem Netzwerk der Art „%1“ kann nichts weitergeleitet werden.</translation>
    </message>
    <message>
        <source>Word %1 of the recovery key is not in the word list.</source>
        <translation>Wort %1 des Wiederherstellungsschlüssels steht nicht in der Wortliste.</translation>
    </message>
    <message>
        <source>Words have %1 to %2 bytes here.</source>
        <translation>Wörter haben hier %1 bis %2 Bytes.</translation>
    </message>
    <message>
        <source>Write bus and ports like “1-4.2”.</source>
        <translation>Schreiben Sie Bus und Ports wie „1-4.2“.</translation>
    </message>
    <message>
        <source>Write one as uuidgen prints it.</source>
        <translation>Schreiben Sie eine, wie uuidgen sie ausgibt.</translation>
    </message>
    <message>
        <source>Write sizes like 512M, 20G or 1.5T (M, G and T are powers of 1024).</source>
        <translation>Schreiben Sie Größen wie 512M, 20G oder 1.5T (M, G und T sind Potenzen von 1024).</translation>
    </message>
    <message>
        <source>Write the whole path, from “/” on.</source>
        <translation>Schreiben Sie den ganzen Pfad, von „/“ an.</translation>
    </message>
    <message>
        <source>Writes are missing that had been made durable.</source>
        <translation>Es fehlen Schreibvorgänge, die dauerhaft gemacht waren.</translation>
    </message>
    <message>
        <source>You can edit this file while the machine is stopped.</source>
        <translation>Sie können diese Datei bearbeiten, solange die Maschine aus ist.</translation>
    </message>
    <message>
        <source>You may not open it.</source>
        <translation>Sie dürfen ihn nicht öffnen.</translation>
    </message>
    <message>
        <source>You may not use %1.</source>
        <translation>Sie dürfen %1 nicht verwenden.</translation>
    </message>
    <message>
        <source>You may not use /dev/kvm.</source>
        <translation>Sie dürfen /dev/kvm nicht verwenden.</translation>
    </message>
    <message>
        <source>You may not write to it.</source>
        <translation>Sie dürfen nicht in ihn schreiben.</translation>
    </message>
    <message>
        <source>cryptsetup %1 failed; the disk is as it was before.</source>
        <translation>cryptsetup %1 schlug fehl; der Datenträger ist wie vorher.</translation>
    </message>
    <message>
        <source>nothing, but ended with status %1.</source>
        <translation>nichts, sondern endete mit Status %1.</translation>
    </message>
    <message>
        <source>swtpm, which emulates it, is not installed.</source>
        <translation>swtpm, das es emuliert, ist nicht installiert.</translation>
    </message>
    <message>
        <source>vmgui failed with %1.</source>
        <translation>vmgui versagte mit %1.</translation>
    </message>
    <message>
        <source>vmgui needs QEMU 7.2 or later.</source>
        <translation>vmgui braucht QEMU 7.2 oder neuer.</translation>
    </message>
    <message>
        <source>vmgui opens LUKS disks with AES-XTS (aes-xts-plain64).</source>
        <translation>vmgui öffnet LUKS-Datenträger mit AES-XTS (aes-xts-plain64).</translation>
    </message>
    <message>
        <source>vmgui plugin approve %1, or in the window File, Encryption plug-ins.</source>
        <translation>vmgui plugin approve %1, oder im Fenster unter Datei, Verschlüsselungs-Plug-ins.</translation>
    </message>
    <message>
        <source>“%1%2” may mean powers of 1000 or of 1024.</source>
        <translation>„%1%2“ kann Potenzen von 1000 oder von 1024 bedeuten.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of a virtual machine.</source>
        <translation>„%1“ kann nicht der Name einer virtuellen Maschine sein.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t name a %2 network.</source>
        <translation>„%1“ kann kein %2-Netzwerk benennen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t name a shared folder.</source>
        <translation>„%1“ kann keinen freigegebenen Ordner benennen.</translation>
    </message>
    <message>
        <source>“%1” is no USB id.</source>
        <translation>„%1“ ist keine USB-ID.</translation>
    </message>
    <message>
        <source>“%1” is no USB port.</source>
        <translation>„%1“ ist kein USB-Port.</translation>
    </message>
    <message>
        <source>“%1” is no machine that vmgui knows for %2.</source>
        <translation>„%1“ ist keine Maschine, die vmgui für %2 kennt.</translation>
    </message>
    <message>
        <source>“%1” is not a size.</source>
        <translation>„%1“ ist keine Größe.</translation>
    </message>
    <message>
        <source>“%1” is not an IPv4 address.</source>
        <translation>„%1“ ist keine IPv4-Adresse.</translation>
    </message>
    <message>
        <source>“%1” is not an absolute path.</source>
        <translation>„%1“ ist kein absoluter Pfad.</translation>
    </message>
    <message>
        <source>“%1” is not an option of %2 (%3).</source>
        <translation>„%1“ ist keine Option von %2 (%3).</translation>
    </message>
</context>
</TS>
