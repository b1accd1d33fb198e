<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AbsentCard</name>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Approve a plug-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the plug-in “%s” run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not come with vmgui. Its code will see a key and all data of each disk that you choose it for. Approve it only if you know where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When its files change you will be asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t approve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskSecret</name>
    <message>
        <source>Unlock %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase for the disk %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with the content of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase in the keyring does not open it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key file does not open the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong passphrase. Check capitals and the keyboard&apos;s layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New encrypted disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach to a VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no virtual machine yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to %s. If its system does not see it, start it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to %s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>%s runs and gets the disk at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupChoice</name>
    <message>
        <source>Back up the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small file. If the start of the disk&apos;s file is ever damaged, the disk opens with it again. Keep it on another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for the header&apos;s backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file for the header&apos;s backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path, from “/” on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file of this name. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupTab</name>
    <message>
        <source>Make a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header holds the keys: without it the data is lost, whatever passphrase one knows. A backup is a small file. It opens the disk with each passphrase that the disk has when it is made, also after that was changed. Keep it on another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup was made from here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup is older than what opens the disk now: make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, into %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup was made less than a day ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The last backup was made %n day(s) ago.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Both copies of the header are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was made. Keep it on another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header was restored. A virtual machine that uses the disk asks you to accept that at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one that opened the disk when the backup was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is in use by %s: shut it down first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a header backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header backups (*.header);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a header from its backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header copy damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk still works. Repair the header so that both copies are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug-in missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the encryption plug-in “%s”; the disk is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug-in changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of “%s” changed since you approved it. If you expected that, approve it again in File, Encryption plug-ins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug-in not approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust “%s”, approve it in File, Encryption plug-ins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug-in does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%s” is installed in version %s, which does not offer what this disk was made with. Install the version that it was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever gets the file can read it. Make an encrypted disk and copy the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase cheap to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guess costs far less than it does for a passphrase that is set today. Change passphrase makes it new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key slot uses PBKDF2, which is guessed cheaply. Change passphrase makes it new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, the data is lost. Make a recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one passphrase or key opens the disk. Make a recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No header backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the header is lost, so is the data. Make a header backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckTab</name>
    <message>
        <source>Check the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the journal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it reads well: %s in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sector(s) can&apos;t be read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The guest gets an error where it reads these. Their content is lost here: restore the files from a backup. If the drive is not failing, somebody changed the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector %s (byte %s of the disk): %s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %s more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal was given up; the disk opens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the guest&apos;s file systems when it has started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring a backup of the file is better where there is one. Else the journal can be given up: what the guest wrote last before the crash is lost then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk can&apos;t be checked: its header can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is in use by %s. Shut it down to check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads every sector and checks that it is what was last written there. Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads every sector, and so finds what the drive can&apos;t read. This plug-in can&apos;t tell whether a sector was changed. Nothing is changed by the check.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksDialog</name>
    <message>
        <source>Check this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What virtual machines need here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Checking this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could be better.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Screen of the virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the screen…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>%s – vmgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s – Ctrl+Alt frees the keyboard and shows this bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the virtual machine “%s”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its definition, firmware settings and logs are deleted for good. To only take it out of the library, close this and choose Remove from the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete its disks as well, with all data on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s name, to be certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All data on them is lost. To be certain, type the machine&apos;s name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete machine and disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetachDialog</name>
    <message>
        <source>Detach a disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach %s from %s, which runs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmount it in the guest first. The guest is asked to let go of it; what it has not written by then is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, %d cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s with %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emulated (slower; KVM is not used)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with KVM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s port %d here leads to %d there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesFields</name>
    <message>
        <source>The disk&apos;s connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to the network through this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure boot: starts only what is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPM 2, as Windows 11 asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskCreation</name>
    <message>
        <source>The header was not backed up: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing the passphrase in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was not stored: %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskFields</name>
    <message>
        <source>Name of the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the disk a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name can&apos;t contain a slash or begin with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder must be given from the root: /home/me/disks, say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t write into this folder. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file of this name, which is never overwritten. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drive is formatted with FAT, which holds no file of 4 GiB or more. Choose a smaller size or another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is larger than the room on the drive: the guest gets errors when the drive is full. Choose a smaller size, or make room in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder lies on another computer: the machine stands still whenever the network does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call it “%s”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s free on this drive. The file grows as the guest writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the disk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskHead</name>
    <message>
        <source>Attach to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not attached to any virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach from %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted: whoever gets the file can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted with %s. It notices tampering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted with %s. It does not notice tampering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no virtual machine yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskPage</name>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk is a file on this computer, encrypted before it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the host sees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskSummary</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key file %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a recovery key of 24 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no, it will be asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header&apos;s backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is made and filled with random bytes, %s of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is made for %s of data. It grows as the guest writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All data is encrypted with %s, and tampering is noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All data is encrypted with %s. Tampering is not noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recovery key is made, to print or save on the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the header is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is stored in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk will not be encrypted: who can read the file can read the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the key file is lost, the data is lost for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget the passphrase, the data is lost for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the drive: %s free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file is written now, %s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskView</name>
    <message>
        <source>%s It still works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, taking up %s on its drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EncryptionID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sectors of %s bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notices tampering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not notice tampering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot %d: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s (slot %d, since %s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file of %s in its folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or print the recovery key first, or tick the box above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>Give up the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up what the disk&apos;s journal holds?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the guest wrote last before the crash is lost: those sectors will be as they were before. Copy the file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message and its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path, from “/” on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget stored passphrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored passphrases of %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its disks is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it to see what it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring holds no passphrase for %s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring opens %s without asking. Once it has forgotten the passphrase, the next start asks for it: be sure that you know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system asks for the keyring&apos;s password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoOnDialog</name>
    <message>
        <source>Virtual machines go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s will go on running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window stops no virtual machine. Open vmgui again, and it is all there as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is said only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HardwareFields</name>
    <message>
        <source>machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of processor cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the machine a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be its name. %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a virtual machine of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s (QEMU for it is not installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderFields</name>
    <message>
        <source>bytes %d to %d of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s; it stands for the encryptionID %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encryption is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encryption is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EncryptionID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostTab</name>
    <message>
        <source>Start of the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first written stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file&apos;s name, or a word from a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to look for in the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest has it nowhere in the %s that were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in what the guest reads, at byte %s. Nowhere in the %s of data that were read in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in what the guest reads, at byte %s, and in the file as well, at byte %s: whoever gets the file can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s (%s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file&apos;s header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same stretch of the disk, twice: as the guest reads it, and as it lies in the file on this computer. Each dot is a byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for something that you know is on the disk: the guest finds it, the file does not hold it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostView</name>
    <message>
        <source>What the guest reads, as a picture of bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies in the file, as a picture of bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes at the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the guest reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its virtual machine can read it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From byte %s of the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From byte %s of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy: %s of 8 bits a byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sectors that can&apos;t be read are blank at the left: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is in use: %s Shut the machine down to see both sides. What this computer stores can be seen at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds only zeros here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written here yet: both sides are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides are the same: this disk is not encrypted. Whoever gets the file reads what the guest wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this computer stores can&apos;t be told from random bytes. Nothing of the left picture can be seen in the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two sides differ. Part of this stretch was never written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other small values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>255</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyDeeds</name>
    <message>
        <source>Add a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another passphrase for the disk %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk opens with it, too; what opens it now still does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new passphrase for the disk %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of key slot %d. Header backups made before still open with the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key slot %d was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one that opens the disk now, to change what opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was changed, also in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed, from the keyring as well: you will be asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyFileField</name>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it on a stick and a copy elsewhere. Whoever has it can read the disk; if its content changes, it opens nothing any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s was made. Copy it to a stick, too, before you rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyedJob</name>
    <message>
        <source>The passphrase in the keyring does not open it any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyringChoice</name>
    <message>
        <source>Remember the passphrase in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system asks for the keyring&apos;s password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysTab</name>
    <message>
        <source>Add passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of what opens this disk: its header can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is not encrypted: nothing is needed to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is in use by %s. Shut it down to change what opens the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of these opens the disk by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change key slot %d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove key slot %d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would open the disk any more: add another first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is cheap to guess today. Change makes it new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All disks encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some disks not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, of %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, of no machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryDeeds</name>
    <message>
        <source>Move to group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which group do they belong to? Empty: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall the group “%s” be called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall “%s” be called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be its name. %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a virtual machine of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%s” was removed from the library. Its disks are still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) were removed from the library.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%s” was removed from the list. The file is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s) were removed from the list. The files are still there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disks (*.vmg *.luks *.img);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%s” can&apos;t be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a CD&apos;s image (.iso), or a disk of vmgui or LUKS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put “%s” into the CD drive of “%s”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach the disk “%s” to “%s”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CD that is in the drive is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine has it from its next start on. The file stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryMenus</name>
    <message>
        <source>Add existing disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search virtual machines and disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “%s”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What encryption costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor time of the programs that encrypt and carry the disks&apos; data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput of the disk %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%s of %n core(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%s in use here, of %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s of one processor core, with nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s of one processor core at %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log of %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutting down…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineActions</name>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the guest to shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Force off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like pulling the plug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the reset button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send &amp;Ctrl+Alt+Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget stored &amp;passphrases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remo&amp;ve from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its disks stay, and it can be put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete for good…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineCreation</name>
    <message>
        <source>Writing the definition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineDeeds</name>
    <message>
        <source>Starting %s…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest was asked to shut down. If it does not: Machine, Force off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineDiskFields</name>
    <message>
        <source>A new encrypted disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk that is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disks (*%s);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the disk&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen is shown in a window of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show serial console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This virtual machine can&apos;t be used.

%s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This virtual machine stopped unexpectedly.

%s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This virtual machine runs without a screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This virtual machine is off. %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The language changes when vmgui is opened the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About vmgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vmgui %s

Virtual machines whose disks are encrypted before they reach this computer&apos;s storage.

Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediumPage</name>
    <message>
        <source>Installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall the new machine be installed from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image of a CD or DVD (.iso)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD images (*.iso);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file, or drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk that has a system already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disks (*%s);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what it is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised from the medium: %s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its system is not known here; “Any other” suits most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s No computer can start from it, it says.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>New &amp;virtual machine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New encrypted &amp;disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption &amp;plug-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;existing disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Icon and notifications in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About vmgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewDiskAssistant</name>
    <message>
        <source>Create disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is ready.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewKeyFile</name>
    <message>
        <source>Add a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which file shall open the disk %s?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has the file can open the disk: keep it on a stick, not beside the disk. The file must never change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new key file was made. Keep a copy of it in a safe place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key files (*.key)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewMachineAssistant</name>
    <message>
        <source>Creating the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven random words; write them down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Plug-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the header…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %s, version %s. %s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven random words; write them down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase and recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has what opens the disk can read it; without it nobody can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besides: either of them opens the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 words to print or save at the end. They open the disk if you forget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied; it leaves the clipboard in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PluginCard</name>
    <message>
        <source>being measured…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %s, version %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs only after you approved it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PluginRow</name>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s, version %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw approval…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured: it depends on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured once it is approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole SHA-256 of %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plugins</name>
    <message>
        <source>Recommended · %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with vmgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since you approved it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not encrypt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices tampering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not notice tampering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s MB/s here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files changed since you approved it: %s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PluginsDialog</name>
    <message>
        <source>Plug-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for plug-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plug-in encrypts the disks that you choose it for. One that did not come with vmgui runs only after you approved it, and you are asked again when its files change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed with pip, or as folders in %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You approved it once. Its disks can be opened when it is installed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw approval…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for plug-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide how much of the disk is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the whole file with random bytes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the whole file now: it takes longer, and all its room at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s (recommended here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s Install a version that can, or tell its publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plug-in that encrypts may run. Choose and approve one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s) here need it: %s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You approved it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with pip, or put its folder into %s, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its encryptionID: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring how fast the plug-ins are here…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit vmgui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and leave them running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut down and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can go on without the window: open vmgui again, and all is there as before. Or let their systems shut down first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) still running: %s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Their systems were asked to shut down; vmgui quits when they have. One that does not react can be left running, or be forced off in its own page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the %d words of the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With blanks between, in the order of their numbers. The first four letters of each are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%d of %d words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s Did you mean “%s”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryKeyDialog</name>
    <message>
        <source>New recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %s has a new recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Recovery key of %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words open the disk, as its passphrase does. Whoever has them and a copy of the disk can read it: keep this sheet away from the computer, and show it to nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the words in the order of their numbers, with blanks between, wherever vmgui asks for this disk&apos;s passphrase, or scan the code with a reader that keeps nothing and paste its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another recovery key on the disk&apos;s page, and remove this one&apos;s key slot, which the date above tells from others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryView</name>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sheet as a PDF or as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the sheet, with a QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I wrote the words down, or do without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens the disk if the passphrase is forgotten, and is not shown again. Print or save it, and keep it away from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %s. Put it on a stick or print it, then delete the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set up here. Save the sheet as a PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer. Check that the sheet can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer took nothing. Save the sheet instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or write the words down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s recovery key.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveKeyDialog</name>
    <message>
        <source>Remove a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove key slot %d (%s) of the disk %s?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What opens the disk through this slot will not do so any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header backups made before still open with it: make a new backup, and destroy the old ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the header from %s back onto the disk %s?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup is of another disk: it will be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From then on the disk is opened by what opened it at the backup:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase that was set or changed since opens the disk no more. You will be asked for one of the backup&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is not touched. A virtual machine that uses the disk asks you to accept the change at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been made yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>This virtual machine is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press keys for the guest that this computer keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what the guest shows now as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the guest neither keys nor the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this screen in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s &amp;own pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resize the guest&apos;s screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest is only watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on. Press Ctrl+Alt and let go to free the keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys go to the guest. Press Ctrl+Alt and let go to free them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click into the screen to type there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the screen has the keyboard, texts that are copied here can be pasted there and the other way round, if the guest runs the SPICE agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was saved as %s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionPage</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%s selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%s, %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SerialView</name>
    <message>
        <source>The machine is off. This is what it said on its serial line last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the serial line…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed has not been taken: the guest does not listen, or another program is connected. This goes on by itself once that one ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys go to the guest&apos;s first serial line while it has the keyboard. Press Ctrl+Alt and let go to free them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Virtual machines and disks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slots</name>
    <message>
        <source>Passphrase or key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key slot %d. %s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key slot %d, since %s. %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each guess fills %s of memory %s times (Argon2id).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what will be made. Change what you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption: measuring what is fast here, once…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a disk and a CD image it has nothing to start from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Serial console of the virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy	Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste	Ctrl+Shift+V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type this terminal&apos;s size (stty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Show the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No virtual machine runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s stopped unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%s was paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Unlock %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with the 24 words of a recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with the content of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the stored one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it from the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disks are locked again when the machine stops; vmgui keeps nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase for the disk %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase for %d disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase in the keyring does not open it any more: it was changed, or a wrong one was stored. Type the right one; with the tick below it takes the other&apos;s place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has not answered yet. You need not wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other disks are unlocked; this needs another passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This opens nothing here. Is it that of another disk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong passphrase. Check capitals and the keyboard&apos;s layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens none of the disks. Check capitals and the keyboard&apos;s layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>No virtual machines yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vmgui runs virtual machines whose disks are encrypted before anything reaches this computer&apos;s storage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New virtual machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a new encrypted disk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw an approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the approval of “%s”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its code will not run any more, and its disks can&apos;t be opened until you approve it again. What is open now stays open until it is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was made so far is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source># A virtual machine of vmgui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># When vmgui itself changes it, comments are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Or set accelerator = “auto” in its definition: it then runs without KVM, only slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Or switch secure boot off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 You may not use /dev/kvm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed while it was looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than %2 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is attached twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number of mebibytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the image of a CD or DVD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 processor cores would find it %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 random bits: nobody finds it by guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was refused: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which the guest needs, could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; restarting it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>127.0.0.1 is this computer only, 0.0.0.0 all that can reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 machine has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 machine of %2 has no %3 disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 machine of %2 has no %3 firmware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SATA disk can&apos;t be plugged in while the machine runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SATA disk can&apos;t be read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TPM 2 can&apos;t be given to the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection of process %1, which belongs to user %2, was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection of process %1, which is not this disk&apos;s VM, was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A container has no tag_size, and encrypts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk can&apos;t be protected by nothing: give a secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk can&apos;t have %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk could not be written: the drive that holds it is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk of “%1” is not what the machine&apos;s definition says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk that is not encrypted can&apos;t have a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk that notices tampering can&apos;t be filled with random data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drive of this computer is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field of text holds other bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that was being made may be left, its name ends in .partial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header backup helps only where the drive can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key slot asks for more memory than this computer may give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key slot needs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A keyring keeps text, and this is not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of kind “%1” has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase is needed, and there is no terminal to ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A read failed after its simple reply had begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recovery key has %1 words, and this has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request began with %1 instead of the magic number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret could not be locked in memory and may be swapped to disk: the limit of locked memory is used up (see ulimit -l).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A string is longer than 4096 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A terminal takes no passphrase longer than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A virtual machine does not understand that request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another word or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 key slots are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it when you are asked to, or type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it: echo &apos;allow %1&apos; | sudo tee -a %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it: sudo chmod u+s %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow vmgui to use it when you are asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encrypted disk needs a passphrase or a key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An initrd or a kernel command line is given, but no kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An option began with %1 instead of IHAVEOPT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An option of %1 bytes is over this server&apos;s %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another QEMU uses one of the machine&apos;s files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another part of vmgui announced a secret of impossible length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another part of vmgui sent an over-long message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another part of vmgui sent something that is not a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another part of vmgui stopped in the middle of a secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses it, or it is below 1024 and only the administrator may have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone who can read the file can read the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both copies of the disk&apos;s header are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions or its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check %1 and the bridge: ip link show %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check capitals, keyboard layout and that it is this disk&apos;s; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check extra_args in the machine&apos;s definition; report it if there are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check extra_args in the machine&apos;s definition; vmgui vm command NAME shows all arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its path and permissions, and that its drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its spelling against your sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check kernel and initrd in the machine&apos;s definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that %1 works on this computer, or do without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its parent exists, is yours and has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that no word is missing or there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the computer has enough free memory, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may use it (Linux: /dev/bus/usb), and that this QEMU can pass USB devices on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the drive, and that it has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder %1; the machine is still in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and its permissions, and that no other program listens there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder; the machine is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and the file&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path in the machine&apos;s definition, the drive and the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path; a drive may not be mounted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check which backup belongs to which disk; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a drive that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a short path in an existing folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file or folder; an existing file is never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another host port in the machine&apos;s definition (network.forwards), or stop the other program: ss -lntup shows which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another host port, or stop the other program: ss -lntup shows which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another in the definition (machine = …), or install a QEMU that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or delete that one: vmgui vm delete NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or move that file away; vmgui never overwrites one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another plug-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose any printable text of up to %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose any printable text of up to 64 characters without “/”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs or give the machine less memory; journalctl -k tells which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or give the machine less memory (memory = … in its definition).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare them with your sheet one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that in a text editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line in a text editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach some disks, or use another machine (q35 has more room than pc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t use the disk as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is in the word list, but the checksum tells that one is wrong or misplaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eject the CD in the guest, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypts and notices tampering, like AES-GCM, and is the faster of the two on processors without AES instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypts and notices tampering: a sector that was changed, moved or put back to an older state on the host is an error instead of wrong data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existing LUKS disks can be used without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or check the drive, then restore it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or check the drive; nothing is lost, and the disk can be opened read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or check the drive; the disk is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or check the drive; what opened the disk before still does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or check the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or check the folder; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or check the folder; the old definition is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room or choose another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room, or choose another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a size such as 20G.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it with --passphrase-fd N or --key-file F.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its passphrase or key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one, or choose the plug-in “unencrypted” for data that is no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was a vmgui disk, restore the header from a backup: vmgui disk header restore PATH FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not, don&apos;t start the VM: somebody changed the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not, don&apos;t start the machine: somebody changed its disk or its definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not, don&apos;t start the virtual machine: somebody may have exchanged its disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that stays so, log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the file was changed, restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you did this (a disk attached by hand, made anew, restored from a backup), accept it with: vmgui vm accept %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you did this (a restored backup, a disk made anew), accept it with vmgui vm accept NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you made this change, accept it with vmgui vm accept %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its description %1 is impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its description the place of an area is impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install QEMU&apos;s UEFI firmware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install QEMU&apos;s optional modules (Debian: qemu-system-gui, qemu-block-extra), or choose another device in the machine&apos;s definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a version of it that can, then try again; the disk is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (Debian: qemu-system-common).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (Debian: qemu-system-data, seabios, opensbi, ipxe-qemu).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: on Debian and Ubuntu the package cryptsetup-bin, elsewhere cryptsetup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: sudo apt-get install %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: sudo dnf install %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install swtpm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package %1 or %2, as your system names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the plug-in with that ID (with pip, or as a folder in %1), then try again; the disk is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the version of the plug-in that the disk was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins or ends with a space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It claims not to encrypt, which only vmgui&apos;s own unencrypted disk may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It crashed or was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It describes a disk of %1 bytes; the file has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It describes a disk of at least %1 bytes; the file has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer within %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not come with vmgui (publisher: %1, version %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended without a word: its supervisor was killed, or the computer went down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hangs: it did nothing for %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It happened during this check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has four hexadecimal digits, as lsusb prints them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no key slot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no keys of %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no sectors of %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no valid UUID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not the mark of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not the size or the mark of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the same id as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hides everything but how full the disk is, and a flipped bit on the host turns into garbage instead of an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hides everything, but a flipped bit on the host turns into garbage instead of an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds a null character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds a “/” or a character that can&apos;t be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a link or belongs to another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an older copy: generation %1, but %2 was already seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is another disk: %1 instead of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is locked, and was not unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a UUID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a number with a unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a whole number of bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not in the trash any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not printable text of up to %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid TOML: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of the disk %1; %2 is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same disk as disk[%1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written for version %1 of the VM Encryption API; this is version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names another encryption plug-in than the one that it was chosen for: %1 instead of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs the hash %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs what is not known here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says encrypted, but names no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says not encrypted, but names a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says that it is %1; it was %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes up to 15 letters, digits, “-”, “_” or “.”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes up to 31 letters, digits, “-”, “_” or “.”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tried something that its sandbox forbids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It uses the CD and has locked the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants %1 MiB; the limit here is %2 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was asked to and did not answer within %1 seconds: it uses the disk, is still starting, or has no system that listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was ended by force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was killed: by the system because memory ran out, or by somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never accepted for this machine: the definition holds no pin of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was probably not copied whole: copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its %1 can&apos;t be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its %1 is larger than %2 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its accents are written in a form (not NFC) that other programs may not find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its authentication code does not match: an accident can&apos;t do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checksum does not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checksum is of an unknown kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cipher is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cipher&apos;s parameter %1 is %2; it was %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data is in %1 segments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data is not, or not wholly, enciphered by software.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data lies in another place than its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data lies inside of its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its description can&apos;t be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its description has another size than its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its description is not in canonical form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its description says two things about sector tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its digest names a key slot that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its entry %1 is not a %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its entry is not in the package %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its exit status is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files changed since you approved it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first sector is not number 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its flag says something else than its encryptionID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its generation has reached the highest number there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its hash is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its header names the encryptionID %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key can&apos;t have %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key has not exactly one digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key has several sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key slot %1 has an impossible size of key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key slot %1 is enciphered with another cipher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key slot %1 is impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key slot %1 is split in an unknown way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key slot %1 lies outside of its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key slot %1 lies outside of the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its lengths are impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its log says more: report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its question was dismissed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sectors carry tags of dm-integrity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sectors have %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its supervisor ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its supervisor runs, but did not answer: the computer may be very busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tags have %1 bytes, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its two copies are of different disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its unit is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its unused bytes are not zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its verb is unknown, or what comes with it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its version, size or place is impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volume key is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the group that may, then log in again: sudo usermod -aG kvm $USER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the group that may, then log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM can&apos;t be used on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM doesn&apos;t work here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM failed, as it does on some computers that are virtual themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM failed; starting again without it, which is slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as a key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key slot %1 was not tried: it wants %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave that option out, or choose a plug-in that does not notice tampering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the passphrase out, or choose a plug-in that encrypts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to a desktop that has a keyring (GNOME Keyring, KWallet).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for another backup; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines can have a TPM 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines run, but their processor is emulated, which is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new encrypted disk and copy the data into it, or install a plug-in that opens such disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new one with the same disks: they are still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an encrypted disk and copy the data into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one: sudo ip link add %1 type bridge &amp;&amp; sudo ip link set %2 up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder %1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making or changing a LUKS disk needs the program cryptsetup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the file, or remove it and approve your plug-ins again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negotiate structured replies first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither of its two copies is authentic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither place of the header holds its mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase and no key file is that long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase was set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program %1 was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No seal was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody unlocked it within %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of QEMU&apos;s firmware descriptors (share/qemu/firmware/*.json) fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its key slots fits this passphrase or key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its key slots fits this passphrase, key file or recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of what could be tried opens the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would open the disk any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of its numbers is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for data that is no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it for reading in the calling program; a shell does it with --passphrase-fd 3 3&lt;FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it on a computer with more memory, or change that slot with cryptsetup luksConvertKey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it read-only, or copy it to a drive that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with a newer version of vmgui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with cryptsetup, and copy the data into a new disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the disk read-only and copy its data to a new disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the disk with a passphrase that was set on a computer like this one, or on a computer with more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the disk %1 (%2 of %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or set accelerator = “tcg” in the machine&apos;s definition: slower, needs no permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or switch the TPM off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the disk are older than its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrases can be kept in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrases can&apos;t be remembered and are asked for at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is forwarded twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 of this computer can&apos;t be forwarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 of this computer can&apos;t be forwarded: another program uses it, or it is below 1024 and only the administrator may have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 of this computer is still forwarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports are forwarded with the kind “user” only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU %1 allows %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU %1 has no machine “%2” for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU %1 is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU %1 runs machines of the kind %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU could not listen at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU could not reach the process that serves a disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU crashed (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU does not know one of its arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU ended with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU refused the command %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU says nothing about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU says: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU still holds the USB device %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU was told to end by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU&apos;s bridge helper is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU&apos;s bridge helper may not do its work for ordinary users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU&apos;s bridge helper says: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU&apos;s installation is incomplete: %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU, which runs virtual machines, is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstall QEMU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstall QEMU; vmgui needs version 7.2 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove -cpu from extra_args in the machine&apos;s definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or set VMGUI_HOME to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one that is no longer needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the folder accordingly, or put the old name back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a header backup: vmgui disk header restore PATH FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the disk from a backup, or give up what was written last before the crash: vmgui disk drop-journal PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the disk from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the header from your own backup: vmgui disk header restore PATH FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the whole disk from one backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the machine, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector %1 is not what was last written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector %1 is not what was written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure boot needs UEFI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See its disks with: vmgui vm show %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See its log: vmgui vm log %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the log: vmgui vm log NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See vmgui plugin show %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is stored of the change, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what there is with: vmgui vm list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving a connection failed unexpectedly; see the backend&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set accelerator = “tcg” in the machine&apos;s definition: slower, works everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set cpus accordingly in the definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set firmware = “bios” in the machine&apos;s definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set firmware = “uefi”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set sound = false in the machine&apos;s definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should the guest let go of it later, it is detached then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So the definition was changed; whether the disk was as well can&apos;t be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody put an older state of a part of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody put an older state of the data back, or a copy of it was cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound can&apos;t be played here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again; whatever it acknowledged is in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with: vmgui vm start %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it first: vmgui vm stop %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the machine to give the port back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the machine, and attach the disk then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the machine, and detach the disk then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the machine, and set accelerator = “tcg” in its definition: slower, works everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the other machine that uses the same CD image or firmware variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the virtual machine or program that uses it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what uses the disk, then tell its publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on virtualisation (VT-x, AMD-V, SVM) in the computer&apos;s firmware set-up, and load the kernel&apos;s module kvm_intel or kvm_amd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on virtualisation in the computer&apos;s firmware set-up, or set accelerator = “tcg” in the machine&apos;s definition: slower, works everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems that need UEFI can&apos;t be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems that want a TPM 2 (Windows 11) get none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes 1 % more space, and writes take longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell its publisher, and choose another plug-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell its publisher, or reinstall it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell its publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That can&apos;t be looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That doesn&apos;t open the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the definition of another virtual machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 copy of the header is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 port %2 of this computer leads to the guest no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 port %2 of this computer now leads to the guest&apos;s port %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CD %1 can&apos;t be put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CD %1 was put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CD can&apos;t be taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CD image %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CD was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Secret Service answered %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UEFI firmware changed: its settings start anew; the old ones are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UEFI variables %1 can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The USB device %1 was given to the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The USB device %1 was taken from the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend failed with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client announced a write of %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client asked for an export that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client left in the middle of a write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client sent %1 options and chose no export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client sent an option of %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client set unknown client flags (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost of a key slot is impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data itself is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default of the option “%1” is not one of its choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition %1 can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition %1 has the name of another machine, “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition %1 is not valid TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition&apos;s seal is right, so it is the disk that changed and not the definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be created; nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be unplugged now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 can&apos;t be unplugged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 is cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 is lost for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 was plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk %1 was unplugged; all that the guest wrote is in its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk agrees with it, so the definition was changed, or both were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not be tidied up (%1); nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has flags that this version of vmgui doesn&apos;t know (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has format version %1; this vmgui knows version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has no value for one of its options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is encrypted, and no passphrase was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is not encrypted: it has no passphrases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is not what the VM&apos;s definition says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is read-only from now on; stop the VM and check the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk needs the encryption plug-in “%1”, which can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk needs the encryption plug-in “%1”, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk needs what this version of vmgui can&apos;t do: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk stays attached, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that it made has another size than was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s LUKS header is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s backend is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s header can&apos;t be written any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s header can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s header is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s header was changed by somebody without its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s journal was changed or damaged after the disk was last in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s record of its own state can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s record of its own state is damaged or was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk&apos;s record of its own state is older than its journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disks&apos; newer generation could not be noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encryption plug-in “%1” has not come back from a request for %2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encryption plug-in%1 failed with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 does not allow the bridge %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not a usable header backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 bytes; its header speaks of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 bytes; its header speaks of at least %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firmware that belongs to QEMU is not installed: %1%2%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of a machine so named is “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest can&apos;t have the USB device %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest can&apos;t join the bridge %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest does not give the CD back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest gets the USB device %1 as soon as it is plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest has not let go of the disk %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest has shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest is paused, and has to let go of the disk itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest met an error on %1, operation %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest was asked to shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s system crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s system has crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s watchdog found it hanging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header backup %1 belongs to another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header backup %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header backup %1 can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header backup %1 does not belong to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header has no room for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of %1 can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel or its initrd can&apos;t be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not give access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has not been set up: it has no default collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring holds no passphrase for this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring that Python&apos;s keyring library is configured to use can&apos;t be used (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last key slot can&apos;t be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of approved plug-ins, %1, can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of approved plug-ins, %1, can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine has no room for so many devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine “%1” can&apos;t have %2 processors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cable was plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cable was pulled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option ends in the middle of a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option has bytes after its last field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option “%1” can&apos;t be %2 (possible: %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase can&apos;t be read from file descriptor %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of %1 was not stored in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was not removed from the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in %1 asks for a key of %2 bytes, which its manifest doesn&apos;t list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in %1 can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in %1 has no sectors of %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in can&apos;t change the keys or the header of this kind of disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in “%1” (version %2) can&apos;t serve this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in “%1” can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in “%1” did not come back within %2 seconds, so its process was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in “%1” is not approved any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in “%1” is not approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plug-in “%1” made a mistake; the disk is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The private network “%1” can&apos;t be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor family “%1” is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor is emulated, which is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor&apos;s virtualisation (KVM) failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of which state sectors %1 to %2 are in was changed: they can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running machine has no CD drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running machine has no SCSI controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running machine has no USB controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running machine has no free slot for one more disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running machine has no network card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running machine&apos;s %1 bus takes no more disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running machine&apos;s bus can&apos;t give the disk back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seal on the definition&apos;s disks can&apos;t be checked: the keyring has lost the key for it, or this is another computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seal on the definition&apos;s disks does not fit: they were changed by something else than vmgui, or sealed with another keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seal on the definition&apos;s disks was not checked: the keyring can&apos;t be used now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket %1 can&apos;t be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard format of Linux: the disk opens with cryptsetup on any Linux machine, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start was broken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage failed to make data durable (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supervisor has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two differed %1 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual choice for disks: fast, widely examined, keeps the disk&apos;s size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine can&apos;t be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine is just ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine is still starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” can&apos;t be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” can&apos;t be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” does not tell what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” ended while it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” has no disk %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” is just starting or ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine “%1” was lost by its supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual machine&apos;s supervisor could not do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the recovery key don&apos;t fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work did not stop by itself and was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a plug-in of that name, but with the ID %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a virtual machine “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is another plug-in named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no QEMU for %1 on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no UEFI firmware for %1 machines on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no UEFI firmware with secure boot for %1 machines of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key slot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plug-in named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no virtual machine “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no vmgui header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one export here; its name is disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are more secrets than a machine has disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This QEMU can&apos;t emulate that processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This QEMU has no device “%1”; it may lie in a package that is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This QEMU has no such machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This QEMU was built without KVM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no bridge %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has not enough free memory for the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s processor can&apos;t run %1 by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s processor runs machines itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file system can&apos;t hold a file that large: choose a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a vmgui disk but %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a vmgui disk, or both copies of its header were overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of LUKS disk can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine wants KVM, which can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not know option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server takes %1 queries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system lacks a protection: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or unplug it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, tell the plug-in&apos;s publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; the log says more: vmgui vm log NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two folders have the name “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a file&apos;s name, or a word from a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase, or log in to a desktop that has a keyring (GNOME Keyring, KWallet).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase; vmgui can remember it then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UEFI firmware is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncommon words are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it when you are asked to, or type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmount the disk in the guest and try again, or stop the machine first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a program made for the format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the vmgui that started the machine, or start the machine again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “default”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the guest to let go of the disk %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted in the field %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted in the field container.head: 4096 to %1, in 4096s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted in the field container.marks: “at” and 4 to 32 bytes each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says of the disk is impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the definition says of its disks is not sealed, although this keyring seals definitions: the seal was removed, or the definition was made while the keyring could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the definition says of its disks is not sealed: there was no keyring for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the disk&apos;s journal holds can&apos;t be brought home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the disk or the definition changed can&apos;t be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of its sectors are in use can be told from their tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a network of kind “%1” nothing can be forwarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word %1 of the recovery key is not in the word list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words have %1 to %2 bytes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write bus and ports like “1-4.2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one as uuidgen prints it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write sizes like 512M, 20G or 1.5T (M, G and T are powers of 1024).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole path, from “/” on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes are missing that had been made durable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can edit this file while the machine is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not use %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not use /dev/kvm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cryptsetup %1 failed; the disk is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing, but ended with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swtpm, which emulates it, is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vmgui failed with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vmgui needs QEMU 7.2 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vmgui opens LUKS disks with AES-XTS (aes-xts-plain64).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vmgui plugin approve %1, or in the window File, Encryption plug-ins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1%2” may mean powers of 1000 or of 1024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of a virtual machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t name a %2 network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can&apos;t name a shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no USB id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no USB port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no machine that vmgui knows for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an IPv4 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an absolute path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an option of %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
