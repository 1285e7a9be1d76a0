"""All phones that are reached by adb: those added, those paired, those an adb server knows; and what is kept of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from backends.core.errors import Failed, Invalid, NotFound, Offline, Protocol, Refused, ServiceFault
from backends.projection.adb.pairing import GUID
from backends.projection.adb.server import SERVER_PORT, AdbServer
from backends.projection.defs import Reason
from backends.projection.dnssd.browser import GROUP
from backends.projection.domain import ADDRESSES_MAX, format_address, parse_address, split_addresses
from backends.projection.errors import LinkLost, NotAllowed, PeerFault, ProjectionError, TooSlow, Unsupported
from backends.projection.scrcpy import memory
from backends.projection.scrcpy.follow import Keyring, follow_address, follow_paired
from backends.projection.scrcpy.memory import Likes, Memory
from backends.projection.scrcpy.pairings import Pairings
from backends.projection.scrcpy.phones import Phone
from backends.projection.scrcpy.tracker import ServerTracker
from backends.projection.tasks import Tasks

__all__ = ["Fleet", "fault_of"]

_APPS_TIMEOUT_S = 35.0
Emit = Callable[..., object]


def fault_of(error: ProjectionError) -> ServiceFault:
    """The error a client of the service gets."""
    match error:
        case LinkLost() | TooSlow():
            return Offline(error.text)
        case NotAllowed():
            return Refused(error.text)
        case PeerFault():
            return Protocol(error.text)
        case Unsupported(reason=Reason.SERVER_VERSION):
            return Protocol(error.text)
        case _:
            return Failed(error.text)


class Fleet:
    """``emit`` sends a signal of the interface; ``leaving`` is called, and waited for, before a phone is forgotten."""

    def __init__(self, options: Mapping[str, Any], emit: Emit, leaving: Callable[[Phone], Any]) -> None:
        self._options = options
        self._emit = emit
        self._leaving = leaving
        self._phones: dict[str, Phone] = {}
        self._followers: dict[str, asyncio.Task[None]] = {}
        self._said: dict[str, dict[str, Any]] = {}
        self._memory = Memory()
        self._key = Keyring()
        self._group = GROUP
        self._tracker: ServerTracker | None = None
        self._pairings: Pairings | None = None
        self._tasks = Tasks()

    async def start(self) -> None:
        """Begin to look for phones. Raises Invalid for an option that makes no sense."""
        try:
            given = split_addresses(self._options.get("devices"))
            server = str(self._options.get("adb_server", f"127.0.0.1:{SERVER_PORT}"))
            address = None if server in ("", "off") else parse_address(server)
            self._group = parse_address(str(self._options.get("mdns_group", format_address(*GROUP))))
        except ValueError as error:
            raise Invalid(str(error)) from None
        self._memory, trouble = await asyncio.to_thread(memory.load)
        self._pairings = Pairings(
            self._key, self._group, self._paired, lambda report: self._emit("PairingChanged", report)
        )
        if trouble:
            self._emit("Notice", "warning", "phones_forgotten", trouble)
        for phone_id in dict.fromkeys([*given, *self._memory.addresses]):
            self._follow(phone_id)
        for name, hint in self._memory.paired.items():
            self._follow_paired(name, hint)
        if address is not None:
            self._tracker = ServerTracker(AdbServer(*address), self._serial, self._forget)
            self._tasks.start(self._tracker.run(), "adb server")

    async def stop(self) -> None:
        """Let go of all phones."""
        if self._pairings is not None:
            await self._pairings.close()
        await self._tasks.close()
        for phone in self._phones.values():
            await phone.close()

    @property
    def phones(self) -> list[Phone]:
        return list(self._phones.values())

    @property
    def worked(self) -> bool:
        """An app was shown once, on this car."""
        return self._memory.worked

    @property
    def pairings(self) -> Pairings:
        """Raises Offline before `start`."""
        if self._pairings is None:
            raise Offline("This way to the phone is starting. Try again.")
        return self._pairings

    def phone(self, phone_id: str) -> Phone:
        """Raises NotFound."""
        if phone_id not in self._phones:
            raise NotFound(f"There is no phone {phone_id}")
        return self._phones[phone_id]

    async def add(self, address: str) -> str:
        """Follow a phone by address and remember it. Raises Invalid, Refused."""
        try:
            phone_id = format_address(*parse_address(address))
        except ValueError as error:
            raise Invalid(str(error)) from None
        kept = self._memory.addresses
        if phone_id not in kept:
            if len(kept) >= ADDRESSES_MAX:
                raise Refused(f"{ADDRESSES_MAX} addresses are remembered already; remove one first")
            kept.append(phone_id)
            await self._save()
        if phone_id not in self._followers:
            self._follow(phone_id)
        return phone_id

    async def pair(self, code: str, address: str = "", device: str = "") -> str:
        """Pair by the code on a phone's screen; ``device``: it is this one. The phone's id, which may be another now."""
        host = self.phone(device).host or _host(device) if device else ""
        try:
            return await self.pairings.by_code(code, address, host)
        except ProjectionError as error:
            raise fault_of(error) from error

    async def remove(self, phone_id: str) -> None:
        """Forget a phone and close what is open on it. Raises NotFound, and Refused for one that is plugged in."""
        phone = self.phone(phone_id)
        if phone_id not in self._followers and phone.link is not None:
            raise Refused("Unplug the phone to remove it.")
        await self._leaving(phone)
        if follower := self._followers.pop(phone_id, None):
            follower.cancel()
            await asyncio.gather(follower, return_exceptions=True)
        if self._tracker is not None:
            self._tracker.drop(phone_id)
        await phone.close()
        self._forget(phone)
        if phone_id in self._memory.addresses:
            self._memory.addresses.remove(phone_id)
        self._memory.paired.pop(phone_id, None)
        self._memory.likes.pop(phone_id, None)
        await self._save()

    async def apps(self, phone_id: str) -> list[dict[str, Any]]:
        """What the phone has; the last list known while it is away. Raises NotFound, Offline, Protocol, Failed."""
        phone = self.phone(phone_id)
        if phone.apps is None:
            if phone.link is None:
                raise Offline(phone.problem or "The phone is not here.")
            try:
                async with asyncio.timeout(_APPS_TIMEOUT_S):
                    await phone.list_apps()
            except ProjectionError as error:
                raise fault_of(error) from error
            except TimeoutError:
                raise Offline("The phone did not list its apps in time.") from None
        likes = self._memory.likes.get(phone_id, Likes())
        return [
            {**app, "icon": "", "favourite": app["id"] in likes.favourites, "uses": likes.uses.get(app["id"], 0)}
            for app in phone.app_reports()
        ]

    async def set_favourite(self, phone_id: str, app: str, marked: bool) -> None:
        """Raises NotFound."""
        phone = self.phone(phone_id)
        if not any(one.package == app for one in phone.apps or []):
            raise NotFound(f"The phone has no app {app}")
        self._memory.likes_of(phone_id).mark(app, marked)
        self._emit("AppsChanged", phone_id)
        await self._save()

    async def note_use(self, phone: Phone, app: str) -> None:
        """It was opened by somebody."""
        self._memory.likes_of(phone.id).used(app)
        await self._save()

    async def note_worked(self) -> None:
        """A picture came."""
        if not self._memory.worked:
            self._memory.worked = True
            await self._save()

    async def _save(self) -> None:
        await asyncio.to_thread(memory.save, self._memory)

    async def _paired(self, name: str, host: str) -> str:
        """A phone knows this car now: follow it by the name it announces; those it had by address wake up."""
        if len(self._memory.paired) >= ADDRESSES_MAX and name not in self._memory.paired:
            raise NotAllowed(f"{ADDRESSES_MAX} phones are paired already; remove one first.", needs="")
        self._memory.paired.setdefault(name, "")
        await self._save()
        for phone in self._phones.values():
            if _host(phone.id) == host:
                phone.nudge()
        if name in self._followers:
            self._phones[name].nudge()
        else:
            self._follow_paired(name, "")
        return name

    def _follow(self, phone_id: str) -> None:
        phone = self._make_phone(phone_id, "adb-tcp")
        self._followers[phone_id] = self._tasks.start(follow_address(phone, self._key), f"phone {phone_id}")

    def _follow_paired(self, name: str, hint: str) -> None:
        phone = self._make_phone(name, "adb-tls")

        def reached(address: str) -> None:
            if self._memory.paired.get(name, address) != address:
                self._memory.paired[name] = address
                self._tasks.start(self._save(), "phones kept")

        following = follow_paired(phone, self._key, self._group, hint, reached)
        self._followers[name] = self._tasks.start(following, f"phone {name}")

    def _make_phone(self, phone_id: str, transport: str) -> Phone:
        jar = self._options.get("server_jar")
        phone = Phone(phone_id, transport, self._phone_changed, self._apps_changed, str(jar) if jar else None)
        self._phones[phone_id] = phone
        self._phone_changed(phone)
        return phone

    def _serial(self, serial: str) -> Phone | None:
        """adb finds paired phones as well, and names them by what they announce: then they are reached already."""
        announced = serial.partition(".")[0].partition(" (")[0]
        if serial in self._followers or announced in self._followers or len(self._phones) >= 4 * ADDRESSES_MAX:
            return None
        return self._phones.get(serial) or self._make_phone(serial, "adb-server")

    def _forget(self, phone: Phone) -> None:
        if self._phones.pop(phone.id, None) is not None:
            self._said.pop(phone.id, None)
            self._emit("DeviceRemoved", phone.id)

    def _phone_changed(self, phone: Phone) -> None:
        if phone.id in self._phones:
            report = phone.report()
            if self._said.get(phone.id) != report:
                self._said[phone.id] = report
                self._emit("DeviceChanged", report)
                self._emit("SetupChanged", "scrcpy")

    def _apps_changed(self, phone: Phone) -> None:
        self._emit("AppsChanged", phone.id)


def _host(phone_id: str) -> str:
    if GUID.match(phone_id):
        return ""
    try:
        return parse_address(phone_id)[0]
    except ValueError:
        return ""
