"""Measures plug-ins in the background, one after another, each in a process of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.jobs import JobRun
from vmgui.job.benchmark import keep
from vmgui.plugin.found import Plugin
from vmgui.plugin.ranking import Choices
from vmgui.plugin.speed import Speed


class Meter(QObject):
    """``measured`` carries a plug-in's name and speed, ``failed`` its name and an error.

    ``done``: all of them were tried.
    """

    measured = Signal(str, object)
    failed = Signal(str, object)
    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Plugin] = []
        self._measuring = ""
        self._job: JobRun | None = None

    def measure(self, choices: Choices) -> None:
        """Measure what may run and was not measured yet, and no longer what was wanted before."""
        self._waiting = [
            each.plugin
            for each in choices.ranked
            if each.trust.may_run
            and each.plugin.measurable
            and each.speed is None
            and each.name != self._measuring
        ]
        if self._waiting and not self._measuring:
            self._next()

    def stop(self) -> None:
        """Nothing more is wanted."""
        self._waiting = []
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if not self._waiting:
            self._job, self._measuring = None, ""
            self.done.emit()
            return
        plugin = self._waiting.pop(0)
        self._measuring = plugin.manifest.name
        job = self._job = JobRun("benchmark", {"plugin": plugin.manifest.name}, (), self)
        job.done.connect(lambda result: self._keep(plugin, result))
        job.failed.connect(lambda error: self._fail(plugin, error))
        job.cancelled.connect(self._next)

    def _keep(self, plugin: Plugin, result: dict[str, float]) -> None:
        in_background(
            self,
            lambda: keep(plugin, result),
            lambda speed: self._tell(plugin, speed),
            lambda error: self._fail(plugin, error),
        )

    def _tell(self, plugin: Plugin, speed: Speed) -> None:
        self.measured.emit(plugin.manifest.name, speed)
        self._next()

    def _fail(self, plugin: Plugin, error: VmguiError) -> None:
        self.failed.emit(plugin.manifest.name, error)
        self._next()
