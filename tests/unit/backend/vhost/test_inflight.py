"""What a backend leaves behind, and what the next one makes of it."""

from __future__ import annotations

import errno
import mmap
import os
from struct import pack, unpack, unpack_from

import pytest

from tests.unit.backend.vhost import driver as v
from vmgui.backend.vhost.inflight import InflightQueue, region_size

SIZE = 16


def get_buffer(driver, queues: int = 1, size: int = SIZE) -> tuple[int, int]:
    """The buffer that the device makes: descriptor and size."""
    driver.send(v.GET_INFLIGHT_FD, pack("=QQHHI", 0, 0, queues, size, 0))
    request, payload, (fd,) = driver.receive()
    assert request == v.GET_INFLIGHT_FD
    mmap_size, offset, told_queues, told_size, _ = unpack("=QQHHI", payload)
    assert (offset, told_queues, told_size) == (0, queues, size)
    assert os.fstat(fd).st_size == mmap_size
    return fd, mmap_size


def tracked(served, fd: int | None = None):
    """A driver that keeps track, and its buffer."""
    driver = served.wire(size=SIZE)
    driver.send(v.SET_PROTOCOL_FEATURES, pack("=Q", v.P_INFLIGHT))
    driver.send(v.SET_FEATURES, pack("=Q", driver.features))
    driver.share_all()
    if fd is None:
        fd, _ = get_buffer(driver)
    size = os.fstat(fd).st_size
    driver.send(v.SET_INFLIGHT_FD, pack("=QQHHI", size, 0, 1, SIZE, 0), [fd])
    return driver, fd, mmap.mmap(fd, size)


def state(buffer: mmap.mmap, head: int) -> tuple[int, int, int]:
    """inflight, next, counter of a DescStateSplit."""
    inflight, after, counter = unpack_from("<B5xHQ", buffer, 16 + 16 * head)
    return inflight, after, counter


def test_the_buffer_is_as_specified(served):
    driver, _, buffer = tracked(served)
    assert bytes(buffer) == bytes(len(buffer))
    driver.start()
    driver.chain([driver.header(driver.buffers, v.FLUSH), driver.status_at(driver.buffers + 16)], 5)
    driver.offer(5)
    driver.used()
    driver.stop()
    features, version, desc_num, last_batch_head, used_idx = unpack_from("<QHHHH", buffer)
    assert (features, version, desc_num, last_batch_head, used_idx) == (0, 1, SIZE, 5, 1)
    assert state(buffer, 5)[0] == 0
    assert state(buffer, 5)[2] > 0


def test_several_queues_get_a_region_each(served):
    driver = served.wire()
    fd, size = get_buffer(driver, queues=3, size=100)
    assert size == 3 * region_size(100)
    assert region_size(100) % 64 == 0
    os.close(fd)


def test_a_request_under_way_is_marked(served):
    driver, _, buffer = tracked(served)
    driver.start()
    served.device.hold.clear()
    driver.chain([driver.header(driver.buffers, v.FLUSH), driver.status_at(driver.buffers + 16)], 3)
    driver.offer(3)
    while not state(buffer, 3)[0]:
        pass
    served.device.hold.set()
    assert driver.used() == [(3, 1)]
    driver.stop()
    assert state(buffer, 3)[0] == 0


def died_with(served, under_way: dict[int, int], announced: int = 0, **head: int):
    """A driver connecting anew after a backend died; ``under_way``: heads with their counters.

    Three requests were offered before: reads of sectors 0, 1, 2 with the heads 0, 3, 6.
    """
    first = served.wire(size=SIZE)
    fd, size = get_buffer(first)
    buffer = mmap.mmap(fd, size)
    values = {"version": 1, "last_batch_head": 0, "used_idx": 0, **head}
    buffer[:16] = pack(
        "<QHHHH", 0, values["version"], SIZE, values["last_batch_head"], values["used_idx"]
    )
    for index, counter in under_way.items():
        after = values.get(f"next{index}", 0)
        buffer[16 + 16 * index : 32 + 16 * index] = pack("<B5xHQ", 1, after, counter)
    first.sock.close()
    driver, fd, buffer = tracked(served, fd)
    for number in range(3):
        at = driver.buffers + 8192 * number
        chain = [
            driver.header(at, v.IN, number),
            (at + 4096, 512, v.WRITE),
            driver.status_at(at + 16),
        ]
        driver.offer(driver.chain(chain, 3 * number), kick=False)
    driver.put(driver.used_at + 2, pack("<H", announced))
    driver.last_used = announced
    return driver, buffer


