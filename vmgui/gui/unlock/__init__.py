"""Opening the encrypted disks of a machine: from the keyring, or by asking once."""
