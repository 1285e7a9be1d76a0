"""The bridge, between the vehicle service with its simulated car and a databroker that speaks the real protobuf service."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("kuksa.val.v2", reason="the bridge needs kuksa-client (extra 'kuksa')")

import grpc
from kuksa.val.v2.types_pb2 import DataType, ErrorCode, Value

from backends.core.link import LocalLink
from backends.kuksa.bridge import Bridge
from backends.kuksa.broker import Settings
from backends.kuksa.commands import main
from backends.kuksa.plan import Plan
from backends.kuksa.values import plain, same_unit, typed
from backends.vehicle.service import VehicleService
from tests.fakes.host import bus_link, local_link, until
from tests.fakes.kuksa import Databroker, databroker
from tests.fakes.vehicle import ROOT, SimControl, free_channel, sim_process

SPEED = "Vehicle.Speed"
TEMP = "Vehicle.Cabin.HVAC.Station.Row1.Driver.Temperature"
GEAR = "Vehicle.Powertrain.Transmission.SelectedGear"
BRAND = "Vehicle.VehicleIdentification.Brand"
OK, DENIED = ErrorCode.ERROR_CODE_OK, ErrorCode.ERROR_CODE_PERMISSION_DENIED
INVALID = ErrorCode.ERROR_CODE_INVALID_ARGUMENT


def furnished(broker: Databroker) -> None:
    broker.knows(SPEED, "float", "km/h")
    broker.knows(TEMP, "int8", "celsius", actuator=True)
    broker.knows(GEAR, "int8", actuator=True)
    broker.knows(BRAND, "string")
    broker.knows("Vehicle.Somewhere.Else", "float")


@asynccontextmanager
async def bridged(
    tmp_path: Path, broker: Databroker, **options: Any
) -> AsyncIterator[tuple[LocalLink, SimControl, list[Plan], VehicleService]]:
    channel, plans = free_channel(), []
    service = VehicleService({"channel": channel})
    settings = options.pop("settings", Settings(f"127.0.0.1:{broker.port}"))
    async with sim_process(tmp_path, channel) as car, local_link({"vehicle": service}) as link:
        bridge = Bridge(link, settings, planned=plans.append, interval_s=0.02, **options)
        running = asyncio.get_running_loop().create_task(bridge.run())
        try:
            yield link, car, plans, service
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def shown(broker: Databroker) -> None:
    await until(
        lambda: broker.signals[SPEED].value == 0 and broker.signals[TEMP].value == 21, 20, "values in the broker"
    )


def test_kuksa_has_the_vehicles_values(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bridged(tmp_path, broker) as (_, car, plans, _):
                await shown(broker)
                assert broker.signals[BRAND].value == "Pillion"
                assert broker.signals[GEAR].value == 126
                point = await broker.read(SPEED)
                assert abs(point.timestamp.ToNanoseconds() / 1e9 - time.time()) < 30
                (plan,) = plans
                assert set(plan.known) == {SPEED, TEMP, GEAR, BRAND}
                assert [path for path, known in plan.known.items() if known.target] == [TEMP], "a gear is never set"
                assert "Vehicle.Cabin.HVAC.Station.Row1.Passenger.Temperature" in plan.lacking
                await car.ask(set_={"climate.temp_driver": 24.0})
                await until(lambda: broker.signals[TEMP].value == 24, what="a change")
                assert max(broker.batches) > 1, "several values go in one message"
            await until(
                lambda: all(broker.signals[path].value is None for path in (SPEED, TEMP, BRAND)), what="withdrawn"
            )

    run(body(), 60)


def test_kuksa_takes_in_what_is_served_later(tmp_path: Path, run: Callable[..., Any]) -> None:
    later = "Vehicle.Private.ReverseView"  # judged when the gear is known

    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            broker.knows(later, "boolean")
            async with bridged(tmp_path, broker, again_s=0.1) as (_, car, plans, _):
                await shown(broker)
                await until(lambda: broker.signals[later].value is False, 20, "a value that came later")
                if later in plans[0].known:
                    pytest.skip("it is served from the beginning now")
                await car.ask(set_={"gear": "R"})
                await until(lambda: broker.signals[later].value is True, 20, "its change")

    run(body(), 60)


def test_kuksa_values_that_are_not_valid_are_none(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bridged(tmp_path, broker) as (_, car, _, _):
                await shown(broker)
                await car.ask(fault="silence")
                await until(lambda: broker.signals[SPEED].value is None, what="stale speed is none")
                assert broker.signals[BRAND].value == "Pillion", "what the profile says stays"

    run(body(), 60)


def test_kuksa_targets_reach_the_car_and_are_answered(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bridged(tmp_path, broker) as (link, _, _, _):
                await shown(broker)

                async def ask(code: int, **value: Any) -> str:
                    count = len(broker.answers)
                    await broker.actuate(TEMP, **value)
                    await until(lambda: len(broker.answers) > count, 20, "an answer")
                    path, given, text = broker.answers[-1]
                    assert (path, given) == (TEMP, code), text
                    return text

                async with asyncio.timeout(20):
                    while True:  # refused until the car has shown its control
                        count = len(broker.answers)
                        await broker.actuate(TEMP, int32=23)
                        await until(lambda: len(broker.answers) > count, 20)  # noqa: B023
                        if broker.answers[-1][1] == OK:
                            break
                sample = (await link.call("vehicle", "Get", [TEMP]))[TEMP]
                assert (sample["value"], sample["state"]) == (23.0, "confirmed")
                await until(lambda: broker.signals[TEMP].value == 23, what="the new value")
                assert "16" in await ask(INVALID, int32=99)
                with pytest.raises(grpc.aio.AioRpcError) as told:
                    await broker.actuate(GEAR, int32=-1)
                assert told.value.code() is grpc.StatusCode.UNAVAILABLE, "nobody offers to set a gear"

    run(body(), 90)


def test_kuksa_can_be_told_to_take_no_targets(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bridged(tmp_path, broker, targets=False, patterns=["Vehicle.Cabin.*", SPEED]) as (
                _,
                _,
                plans,
                _,
            ):
                await shown(broker)
                assert set(plans[0].known) == {SPEED, TEMP}
                assert not any(known.target for known in plans[0].known.values())

    run(body(), 60)


def test_kuksa_comes_back_when_the_broker_does(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bridged(tmp_path, broker) as (_, _, plans, _):
                await shown(broker)
                await broker.stop()
                await broker.start()
                await shown(broker)
                assert len(plans) == 2

    run(body(), 60)


def test_kuksa_follows_a_vehicle_service_that_restarts(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bridged(tmp_path, broker) as (link, _, plans, service):
                await shown(broker)
                options = dict(service.options)
                await link.remove("vehicle")
                await until(lambda: broker.signals[SPEED].value is None, what="no vehicle, no values")
                await link.add(VehicleService(options))
                await shown(broker)
                assert len(plans) >= 2

    run(body(), 60)


def test_kuksa_a_value_the_broker_refuses_does_not_hold_up_others(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            broker.refusals[BRAND] = "not one of the allowed values"
            async with bridged(tmp_path, broker):
                await shown(broker)
                assert broker.signals[BRAND].value is None

    run(body(), 60)


def test_kuksa_gives_values_when_asked(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bridged(tmp_path, broker):
                await shown(broker)
                broker.ask_provider(SPEED, BRAND)
                await until(lambda: broker.given != [])
                numbers = {broker.signals[path].number for path in (SPEED, BRAND)}
                assert set(broker.given[0]) == numbers

    run(body(), 60)


def test_kuksa_differences_are_told_and_left_out(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            broker.knows(SPEED, "float", "m/s")
            broker.knows(TEMP, "string", actuator=True)
            broker.knows(GEAR, "int8_array")
            broker.knows(BRAND, "string")
            async with bridged(tmp_path, broker) as (_, _, plans, _):
                await until(lambda: broker.signals[BRAND].value == "Pillion", 20)
                assert plans[0].different == {
                    SPEED: "its unit is km/h here and m/s there",
                    TEMP: "it is a number here and DATA_TYPE_STRING there",
                    GEAR: "it is a DATA_TYPE_INT8_ARRAY there",
                }

    run(body(), 60)


def certificate(folder: Path) -> tuple[Path, bytes, bytes]:
    """A certificate for the name broker.test, which is also its own authority."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        [
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-keyout",
                str(key),
                "-out",
                str(cert),
            ),
            *("-subj", "/CN=broker.test", "-addext", "subjectAltName=DNS:broker.test"),
        ],
        check=True,
        capture_output=True,
    )
    return cert, key.read_bytes(), cert.read_bytes()


