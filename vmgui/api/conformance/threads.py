"""Several threads that use a cipher at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from vmgui.api.conformance.subject import Subject


def together(subject: Subject, works: list[Callable[[], None]]) -> None:
    """Do all ``works``, each in a thread; raises what the first one raised that failed."""
    failures: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  (passed on to the caller)
            failures.append(error)

    threads = [Thread(target=guarded, args=(work,), daemon=True) for work in works]
    with _frequent_switches():
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():
                before = subject.calls
                thread.join(0.2)
                if subject.calls != before:
                    subject.beat()
    if failures:
        raise failures[0]


@contextmanager
def _frequent_switches() -> Iterator[None]:
    """Let Python's threads take turns so often that they meet each other half-way."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
