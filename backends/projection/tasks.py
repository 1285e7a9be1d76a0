"""Tasks with an owner: each ends with it, and a fault in one is logged, not lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from backends.projection.errors import ProjectionError

__all__ = ["Tasks"]

_logger = logging.getLogger(__name__)


class Tasks:
    """A bag of tasks. A TaskGroup would end them all when one fails; here each stands for another phone or app."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[None]:
        """Run in the background until it is done or `close` comes."""
        task = asyncio.create_task(self._run(work, name), name=name)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _: work.close())  # cancelled before its first step, it was never begun
        return task

    async def close(self) -> None:
        """Cancel and wait for all of them."""
        current = asyncio.current_task()
        tasks = [task for task in self._running if task is not current]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        try:
            await work
        except ProjectionError as error:
            _logger.info("%s ended reason=%s text=%s", name, error.reason or "-", error.text)
        except Exception:
            _logger.exception("%s failed", name)