def test_kuksa_over_tls_with_a_token(tmp_path: Path, run: Callable[..., Any], caplog: pytest.LogCaptureFixture) -> None:
    cert, key, chain = certificate(tmp_path)

    async def body() -> None:
        broker = Databroker()
        furnished(broker)
        broker.token = "let-me-in"
        await broker.start(grpc.ssl_server_credentials([(key, chain)]))
        try:
            settings = Settings(f"127.0.0.1:{broker.port}", cert, "broker.test", "let-me-in")
            async with bridged(tmp_path, broker, settings=settings):
                await shown(broker)
            for known in broker.signals.values():
                known.points.clear()
            wrong = Settings(f"127.0.0.1:{broker.port}", cert, "broker.test", "guessed")
            async with bridged(tmp_path, broker, settings=wrong) as (_, _, plans, _):
                await until(lambda: "UNAUTHENTICATED: no valid token" in caplog.text, 10)
                assert plans == []
                assert broker.signals[SPEED].points == []
        finally:
            await broker.stop()

    run(body(), 90)


# -- values --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "field"),
    [
        ("BOOLEAN", True, {"bool": True}), ("BOOLEAN", 1, None), ("STRING", "a", {"string": "a"}), ("STRING", 1.0, None),
        ("UINT8", 255, {"uint32": 255}), ("UINT8", 256, None), ("UINT8", -1, None), ("UINT8", 3.0, {"uint32": 3}),
        ("INT8", -128, {"int32": -128}), ("INT8", 128, None),
        ("INT16", 3.5, {"int32": 4}), ("INT16", -3.5, {"int32": -3}), ("UINT8", float("inf"), None),
        ("INT16", True, None), ("INT32", "1", None),
        ("INT64", 2**40, {"int64": 2**40}), ("UINT64", 2**64 - 1, {"uint64": 2**64 - 1}), ("FLOAT", 2, {"float": 2.0}),
        ("DOUBLE", 22.1, {"double": 22.1}), ("FLOAT", float("nan"), None), ("UINT8_ARRAY", 1, None), ("TIMESTAMP", 1, None),
    ],
)  # fmt: skip
def test_kuksa_values_take_the_brokers_type(kind: str, value: Any, field: dict[str, Any] | None) -> None:
    assert typed(DataType.Value(f"DATA_TYPE_{kind}"), value) == (None if field is None else Value(**field))


