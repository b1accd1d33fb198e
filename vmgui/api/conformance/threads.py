"""Several threads that use a cipher at once."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from threading import Thread
from types import FrameType
from typing import Any

from vmgui.api.conformance.subject import Subject


def together(subject: Subject, works: Sequence[Callable[[], None]], *, mingled: bool) -> None:
    """Do all ``works``, each in a thread; raises what the first one raised that failed.

    ``mingled`` threads give way to each other within the plug-in's Python code, after every single
    instruction of it. Left alone they may happen to work one after another.
    """
    failures: list[BaseException] = []
    # What a package of the same project does for the plug-in counts as well.
    folder = str(subject.folder.parent)

    def guarded(work: Callable[[], None]) -> None:
        before = sys.gettrace()
        try:
            if mingled:
                sys.settrace(_giving_way(folder))
            work()
        except BaseException as error:  # noqa: BLE001  (passed on to the caller)
            failures.append(error)
        finally:
            sys.settrace(before)

    threads = [Thread(target=guarded, args=(work,), daemon=True) for work in works]
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


def _giving_way(folder: str) -> Callable[[FrameType, str, Any], Any]:
    """A trace function that lets another thread run, in code that lies in ``folder``."""

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "call":
            if not frame.f_code.co_filename.startswith(folder):
                return None
            frame.f_trace_opcodes = True
        time.sleep(0)
        return trace

    return trace
