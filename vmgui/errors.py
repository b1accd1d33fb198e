"""The one exception that a person gets to read."""

from __future__ import annotations


class VmguiError(Exception):
    """A failure told as *what* happened, *why*, and what to do about it (*remedy*).

    Each part is one or more whole sentences without a trailing newline; ``code`` is a stable
    slug (``disk-in-use``) for programs. No part ever holds a secret.
    """

    code = "error"

    def __init__(self, what: str, *, why: str = "", remedy: str = "", code: str = "") -> None:
        super().__init__(what, why, remedy)
        self.what = what
        self.why = why
        self.remedy = remedy
        if code:
            self.code = code

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.remedy) if part)

    def as_dict(self) -> dict[str, str]:
        """The error as it crosses a process boundary; :meth:`from_dict` is the way back."""
        return {"code": self.code, "what": self.what, "why": self.why, "remedy": self.remedy}

    @staticmethod
    def from_dict(data: dict[str, object]) -> VmguiError:
        """Rebuild an error told by another process; missing parts are left empty."""
        what, why, remedy, code = (
            str(data.get(part, "")) for part in ("what", "why", "remedy", "code")
        )
        return VmguiError(what or "Something failed.", why=why, remedy=remedy, code=code)