def test_kuksa_values_come_back_plain() -> None:
    assert plain(Value(float=22.1)) == 22.1
    assert plain(Value(bool=False)) is False
    assert plain(Value()) is None
    assert plain(Value(bool_array={"values": [True]})) is None


def test_kuksa_units_have_several_names() -> None:
    assert same_unit("km/h", "km/h")
    assert same_unit("percent", "%")
    assert same_unit("celsius", "")
    assert not same_unit("km", "m")


# -- the word ------------------------------------------------------------------------------------------------------------


def test_kuksa_word_lists_and_ends_by_a_signal(tmp_path: Path, run: Callable[..., Any]) -> None:
    async def body() -> None:
        async with databroker() as broker:
            furnished(broker)
            async with bus_link({"vehicle": VehicleService({"channel": free_channel()})}) as link:
                words = (
                    sys.executable,
                    "-m",
                    "ui.cli",
                    "kuksa",
                    f"127.0.0.1:{broker.port}",
                    "--bus",
                    str(link._address),
                )
                listing = await asyncio.create_subprocess_exec(
                    *words, "--list", cwd=ROOT, stdout=asyncio.subprocess.PIPE
                )
                out, _ = await listing.communicate()
                assert listing.returncode == 0
                assert f"{TEMP}  both ways" in out.decode()
                assert f"{BRAND}  published" in out.decode()
                process = await asyncio.create_subprocess_exec(*words, cwd=ROOT, stderr=asyncio.subprocess.PIPE)
                await until(lambda: broker.signals[BRAND].value == "Pillion", 20)
                process.send_signal(signal.SIGINT)
                _, err = await process.communicate()
                assert process.returncode == 0
                assert b"Traceback" not in err
                assert broker.signals[BRAND].value is None
                for child in (listing, process):
                    child._transport.close()  # type: ignore[attr-defined]  # asyncio leaves the pipe to the collector

    run(body(), 60)


def test_kuksa_word_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    token = tmp_path / "token"
    assert main(["--token-file", str(token)]) == 2
    token.write_text("secret")
    assert main(["broker.example:55555", "--token-file", str(token)]) == 2
    assert "the token would travel unencrypted; name the broker's certificate with --ca FILE" in capsys.readouterr().err
    assert main(["--bus", f"unix:path={tmp_path}/nowhere"]) == 1
    assert json.dumps("secret") not in capsys.readouterr().err
