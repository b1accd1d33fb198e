"""What a disk's backends have done: counts that only grow."""

from __future__ import annotations

import asyncio

from vmgui.vm.supervisor import did
from vmgui.vm.supervisor.did import Did


def test_counts_go_on_with_the_next_backend():
    counts = Did()
    assert counts.total() == {}
    counts.told({"event": "stats", "reads": 5, "writes": 1})
    assert counts.total() == {"reads": 5, "writes": 1}
    counts.told({"event": "stats", "reads": 7, "writes": 1})
    counts.begin_anew()
    assert counts.total() == {"reads": 7, "writes": 1}
    counts.told({"event": "stats", "reads": 1, "writes": 0})
    assert counts.total() == {"reads": 8, "writes": 1}


def test_several_who_ask_at_once_put_one_question():
    async def go() -> None:
        counts, asked = Did(), []

        async def one() -> None:
            await counts.ask(lambda: asked.append(1))

        asking = [asyncio.create_task(one()) for _ in range(3)]
        await asyncio.sleep(0)
        assert asked == [1]
        counts.told({"reads": 1})
        await asyncio.gather(*asking)
        another = asyncio.create_task(one())
        await asyncio.sleep(0)
        assert asked == [1, 1]
        counts.begin_anew()  # the backend died instead of answering
        await another

    asyncio.run(go())


def test_a_backend_that_does_not_answer_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(did, "_PATIENCE", 0.01)
    counts = Did()
    counts.told({"reads": 3})
    asyncio.run(counts.ask(lambda: None))
    assert counts.total() == {"reads": 3}
