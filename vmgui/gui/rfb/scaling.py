"""How a guest's picture gets its size on the window's screen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize


class Scaling(Enum):
    """To fit, in the guest's own pixels, or the guest changes its screen to the window's size."""

    FIT = "fit"
    EXACT = "exact"
    GUEST = "guest"


def place(picture: QSize, room: QSize, ratio: float, scaling: Scaling) -> QRectF:
    """Where a picture lies in this room, in the room's coordinates, on whole device pixels.

    ``picture`` is in the guest's pixels; ``ratio``: device pixels for each of the room's.
    """
    if picture.isEmpty():
        return QRectF()
    width, height = room.width() * ratio, room.height() * ratio
    scale = min(width / picture.width(), height / picture.height())
    if scaling is not Scaling.FIT:
        scale = min(scale, 1.0)
    shown = QSize(round(picture.width() * scale), round(picture.height() * scale))
    left, top = (width - shown.width()) // 2, (height - shown.height()) // 2
    return QRectF(left / ratio, top / ratio, shown.width() / ratio, shown.height() / ratio)
