"""One front-end: its messages, and the queues that it starts and stops."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vmgui.backend.counters import Counters
from vmgui.backend.vhost import config
from vmgui.backend.vhost import protocol as vhost
from vmgui.backend.vhost.inflight import InflightQueue, make_buffer, region_size
from vmgui.backend.vhost.memory import BadAddress, GuestMemory, map_regions, map_shared
from vmgui.backend.vhost.protocol import Message, ProtocolError, VringAddresses
from vmgui.backend.vhost.queue import Queue, Signals
from vmgui.backend.vhost.request import Requests
from vmgui.backend.vhost.ring import MAX_SIZE, Ring, RingBroken

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

log = logging.getLogger(__name__)


@dataclass
class Vring:
    """What the front-end has said of a ring; ``queue`` while it is served."""

    requests: Requests
    size: int = 0
    places: VringAddresses | None = None
    base: int = 0
    enabled: bool = False
    inflight: InflightQueue | None = None
    queue: Queue | None = None
    signals: Signals = field(default_factory=Signals)


class Session:
    """Serves one connection. ``full`` and ``report`` are called on any thread."""

    def __init__(
        self,
        sock: socket.socket,
        device: BlockDevice,
        name: bytes,
        report: Callable[[str], None],
        full: Callable[[], None],
    ) -> None:
        self._sock = sock
        self._device = device
        self._full = full
        self._offered = config.features(device)
        self._features = 0
        self._protocol_features = 0
        self._memory = GuestMemory()
        self._rings = [Vring(Requests(device, name, report)) for _ in range(config.MAX_QUEUES)]
        self._handlers: dict[int, Callable[[Message], bytes | None]] = {
            vhost.GET_FEATURES: self._get_features,
            vhost.SET_FEATURES: self._set_features,
            vhost.SET_OWNER: self._nothing,
            vhost.RESET_OWNER: self._nothing,
            vhost.GET_PROTOCOL_FEATURES: self._get_protocol_features,
            vhost.SET_PROTOCOL_FEATURES: self._set_protocol_features,
            vhost.GET_QUEUE_NUM: self._get_queue_num,
            vhost.SET_MEM_TABLE: self._set_mem_table,
            vhost.SET_VRING_NUM: self._set_vring_num,
            vhost.SET_VRING_ADDR: self._set_vring_addr,
            vhost.SET_VRING_BASE: self._set_vring_base,
            vhost.GET_VRING_BASE: self._get_vring_base,
            vhost.SET_VRING_KICK: self._set_vring_kick,
            vhost.SET_VRING_CALL: self._set_vring_call,
            vhost.SET_VRING_ERR: self._set_vring_err,
            vhost.SET_VRING_ENABLE: self._set_vring_enable,
            vhost.GET_CONFIG: self._get_config,
            vhost.SET_CONFIG: self._nothing,
            vhost.GET_INFLIGHT_FD: self._get_inflight_fd,
            vhost.SET_INFLIGHT_FD: self._set_inflight_fd,
        }

    def counters(self) -> Counters:
        """What all queues have done."""
        total = Counters()
        for ring in self._rings:
            total.add(ring.requests.counters)
        return total

    def done(self) -> dict[int, int]:
        """By the number of each serving thread, a figure that grows with each request."""
        queues = ((ring.queue, ring.requests.counters) for ring in self._rings)
        return {
            queue.thread.ident: sum(counters.as_dict().values())
            for queue, counters in queues
            if queue is not None and queue.thread.ident is not None
        }

    def serve(self) -> None:
        """Answer messages until the front-end leaves; no queue is served afterwards.

        Raises :exc:`ProtocolError` where it breaks the protocol, and OSError.
        """
        try:
            while (message := vhost.receive(self._sock)) is not None:
                try:
                    self._answer(message)
                finally:
                    message.close()
        finally:
            for ring in self._rings:
                self._stop(ring)
                ring.signals.close()
            # The guest's memory is let go now, not when somebody collects garbage.
            self._handlers.clear()
            self._memory = GuestMemory()

    def _answer(self, message: Message) -> None:
        handler = self._handlers.get(message.request)
        if handler is None:
            raise ProtocolError(f"{message} is unknown here.")
        try:
            answer = handler(message)
        except BadAddress as error:
            raise ProtocolError(f"A ring can't be served: {error}.") from None
        except RingBroken as error:
            raise ProtocolError(f"A ring can't be served: {error}.") from None
        acknowledged = self._protocol_features & vhost.PROTOCOL_F_REPLY_ACK
        if answer is None and message.needs_reply and acknowledged:
            answer = vhost.U64.pack(0)
        if answer is not None:
            vhost.reply(self._sock, message.request, answer)

    def _nothing(self, message: Message) -> None:
        """Nothing needs to be done."""

    # Features

    def _get_features(self, message: Message) -> bytes:
        return vhost.U64.pack(self._offered)

    def _set_features(self, message: Message) -> None:
        features = message.u64()
        if features & ~self._offered:
            raise ProtocolError(f"The front-end wants features {features:#x}: not all are offered.")
        self._features = features
        for ring in self._rings:
            ring.requests.write_through = not features & config.BLK_F_FLUSH
            if not features & vhost.F_PROTOCOL_FEATURES:
                ring.enabled = True

    def _get_protocol_features(self, message: Message) -> bytes:
        return vhost.U64.pack(config.PROTOCOL_FEATURES)

    def _set_protocol_features(self, message: Message) -> None:
        features = message.u64()
        if features & ~config.PROTOCOL_FEATURES:
            raise ProtocolError(f"Protocol features {features:#x} were not all offered.")
        self._protocol_features = features

    def _get_queue_num(self, message: Message) -> bytes:
        return vhost.U64.pack(config.MAX_QUEUES)

    def _get_config(self, message: Message) -> bytes:
        offset, size, _ = message.config()
        space = config.space(self._device).ljust(vhost.MAX_CONFIG, b"\0")
        return vhost.CONFIG_HEAD.pack(offset, size, 0) + space[offset : offset + size]

    # Memory

    def _set_mem_table(self, message: Message) -> None:
        # The queues work with the old memory; they start again with the new.
        running = [ring for ring in self._rings if ring.queue is not None]
        memory = map_regions(message.memory())
        for ring in running:
            self._stop(ring)
        self._memory = memory
        for ring in running:
            self._start(ring)

    def _get_inflight_fd(self, message: Message) -> None:
        _, _, queues, queue_size = message.inflight()
        self._check_inflight(queues, queue_size)
        fd, size = make_buffer(queues, queue_size)
        try:
            payload = vhost.INFLIGHT.pack(size, 0, queues, queue_size)
            payload = payload.ljust(len(message.payload), b"\0")
            vhost.reply(self._sock, message.request, payload, (fd,))
        finally:
            os.close(fd)

    def _set_inflight_fd(self, message: Message) -> None:
        size, offset, queues, queue_size = message.inflight()
        (fd,) = message.take_fds(1)
        try:
            self._check_inflight(queues, queue_size)
            one = region_size(queue_size)
            if size < queues * one or size > 1 << 24 or offset > 1 << 24:
                raise ProtocolError(f"A buffer for requests under way has {size} bytes.")
            buffer = map_shared(fd, offset, size)
        finally:
            os.close(fd)
        for index, ring in enumerate(self._rings):
            self._stopped(ring)
            ring.inflight = None
            if index < queues:
                region = buffer[index * one : (index + 1) * one]
                ring.inflight = InflightQueue(region, queue_size)

    def _check_inflight(self, queues: int, queue_size: int) -> None:
        if not 0 < queues <= config.MAX_QUEUES or not 0 < queue_size <= MAX_SIZE:
            raise ProtocolError(f"There are no {queues} queues of {queue_size} requests.")

    # Rings

    def _ring(self, index: int) -> Vring:
        if index >= len(self._rings):
            raise ProtocolError(f"There is no queue {index}.")
        return self._rings[index]

    def _stopped(self, ring: Vring) -> Vring:
        if ring.queue is not None:
            raise ProtocolError("A queue was changed while it was served.")
        return ring

    def _set_vring_num(self, message: Message) -> None:
        index, size = message.vring_state()
        if not 0 < size <= MAX_SIZE or size & (size - 1):
            raise ProtocolError(f"A ring can't have {size} descriptors.")
        self._stopped(self._ring(index)).size = size

    def _set_vring_addr(self, message: Message) -> None:
        index, places = message.vring_addresses()
        ring = self._ring(index)
        if places != ring.places:
            self._stopped(ring).places = places

    def _set_vring_base(self, message: Message) -> None:
        index, base = message.vring_state()
        self._stopped(self._ring(index)).base = base & 0xFFFF

    def _get_vring_base(self, message: Message) -> bytes:
        index, _ = message.vring_state()
        ring = self._ring(index)
        self._stop(ring)
        ring.signals.replace("kick", None)
        return vhost.VRING_STATE.pack(index, ring.base)

    def _set_vring_kick(self, message: Message) -> None:
        index, fd = message.vring_fd()
        self._give(index, "kick", fd)

    def _set_vring_call(self, message: Message) -> None:
        index, fd = message.vring_fd()
        self._give(index, "call", fd)

    def _set_vring_err(self, message: Message) -> None:
        index, fd = message.vring_fd()
        self._give(index, "error", fd)

    def _give(self, index: int, name: str, fd: int | None) -> None:
        """A queue gets an eventfd; with one to be kicked by it starts."""
        try:
            ring = self._ring(index)
            if name == "kick" and fd is None:
                raise ProtocolError("A queue without a kick would have to be looked at for ever.")
        except ProtocolError:
            if fd is not None:
                os.close(fd)
            raise
        if name == "kick" or fd is None:
            self._stop(ring)
        ring.signals.replace(name, fd)
        self._start(ring)

    def _set_vring_enable(self, message: Message) -> None:
        index, enable = message.vring_state()
        ring = self._ring(index)
        ring.enabled = bool(enable)
        if enable:
            self._start(ring)
        else:
            self._stop(ring)

    def _start(self, ring: Vring) -> None:
        """Serve a ring if it can be and is not yet."""
        ready = ring.enabled and ring.size and ring.signals.kick is not None
        if not ready or ring.places is None or ring.queue is not None:
            return
        parts = Ring(
            self._memory,
            ring.size,
            ring.places,
            event_index=bool(self._features & config.RING_F_EVENT_IDX),
            indirect=bool(self._features & config.RING_F_INDIRECT_DESC),
        )
        inflight = ring.inflight
        if inflight is None or inflight.size < ring.size:
            inflight = InflightQueue.private(ring.size)
        ring.queue = Queue(
            parts, ring.signals, inflight, ring.base, self._device, ring.requests, self._full
        )
        ring.queue.start()

    def _stop(self, ring: Vring) -> None:
        """Serve a ring no more, if it is; ``base`` is where it goes on."""
        if ring.queue is not None:
            queue, ring.queue = ring.queue, None
            ring.base = queue.stop()
