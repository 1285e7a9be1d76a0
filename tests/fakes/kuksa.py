"""A KUKSA databroker: kuksa.val.v2.VAL as its val.proto tells, over gRPC on a real socket.

State (`Databroker.signals`, `claims`, `refusals`), service (`_Val`, made of the package's own protobuf), and verbs for a test.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import grpc
from kuksa.val.v2.types_pb2 import Datapoint, DataType, EntryType, Error, ErrorCode, Metadata, SignalID, Value
from kuksa.val.v2.val_pb2 import (
    ActuateRequest,
    ActuateResponse,
    BatchActuateStreamRequest,
    GetProviderValueRequest,
    GetServerInfoResponse,
    GetValueRequest,
    GetValueResponse,
    ListMetadataResponse,
    OpenProviderStreamResponse,
    ProvideActuationResponse,
    ProvideSignalResponse,
    PublishValuesResponse,
)
from kuksa.val.v2.val_pb2_grpc import VALServicer, VALStub, add_VALServicer_to_server

__all__ = ["Databroker", "Known", "databroker"]

_FIELDS = {
    DataType.DATA_TYPE_STRING: "string", DataType.DATA_TYPE_BOOLEAN: "bool", DataType.DATA_TYPE_FLOAT: "float",
    DataType.DATA_TYPE_DOUBLE: "double", DataType.DATA_TYPE_INT64: "int64", DataType.DATA_TYPE_UINT64: "uint64",
    **dict.fromkeys((DataType.DATA_TYPE_INT8, DataType.DATA_TYPE_INT16, DataType.DATA_TYPE_INT32), "int32"),
    **dict.fromkeys((DataType.DATA_TYPE_UINT8, DataType.DATA_TYPE_UINT16, DataType.DATA_TYPE_UINT32), "uint32"),
}  # fmt: skip


@dataclass
class Known:
    """A signal of the broker, and every point it was given."""

    number: int
    data_type: int
    unit: str = ""
    actuator: bool = False
    points: list[Datapoint] = field(default_factory=list)

    @property
    def value(self) -> Any:
        """The newest value; None when there is none."""
        if not self.points or not self.points[-1].HasField("value"):
            return None
        value = self.points[-1].value
        return getattr(value, value.WhichOneof("typed_value"))


class Databroker:
    """State and verbs."""

    def __init__(self) -> None:
        self.signals: dict[str, Known] = {}
        self.claims: dict[int, object] = {}
        self.providers: dict[int, asyncio.Queue[OpenProviderStreamResponse]] = {}
        self.actuators: dict[int, asyncio.Queue[OpenProviderStreamResponse]] = {}
        self.answers: list[tuple[str, int, str]] = []
        self.given: list[dict[int, Datapoint]] = []
        self.batches: list[int] = []
        self.token = ""
        self.refusals: dict[str, str] = {}
        self.port = 0
        self._server: Any = None

    def knows(self, path: str, data_type: str, unit: str = "", *, actuator: bool = False) -> Known:
        """Add a signal."""
        kind = DataType.Value(f"DATA_TYPE_{data_type.upper()}")
        found = self.signals[path] = Known(len(self.signals) + 100, kind, unit, actuator)
        return found

    def path(self, signal: SignalID) -> str:
        """The path of an id, or an empty string."""
        if signal.path:
            return signal.path if signal.path in self.signals else ""
        return next((path for path, known in self.signals.items() if known.number == signal.id), "")

    async def start(self, credentials: grpc.ServerCredentials | None = None) -> None:
        """Serve, at the port it had before if it had one."""
        self._server = grpc.aio.server()
        add_VALServicer_to_server(_Val(self), self._server)
        where = f"127.0.0.1:{self.port}"
        if credentials is None:
            self.port = self._server.add_insecure_port(where)
        else:
            self.port = self._server.add_secure_port(where, credentials)
        await self._server.start()

    async def stop(self) -> None:
        """Go away, with all streams and all that is known of values."""
        await self._server.stop(0)
        self.claims.clear()
        self.providers.clear()
        self.actuators.clear()
        for known in self.signals.values():
            known.points.clear()

    async def actuate(self, path: str, **value: Any) -> None:
        """As another program would: the call of a client. Raises grpc.aio.AioRpcError."""
        async with grpc.aio.insecure_channel(f"127.0.0.1:{self.port}") as channel:
            await VALStub(channel).Actuate(ActuateRequest(signal_id=SignalID(path=path), value=Value(**value)))

    async def read(self, path: str) -> Datapoint:
        """As another program would."""
        async with grpc.aio.insecure_channel(f"127.0.0.1:{self.port}") as channel:
            answer = await VALStub(channel).GetValue(GetValueRequest(signal_id=SignalID(path=path)))
        return answer.data_point

    def ask_provider(self, *paths: str) -> None:
        """Ask whoever provides the first path for values."""
        numbers = [self.signals[path].number for path in paths]
        request = GetProviderValueRequest(request_id=7, signal_ids=numbers)
        self.providers[numbers[0]].put_nowait(OpenProviderStreamResponse(get_provider_value_request=request))


class _Val(VALServicer):
    def __init__(self, broker: Databroker) -> None:
        self._broker = broker

    async def _admit(self, context: Any) -> None:
        given = dict(context.invocation_metadata()).get("authorization", "")
        if self._broker.token and given != f"Bearer {self._broker.token}":
            await context.abort(grpc.StatusCode.UNAUTHENTICATED, "no valid token")

    async def GetServerInfo(self, request: Any, context: Any) -> GetServerInfoResponse:
        return GetServerInfoResponse(name="databroker", version="0.6.0", commit_hash="")

    async def ListMetadata(self, request: Any, context: Any) -> ListMetadataResponse:
        await self._admit(context)
        kinds = (EntryType.ENTRY_TYPE_SENSOR, EntryType.ENTRY_TYPE_ACTUATOR)
        return ListMetadataResponse(
            metadata=[
                Metadata(
                    path=path,
                    id=known.number,
                    data_type=known.data_type,
                    unit=known.unit,
                    entry_type=kinds[known.actuator],
                )
                for path, known in self._broker.signals.items()
                if path.startswith(request.root)
            ]
        )

    async def GetValue(self, request: Any, context: Any) -> GetValueResponse:
        path = self._broker.path(request.signal_id)
        if not path:
            await context.abort(grpc.StatusCode.NOT_FOUND, "no such signal")
        points = self._broker.signals[path].points
        return GetValueResponse(data_point=points[-1] if points else None)

    async def Actuate(self, request: Any, context: Any) -> ActuateResponse:
        await self._admit(context)
        path = self._broker.path(request.signal_id)
        if not path:
            await context.abort(grpc.StatusCode.NOT_FOUND, "no such signal")
        known = self._broker.signals[path]
        if not known.actuator or request.value.WhichOneof("typed_value") != _FIELDS[known.data_type]:
            await context.abort(grpc.StatusCode.INVALID_ARGUMENT, "not an actuator, or another type")
        if known.number not in self._broker.actuators:
            await context.abort(grpc.StatusCode.UNAVAILABLE, "nobody provides it")
        forward = ActuateRequest(signal_id=SignalID(id=known.number), value=request.value)
        batch = BatchActuateStreamRequest(actuate_requests=[forward])
        self._broker.actuators[known.number].put_nowait(OpenProviderStreamResponse(batch_actuate_stream_request=batch))
        return ActuateResponse()

    async def OpenProviderStream(self, requests: AsyncIterator[Any], context: Any) -> AsyncIterator[Any]:
        await self._admit(context)
        broker, me = self._broker, object()
        out: asyncio.Queue[Any] = asyncio.Queue()

        async def read() -> None:
            async for request in requests:
                match request.WhichOneof("action"):
                    case "provide_signal_request":
                        numbers = list(request.provide_signal_request.signals_sample_intervals)
                        if reason := self._claim(me, numbers):
                            out.put_nowait(reason)
                            return
                        broker.providers |= dict.fromkeys(numbers, out)
                        out.put_nowait(OpenProviderStreamResponse(provide_signal_response=ProvideSignalResponse()))
                    case "provide_actuation_request":
                        for signal in request.provide_actuation_request.actuator_identifiers:
                            broker.actuators[signal.id] = out
                        out.put_nowait(
                            OpenProviderStreamResponse(provide_actuation_response=ProvideActuationResponse())
                        )
                    case "publish_values_request":
                        self._publish(me, request.publish_values_request, out)
                    case "batch_actuate_stream_response":
                        answer = request.batch_actuate_stream_response
                        broker.answers.append((broker.path(answer.signal_id), answer.error.code, answer.error.message))
                    case "get_provider_value_response":
                        broker.given.append(dict(request.get_provider_value_response.entries))
            out.put_nowait(None)

        reading = asyncio.ensure_future(read())
        try:
            while (response := await out.get()) is not None:
                if isinstance(response, tuple):
                    await context.abort(*response)
                yield response
        finally:
            reading.cancel()
            broker.claims = {number: owner for number, owner in broker.claims.items() if owner is not me}
            broker.providers = {number: queue for number, queue in broker.providers.items() if queue is not out}
            broker.actuators = {number: queue for number, queue in broker.actuators.items() if queue is not out}

    def _claim(self, me: object, numbers: list[int]) -> tuple[grpc.StatusCode, str] | None:
        known = {signal.number for signal in self._broker.signals.values()}
        for number in numbers:
            if number not in known:
                return grpc.StatusCode.NOT_FOUND, f"no signal {number}"
            if self._broker.claims.setdefault(number, me) is not me:
                return grpc.StatusCode.ALREADY_EXISTS, f"signal {number} has a provider"
        return None

    def _publish(self, me: object, request: Any, out: asyncio.Queue[Any]) -> None:
        broker = self._broker
        by_number = {known.number: (path, known) for path, known in broker.signals.items()}
        status: dict[int, Error] = {}
        broker.batches.append(len(request.data_points))
        for number, point in request.data_points.items():
            if broker.claims.get(number) is not me:
                out.put_nowait((grpc.StatusCode.ABORTED, "claim it first"))
                return
            path, known = by_number[number]
            kind = point.value.WhichOneof("typed_value") if point.HasField("value") else None
            if path in broker.refusals and kind is not None:
                status[number] = Error(code=ErrorCode.ERROR_CODE_INVALID_ARGUMENT, message=broker.refusals[path])
            elif kind not in (None, _FIELDS[known.data_type]):
                status[number] = Error(
                    code=ErrorCode.ERROR_CODE_INVALID_ARGUMENT, message=f"{kind} is no {known.data_type}"
                )
            else:
                known.points.append(point)
        if status:
            response = PublishValuesResponse(request_id=request.request_id, status=status)
            out.put_nowait(OpenProviderStreamResponse(publish_values_response=response))


@asynccontextmanager
async def databroker() -> AsyncIterator[Databroker]:
    """One that runs, and knows nothing yet."""
    broker = Databroker()
    await broker.start()
    try:
        yield broker
    finally:
        await broker.stop()
