"""One queue: what arrived is served in order, by a thread of its own, and announced in batches."""

from __future__ import annotations

import logging
import os
import select
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from vmgui.backend.vhost.barrier import ordered
from vmgui.backend.vhost.fast import GATHERED, usual_requests
from vmgui.backend.vhost.gathering import Gathering
from vmgui.backend.vhost.inflight import InflightQueue
from vmgui.backend.vhost.poll import Polling
from vmgui.backend.vhost.request import DriveFull, Requests
from vmgui.backend.vhost.ring import BadChain, Ring, RingBroken

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# So many requests at most are announced together.
_BATCH = 16

log = logging.getLogger(__name__)


class Signals:
    """A queue's eventfds, any of them None: ``kick`` wakes us, ``call`` wakes the guest, ``error``
    tells the front-end that the ring is broken.
    """

    def __init__(self) -> None:
        self.kick: int | None = None
        self.call: int | None = None
        self.error: int | None = None

    def replace(self, name: str, fd: int | None) -> None:
        """Take over a descriptor in place of an earlier one. Raises OSError.

        A queue that is being served may go on using it; to take one away it has to be stopped.
        """
        before = getattr(self, name)
        if fd is None:
            setattr(self, name, None)
            if before is not None:
                os.close(before)
            return
        os.set_blocking(fd, False)  # whoever holds the other end must not hold us up
        if before is None:
            setattr(self, name, fd)
        else:
            # The number stays: a queue that has just looked at it must not meet another file.
            os.dup2(fd, before, inheritable=False)
            os.close(fd)

    def close(self) -> None:
        for name in ("kick", "call", "error"):
            self.replace(name, None)


def _signal(fd: int | None) -> None:
    if fd is not None:
        with suppress(OSError):  # it was signalled often enough, or is no eventfd
            os.write(fd, b"\1\0\0\0\0\0\0\0")


