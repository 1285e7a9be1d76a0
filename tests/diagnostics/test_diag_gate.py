"""Nothing but reading, and the clear with its permit, can be sent: by no call, no profile, no client."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backends.core.spec import load_spec
from backends.diagnostics.addresses import Unit
from backends.diagnostics.errors import Forbidden
from backends.diagnostics.gate import CLEAR_OBD, CLEAR_UDS, ClearPermit, check
from backends.diagnostics.transports.base import Reply, Transport
from backends.interfaces import SERVICES

READ_SERVICES = {0x01, 0x02, 0x03, 0x07, 0x0A, 0x09, 0x10, 0x19, 0x22, 0x3E}
CLEARS = {CLEAR_OBD, CLEAR_UDS}
PERMIT = ClearPermit("test")


@given(st.binary(max_size=12))
def test_whatever_is_not_on_the_list_is_refused(request: bytes) -> None:
    for permit in (None, PERMIT):
        try:
            check(request, permit)
        except Forbidden:
            continue
        assert request
        assert request[0] in READ_SERVICES or (request in CLEARS and permit is PERMIT)


@pytest.mark.parametrize("service", sorted(set(range(256)) - READ_SERVICES - {0x04, 0x14}))
def test_no_length_of_another_service_passes(service: int) -> None:
    for length in range(8):
        with pytest.raises(Forbidden):
            check(bytes((service,)) + b"\x01" * length, PERMIT)


@pytest.mark.parametrize(
    "request_hex",
    [
        "1002", "1083", "1101", "2701", "2EF19000", "2F010103", "31010203", "3400", "3E01", "85 02", "28 03 01", "1903", "190F",
        "14FF00FF", "14FFFF33", "0400", "22", "22F1", "22F190F191F192F193F194", "01", "01000102030405 06",
        "0801", "23140000", "3D11",
    ],
)  # fmt: skip
def test_what_moves_writes_or_unlocks_is_refused(request_hex: str) -> None:
    with pytest.raises(Forbidden):
        check(bytes.fromhex(request_hex), PERMIT)


@pytest.mark.parametrize("request_", [CLEAR_OBD, CLEAR_UDS])
def test_clearing_needs_a_permit(request_: bytes) -> None:
    check(request_, PERMIT)
    for fake in (None, True, "parked", object()):
        with pytest.raises(Forbidden):
            check(request_, fake)  # type: ignore[arg-type]


class Ear(Transport):
    """A way that writes down what would have gone out."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[bytes] = []

    async def open(self) -> None: ...

    async def close(self) -> None: ...

    async def _exchange(self, request: bytes, to: Unit | None) -> list[Reply]:
        self.sent.append(request)
        return []


@given(st.binary(min_size=1, max_size=8))
def test_no_transport_sends_what_the_gate_refuses(request: bytes) -> None:
    ear = Ear()

    async def body() -> None:
        try:
            check(request)
        except Forbidden:
            with pytest.raises(Forbidden):
                await ear.ask(request, Unit(0x7E0, 0x7E8))
            assert not ear.sent
        else:
            await ear.ask(request)
            assert ear.sent == [request]

    asyncio.run(body())


def test_every_way_goes_through_the_gate() -> None:
    """A subclass that had an `ask` of its own would be a hole."""
    from backends.diagnostics.transports.elm327.api import ElmTransport
    from backends.diagnostics.transports.isotp import IsoTpTransport
    from backends.diagnostics.transports.kernel import KernelTransport

    for kind in (ElmTransport, IsoTpTransport, KernelTransport):
        assert kind.ask is Transport.ask
        assert kind.ask_one is Transport.ask_one


def test_d_bus_offers_no_way_to_send_bytes() -> None:
    spec = load_spec(SERVICES["diagnostics"].interface)
    takes: dict[str, Any] = {name: method.takes for name, method in spec.methods.items() if method.takes}
    assert takes == {
        "FreezeFrame": ("s", "s"),
        "Subscribe": ("as",),
        "Unsubscribe": ("u",),
        "PrepareClear": ("as",),
        "Clear": ("s",),
    }
    assert not any(writable for _, writable in spec.properties.values())
