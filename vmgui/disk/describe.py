"""What can be told of a disk from its header alone: for ``disk info`` and the window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from vmgui.disk.header import Found


def describe(path: Path, found: Found) -> dict[str, Any]:
    """A JSON object. Sizes in bytes; ``stored`` is what the file takes on the host."""
    header, body = found.header, found.header.body
    return {
        "path": str(path),
        "encrypted": header.encrypted,
        "encryption_id": str(header.encryption_id),
        "plugin": body.cipher.plugin,
        "options": dict(body.cipher.options),
        "disk_uuid": str(header.disk),
        "size": body.size,
        "stored": os.stat(path).st_blocks * 512,
        "sector_size": body.cipher.sector_size,
        "authenticated": body.cipher.tag_size > 0,
        "generation": header.generation,
        "created": body.created,
        "discard": body.discard,
        "format": header.foreign.format if header.foreign else "vmgui",
        "key_slots": [
            {"id": slot.id, "summary": slot.summary}
            for slot in (header.foreign.slots if header.foreign else ())
        ]
        + [
            {
                "id": slot.id,
                "kind": slot.kind,
                "created": slot.created,
                "kdf": {
                    "type": slot.kdf.type,
                    "memory": slot.kdf.memory,
                    "passes": slot.kdf.passes,
                    "lanes": slot.kdf.lanes,
                },
            }
            for slot in body.key_slots
        ],
        "warnings": [found.damaged] if found.damaged else [],
    }
