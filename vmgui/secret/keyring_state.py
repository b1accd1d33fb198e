"""What a keyring can be like, in words for a person."""

from __future__ import annotations

import enum

from vmgui.errors import VmguiError


class State(enum.Enum):
    """The keyring's state, or what became of a look into it: a ``sentence`` and a ``remedy``."""

    AVAILABLE = "The keyring is unlocked.", ""
    NOTHING_STORED = (
        "The keyring holds no passphrase for this disk.",
        "Type the passphrase; vmgui can remember it then.",
    )
    LOCKED = (
        "The keyring is locked.",
        "Unlock it when you are asked to, or type the passphrase.",
    )
    ABSENT = (
        "There is no keyring here.",
        "Type the passphrase, or log in to a desktop that has a keyring (GNOME Keyring, KWallet).",
    )
    REFUSED = (
        "The keyring did not give access.",
        "Allow it when you are asked to, or type the passphrase.",
    )
    SILENT = (
        "The keyring does not answer.",
        "Type the passphrase. If that stays so, log out and in again.",
    )

    def __init__(self, sentence: str, remedy: str) -> None:
        self.sentence = sentence
        self.remedy = remedy

    @property
    def usable(self) -> bool:
        """Whether something can be stored, perhaps after the person unlocks the keyring."""
        return self in {State.AVAILABLE, State.LOCKED}


class KeyringError(VmguiError):
    """The keyring did not do what was asked, because of its ``state``.

    ``code`` is “keyring-” and the state's name in small letters; ``why`` defaults to the state's
    sentence.
    """

    def __init__(
        self, state: State, what: str = "The keyring can't be used.", *, why: str = ""
    ) -> None:
        super().__init__(
            what,
            why=why or state.sentence,
            remedy=state.remedy,
            code=f"keyring-{state.name.lower().replace('_', '-')}",
        )
        self.state = state
