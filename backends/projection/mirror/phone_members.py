"""What the service and a protocol's discovery ask of phones: seen, added, forgotten, given what they need."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from backends.core.errors import Invalid, NotFound, Refused
from backends.projection.mirror.members import SessionMembers
from backends.projection.mirror.memory import PHONES_MAX, SECRET_MAX, Entry, Memory
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.mirror.session import MirrorSession
from backends.projection.tasks import Tasks
from backends.projection.words import plain

__all__ = ["PhoneMembers"]

_DETAIL_MAX = 1024
_DETAILS_MAX = 16


class PhoneMembers(SessionMembers):
    """The half of `MirrorBackend` that speaks of phones."""

    APP: ClassVar[str]
    """What the launcher calls the phone's one app: "Android Auto"."""
    CAPABILITIES: ClassVar[frozenset[str]] = frozenset({"video", "touch"})
    TRANSPORT: ClassVar[str] = "wifi"

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object]) -> None:
        super().__init__(options, emit)
        self.memory = Memory(self.NAME)
        self._phones: dict[str, MirrorPhone] = {}
        self._said: dict[str, dict[str, Any]] = {}
        self._given: set[str] = set()
        self._tasks = Tasks()
        self._saving = asyncio.Lock()

    @abstractmethod
    def check_address(self, address: str, details: dict[str, Any]) -> str:
        """The normal form of what somebody typed; it is half of the phone's id. Raises Invalid (or ValueError)."""

    @abstractmethod
    async def close(self, session: str) -> None:
        """End a session."""

    @abstractmethod
    def _come_by_itself(self, phone: MirrorPhone) -> None:
        """Begin a session with a phone that should have one."""

    def devices(self) -> list[dict[str, Any]]:
        return [self._report_of(phone) for phone in self._phones.values()]

    # -- for discovery ----------------------------------------------------------------------------------------------

    def found(
        self, address: str, *, name: str = "", transport: str = "", details: Mapping[str, Any] | None = None
    ) -> MirrorPhone:
        """Discovery sees a phone; one that waits for it tries at once."""
        phone = self._phones.get(self._id(address))
        if phone is None:
            phone = self._make_phone(Entry(self._id(address), address), transport)
        phone.entry.details.update(details or {})
        phone.transport = transport or phone.transport
        if name:
            phone.learn({"name": name})
        phone.let_go = phone.let_go and phone.present
        phone.set_present(True)
        self._phone_changed(phone)
        if (session := self._session_of(phone)) is not None and not session.live:
            session.wake()
        self._come_by_itself(phone)
        return phone

    def left(self, address: str) -> None:
        """Discovery sees it no more. One that was never used is gone from the list."""
        phone = self._phones.get(self._id(address))
        if phone is None:
            return
        phone.set_present(False)
        if phone.id not in self.memory.entries and self._session_of(phone) is None:
            self._drop(phone)

    # -- for the service -----------------------------------------------------------------------------------------------

    async def add_device(self, address: str, details: Mapping[str, Any] | None = None) -> str:
        """Remember a phone. Raises Invalid, Refused."""
        given = {str(key): value for key, value in (details or {}).items()}
        if len(given) > _DETAILS_MAX or len(address) > _DETAIL_MAX:
            raise Invalid("That is too much for an address.")
        try:
            normal = self.check_address(address, given)
        except ValueError as error:
            raise Invalid(str(error)) from None
        key = self._id(normal)
        if key not in self.memory.entries and len(self.memory.entries) >= PHONES_MAX:
            raise Refused(f"{PHONES_MAX} phones are remembered already; remove one first")
        for what in ("password", "pairing_code"):
            if what in given:
                self.memory.set_secret(key, what, str(given.pop(what))[:SECRET_MAX])
        phone = self._phones.get(key) or self._make_phone(Entry(key, normal))
        phone.entry.details.update(given)
        phone.secrets = self.memory.secrets(key)
        await self._remember(phone)
        return key

    async def remove_device(self, device: str) -> None:
        """Forget a phone and close what is open on it. Raises NotFound."""
        phone = self.phone(device)
        if (session := self._session_of(phone)) is not None:
            await self.close(session.id)
        self.memory.forget(device)
        if not phone.present:
            self._drop(phone)
        await self._save()

    async def provide(self, device: str, what: str, value: str) -> None:
        """What a phone's report ``needs``: kept, and tried at once. Raises NotFound, Invalid."""
        phone = self.phone(device)
        if not what or len(what) > _DETAIL_MAX or len(value) > SECRET_MAX:
            raise Invalid("That is too long.")
        await self.accept(phone, what, value)
        phone.secrets = self.memory.secrets(device)
        await self._save()
        if (session := self._session_of(phone)) is not None:
            session.wake()
        else:
            phone.rest()

    async def accept(self, phone: MirrorPhone, what: str, value: str) -> None:
        """Check and keep what was given; the base keeps it as a secret of this phone. Raises Invalid."""
        self.memory.set_secret(phone.id, what, value)

    def keep_secret(self, phone: MirrorPhone, what: str, value: str) -> None:
        """For a protocol that learned one by itself, such as the fingerprint of a certificate; "" forgets it."""
        self.memory.set_secret(phone.id, what, value)
        phone.secrets = self.memory.secrets(phone.id)
        self._tasks.start(self._save(), f"memory of {self.NAME}")

    def phone(self, device: str) -> MirrorPhone:
        """Raises NotFound."""
        if device not in self._phones:
            raise NotFound(f"There is no phone {plain(device, 80)}")
        return self._phones[device]

    def apps(self, device: str) -> list[dict[str, Any]]:
        """The whole screen is its one app."""
        self.phone(device)
        return [{"id": self.NAME, "name": self.APP, "system": False, "category": self.CATEGORY.value}]

    # -- inside ------------------------------------------------------------------------------------------------------

    def _id(self, address: str) -> str:
        return f"{self.NAME}:{address}"

    def _make_phone(self, entry: Entry, transport: str = "") -> MirrorPhone:
        secrets = self.memory.secrets(entry.id)
        phone = MirrorPhone(entry, self.NAME, transport or self.TRANSPORT, secrets, self._phone_changed)
        self._phones[entry.id] = phone
        self._phone_changed(phone)
        return phone

    def _drop(self, phone: MirrorPhone) -> None:
        if self._phones.pop(phone.id, None) is not None:
            self._said.pop(phone.id, None)
            self.emit("DeviceRemoved", phone.id)

    def _session_of(self, phone: MirrorPhone) -> MirrorSession | None:
        return next((one for one in self._sessions.values() if one.phone is phone), None)

    async def _remember(self, phone: MirrorPhone) -> None:
        if phone.id in self._given:
            return  # there by an option: known as long as the option says so
        self.memory.entries[phone.id] = phone.entry
        await self._save()

    async def _save(self) -> None:
        async with self._saving:
            await asyncio.to_thread(self.memory.save)

    def _report_of(self, phone: MirrorPhone) -> dict[str, Any]:
        return {**phone.report(), "capabilities": sorted(self.CAPABILITIES)}

    def _phone_changed(self, phone: MirrorPhone) -> None:
        if phone.id in self._phones and self._say(phone.id, "DeviceChanged", self._report_of(phone)):
            session = self._session_of(phone)
            if session is not None:
                session.told()

    def _say(self, key: str, member: str, report: dict[str, Any]) -> bool:
        """False when that is no news."""
        if self._said.get(key) == report:
            return False
        self._said[key] = report
        self.emit(member, report)
        return True
