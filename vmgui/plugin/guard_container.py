"""The border around a plug-in that owns whole containers (see :mod:`vmgui.plugin.guard`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from vmgui.api import (
    Container,
    ContainerError,
    ContainerPlugin,
    Medium,
    NewContainer,
    SectorCipher,
    Tick,
)
from vmgui.plugin import guard


@contextmanager
def _inside(name: str, *, stops: bool = False) -> Iterator[None]:
    """As :func:`vmgui.plugin.guard.inside`; what a container plug-in may raise comes through."""
    expected: Exception | None = None
    with guard.inside(name, stops=stops):
        try:
            yield
        except (ContainerError, OSError) as error:
            expected = error
    if expected is not None:
        raise expected


class GuardedContainerPlugin(ContainerPlugin):
    """A container plug-in behind the border. Each tick shows that it is not stuck."""

    def __init__(self, name: str, plugin: ContainerPlugin) -> None:
        self._name = name
        self._plugin = plugin

    def read(self, medium: Medium) -> Container:
        with _inside(self._name):
            return _Guarded(self._name, self._plugin.read(medium))

    def create(self, medium: Medium, new: NewContainer, secret: memoryview, tick: Tick) -> None:
        with _inside(self._name, stops=True):
            self._plugin.create(medium, new, secret, _alive(self._name, tick))

    def add_key(
        self, medium: Medium, secret: memoryview, new: memoryview, seconds: float, tick: Tick
    ) -> int:
        with _inside(self._name, stops=True):
            alive = _alive(self._name, tick)
            return self._plugin.add_key(medium, secret, new, seconds, alive)

    def remove_key(self, medium: Medium, slot: int) -> None:
        with _inside(self._name, stops=True):
            self._plugin.remove_key(medium, slot)

    def repair(self, medium: Medium) -> None:
        with _inside(self._name, stops=True):
            self._plugin.repair(medium)

    def detail(self) -> str:
        with _inside(self._name):
            return str(self._plugin.detail())


class _Guarded(Container):
    def __init__(self, name: str, container: Container) -> None:
        self._name = name
        self._container = container
        self.description = container.description

    def unlock(self, secret: memoryview, key: memoryview, tick: Tick) -> int:
        with _inside(self._name):
            return self._container.unlock(secret, key, _alive(self._name, tick))

    def cipher(self, key: memoryview) -> SectorCipher:
        with _inside(self._name):
            made = self._container.cipher(key)
            if not isinstance(made, SectorCipher):
                raise TypeError
            return made


def _alive(name: str, tick: Tick) -> Tick:
    def call() -> None:
        guard.still_inside(name)
        tick()

    return call
