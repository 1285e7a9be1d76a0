"""A sound device that can be listened to: a real PulseAudio server of our own with one sink that goes nowhere."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["SoundServer", "have_sound_server", "sound_server"]

have_sound_server = all(shutil.which(program) for program in ("pulseaudio", "parec"))
_RATE = 44_100


class SoundServer:
    """``address`` is what PULSE_SERVER wants."""

    def __init__(self, address: str) -> None:
        self.address = address

    async def listen(self, seconds: float) -> NDArray[np.float32]:
        """What comes out of the device now: 2 channels × samples at 44.1 kHz."""
        process = await asyncio.create_subprocess_exec(
            *(
                "parec",
                "--device=out.monitor",
                "--format=float32le",
                f"--rate={_RATE}",
                "--channels=2",
                "--latency-msec=20",
            ),
            env={**os.environ, "PULSE_SERVER": self.address},
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        try:
            data = await process.stdout.readexactly(round(seconds * _RATE) * 8)
        finally:
            process.kill()
            await process.communicate()
        return np.frombuffer(data, dtype=np.float32).reshape(-1, 2).T

    async def hears(self, hertz: float, seconds: float = 0.4) -> float:
        """How loud it is, 0..1, and that it is this tone: 0 when another one or none sounds."""
        sound = await self.listen(seconds)
        spectrum = np.abs(np.fft.rfft(sound[0] * np.hanning(sound.shape[1])))
        peak = float(np.fft.rfftfreq(sound.shape[1], 1 / _RATE)[spectrum.argmax()])
        return float(np.abs(sound).max()) if abs(peak - hertz) < 10 else 0.0


async def _answers(path: Path) -> bool:
    """The file is there a moment before anybody listens."""
    try:
        _, writer = await asyncio.open_unix_connection(path)
    except OSError:
        return False
    writer.close()
    return True


@asynccontextmanager
async def sound_server(folder: Path, *modules: str) -> AsyncIterator[SoundServer]:
    """The server runs for the length of an ``async with``, its files in ``folder``; ``modules`` beside the sink."""
    folder.mkdir(parents=True, exist_ok=True)
    socket = folder / "pulse.sock"
    process = await asyncio.create_subprocess_exec(
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm", "--use-pid-file=no"),
        *(
            "-L",
            # Without rewinds it hands sound on every 50 ms, as a device does; else only every 2 s while nobody presses it.
            "module-null-sink sink_name=out norewinds=1",
            *(word for module in modules for word in ("-L", module)),
            "-L",
            f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
        ),
        env={**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)},
        stderr=subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(10):
            while not await _answers(socket):
                await asyncio.sleep(0.01)
        yield SoundServer(f"unix:{socket}")
    finally:
        process.kill()
        await process.wait()
