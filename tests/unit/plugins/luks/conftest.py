"""The plug-in, asked about images in memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from vmgui_luks2 import Luks

from tests import luks_images as images
from vmgui.api import Container, ContainerError
from vmgui.storage.memory import MemoryStorage

# What a header may make us read at once: the largest copy.
MOST = 4 << 20


class Medium(MemoryStorage):
    """Refuses to be read beyond its end, or in larger pieces than any header has."""

    def read(self, offset: int, out: memoryview) -> None:
        assert 0 <= offset <= offset + len(out) <= self.size
        assert len(out) <= MOST
        super().read(offset, out)


def medium(image: bytes) -> Medium:
    made = Medium(len(image))
    made.write(0, memoryview(image))
    return made


def read(image: bytes) -> Container:
    return Luks().read(medium(image))


def nothing() -> None:
    """What is called while something takes long."""


def key_of(image: bytes, secret: bytes = images.SECRET) -> tuple[bytes, int]:
    """The volume key and the slot that gave it."""
    container = read(image)
    key = bytearray(container.description.key_size)
    slot = container.unlock(memoryview(bytearray(secret)), memoryview(key), nothing)
    return bytes(key), slot


@pytest.fixture
def refused() -> Callable[..., ContainerError]:
    """``refused(image)``: the error that reading it ends with."""

    def check(image: bytes, problem: str = "") -> ContainerError:
        with pytest.raises(ContainerError) as caught:
            read(image)
        assert caught.value.remedy
        assert not problem or caught.value.problem == problem
        return caught.value

    return check
