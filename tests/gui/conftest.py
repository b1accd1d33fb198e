"""The window's tests run without a screen, but for those that start a real one."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
