"""A job (a worker process that does long work on a disk) as signals."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background, mailbox
from vmgui.job import JobProcess


class JobRun(QObject):
    """One job. Exactly one of ``done``, ``failed`` and ``cancelled`` ends it.

    ``progressed`` carries bytes done, bytes in all (0: unknown) and what is going on.
    """

    progressed = Signal(object, object, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        verb: str,
        params: dict[str, Any],
        secrets: Sequence[bytes | bytearray] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._job: JobProcess | None = None
        self._unwanted = False
        box = mailbox()

        def work() -> dict[str, Any]:
            with self._lock:
                job = self._job = JobProcess(verb, params, secrets)
                if self._unwanted:
                    job.cancel()
            return job.wait(lambda event: box.post(self, self._tell, event))

        in_background(self, work, self.done.emit, self._fail)

    def cancel(self) -> None:
        """Stop it and leave things as they were; ``cancelled`` follows, unless it is done."""
        with self._lock:
            self._unwanted = True
            if self._job is not None:
                self._job.cancel()

    def _tell(self, event: dict[str, Any]) -> None:
        self.progressed.emit(event["done"], event["total"], event["text"])

    def _fail(self, error: VmguiError) -> None:
        if error.code == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(error)
