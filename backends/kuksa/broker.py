"""A databroker as we use it: what it knows, and the stream of a provider (kuksa.val.v2.VAL, val.proto)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grpc
from kuksa.val.v2.types_pb2 import Datapoint, Error, SampleInterval, SignalID
from kuksa.val.v2.val_pb2 import (
    BatchActuateStreamResponse,
    GetProviderValueResponse,
    ListMetadataRequest,
    OpenProviderStreamRequest,
    ProvideActuationRequest,
    ProvideSignalRequest,
    PublishValuesRequest,
)
from kuksa.val.v2.val_pb2_grpc import VALStub

from backends.kuksa.errors import BrokerAway, BrokerRefuses, KuksaError

__all__ = ["Broker", "Settings", "Stream"]

_CALL_S = 10.0
_OPTIONS = (("grpc.keepalive_time_ms", 30_000), ("grpc.keepalive_timeout_ms", 10_000))
_REFUSALS = {
    grpc.StatusCode.UNAUTHENTICATED,
    grpc.StatusCode.PERMISSION_DENIED,
    grpc.StatusCode.ALREADY_EXISTS,
    grpc.StatusCode.UNIMPLEMENTED,
    grpc.StatusCode.INVALID_ARGUMENT,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """How to reach a databroker. ``ca``: PEM of who signed its certificate; None without TLS."""

    address: str
    ca: Path | None = None
    server_name: str = ""
    token: str = ""


class Stream:
    """The stream of one provider. One task writes at a time; `responses` is read by another."""

    def __init__(self, call: Any) -> None:
        self._call = call
        self._requests = 0

    async def claim(self, signals: Iterable[int], actuators: Iterable[int]) -> None:
        """We alone tell these signals, and take targets of these actuators."""
        intervals = {number: SampleInterval(interval_ms=0) for number in signals}
        if intervals:
            claim = ProvideSignalRequest(signals_sample_intervals=intervals)
            await self._write(OpenProviderStreamRequest(provide_signal_request=claim))
        identifiers = [SignalID(id=number) for number in actuators]
        if identifiers:
            request = ProvideActuationRequest(actuator_identifiers=identifiers)
            await self._write(OpenProviderStreamRequest(provide_actuation_request=request))

    async def publish(self, points: Mapping[int, Datapoint]) -> None:
        """Many values at once; waits while the broker takes no more."""
        self._requests = self._requests % 2**31 + 1
        request = PublishValuesRequest(request_id=self._requests, data_points=points)
        await self._write(OpenProviderStreamRequest(publish_values_request=request))

    async def answer_target(self, signal: SignalID, code: int, text: str) -> None:
        """What became of a target."""
        response = BatchActuateStreamResponse(signal_id=signal, error=Error(code=code, message=text))
        await self._write(OpenProviderStreamRequest(batch_actuate_stream_response=response))

    async def answer_values(self, request: int, points: Mapping[int, Datapoint]) -> None:
        """The broker asked for values."""
        response = GetProviderValueResponse(request_id=request, entries=points)
        await self._write(OpenProviderStreamRequest(get_provider_value_response=response))

    async def _write(self, request: OpenProviderStreamRequest) -> None:
        with _told():
            await self._call.write(request)

    async def responses(self) -> AsyncIterator[Any]:
        """What the broker sends, until it ends the stream: then raises BrokerAway or BrokerRefuses."""
        with _told():
            async for response in self._call:
                yield response
            code = await self._call.code()
            raise BrokerAway(f"The databroker ended the stream ({code.name})")


class _told:  # noqa: N801  # reads as a clause: with _told()
    """Turns gRPC's errors into ours."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, grpc.RpcError):
            raise _error(error) from error
        if isinstance(error, grpc.aio.UsageError):
            raise BrokerAway(f"The databroker has ended the stream: {error}") from error


def _error(error: Any) -> KuksaError:
    code, details = error.code(), error.details() or ""
    kind = BrokerRefuses if code in _REFUSALS else BrokerAway
    return kind(f"The databroker says {code.name}: {details}")


class Broker:
    """An open channel."""

    def __init__(self, channel: Any, token: str) -> None:
        self._stub = VALStub(channel)
        self._metadata = (("authorization", f"Bearer {token}"),) if token else ()

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings) -> AsyncIterator[Broker]:
        """Raises BrokerRefuses when the certificate cannot be read; reaching the broker is tried by the first call."""
        if settings.ca is None:
            channel = grpc.aio.insecure_channel(settings.address, options=_OPTIONS)
        else:
            try:
                credentials = grpc.ssl_channel_credentials(settings.ca.read_bytes())
            except OSError as error:
                raise BrokerRefuses(f"{settings.ca}: {error.strerror or error}") from error
            name = (("grpc.ssl_target_name_override", settings.server_name),) if settings.server_name else ()
            channel = grpc.aio.secure_channel(settings.address, credentials, options=(*_OPTIONS, *name))
        try:
            yield cls(channel, settings.token)
        finally:
            await channel.close()

    async def list(self) -> dict[str, Any]:
        """Metadata (types.proto) of all signals the broker knows, by path."""
        with _told():
            response = await self._stub.ListMetadata(
                ListMetadataRequest(root="Vehicle"), metadata=self._metadata, timeout=_CALL_S
            )
        return {entry.path: entry for entry in response.metadata}

    def stream(self) -> Stream:
        """Open a provider's stream."""
        return Stream(self._stub.OpenProviderStream(metadata=self._metadata))
