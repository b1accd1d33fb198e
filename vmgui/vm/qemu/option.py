"""How QEMU wants its options written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def options(name: str, values: Mapping[str, object]) -> str:
    """“name,key=value,…”; commas in values are doubled.

    True and False become on and off; None leaves the key out.
    """
    parts = [f"{key}={_text(value)}" for key, value in values.items() if value is not None]
    return ",".join([escape(name), *parts])


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return escape(str(value))


def escape(text: str) -> str:
    """A comma would begin the next option."""
    return text.replace(",", ",,")


def blockdev(values: Mapping[str, Any]) -> list[str]:
    """A -blockdev in JSON, where paths need no escapes."""
    return ["-blockdev", json.dumps(values, ensure_ascii=False)]
