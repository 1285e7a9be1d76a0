"""What every test may use."""

from __future__ import annotations

import asyncio
import faulthandler
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
faulthandler.enable()
# A busy machine is no error: no deadline for single examples, pytest's time-out holds for all of them.
settings.register_profile("pillion", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pillion")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def run() -> Callable[..., Any]:
    """Runs a coroutine on a fresh loop with a deadline in seconds; tasks left over at the end fail the test."""

    def _run(body: Coroutine[Any, Any, Any], deadline_s: float = 30.0) -> Any:
        async def bounded() -> Any:
            async with asyncio.timeout(deadline_s):
                result = await body
            left = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.sleep(0)
            left = {task for task in left if not task.done() and not task.cancelling()}
            assert not left, f"tasks left over: {left}"
            return result

        return asyncio.run(bounded())

    return _run


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The display needs no widgets."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real logs and DBC files beside the checkout; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("../shared (real logs and DBC files) is not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def private_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the user's settings or a running head unit."""
    state = tmp_path / "state"
    monkeypatch.setenv("PILLION_STATE", str(state))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.delenv("PILLION_BUS", raising=False)
    return state
