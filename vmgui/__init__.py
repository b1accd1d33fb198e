"""vmgui: virtual machines whose disks are encrypted before they reach the host's storage."""

__version__ = "0.1.0"
