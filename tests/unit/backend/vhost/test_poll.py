"""Looking for requests pays, or is given up."""

from __future__ import annotations

import time

import pytest

from tests.unit.backend.vhost.driver import FLUSH, OK
from vmgui.backend.vhost import poll
from vmgui.backend.vhost.poll import LONGEST, Polling


@pytest.fixture
def clock(monkeypatch):
    """A clock that each look at it moves on by a microsecond: ``clock.now`` in seconds."""

    class Clock:
        now = 100.0

        def __call__(self) -> float:
            self.now += 1e-6
            return self.now

    clock = Clock()
    monkeypatch.setattr(poll, "perf_counter", clock)
    return clock


def never() -> bool:
    return False


def sleep(polling: Polling, clock, seconds: float) -> None:
    assert not polling.look(never)
    clock.now += seconds
    polling.woken()


def test_nothing_is_looked_for_at_first(clock):
    polling = Polling()
    before = clock.now
    assert not polling.look(never)
    assert clock.now - before < 5e-6


def test_requests_that_come_soon_are_looked_for(clock):
    polling = Polling()
    for _ in range(3):
        sleep(polling, clock, 20e-6)
    assert polling.window >= 20e-6
    due = clock.now + 20e-6
    assert polling.look(lambda: clock.now > due)


def test_it_never_looks_longer_than_the_longest(clock):
    polling = Polling()
    for _ in range(3):
        sleep(polling, clock, 1e-6)
    before = clock.now
    assert not polling.look(never)
    assert clock.now - before < LONGEST + 5e-6


def test_looking_is_given_up_when_nothing_comes(clock):
    polling = Polling()
    for _ in range(2):
        sleep(polling, clock, 20e-6)
    assert polling.window
    for _ in range(4):
        sleep(polling, clock, 1.0)
    assert polling.window == 0


def test_looking_is_given_up_where_requests_come_only_when_we_sleep(clock):
    """The guest and we share a processor."""
    polling = Polling()
    spent = 0.0
    for _ in range(20_000):
        before = clock.now
        assert not polling.look(never)
        spent += clock.now - before
        polling.woken()
    assert spent / 20_000 < 3e-6, "it is tried again, but ever more seldom"


def test_a_guest_that_comes_back_to_its_senses_is_looked_at_again(clock):
    polling = Polling()
    for _ in range(100):
        sleep(polling, clock, 20e-6)
    for _ in range(200):
        if polling.window:
            due = clock.now + 5e-6
            assert polling.look(lambda due=due: clock.now > due)
        else:
            sleep(polling, clock, 20e-6)
    assert polling.window


def test_an_idle_disk_costs_nothing(served):
    driver = served.driver()
    for _ in range(200):
        assert driver.request(FLUSH) == (OK, b"")
    before = time.process_time()
    time.sleep(0.5)
    assert time.process_time() - before < 0.05
