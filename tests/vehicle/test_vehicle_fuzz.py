"""Hostile D-Bus clients against the real service, with a listener on both buses that decodes and checks for itself.

Whatever is sent on D-Bus (types, sizes, floods, many clients at once, reconnects), what the service puts on a bus is a listed
message; no bit of it differs from the car's own last frame but those of listed signals, the counter and the check value; the
signals keep the profile's limits; conditions hold; and rate and share of the bus are kept. The listener uses cantools, its own
check sums, and tells the service's frames by their source port.
"""

from __future__ import annotations

import asyncio
import random
import socket
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cantools
import msgpack
import pytest
from dbus_next import BusType, Message, MessageType, Variant
from dbus_next.aio import MessageBus

from backends.core.bus import Bus
from backends.core.host import hosted
from backends.vehicle.catalogue import catalogue
from backends.vehicle.profile import load_profile, vehicles_dir
from backends.vehicle.service import VehicleService
from tests.fakes.host import private_bus, until
from tests.fakes.vehicle import free_channel, sim_process

SECONDS = 6.0
FACTS = tomllib.loads((vehicles_dir() / "demo" / "profile.toml").read_text(encoding="utf-8"))["bus"]
PATHS = sorted(catalogue())


class Ear:
    """Everything on one group: (time, source port, id, data)."""

    def __init__(self, channel: str) -> None:
        group, _, port = channel.partition(":")
        self.frames: list[tuple[float, int, int, bytes]] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        self._socket.bind((group, int(port)))
        for interface in ("0.0.0.0", "127.0.0.1"):
            try:
                member = socket.inet_aton(group) + socket.inet_aton(interface)
                self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
            except OSError:
                continue
        self._socket.setblocking(False)
        asyncio.get_running_loop().add_reader(self._socket, self._read)

    def _read(self) -> None:
        while True:
            try:
                packet, source = self._socket.recvfrom(4096)
            except BlockingIOError:
                return
            try:
                frame = msgpack.unpackb(packet)
                self.frames.append((time.monotonic(), source[1], frame["arbitration_id"], bytes(frame["data"])))
            except (ValueError, KeyError, TypeError):
                continue  # the probe for a working interface

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()


# -- check sums of our own, bit by bit ---------------------------------------------------------------------------------


def crc(data: bytes, polynomial: int, width: int, value: int) -> int:
    for byte in data:
        value ^= byte << (width - 8)
        for _ in range(8):
            value = (value << 1) ^ (polynomial if value >> (width - 1) & 1 else 0)
            value &= (1 << width) - 1
    return value


def sound(facts: dict[str, Any], data: bytes, decoded: dict[str, Any]) -> bool:
    """AUTOSAR E2E profile 2/22 (byte 0) or 5 (bytes 0 and 1, little-endian)."""
    if facts["profile"] == "vw":
        told = crc(data[1:] + bytes([facts["id_list"][int(decoded[facts["counter"]])]]), 0x2F, 8, 0xFF) ^ 0xFF
        return told == data[0]
    assert facts["profile"] == "p05"
    told = crc(data[2:] + int(facts["data_id"]).to_bytes(2, "little"), 0x1021, 16, 0xFFFF)
    return told == int.from_bytes(data[:2], "little")


# -- clients ------------------------------------------------------------------------------------------------------------


def values(dice: random.Random) -> Any:
    """(signature, value) of a variant: sensible, silly and huge."""
    return dice.choice(
        [
            ("b", dice.random() < 0.5), ("i", dice.randint(-300, 300)), ("d", dice.uniform(-50, 150)), ("d", float("nan")),
            ("d", float("inf")), ("x", 2**62), ("y", 255), ("s", dice.choice(["OPEN", "CLOSE", "ECO", "", "x" * 50_000])),
            ("as", ["a"] * 1000), ("a{sv}", {"a": Variant("i", 1)}), ("v", Variant("v", Variant("i", 1))), ("ay", bytes(30_000)),
            ("d", float(dice.randint(0, 200)) / 2), ("i", dice.randint(0, 3)), ("b", True),
        ]
    )  # fmt: skip


def calls(dice: random.Random, writable: list[str]) -> Iterator[tuple[str, str, list[Any]]]:
    """(member, signature, body) without end."""
    while True:
        path = dice.choice(writable) if dice.random() < 0.8 else dice.choice([*PATHS, "", "Vehicle.*", "\u2603" * 100])
        signature, value = values(dice)
        yield dice.choice(
            [
                *[("Set", "sv", [path, Variant(signature, value)])] * 12,
                ("Set", "ss", [path, "x"]), ("Set", "", []), ("Set", "svs", [path, Variant("i", 1), "more"]),
                ("Set", "v", [Variant("s", path)]), ("Subscribe", "as", [[path] * 50]), ("Get", "as", [["Vehicle.*"]]),
                ("WriteLog", "", []), ("Nonsense", "s", [path]), ("ResetTrip", "s", [path]), ("Unsubscribe", "u", [7]),
            ]
        )  # fmt: skip


