"""What the dongle sends, told to the session: phones that come and go, pictures, sounds, music, turns."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from backends.projection.carlinkit.messages import (
    AudioPacket,
    Opened,
    Plugged,
    VideoPacket,
    command,
    read_json,
    read_number,
    read_text,
)
from backends.projection.carlinkit.metadata import Guidance, picture, playing
from backends.projection.carlinkit.pictures import Pictures
from backends.projection.carlinkit.protocol import Kind, Message
from backends.projection.carlinkit.sentences import (
    CONNECT_PHONE,
    CONNECTING,
    PHONE_REFUSED,
    PHONE_UNPLUGGED,
    SEARCHING,
)
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.sounds import Sounds
from backends.projection.carlinkit.tables import PHONE_NAMES, Command, MetadataKind, PhaseValue, PhoneType
from backends.projection.defs import SessionState
from backends.projection.errors import LinkLost
from backends.projection.mirror.link import LinkListener
from backends.projection.words import plain

__all__ = ["Inbound"]

RETURN_S = 25.0
"""A phone that was sent away for another size of picture is back within this time."""
_logger = logging.getLogger(__name__)
_CARPLAY = (PhoneType.CARPLAY, PhoneType.CARPLAY_WIRELESS)
_TEXTS = {
    Kind.BLUETOOTH_ADDRESS: "Bluetooth address",
    Kind.BLUETOOTH_NAME: "Bluetooth name",
    Kind.WIFI_NAME: "Wi-Fi name",
    Kind.SOFTWARE_VERSION: "software",
}
_PINS = (Kind.BLUETOOTH_PIN, Kind.PAIRING_PIN)
_BOX_FACTS = {"productType": "product", "hwVersion": "hardware", "WiFiChannel": "Wi-Fi channel"}
_PHONE_FACTS = {"MDLinkType": "link", "MDOSVersion": "system", "MDLinkVersion": "link version"}
_SEARCH_WORDS = {Command.SCANNING: SEARCHING, Command.FOUND: CONNECTING, Command.NOT_FOUND: CONNECT_PHONE}


class Inbound:
    """For one link; `begin` before the first message, `end` after the last. ``send`` takes whole messages.

    ``on_kind`` is told what the driver calls this way to a phone: CarPlay, Android Auto, HiCar.
    """

    def __init__(
        self,
        listener: LinkListener,
        send: Callable[[bytes], None],
        settings: DongleSettings,
        clock: Callable[[], float],
        on_kind: Callable[[str], None],
    ) -> None:
        self._listener = listener
        self._send = send
        self._clock = clock
        self._on_kind = on_kind
        self._sounds = Sounds(listener, clock, car_microphone=settings.microphone == "car")
        self._guidance = Guidance()
        self._facts: dict[tuple[str, str], str] = {}
        self._pictures = Pictures(listener)
        self._phone: int | None = None
        self._restarted_s: float | None = None
        self._told_turn: dict[str, Any] | None = None
        self._title = ""
        self.answered = False
        """The dongle has said something."""
        self.focus_released = False
        """The phone has left the screen to the car, and waits to be asked back."""
        self.unknown = 0

    @property
    def plugged(self) -> bool:
        """A phone is there."""
        return self._phone is not None

    @property
    def wants_key_frames(self) -> bool:
        """This kind of phone sends key frames only when asked."""
        return self._phone in _CARPLAY

    @property
    def streaming(self) -> bool:
        """The phone has sent pictures, and owes more when it is asked."""
        return self.plugged and self._pictures.count > 0 and self.wants_key_frames

    @property
    def playing(self) -> bool:
        """The phone's own sound is on."""
        return self.plugged and self._sounds.media

    @property
    def microphone_type(self) -> int | None:
        """Decode type of what the phone wants to hear; None: nothing."""
        return self._sounds.microphone_type

    def set_microphone(self, car: bool) -> None:
        """Whether the phone hears the car's microphone or the dongle's own."""
        self._sounds.set_microphone(car)

    def begin(self, width: int, height: int) -> None:
        """The start is sent; pictures of this size are asked for."""
        self._pictures.asked = (width, height)
        if self._restarted_s is None:
            self._listener.waiting("permission", CONNECT_PHONE)

    def restart(self) -> None:
        """The phone is sent away to come back at once, for a picture of another size."""
        self._restarted_s = self._clock()
        self._phone = None
        self._sounds.end()
        self._listener.waiting("starting", CONNECTING)

    def end(self) -> None:
        """The connection is over."""
        self._sounds.end()

    def tick(self) -> None:
        """Some time has passed. Raises LinkLost when the phone does not return."""
        self._sounds.tick()
        if self._restarted_s is not None and self._clock() - self._restarted_s > RETURN_S:
            raise LinkLost(PHONE_UNPLUGGED)

    def report(self) -> list[tuple[str, str, str]]:
        """What was learned: group, name, value."""
        told = [(group, name, value) for (group, name), value in self._facts.items()]
        formats = [
            ("sound", f"{role} (heard)", f"{sound.rate} Hz x{sound.channels}")
            for role, sound in self._sounds.streams_seen.items()
        ]
        return [*told, *formats, ("phone", "messages without a meaning", str(self.unknown))]

    def take(self, message: Message, received_ns: int) -> None:
        """One message. Raises PeerFault for what makes no sense, LinkLost when the phone is gone."""
        self.answered = True
        payload = message.payload
        match message.kind:
            case Kind.VIDEO:
                if self.plugged:
                    self._pictures.take(VideoPacket.read(payload), received_ns)
            case Kind.AUDIO:
                if self.plugged:
                    self._sounds.take(AudioPacket.read(payload), received_ns)
            case Kind.METADATA:
                self._metadata(payload)
            case Kind.COMMAND:
                self._command(read_number(payload))
            case Kind.PLUGGED:
                self._plugged(Plugged.read(payload))
            case Kind.UNPLUGGED:
                self._gone(PHONE_UNPLUGGED)
            case Kind.PHASE:
                self._phase(read_number(payload))
            case Kind.OPEN:
                opened = Opened.read(payload)
                if opened is not None:
                    self._facts["dongle", "picture"] = f"{opened.width}x{opened.height} at {opened.fps}/s"
            case Kind.BOX_SETTINGS:
                self._settings(read_json(payload))
            case kind if kind in _TEXTS:
                self._facts["dongle", _TEXTS[Kind(kind)]] = read_text(payload)
            case kind if kind in _PINS:
                pin = read_text(payload, 16)
                self._listener.waiting("permission", f"Pair your phone by Bluetooth. The code is {pin}.")
            case Kind.DUCK:
                _logger.debug("duck")
            case kind:
                # Paired lists, states of radios, vendors' telemetry: nothing that a driver needs.
                self.unknown += 1
                _logger.debug("skipped kind=%#x size=%d", kind, len(payload))

    # -- the phone ----------------------------------------------------------------------------------------------------

    def _plugged(self, plugged: Plugged) -> None:
        if plugged.phone == self._phone:
            return
        name = _name_of(plugged.phone)
        how = {True: " (wireless)", False: " (cable)", None: ""}[plugged.wireless]
        self._phone = plugged.phone
        self._restarted_s = None
        self._pictures.framed = plugged.phone == PhoneType.ANDROID_AUTO
        self._guidance = Guidance(android=self._pictures.framed)
        self._facts["phone", "kind"] = name + how
        self._listener.phone({"model": name})
        self._on_kind(name)
        self._listener.waiting("starting", CONNECTING)
        self._send(command(Command.KEY_FRAME))

    def _phase(self, phase: int) -> None:
        self._facts["phone", "phase"] = str(phase)
        match phase:
            case PhaseValue.ENDED if self.plugged:
                self._gone(PHONE_UNPLUGGED)
            case PhaseValue.FAILED:
                raise LinkLost(PHONE_REFUSED)
            case PhaseValue.STREAMING if self.plugged:
                self._listener.state(SessionState.READY)

    def _gone(self, text: str) -> None:
        if self.plugged:
            self._phone = None
            raise LinkLost(text)

    def _settings(self, found: dict[str, Any]) -> None:
        for key, name in _BOX_FACTS.items():
            if isinstance(value := found.get(key), str | int):
                self._facts["dongle", name] = plain(str(value), 60)
        for key, name in _PHONE_FACTS.items():
            if isinstance(value := found.get(key), str) and value:
                self._facts["phone", name] = plain(value, 60)
        facts = {}
        if isinstance(model := found.get("MDModel"), str) and model:
            facts["model"] = plain(model, 60)
        if isinstance(called := found.get("btName"), str) and called and "MDLinkType" in found:
            facts["name"] = plain(called, 60)
        if facts:
            self._listener.phone(facts)

    def _command(self, value: int) -> None:
        match value:
            case Command.HOST_UI:
                self._listener.native()
            case Command.RELEASE_VIDEO_FOCUS:
                self.focus_released = True
                self._listener.native()
            case Command.REQUEST_VIDEO_FOCUS:
                self.focus_released = False
            case Command.START_RECORDING | Command.STOP_RECORDING:
                self._sounds.record(wanted=value == Command.START_RECORDING)
            case Command.REQUEST_CLUSTER_FOCUS:
                self._send(command(Command.REQUEST_CLUSTER_FOCUS))
            case Command.SCANNING | Command.FOUND | Command.NOT_FOUND if not self.plugged:
                code = "permission" if value == Command.NOT_FOUND else "starting"
                self._listener.waiting(code, _SEARCH_WORDS[Command(value)])
            case Command.CONNECT_FAILED if not self.plugged:
                self._listener.waiting("permission", PHONE_REFUSED)
            case _:
                _logger.debug("command=%d", value)

    # -- music and turns -----------------------------------------------------------------------------------------------

    def _metadata(self, payload: bytes) -> None:
        kind, rest = read_number(payload), payload[4:]
        match kind:
            case MetadataKind.MEDIA:
                facts = playing(rest)
                if "title" in facts and facts["title"] != self._title:
                    # Another song: the cover of the last one is not its own.
                    self._title = facts["title"]
                    facts["art"] = b""
                if facts:
                    self._listener.now_playing(facts)
            case MetadataKind.COVER | MetadataKind.COVER_TEXT:
                art = picture(rest)
                if art:
                    self._listener.now_playing({"art": art})
            case MetadataKind.NAVIGATION_IMAGE:
                self._guidance.image(rest)
            case MetadataKind.NAVIGATION:
                if self._guidance.update(rest):
                    self._tell_turn()
            case _:
                _logger.debug("metadata kind=%d size=%d", kind, len(rest))

    def _tell_turn(self) -> None:
        turn = self._guidance.turn()
        if turn != self._told_turn and (turn is None or self._guidance.told):
            self._told_turn = turn
            self._listener.turn(turn)


def _name_of(phone: int) -> str:
    try:
        return PHONE_NAMES[PhoneType(phone)]
    except ValueError:
        return "Phone"
