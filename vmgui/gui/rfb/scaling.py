"""How a guest's picture gets its size on the window's screen."""

from __future__ import annotations

from enum import Enum


class Scaling(Enum):
    """To fit, in the guest's own pixels, or the guest changes its screen to the window's size."""

    FIT = "fit"
    EXACT = "exact"
    GUEST = "guest"
