"""The encryption plug-ins on this computer: what they are, how fast, and whether they may run."""
