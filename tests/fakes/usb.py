"""A USB stick plugged in and pulled out, for real: a program that runs in a mount namespace of its own (``unshare -rm``).

It hosts the media service, mounts the folder it is given below /media, and prints how many songs there are each time.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from backends.media.service import MediaService
from tests.fakes.host import local_link

_STICK = Path("/media/MY STICK")


async def _mount(*words: str) -> None:
    await asyncio.to_thread(subprocess.run, words, check=True)


async def _main(music: str) -> None:
    await _mount("mount", "-t", "tmpfs", "none", "/media")
    _STICK.mkdir()
    async with local_link({"media": MediaService()}) as link:
        changed = asyncio.Event()
        link.on_signal("media", "LibraryChanged", changed.set)
        for command in (("mount", "--bind", music, str(_STICK)), ("umount", str(_STICK))):
            changed.clear()
            await _mount(*command)
            async with asyncio.timeout(20):
                await changed.wait()
            _, total = await link.call("media", "Browse", "songs", 0, 9)
            sys.stdout.write(f"{total}\n")


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