def sectors(served) -> list[int]:
    return [call[1] // 512 for call in served.device.calls]


def test_what_was_under_way_is_served_again_and_the_rest_follows(served):
    driver, buffer = died_with(served, {0: 1, 3: 2})
    driver.start(base=0)  # QEMU goes by the used ring, as nobody answered its question
    assert [head for head, _ in driver.used(3)] == [0, 3, 6]
    assert sectors(served) == [0, 1, 2]
    assert driver.stop() == 3
    assert [state(buffer, head)[0] for head in (0, 3, 6)] == [0, 0, 0]


def test_they_are_served_in_the_order_of_their_counters(served):
    """A backend that answers out of order may have left any."""
    driver, _ = died_with(served, {6: 7, 0: 9}, announced=1, used_idx=1)
    driver.start(base=1)
    assert [head for head, _ in driver.used(2)] == [6, 0]
    assert sectors(served) == [2, 0]
    assert driver.stop() == 3


def test_a_batch_that_was_announced_is_not_served_again(served):
    """Died after the used index, before the marks: the list of the last batch tells."""
    driver, _ = died_with(
        served, {0: 1, 3: 2, 6: 3}, announced=2, used_idx=0, last_batch_head=3, next3=0
    )
    driver.start(base=2)
    assert driver.used() == [(6, 513)]
    assert sectors(served) == [2]
    assert driver.stop() == 3


def test_the_guest_is_told_of_what_was_announced_and_not_signalled(served):
    driver, _ = died_with(served, {}, announced=3, used_idx=3)
    driver.last_used = 0
    driver.start(base=3)
    driver.used(3)
    assert sectors(served) == []


@pytest.mark.parametrize("version", [0, 2])
def test_a_buffer_of_another_kind_is_begun_anew(served, version):
    driver, buffer = died_with(served, {0: 1}, announced=1, version=version)
    driver.start(base=1)
    assert [head for head, _ in driver.used(2)] == [3, 6]
    assert unpack_from("<QH", buffer) == (0, 1)


@pytest.mark.parametrize(
    "head", [{"last_batch_head": 0xFFFF}, {"used_idx": 40000}, {"last_batch_head": 3, "next3": 99}]
)
def test_nonsense_in_the_buffer_harms_nothing(served, head):
    driver, _ = died_with(served, {0: 2**64 - 1, 3: 5}, announced=2, **head)
    driver.start(base=2)
    driver.used(1)
    driver.stop()
    driver.synchronize()


def test_a_full_drive_leaves_the_request_and_takes_it_up_again(served):
    """The guest is paused and goes on: QEMU asks where the ring stands, and starts it anew."""
    driver, _, buffer = tracked(served)
    driver.start()
    served.device.fail["write"] = OSError(errno.ENOSPC, "No space left on device")
    for number in range(2):
        at = driver.buffers + 8192 * number
        driver.put(at + 4096, bytes([65 + number]) * 512)
        chain = [driver.header(at, v.OUT, number), (at + 4096, 512, 0), driver.status_at(at + 16)]
        driver.offer(driver.chain(chain, 3 * number))
    assert served.full.wait(v.PATIENCE)
    assert served.reports == ["A write of 512 bytes at offset 0 failed: No space left on device."]
    assert driver.stop() == 0
    assert driver.used_index == 0
    assert [state(buffer, head)[0] for head in (0, 3)] == [0, 0]
    del served.device.fail["write"]
    driver.start(base=0)
    assert driver.used(2) == [(0, 1), (3, 1)]
    assert served.device.data[:1024] == b"A" * 512 + b"B" * 512


def test_what_a_dead_backend_left_may_meet_a_full_drive(served):
    driver, _ = died_with(served, {0: 1, 3: 2})
    served.device.fail["read"] = OSError(errno.EIO, "Input/output error")
    at = driver.buffers + 8192
    driver.put(at, pack("<IIQ", v.OUT, 0, 1))
    driver.chain([(at, 16, 0), (at + 4096, 512, 0), (at + 16, 1, v.WRITE)], 3)
    served.device.fail["write"] = OSError(errno.ENOSPC, "No space left on device")
    driver.start(base=0)
    assert served.full.wait(v.PATIENCE)
    assert driver.stop() == 1
    del served.device.fail["write"]
    driver.start(base=1)
    assert [head for head, _ in driver.used(3)] == [0, 3, 6]


def test_every_death_of_a_batch_is_recovered_from():
    """Stop after each store that a queue makes for a batch of three: none is lost or repeated.

    "Repeated" is a request that the used ring has already told the guest of.
    """
    stores = 3 * 2 + 1 + 1 + 3 + 1
    for survived in range(stores + 1):
        region = memoryview(bytearray(region_size(SIZE)))
        queue = InflightQueue(region, SIZE)
        queue.recover(0)
        used = [0]
        batch = [4, 1, 9]
        program = []
        for counter, head in enumerate(batch):
            previous = batch[counter - 1] if counter else 0
            program.append((queue.words, 2 * head + 1, counter + 1))
            program.append((queue.words, 2 * head, 1 | previous << 48))
        program.append((queue.last_batch, 0, batch[-1]))
        program.append((used, 0, 3))
        program += [(queue.marks, 16 * head, 0) for head in batch]
        program.append((queue.used_idx, 0, 3))
        assert len(program) == stores
        for place, at, value in program[:survived]:
            place[at] = value
        left = InflightQueue(region, SIZE).recover(used[0])
        fetched = batch[: min(survived // 2, 3)]
        assert left == ([] if used[0] else fetched), survived
