"""What the manifest promises, the class keeps."""

from __future__ import annotations

from vmgui.api.conformance.fault import ANYTHING, Fault, raised
from vmgui.api.conformance.kit import check
from vmgui.api.conformance.subject import Subject


@check("manifest", "The manifest is sound, and the class agrees with it")
def manifest(subject: Subject) -> None:
    told = subject.manifest
    for field, text in (
        ("title", told.title),
        ("summary", told.summary),
        ("publisher", told.publisher),
        ("version", told.version),
        ("licence", told.licence),
    ):
        if not text.strip() or not text.isprintable():
            raise Fault(
                f"The manifest's {field} is empty or more than one line of text.",
                f"A person is shown it: {field} in plugin.toml.",
            )
    try:
        detail = subject.plugin.detail()
    except ANYTHING as error:
        raise raised(error, "when asked for its detail()", subject.folder) from None
    if not isinstance(detail, str):
        raise Fault("detail() gives something that is not text.")
    _offers_are_kept(subject)


def _offers_are_kept(subject: Subject) -> None:
    offer = subject.manifest.cipher
    defaults = next(subject.combinations())
    for size in offer.sector_sizes:
        if not any(s.sector_size == size and s.options == defaults for s in subject.settings):
            raise Fault(
                f"The manifest offers sectors of {size} bytes, but the class refuses them with the "
                "default options.",
                "Take the size out of cipher.sector_sizes, or serve it.",
            )
    open_ended = any(
        not option.choices and not isinstance(option.default, bool)
        for option in subject.manifest.options.values()
    )
    for size in offer.key_sizes if offer.encrypts else ():
        if not open_ended and not any(setting.key_size == size for setting in subject.settings):
            raise Fault(
                f"The manifest offers keys of {size} bytes, but with no options does the class ask "
                "for them.",
                "Make cipher.key_sizes in plugin.toml and the method key_size agree.",
            )
