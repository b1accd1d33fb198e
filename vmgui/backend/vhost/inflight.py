"""Which requests are under way, in memory that outlives this process.

The buffer belongs to QEMU as well (GET_INFLIGHT_FD, SET_INFLIGHT_FD), which hands it to the next
backend. Its layout is that of "Inflight I/O tracking" for split virtqueues: for each queue a head
of 16 bytes, then 16 for each descriptor.
"""

from __future__ import annotations

import fcntl
import os
from struct import Struct

VERSION = 1

_HEAD = Struct("=QHHHH")  # features, version, desc_num, last_batch_head, used_idx
_ENTRY = 16  # inflight (1 byte), padding (5), next (2), counter (8)
_ALIGNMENT = 64

# Indices of the head's fields in units of 16 bits.
_VERSION_AT, _DESC_NUM_AT, _LAST_BATCH_HEAD_AT, _USED_IDX_AT = 4, 5, 6, 7


def region_size(queue_size: int) -> int:
    """Bytes for a queue."""
    size = _HEAD.size + _ENTRY * queue_size
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def make_buffer(queues: int, queue_size: int) -> tuple[int, int]:
    """A new buffer, all zeros: its descriptor, and its size in bytes. Raises OSError."""
    size = queues * region_size(queue_size)
    fd = os.memfd_create("vmgui-inflight", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        os.ftruncate(fd, size)
        seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, seals)
    except BaseException:
        os.close(fd)
        raise
    return fd, size


class InflightQueue:
    """The region of one queue. ``words`` has two of 64 bits for each descriptor, ``marks`` a byte
    at each 16th: they are written by whoever serves the queue, as the specification has it:

    - fetched: ``words[2 * head + 1] = counter``, then ``words[2 * head] = 1 | previous << 48``
      (inflight and next);
    - done, and others of the same batch: ``last_batch[0] = head`` of the last;
    - announced in the used ring: ``marks[16 * head] = 0`` for each, then ``used_idx[0]``.

    ``previous`` is the head fetched before in the batch, so that the list of a batch is there
    before it is needed.
    """

    def __init__(self, region: memoryview, queue_size: int) -> None:
        head = region[: _HEAD.size].cast("H")
        entries = region[_HEAD.size : _HEAD.size + _ENTRY * queue_size]
        self.size = queue_size
        self.words = entries.cast("Q")
        self.marks = entries
        self.last_batch = head[_LAST_BATCH_HEAD_AT : _LAST_BATCH_HEAD_AT + 1]
        self.used_idx = head[_USED_IDX_AT : _USED_IDX_AT + 1]
        self._version = head[_VERSION_AT : _VERSION_AT + 1]
        self._desc_num = head[_DESC_NUM_AT : _DESC_NUM_AT + 1]

    @classmethod
    def private(cls, queue_size: int) -> InflightQueue:
        """For a front-end that does not want to know."""
        return cls(memoryview(bytearray(region_size(queue_size))), queue_size)

    def recover(self, used_idx: int) -> list[int]:
        """What a backend before us has left undone: heads, in the order of their fetching.

        ``used_idx`` is the index in the used ring. A fresh region is made ready.
        """
        if self._version[0] != VERSION:
            self.words[:] = memoryview(bytes(self.words.nbytes)).cast("Q")
            self._desc_num[0] = self.size
            self.used_idx[0] = used_idx
            self._version[0] = VERSION
            return []
        # What was announced but not yet taken off the list, should it have died in between.
        head = self.last_batch[0]
        for _ in range(min((used_idx - self.used_idx[0]) & 0xFFFF, self.size)):
            if head >= self.size:
                break
            self.marks[_ENTRY * head] = 0
            head = self.words[2 * head] >> 48
        self.used_idx[0] = used_idx
        left = [head for head in range(self.size) if self.marks[_ENTRY * head]]
        return sorted(left, key=lambda each: self.words[2 * each + 1])

    def forget(self, heads: list[int]) -> None:
        """These are to be fetched anew."""
        for head in heads:
            self.marks[_ENTRY * head] = 0