async def pester(address: str, seed: int, writable: list[str], end: float) -> int:
    """One client after another, each flooding and then leaving without a word."""
    dice, asked = random.Random(seed), 0
    while time.monotonic() < end:
        connection = await MessageBus(bus_address=address, bus_type=BusType.SESSION).connect()
        try:
            for member, signature, body in calls(dice, writable):
                message = Message(
                    destination="org.pillion.Vehicle1", path="/org/pillion/Vehicle1",
                    interface=dice.choice(["org.pillion.Vehicle1"] * 9 + ["org.example.Wrong"]),
                    member=member, signature=signature, body=body,
                )  # fmt: skip
                if dice.random() < 0.7:
                    await connection.send(message)  # nobody waits for the answer
                else:
                    answer = await asyncio.wait_for(connection.call(message), 20)
                    assert answer is not None
                    assert answer.message_type in (MessageType.METHOD_RETURN, MessageType.ERROR)
                asked += 1
                if dice.random() < 0.01 or time.monotonic() > end:
                    break
                await asyncio.sleep(0)
        finally:
            connection.disconnect()
            await connection.wait_for_disconnect()
            connection._sock.close()
            connection._stream.close()
    return asked


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_vehicle_hostile_clients_put_nothing_on_the_bus_that_the_profile_does_not_list(
    tmp_path: Path, run: Any, seed: int
) -> None:
    async def body() -> None:
        channel = free_channel()
        profile = load_profile("demo").with_bus(None, channel, None)
        ears = {name: Ear(spec.channel) for name, spec in profile.buses.items()}
        try:
            async with sim_process(tmp_path, channel, "parked") as car, private_bus() as address:
                await until(lambda: all(len(ear.frames) > 50 for ear in ears.values()), what="the car on both buses")
                its = {name: {port for _, port, _, _ in ear.frames} for name, ear in ears.items()}
                server = await Bus.connect(address)
                service = VehicleService({"channel": channel})
                async with hosted(server, [service]):
                    await until(lambda: service.properties["Restrictions"]["known"], what="the car is heard")
                    assert service._vehicle is not None
                    writable = list(service._vehicle.plans)
                    end = time.monotonic() + SECONDS
                    clients = [asyncio.create_task(pester(address, seed * 10 + n, writable, end)) for n in range(4)]
                    await asyncio.sleep(SECONDS / 2)
                    await car.ask(set_={"gear": "D", "speed_kph": 60})
                    await until(lambda: service.properties["Restrictions"]["state"] == "moving", what="moving")
                    moving_at = time.monotonic()
                    asked = sum(await asyncio.gather(*clients))
                    await asyncio.sleep(0.3)
                    log = list(service._vehicle.writer.log)
                await server.close()
        finally:
            for ear in ears.values():
                ear.close()
        assert asked > 200
        ours = {name: [frame for frame in ear.frames if frame[1] not in its[name]] for name, ear in ears.items()}
        assert sum(len(frames) for frames in ours.values()) > 20
        assert any(entry["result"].startswith("refused") for entry in log)
        every = sorted(at for frames in ours.values() for at, *_ in frames)
        for first, later in zip(every, every[20:], strict=False):
            assert later - first > 0.9, "more than 20 frames in a second"
        for name in ears:
            _judge(name, ears[name].frames, its[name], moving_at)

    run(body(), 60)


def _bits(signal: Any) -> Iterator[int]:
    """Bits of a cantools signal, counted from the first byte's lowest."""
    if signal.byte_order == "little_endian":
        yield from range(signal.start, signal.start + signal.length)
        return
    byte, bit = divmod(signal.start, 8)
    for _ in range(signal.length):
        yield 8 * byte + bit
        byte, bit = (byte, bit - 1) if bit else (byte + 1, 7)


def _judge(bus: str, frames: list[tuple[float, int, int, bytes]], its: set[int], moving_at: float) -> None:
    database = cantools.database.load_file(vehicles_dir() / "demo" / FACTS[bus]["dbc"], strict=False)
    allowed = {database.get_message_by_name(name).frame_id: facts for name, facts in FACTS[bus]["write"].items()}
    theirs: dict[int, bytes] = {}
    heard, sent = 0, list[tuple[float, float]]()
    for at, port, key, data in frames:
        if port in its:
            if key in allowed:
                decoded = database.decode_message(key, data, decode_choices=False)
                assert sound(allowed[key]["e2e"], data, decoded), "our own check sum is wrong"
                heard += 1
            theirs[key] = data
            continue
        assert key in allowed, f"id {key:X} is not listed"
        facts = allowed[key]
        decoded = database.decode_message(key, data, decode_choices=False)
        before = database.decode_message(key, theirs[key], decode_choices=False)
        assert len(data) == facts["length"]
        assert sound(facts["e2e"], data, decoded)
        own = {facts["e2e"]["counter"], facts["e2e"]["crc"]}
        listed = {
            bit
            for signal in database.get_message_by_frame_id(key).signals
            if signal.name in own or signal.name in facts["signals"]
            for bit in _bits(signal)
        }
        changed = int.from_bytes(data, "little") ^ int.from_bytes(theirs[key], "little")
        assert all(bit in listed for bit in range(8 * len(data)) if changed >> bit & 1)
        for signal, value in decoded.items():
            if signal in own or value == before[signal]:
                continue
            assert signal in facts["signals"], f"{signal} is not listed"
            limits = facts["signals"][signal]
            assert limits["min"] - 1e-9 <= value <= limits["max"] + 1e-9, f"{signal} {value}"
            if signal == "TrunkReq":
                assert at < moving_at + 0.2, "the boot was opened at 60 km/h"
        bits = (8 * len(data) + 80) * 1.25
        sent.append((at, bits / 500_000))
    assert heard > 20
    for start, _ in sent:
        assert sum(cost for at, cost in sent if start <= at < start + 1) < 0.05
