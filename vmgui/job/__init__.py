"""Long work on disks, each in a process of its own: progress, cancel, and no plug-in code here."""

from vmgui.job.process import JobProcess, run

__all__ = ["JobProcess", "run"]
