"""The conformance kit: does a cipher plug-in do what the VM Encryption API asks of it?

``vmgui plugin test`` runs it in a process of its own; ``pytest_plugin`` makes a test of each check.
The plug-in's code runs in the process that calls :func:`run_checks` or :func:`measure`.
"""

from vmgui.api.conformance import checks as _checks  # noqa: F401  (enters them in CHECKS)
from vmgui.api.conformance.fault import Fault
from vmgui.api.conformance.kit import CHECKS, Check, Result, applicable, run_checks
from vmgui.api.conformance.package import read_manifest
from vmgui.api.conformance.speed import Speed, measure
from vmgui.api.conformance.subject import Subject

__all__ = [
    "CHECKS",
    "Check",
    "Fault",
    "Result",
    "Speed",
    "Subject",
    "applicable",
    "measure",
    "read_manifest",
    "run_checks",
]
