"""What has to be done before the first app is on the screen, as steps with their real states."""

from __future__ import annotations

import asyncio
from typing import Any

from backends.core import store
from backends.projection.defs import DeviceState
from backends.projection.scrcpy.dialect import KNOWN_FILES, PREFERRED
from backends.projection.scrcpy.fleet import Fleet
from backends.projection.scrcpy.server_file import file_facts

__all__ = ["steps"]


async def steps(fleet: Fleet, server_option: str | None) -> list[dict[str, Any]]:
    """As ``Setup``: id, done, then the facts a page may show; words are the page's."""
    phones = fleet.phones
    ready = next((phone for phone in phones if phone.state is DeviceState.READY), None)
    asks = next((phone for phone in phones if phone.state is DeviceState.UNAUTHORIZED), None)
    met = ready or asks
    file = await asyncio.to_thread(file_facts, server_option)
    # A phone that met scrcpy has the file itself.
    on_phone = not file.path and ready is not None and ready.apps is not None
    wanted = next((digest for digest, version in KNOWN_FILES.items() if version == PREFERRED), "")
    return [
        {"id": "reach", "done": met is not None, "device": met.id if met else "", "name": met.name if met else ""},
        {
            "id": "permission",
            "done": ready is not None,
            "device": asks.id if asks and not ready else "",
            "needs": asks.needs if asks and not ready else "",
            "text": asks.problem if asks and not ready else "",
        },
        {
            "id": "server_file",
            "done": bool(file.path) or on_phone,
            "on_phone": on_phone,
            "path": file.path,
            "version": file.version,
            "sha256": file.sha256,
            "checked": file.checked,
            "text": file.problem,
            "folder": str(store.state_dir()),
            "wanted": f"scrcpy-server-v{PREFERRED}",
            "wanted_sha256": wanted,
        },
        {"id": "app", "done": fleet.worked},
    ]
