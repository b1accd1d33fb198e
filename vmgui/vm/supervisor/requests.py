"""What can be asked at the control socket: each verb with its parameters.

Nothing else is believed: an unknown verb or parameter, or one of another type, is refused.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from vmgui.channel import MAX_SECRET
from vmgui.errors import VmguiError
from vmgui.vm.definition import Definition


class _Request(msgspec.Struct, forbid_unknown_fields=True, tag_field="verb"):
    pass


class Status(_Request, tag="status"):
    """Answered with the state alone, as every verb below that does not say otherwise."""


class Subscribe(_Request, tag="subscribe"):
    """Answered with a stream of states, the present one first, until the supervisor ends."""


class Shutdown(_Request, tag="shutdown"):
    """Ask the guest."""


class Kill(_Request, tag="kill"):
    """End it; answered when it has ended."""


class Reset(_Request, tag="reset"):
    """Press its reset button."""


class Pause(_Request, tag="pause"):
    """Stop its processors."""


class Resume(_Request, tag="resume"):
    """Let them run on."""


class GetDefinition(_Request, tag="definition"):
    """Answered with ``definition``: what runs, as started and with what was changed since."""


class GetFigures(_Request, tag="figures"):
    """Answered with ``figures`` (:class:`vmgui.vm.figures.Figures`)."""


class Secret(_Request, tag="secret"):
    """What opens the disk ``path`` in the next change of this conversation.

    Its ``secret_length`` bytes follow the line, as in :mod:`vmgui.channel`.
    """

    path: str
    secret_length: Annotated[int, Meta(ge=1, le=MAX_SECRET)]


class Change(_Request, tag="change"):
    """Make the machine what ``definition`` says, now where QEMU can, and store it.

    Answered with ``refused``: the errors of what the running machine would not do, each as
    VmguiError.as_dict() has it; of those nothing is stored.
    """

    definition: Definition


Request = (
    Status | Subscribe | Shutdown | Kill | Reset | Pause | Resume
    | GetDefinition | GetFigures | Secret | Change
)  # fmt: skip

_DECODER: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request)


def parse(line: bytes) -> Request:
    """What a line asks for. Raises :exc:`VmguiError`, whose text holds nothing of the line."""
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        # What msgspec says may quote the line, and that may be a secret gone astray.
        raise VmguiError(
            "A virtual machine does not understand that request.",
            why="Its verb is unknown, or what comes with it is wrong.",
            remedy="Use the vmgui that started the machine, or start the machine again.",
            code="verb",
        ) from None