class Queue:
    """A ring that is being served; ``base`` is the next index of the available ring.

    ``full`` is called, on the queue's thread, where the host's drive has no room: nothing more is
    served until the queue is started anew, and the request that found it so is served again then.
    """

    def __init__(
        self,
        ring: Ring,
        signals: Signals,
        inflight: InflightQueue,
        base: int,
        device: BlockDevice,
        requests: Requests,
        full: Callable[[], None],
    ) -> None:
        self._ring = ring
        self._signals = signals
        self._inflight = inflight
        self._requests = requests
        self._gathering = Gathering(device, requests) if device.authenticated else None
        self._gathered: list[int] = []
        self._serve = usual_requests(ring, device, requests, self._gathering)
        self._full = full
        self._used = self._signalled = ring.used_head[1]
        self._again = inflight.recover(self._used)
        # The first that is not announced yet, counting on.
        self._position = self._used if self._again else base
        self._counter = 1
        self._batch: list[int] = []
        self._polling = Polling()
        self._stopping = False
        self._stop = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self.thread = threading.Thread(target=self._run, name="vhost", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> int:
        """Finish the request under way, then serve no more; where to go on."""
        self._stopping = True
        _signal(self._stop)
        self.thread.join()
        os.close(self._stop)
        self._inflight.forget(self._again)
        return self._position & 0xFFFF

    def _run(self) -> None:
        waiting = select.poll()
        waiting.register(self._stop, select.POLLIN)
        kick = self._signals.kick
        if kick is not None:
            waiting.register(kick, select.POLLIN)
        try:
            self._ring.no_kicks()
            # Whoever served the ring before us may have died before it said so.
            _signal(self._signals.call)
            # What a backend before us has fetched and not finished.
            self._serve_all(self._again)
            while not self._stopping:
                if self._work() or self._polling.look(self._arrived):
                    continue
                if self._ring.ask_for_kick(self._position & 0xFFFF):
                    self._sleep(waiting, kick)
                self._ring.no_kicks()
        except DriveFull:
            self._announce()
            self._full()
        except RingBroken as error:
            self._announce()
            log.warning("A ring is broken: %s. It is served no more.", str(error))
            _signal(self._signals.error)
        except Exception:
            self._announce()
            log.exception("Serving a ring failed")
            self._requests.report("Serving a ring failed unexpectedly; see the backend's log.")
            _signal(self._signals.error)

    def _sleep(self, waiting: select.poll, kick: int | None) -> None:
        waiting.poll()
        self._polling.woken()
        if kick is not None:
            with suppress(OSError):  # it was not the kick
                os.read(kick, 8)

    def _arrived(self) -> bool:
        return self._ring.available[1] != self._position & 0xFFFF or self._stopping

    def _work(self) -> bool:
        """Serve what has arrived; False where there was nothing."""
        ring, first = self._ring, self._position & 0xFFFF
        pending = (ring.available[1] - first) & 0xFFFF
        if not pending:
            return False
        if pending > ring.size:
            raise RingBroken(f"{pending} requests are said to wait in a ring of {ring.size}")
        ordered()
        begin = first & ring.size - 1
        heads = ring.heads[begin : begin + pending].tolist()
        heads += ring.heads[: pending - len(heads)].tolist()
        self._serve_all(heads)
        return True

    def _serve_all(self, heads: list[int]) -> None:
        """Serve requests and put them into the used ring, batch by batch, in their order."""
        ring, inflight, requests, batch = self._ring, self._inflight, self._requests, self._batch
        serve, elements, words, gathered = (
            self._serve, ring.used_elements, inflight.words, self._gathered
        )  # fmt: skip
        size, mask = ring.size, ring.size - 1
        counter, head, previous = self._counter, 0, 0
        try:
            for head in heads:
                if head >= size:
                    raise RingBroken(f"a request's number is {head} in a ring of {size}")
                words[2 * head + 1] = counter
                words[2 * head] = 1 | previous << 48
                counter += 1
                previous = head
                written = serve(head)
                if written < 0:
                    if written == GATHERED:
                        gathered.append(head)
                        if self._gathering is not None and self._gathering.enough:
                            self._write_gathered()
                        continue
                    if gathered:
                        self._write_gathered()
                    written = self._unusual(head)
                elif gathered:
                    self._write_gathered()
                at = 2 * (self._used + len(batch) & mask)
                elements[at] = head
                elements[at + 1] = written
                batch.append(head)
                if requests.large or len(batch) == _BATCH:
                    requests.large = False
                    self._announce()
                    if self._stopping and not gathered:
                        return
            if gathered:
                self._write_gathered()
            self._announce()
        except DriveFull:
            inflight.forget([*gathered, head])
            gathered.clear()
            raise
        finally:
            self._counter = counter

    def _write_gathered(self) -> None:
        """Do the writes that wait for each other. Raises :exc:`DriveFull`."""
        assert self._gathering is not None
        ring, batch, gathered = self._ring, self._batch, self._gathered
        done = self._gathering.write()
        for head in gathered[:done]:
            at = 2 * (self._used + len(batch) & ring.size - 1)
            ring.used_elements[at] = head
            ring.used_elements[at + 1] = 1
            batch.append(head)
        whole = done == len(gathered)
        del gathered[:done]
        self._announce()
        if not whole:
            raise DriveFull

    def _unusual(self, head: int) -> int:
        try:
            return self._requests.serve(self._ring.memory, self._ring.chain(head))
        except BadChain as error:
            self._requests.malformed(error)
            return 0

    def _announce(self) -> None:
        """Tell the guest of a batch."""
        ring, inflight, batch = self._ring, self._inflight, self._batch
        if not batch:
            return
        inflight.last_batch[0] = batch[-1]
        ordered()
        used = self._used = (self._used + len(batch)) & 0xFFFF
        self._position += len(batch)
        ring.used_head[1] = used
        marks = inflight.marks
        for head in batch:
            marks[16 * head] = 0
        inflight.used_idx[0] = used
        batch.clear()
        if ring.wants_notification(self._signalled, used):
            _signal(self._signals.call)
        self._signalled = used
