"""Publishes the vehicle to a databroker and takes targets from it, for as long as both are there.

A value is published when the vehicle service says that it is valid; else the broker gets a point without a value. Changes gather
for an interval, then go in one message. A target becomes Set of the vehicle service, under all its rules; the broker is told what
the car made of it. When the vehicle service goes, its values go from the broker; when either comes back, it goes on by itself.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp
from kuksa.val.v2.types_pb2 import Datapoint, ErrorCode

from backends.interfaces import Link, ServiceError, Unsubscribe
from backends.kuksa.broker import Broker, Settings, Stream
from backends.kuksa.errors import BrokerAway, KuksaError
from backends.kuksa.outcomes import Outcomes
from backends.kuksa.plan import Known, Plan, make_plan
from backends.kuksa.values import ERROR_CODES, Scalar, plain, typed

__all__ = ["Bridge"]

_BACK_OFF_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""A broker that restarts is back within a second; one that is switched off need not be asked often."""
_STEADY_S = 60.0
_OUTCOME_S = 15.0
"""Longer than the vehicle service waits for the car (8 s)."""
_logger = logging.getLogger(__name__)

Change = tuple[Scalar | None, float]
"""The value, None unless valid; the monotonic second of the change."""


class Bridge:
    """One bridge between one vehicle service and one databroker."""

    def __init__(
        self,
        link: Link,
        settings: Settings,
        *,
        patterns: Sequence[str] = ("Vehicle.*",),
        targets: bool = True,
        interval_s: float = 0.1,
        again_s: float = 10.0,
        planned: Callable[[Plan], None] = lambda _: None,
    ) -> None:
        """``planned`` is told what is bridged, each time that was found out; it is looked at anew each ``again_s``."""
        self._link = link
        self._settings = settings
        self._patterns = patterns
        self._targets = targets
        self._interval_s = interval_s
        self._again_s = again_s
        self._planned = planned
        self._known: dict[str, Known] = {}
        self._waiting: dict[str, Change] = {}
        self._latest: dict[str, Change] = {}
        self._news = asyncio.Event()
        self._present = asyncio.Event()
        self._gone = asyncio.Event()
        self._outcomes = Outcomes()
        self._writing = asyncio.Lock()
        self._refused: set[str] = set()

    async def run(self) -> None:
        """Until cancelled."""
        stops: list[Unsubscribe] = [
            self._link.on_presence("vehicle", self._presence),
            self._link.on_signal("vehicle", "Changed", self._changed),
            self._link.on_signal("vehicle", "TargetChanged", self._outcomes.told),
        ]
        attempt = 0
        try:
            while True:
                await self._present.wait()
                began = time.monotonic()
                try:
                    await self._session()
                except KuksaError as error:
                    if time.monotonic() - began > _STEADY_S:
                        attempt = 0
                    pause = _BACK_OFF_S[min(attempt, len(_BACK_OFF_S) - 1)]
                    attempt += 1
                    _logger.warning(
                        "databroker lost address=%s again_in_s=%g reason=%s", self._settings.address, pause, error
                    )
                    await asyncio.sleep(pause)
                except ServiceError as error:
                    _logger.info("vehicle service away reason=%s", error)
                    await asyncio.sleep(_BACK_OFF_S[0])
        finally:
            for stop in stops:
                stop()

    # -- the vehicle's side ------------------------------------------------------------------------------------------

    def _presence(self, present: bool) -> None:
        if present:
            self._gone.clear()
            self._present.set()
        else:
            self._present.clear()
            self._gone.set()

    def _changed(self, _: str, changes: list[tuple[str, Any, str, float]]) -> None:
        for path, value, quality, when in changes:
            if path in self._known:
                self._waiting[path] = (value if quality == "valid" else None, when)
        if self._waiting:
            self._news.set()

    # -- a session ---------------------------------------------------------------------------------------------------

    async def _session(self) -> None:
        """Until the broker or the vehicle service goes."""
        async with Broker.open(self._settings) as broker:
            theirs = await broker.list()
            stream = broker.stream()
            self._known, self._latest, self._waiting = {}, {}, {}
            subscriptions: list[int] = []
            try:
                await self._take(stream, theirs, subscriptions)
                await self._both(stream, theirs, subscriptions)
            finally:
                self._known = {}
                for number in subscriptions:
                    with suppress(ServiceError):
                        await self._link.call("vehicle", "Unsubscribe", number)

    async def _take(self, stream: Stream, theirs: dict[str, Any], subscriptions: list[int]) -> None:
        """Bridge what both sides know and is not bridged yet."""
        plan = make_plan(await self._link.call("vehicle", "Describe", []), theirs, self._patterns, self._targets)
        fresh = {path: known for path, known in plan.known.items() if path not in self._known}
        if not fresh and self._known:
            return
        self._tell(plan)
        async with self._writing:
            await stream.claim(
                [known.number for known in fresh.values()], [known.number for known in fresh.values() if known.target]
            )
        self._known |= fresh
        number, samples = await self._link.call("vehicle", "Subscribe", list(fresh))
        subscriptions.append(number)
        now = time.monotonic()
        for path, sample in samples.items():
            valid = sample["quality"] == "valid"
            self._waiting.setdefault(path, (sample.get("value") if valid else None, now))
        self._news.set()

    async def _grow(self, stream: Stream, theirs: dict[str, Any], subscriptions: list[int]) -> None:
        """Some values (averages, what a car has not sent yet) are served only after a while."""
        while True:
            await asyncio.sleep(self._again_s)
            await self._take(stream, theirs, subscriptions)

    def _tell(self, plan: Plan) -> None:
        self._planned(plan)
        known, targets = len(plan.known), sum(known.target for known in plan.known.values())
        _logger.info("bridged address=%s paths=%d targets=%d", self._settings.address, known, targets)
        if plan.lacking:
            _logger.info("the databroker lacks %d paths: %s", len(plan.lacking), ", ".join(plan.lacking))
        for path, reason in plan.different.items():
            _logger.warning("left out path=%s: %s", path, reason)

    async def _both(self, stream: Stream, theirs: dict[str, Any], subscriptions: list[int]) -> None:
        tasks = [
            asyncio.create_task(self._grow(stream, theirs, subscriptions)),
            asyncio.create_task(self._publish(stream)),
            asyncio.create_task(self._listen(stream)),
            asyncio.create_task(self._gone.wait()),
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
            await self._withdraw(stream)
        except asyncio.CancelledError:
            await self._withdraw(stream)
            raise
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _publish(self, stream: Stream) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            waiting, self._waiting = self._waiting, {}
            self._latest |= waiting
            points = {self._known[path].number: self._point(path, change) for path, change in waiting.items()}
            async with self._writing:
                await stream.publish(points)
            await asyncio.sleep(self._interval_s)

    async def _withdraw(self, stream: Stream) -> None:
        """Nobody says any more what these are."""
        now = time.monotonic()
        points = {known.number: self._point(known.path, (None, now)) for known in self._known.values()}
        try:
            async with asyncio.timeout(1.0), self._writing:
                await stream.publish(points)
        except (KuksaError, TimeoutError):
            _logger.info("values not withdrawn address=%s", self._settings.address)

    def _point(self, path: str, change: Change) -> Datapoint:
        value, when = change
        stamp = Timestamp()
        stamp.FromNanoseconds(time.time_ns() - round(max(0.0, time.monotonic() - when) * 1e9))
        point = Datapoint(timestamp=stamp)
        if value is not None:
            found = typed(self._known[path].data_type, value)
            if found is not None:
                point.value.CopyFrom(found)
            else:
                self._once(path, f"{value!r} does not fit the databroker's type")
        return point

    def _once(self, path: str, text: str) -> None:
        """A path that is refused would be so many times a second."""
        if path not in self._refused:
            self._refused.add(path)
            _logger.warning("not published path=%s: %s", path, text)

    # -- the broker's side -------------------------------------------------------------------------------------------

    async def _listen(self, stream: Stream) -> None:
        async with asyncio.TaskGroup() as group:
            try:
                async for response in stream.responses():
                    match response.WhichOneof("action"):
                        case "batch_actuate_stream_request":
                            for request in response.batch_actuate_stream_request.actuate_requests:
                                group.create_task(self._set(stream, request))
                        case "publish_values_response":
                            for number, error in response.publish_values_response.status.items():
                                self._once(
                                    self._name(number) or f"id {number}", error.message or ErrorCode.Name(error.code)
                                )
                        case "get_provider_value_request":
                            group.create_task(self._give(stream, response.get_provider_value_request))
            except KuksaError as error:
                failure = error
            else:
                failure = BrokerAway("The databroker ended the stream")
        raise failure

    def _name(self, number: int) -> str:
        return next((known.path for known in self._known.values() if known.number == number), "")

    async def _give(self, stream: Stream, request: Any) -> None:
        asked = {number: self._name(number) for number in request.signal_ids}
        points = {
            number: self._point(path, self._latest[path]) for number, path in asked.items() if path in self._latest
        }
        async with self._writing:
            await stream.answer_values(request.request_id, points)

    async def _set(self, stream: Stream, request: Any) -> None:
        path = request.signal_id.path or self._name(request.signal_id.id)
        code, text = await self._ask(path, plain(request.value))
        _logger.info("target path=%s result=%s %s", path, ErrorCode.Name(code), text)
        async with self._writing:
            await stream.answer_target(request.signal_id, code, text)

    async def _ask(self, path: str, value: Scalar | None) -> tuple[int, str]:
        """Set, and wait for the car."""
        known = self._known.get(path)
        if known is None or not known.target:
            return ErrorCode.ERROR_CODE_NOT_FOUND, f"{path or 'this signal'} takes no targets here"
        if value is None:
            return ErrorCode.ERROR_CODE_INVALID_ARGUMENT, "a target needs one plain value"
        try:
            number = await self._link.call("vehicle", "Set", path, value)
            confirmed, reason = await self._outcomes.wait(number, _OUTCOME_S)
        except ServiceError as error:
            return ERROR_CODES.get(error.name, ErrorCode.ERROR_CODE_UNSPECIFIED), error.text
        except TimeoutError:
            return ErrorCode.ERROR_CODE_UNSPECIFIED, "The vehicle service did not say what became of it"
        if confirmed:
            return ErrorCode.ERROR_CODE_OK, ""
        return ErrorCode.ERROR_CODE_UNSPECIFIED, reason
