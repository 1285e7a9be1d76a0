"""The base of every backend that brings a phone's whole screen: its phones, their sessions, and what the service asks of them."""

from __future__ import annotations

import asyncio
import logging
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from backends.core.errors import Invalid, NotFound, Refused
from backends.projection.defs import Reason
from backends.projection.domain import clamp_dpi, clamp_side
from backends.projection.kinds import given_phones
from backends.projection.mirror.context import Context
from backends.projection.mirror.link import Link, LinkListener, Surroundings
from backends.projection.mirror.members import SessionMembers
from backends.projection.mirror.memory import PHONES_MAX, SECRET_MAX, Entry, Memory
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.mirror.pictures import Shelf
from backends.projection.mirror.session import MirrorSession
from backends.projection.safety import Rules
from backends.projection.tasks import Tasks
from backends.projection.words import plain

__all__ = ["MirrorBackend"]

_DETAIL_MAX = 1024
_DETAILS_MAX = 16
_SIZE = (1280, 720, 160)
_logger = logging.getLogger(__name__)


class MirrorBackend(SessionMembers):
    """A subclass sets NAME, APP, CATEGORY and CAPABILITIES, and implements `link`, `check_address` and, if it can, `discover`.

    Capabilities: video, audio, mic, touch, keys, rotary, text, resize, nowplaying, navigation, calls, notifications.
    """

    APP: ClassVar[str]
    """What the launcher calls the phone's one app: "Android Auto"."""
    CAPABILITIES: ClassVar[frozenset[str]] = frozenset({"video", "touch"})
    TRANSPORT: ClassVar[str] = "wifi"

    def __init__(self, options: Mapping[str, Any], emit: Callable[..., object]) -> None:
        super().__init__(options, emit)
        self.memory = Memory(self.NAME)
        self._phones: dict[str, MirrorPhone] = {}
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._said: dict[str, dict[str, Any]] = {}
        self._given: set[str] = set()
        self._tasks = Tasks()
        self._saving = asyncio.Lock()
        self._autoconnect = False
        self._context = Context(
            self.NAME, self.NAME, self.CATEGORY, self.CAPABILITIES, Shelf(self.NAME),
            self.link, emit, self._session_changed, self._reached,
        )  # fmt: skip

    # -- for a protocol to write -------------------------------------------------------------------------------------

    @abstractmethod
    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        """One attempt at this phone (``phone.address``, ``phone.details``, ``phone.secrets``). Raises ProjectionError."""

    @abstractmethod
    def check_address(self, address: str, details: dict[str, Any]) -> str:
        """The normal form of what somebody typed; it is half of the phone's id. Raises Invalid (or ValueError)."""

    async def discover(self) -> None:
        """Look for phones until cancelled, by `found` and `left`. A fault in it is logged; phones by address work on."""

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

    # -- life --------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        trouble = await asyncio.to_thread(self.memory.load)
        if trouble:
            self.emit("Notice", "warning", "phones_forgotten", trouble)
        for entry in self.memory.entries.values():
            self._make_phone(entry)
        for address in given_phones(self.options).get(self.NAME, ()):
            try:
                self._given.add(self.found(self.check_address(address, {})).id)
            except ValueError as error:
                raise Invalid(f"The option phones: {error}") from None
        self._tasks.start(self.discover(), f"discovery of {self.NAME}")

    async def stop(self) -> None:
        for session in list(self._sessions.values()):
            session.end(Reason.STOPPED, "The phone service was stopped.")
        await self._tasks.close()
        for session in list(self._sessions.values()):
            session.close()
        if self.memory.unsaved:
            await self._save()

    def devices(self) -> list[dict[str, Any]]:
        return [self._report_of(phone) for phone in self._phones.values()]

    # -- the car around it -------------------------------------------------------------------------------------------

    def set_rules(self, restrictions: Any) -> None:
        """What the vehicle allows now: its property Restrictions; anything else is the strictest set."""
        self._context.rules = Rules.read(restrictions if isinstance(restrictions, Mapping) else None)
        for session in self._sessions.values():
            session.set_rules(self._context.rules)

    def set_vehicle(self, values: Mapping[str, Any]) -> None:
        """Values by path that are others now; None: not known."""
        if news := self._context.learn_vehicle(values):
            for session in self._sessions.values():
                session.tell("set_vehicle", news)

    def set_surroundings(self, surroundings: Mapping[str, Any]) -> None:
        """See `Surroundings`; all of it."""
        self._autoconnect = surroundings.get("autoconnect") is True
        for phone in list(self._phones.values()):
            self._come_by_itself(phone)
        read = Surroundings.read(surroundings)
        if read != self._context.surroundings:
            self._context.surroundings = read
            for session in self._sessions.values():
                session.tell("set_surroundings", read)

    # -- phones ------------------------------------------------------------------------------------------------------

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

    def report(self, device: str) -> list[tuple[str, str, str]]:
        """What was negotiated with a phone or in a session, and why it ended: group, name, value."""
        session = self._sessions.get(device)
        phone = session.phone if session is not None else self.phone(device)
        session = session or self._session_of(phone)
        rows = [("phone", key, str(value)) for key, value in phone.report().items() if value not in ("", -1)]
        return rows + (session.diagnostics() if session is not None else [])

    # -- sessions ----------------------------------------------------------------------------------------------------

    async def connect(self, device: str) -> str:
        """Have the phone, unseen; it comes whenever it is there. Raises NotFound."""
        phone = self.phone(device)
        phone.let_go = False
        session = self._session_of(phone) or self._begin(phone, phone.entry.layout or self._stage(), shown=False)
        session.wake()
        return session.id

    async def disconnect(self, device: str) -> None:
        """Let go of the phone until somebody wants it. Raises NotFound."""
        if (session := self._session_of(self.phone(device))) is not None:
            await self.close(session.id)

    async def open_app(self, device: str, app: str, width: int, height: int, dpi: int) -> str:
        """As ``OpenApp``. Raises NotFound."""
        phone = self.phone(device)
        if app not in ("", self.NAME):
            raise NotFound(f"The phone has no app {plain(app, 80)}")
        size = (clamp_side(width), clamp_side(height), clamp_dpi(dpi))
        phone.entry.layout = size
        session = self._session_of(phone)
        if session is None:
            return self._begin(phone, size, shown=True).id
        session.resize(*size)
        session.show(True)
        session.wake()
        return session.id

    async def close(self, session: str) -> None:
        """As ``Close``. Raises NotFound."""
        self.session(session).phone.let_go = True
        self.session(session).end(Reason.USER, "")
        run = self._runs[session]
        run.cancel()
        await asyncio.wait({run})

    def resize(self, session: str, width: int, height: int, dpi: int) -> None:
        """As ``Resize``; the size is kept for the next time."""
        size = (clamp_side(width), clamp_side(height), clamp_dpi(dpi))
        self.session(session).phone.entry.layout = size
        self.session(session).resize(*size)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _come_by_itself(self, phone: MirrorPhone) -> None:
        """A phone that was used before and is seen now, unless somebody let go of it."""
        known = phone.id in self.memory.entries
        if self._autoconnect and known and phone.present and not phone.let_go and self._session_of(phone) is None:
            self._begin(phone, phone.entry.layout or self._stage(), shown=False)

    def _id(self, address: str) -> str:
        return f"{self.NAME}:{address}"

    def _stage(self) -> tuple[int, int, int]:
        around = self._context.surroundings
        return (around.width, around.height, clamp_dpi(around.dpi)) if around.width and around.height else _SIZE

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

    def _begin(self, phone: MirrorPhone, size: tuple[int, int, int], *, shown: bool) -> MirrorSession:
        session = MirrorSession(phone, self._context, size, shown=shown)
        self._sessions[session.id] = session
        self._session_changed(session)
        run = self._tasks.start(session.run(), f"session of {phone.id}")
        self._runs[session.id] = run
        run.add_done_callback(lambda _: self._ended(session))
        return session

    def _ended(self, session: MirrorSession) -> None:
        session.finish()
        self._sessions.pop(session.id, None)
        self._runs.pop(session.id, None)
        self._said.pop(session.id, None)
        if session.phone.id not in self.memory.entries and not session.phone.present:
            self._drop(session.phone)
        session.phone.let_go = True
        if session.reason not in (Reason.USER, Reason.STOPPED) and not session.quiet:
            severity = "info" if session.reason is Reason.PHONE_ENDED else "warning"
            self.emit("Notice", severity, session.reason.value, session.text)

    def _reached(self, session: MirrorSession) -> None:
        self._tasks.start(self._remember(session.phone), f"memory of {self.NAME}")

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

    def _session_changed(self, session: MirrorSession) -> None:
        heard = session.id in self._sessions and not session.quiet
        if heard and self._say(session.id, "SessionChanged", session.report()):
            session.told()

    def _say(self, key: str, member: str, report: dict[str, Any]) -> bool:
        """False when that is no news."""
        if self._said.get(key) == report:
            return False
        self._said[key] = report
        self.emit(member, report)
        return True
