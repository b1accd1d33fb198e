"""Pieces of a long request are done once each, by several threads, and failures come back."""

from __future__ import annotations

import random
import threading

import pytest

from vmgui.disk import crew
from vmgui.disk.crew import Crew


@pytest.fixture(params=[0, 1, 3])
def hands(request):
    made = Crew(request.param)
    yield made
    made.close()


def test_each_piece_is_done_once(hands):
    for count in (0, 1, 2, 50):
        seen: list[int] = []
        hands.share(seen.append, range(count))
        assert sorted(seen) == list(range(count))


def test_another_thread_joins_in():
    hands = Crew(1)
    both = threading.Barrier(2)
    threads = set()

    def work(piece: int) -> None:
        both.wait()  # comes back only once two are at it
        threads.add(threading.get_ident())

    hands.share(work, range(2))
    assert len(threads) == 2
    hands.close()


def test_the_first_piece_that_failed_is_told(hands):
    done = []

    def work(piece: int) -> None:
        done.append(piece)
        if piece >= 5:
            raise OSError(piece)

    for _ in range(20):
        with pytest.raises(OSError, match="5"):
            hands.share(work, range(100))
        assert set(range(6)) <= set(done)
        assert len(done) < 100
        done.clear()


def test_several_requests_at_once(hands):
    totals = [0] * 8
    fault = []

    def request(number: int) -> None:
        try:
            for _ in range(50):
                seen: list[int] = []
                hands.share(seen.append, range(random.Random(number).randrange(1, 20)))
                totals[number] += len(seen)
        except BaseException as error:  # noqa: BLE001  (told below)
            fault.append(error)

    threads = [threading.Thread(target=request, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not fault
    assert totals == [50 * random.Random(number).randrange(1, 20) for number in range(8)]


@pytest.mark.parametrize("better", [False, True])
def test_the_quicker_way_is_taken(monkeypatch, better):
    hands = Crew(1)
    clock = 0.0
    ways = []

    def do(job: object, together: bool) -> None:
        nonlocal clock
        clock += 1.0 if together is better else 2.0
        ways.append(together)

    monkeypatch.setattr(crew.time, "perf_counter", lambda: clock)
    monkeypatch.setattr(hands, "_do", do)
    for _ in range(160):
        hands.share(lambda _: None, range(4))
    assert ways.count(better) in range(140, 156)
    better = not better  # the computer has become busy, or idle
    ways.clear()
    for _ in range(1600):
        hands.share(lambda _: None, range(4))
    assert ways[-160:].count(better) in range(140, 156)


def test_closing_ends_the_threads():
    before = threading.active_count()
    hands = Crew(2)
    hands.share(lambda _: None, range(50))
    hands.close()
    assert threading.active_count() == before
    hands.share(lambda _: None, range(3))  # goes on alone
    assert threading.active_count() == before


def test_what_helpers_have_done_can_be_seen():
    before = set(threading.enumerate())
    hands = Crew(1)
    both = threading.Barrier(2)
    hands.share(lambda _: both.wait(), range(2))
    (helper,) = set(threading.enumerate()) - before
    assert crew.done[helper.ident] == 1
    hands.close()
    assert helper.ident not in crew.done
