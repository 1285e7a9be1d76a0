"""A control unit on a CAN bus, frame by frame, that can go wrong in every way ISO-TP knows.

It shares no code with what it tests: ISO 15765-2 is written out here once more, from the standard.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import can

__all__ = ["FakeEcu", "running"]


@dataclass
class FakeEcu:
    """State: plain attributes a test may change at any time. ``answers``: request to payload; other requests get silence.

    Faults: ``silent``; ``late_s`` before each answer; ``pending`` times 7F xx 78 first; ``torn`` sends the first so many frames
    of a long answer; ``swap`` two consecutive frames; ``noise`` garbage frames before an answer; ``overflow`` and ``waits``
    answer our long requests with that flow control.
    """

    request: int = 0x7E0
    response: int = 0x7E8
    extended: bool = False
    functional: int = 0x7DF
    answers: dict[bytes, bytes] = field(default_factory=dict)
    silent: bool = False
    late_s: float = 0.0
    pending: int = 0
    torn: int = 0
    swap: bool = False
    noise: bool = False
    overflow: bool = False
    waits: int = 0
    heard: list[bytes] = field(default_factory=list)
    flow_controls: int = 0

    def serve(self, bus: can.BusABC, ended: threading.Event) -> None:
        """Until told to end."""
        self._bus = bus
        self._assembling: tuple[int, bytearray] | None = None
        while not ended.is_set():
            message = bus.recv(0.02)
            if message is None or message.is_extended_id != self.extended:
                continue
            if message.arbitration_id in (self.request, self.functional):
                self._take(bytes(message.data))

    def _send(self, data: bytes) -> None:
        self._bus.send(
            can.Message(arbitration_id=self.response, is_extended_id=self.extended, data=data.ljust(8, b"\xaa"))
        )

    def _take(self, data: bytes) -> None:
        kind, low = data[0] >> 4, data[0] & 15
        if kind == 0 and low:
            self._answer(data[1 : 1 + low])
        elif kind == 1:
            self._assembling = (low << 8 | data[1], bytearray(data[2:]))
            for _ in range(self.waits):
                self._send(b"\x31\x00\x00")
            self._send(b"\x32\x00\x00" if self.overflow else b"\x30\x00\x00")
        elif kind == 2 and self._assembling is not None:
            length, so_far = self._assembling
            so_far += data[1:]
            if len(so_far) >= length:
                self._assembling = None
                self._answer(bytes(so_far[:length]))

    def _answer(self, request: bytes) -> None:
        self.heard.append(request)
        payload = self.answers.get(request)
        if self.silent or payload is None:
            return
        if self.noise:
            for garbage in (b"", b"\x2f\x01\x02", b"\x00", b"\xf0\xff", b"\x10", b"\x30\x00\x00", b"\x08\x01"):
                self._bus.send(can.Message(arbitration_id=self.response, is_extended_id=self.extended, data=garbage))
        for _ in range(self.pending):
            self._send(bytes((3, 0x7F, request[0], 0x78)))
        time.sleep(self.late_s)
        if len(payload) <= 7:
            self._send(bytes((len(payload), *payload)))
            return
        frames = [bytes((0x10 | len(payload) >> 8, len(payload) & 0xFF, *payload[:6]))]
        for number, at in enumerate(range(6, len(payload), 7), 1):
            frames.append(bytes((0x20 | number & 15, *payload[at : at + 7])))
        if self.swap:
            frames[1], frames[2] = frames[2], frames[1]
        if self.torn:
            frames = frames[: self.torn]
        self._send(frames[0])
        if not self._flow_control():
            return
        for frame in frames[1:]:
            self._send(frame)

    def _flow_control(self) -> bool:
        end = time.monotonic() + 1.0
        while time.monotonic() < end:
            message = self._bus.recv(0.05)
            if message is not None and message.arbitration_id == self.request and message.data[0] >> 4 == 3:
                self.flow_controls += 1
                return message.data[0] & 15 == 0
        return False


@contextmanager
def running(channel: str, *ecus: FakeEcu) -> Iterator[None]:
    """Control units in threads of their own, on python-can's virtual bus ``channel``."""
    ended = threading.Event()
    buses = [can.Bus(interface="virtual", channel=channel) for _ in ecus]
    threads = [threading.Thread(target=ecu.serve, args=(bus, ended)) for ecu, bus in zip(ecus, buses, strict=True)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join()
        for bus in buses:
            bus.shutdown()
