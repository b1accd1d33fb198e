"""The border between vmgui and a plug-in's code, as seen by the process that runs it.

On each way over it this process tells its parent, which so can name the plug-in that hangs or
dies; on the way back everything but a sentence meant for a person is held back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher
from vmgui.errors import VmguiError

# Called with a plug-in's name, whether its code is entered or was left, and whether it stops by
# itself when it is asked to.
Tell = Callable[[str, bool, bool], None]


class PluginRefused(VmguiError):
    """A plug-in that is installed, but must not or can't run."""

    code = "plugin-refused"


def _nobody(name: str, entered: bool, stops: bool) -> None:
    """Tests and demonstrations have no parent that wants to know."""


_tell: Tell = _nobody

# The plug-ins that this process has loaded: by the folder of their files (with a slash), the name.
loaded: dict[str, str] = {}


def tell_with(tell: Tell) -> None:
    """Say how this process tells its parent."""
    global _tell  # noqa: PLW0603  (a process has one parent)
    _tell = tell


@contextmanager
def inside(name: str, *, stops: bool = False) -> Iterator[None]:
    """Around every call of the code of the plug-in ``name``, but for those of each request.

    ``stops``: it looks now and then whether it should stop, and then leaves things as they were.

    What it raises comes out as :exc:`PluginRefused` without its words, which might hold a key;
    only ValueError, whose words the API promises to be for a person, comes out as it is.
    """
    _tell(name, True, stops)
    try:
        yield
    except (ValueError, VmguiError):
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001  (it may raise anything)
        raise failed(name, error) from None
    finally:
        _tell(name, False, stops)


def still_inside(name: str) -> None:
    """The plug-in is at work and has just shown it: whoever waits for it may go on waiting."""
    _tell(name, True, True)


def failed(name: str, error: BaseException) -> PluginRefused:
    """What a person is told of an exception in a plug-in."""
    return PluginRefused(
        f"The plug-in “{name}” can't be used.",
        why=f"It failed with {type(error).__name__}.",
        remedy="Tell its publisher, or reinstall it.",
    )


class Guarded(CipherPlugin):
    """A cipher plug-in behind the border. The ciphers that it makes are its own: speed matters."""

    def __init__(self, name: str, plugin: CipherPlugin) -> None:
        self._name = name
        self._plugin = plugin

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        with inside(self._name):
            return self._plugin.key_size(options)

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        with inside(self._name):
            made = self._plugin.cipher(key, geometry, options)
            if not isinstance(made, SectorCipher):
                raise TypeError
            return made

    def detail(self) -> str:
        with inside(self._name):
            return str(self._plugin.detail())
