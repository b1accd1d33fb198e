"""The assistant *New virtual machine*; the pages for a new disk are those of ``new_disk``."""
