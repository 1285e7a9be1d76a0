"""Getting to know each other: versions, who is who, permission, features, the key, subscriptions, hands-free questions."""

from __future__ import annotations

import asyncio
import datetime
from typing import TYPE_CHECKING, Any

from backends.projection.carlife.ids import Module, Type
from backends.projection.carlife.messages import encode
from backends.projection.carlife.secrecy import KeyPair
from backends.projection.carlife.sentences import ENDED, KEY_LATE, NO_ENCRYPTION, OTHER_VERSION, REFUSED
from backends.projection.carlife.settings import Encryption
from backends.projection.defs import Reason, SessionState
from backends.projection.errors import NotAllowed, PhoneEnded, ProjectionError, TooSlow, Unsupported

if TYPE_CHECKING:
    from backends.projection.carlife.link import CarlifeLink

__all__ = ["Answers"]

ASKED_S = 0.3
"""How long a phone may take to ask for features, and then for a key, before the picture begins without."""
KEY_S = 5.0
_MATCH = 1
_SDK = "2.0"
_MODERN = 2
_TURN_BY_TURN = 0
_VERSION = "1.0.0"


class Answers:
    """What a link says while it gets ready, and to the phone's questions later."""

    def __init__(self, link: CarlifeLink) -> None:
        self._link = link
        self.matched = False
        self._version = 0
        self._features_asked = False
        self._permission = "not asked for"
        self._phone: dict[str, Any] = {}
        self._keys: KeyPair | None = None
        self._making: asyncio.Task[None] | None = None
        self._asked_picture = False
        self._timer: asyncio.TimerHandle | None = None

    @property
    def modern(self) -> bool:
        """The phone is of the generation that has many fingers, doubles, and ears for our heartbeat."""
        return self._version >= _MODERN

    def begin(self) -> None:
        """The first word is ours."""
        settings = self._link.settings
        self._link.send(Type.HU_VERSION, encode(Type.HU_VERSION, {"major": settings.major, "minor": settings.minor}))

    def close(self) -> None:
        """Nothing is to happen later."""
        if self._timer is not None:
            self._timer.cancel()
        if self._making is not None:
            self._making.cancel()

    def heard(self, kind: Type, values: dict[str, Any]) -> None:
        """A message of the command channel. Raises ProjectionError."""
        link = self._link
        match kind:
            case Type.VERSION_MATCH:
                self._match(values)
            case Type.MD_INFO:
                self._meet(values)
            case Type.MD_AUTH_RESPONSE:
                # Only Baidu's closed library can check the phone's answer. Whoever connected the phone trusts it.
                self._permission = "answered"
                link.send(Type.HU_AUTH_RESULT, encode(Type.HU_AUTH_RESULT, {"result": True}))
            case Type.MD_AUTH_RESULT:
                self._permit(values["result"])
            case Type.FEATURE_REQUEST:
                self._features_asked = True
                link.fingers.many = self.modern
                self._tell_features()
                if link.settings.encryption is not Encryption.OFF and not self._asked_picture:
                    self._picture_later(ASKED_S)
            case Type.RSA_KEY_REQUEST | Type.AES_KEY | Type.ENCRYPT_READY:
                self._encrypt(kind, values)
            case Type.VIDEO_INIT_DONE:
                link.screen.ready(values["width"], values["height"], values["frame_rate"])
                link.listener.state(SessionState.READY)
                wish = [{"module": _TURN_BY_TURN, "supported": True, "frequency": 1}]
                link.send(Type.MD_DATA_SUBSCRIBE, encode(Type.MD_DATA_SUBSCRIBE, {"count": 1, "items": wish}))
            case Type.FRAME_RATE_DONE:
                link.screen.frame_rate = values["frame_rate"]
            case Type.MD_DATA_ANSWER:
                items = [item for item in values["items"] if item.get("supported") and item["module"] == _TURN_BY_TURN]
                if items:
                    link.send(Type.MD_DATA_START, encode(Type.MD_DATA_START, {"count": 1, "items": items[:1]}))
            case Type.CAR_DATA_SUBSCRIBE:
                offer = link.vehicle.offer()
                link.send(Type.CAR_DATA_ANSWER, encode(Type.CAR_DATA_ANSWER, {"count": len(offer), "items": offer}))
            case Type.CAR_DATA_START:
                link.vehicle.start(values["module"], values.get("frequency", 0))
            case Type.CAR_DATA_STOP:
                link.vehicle.stop(values["module"])
            case Type.MIC_WAKEUP_START | Type.MIC_RECOGNISE_START:
                link.sounds.listen(True)
            case Type.MIC_END:
                link.sounds.listen(False)
            case Type.ASK_FOREGROUND:
                if link.screen.shown:
                    link.send(Type.GO_FOREGROUND)
            case Type.HFP_REQUEST:
                # Calls go over Bluetooth: this car's telephone is another service, CarLife has no say in it.
                values = {"status": 0, "command": values["command"], "dtmf": values.get("dtmf")}
                link.send(Type.HFP_RESPONSE, encode(Type.HFP_RESPONSE, values))
            case Type.HFP_STATUS_REQUEST:
                values = {"status": 0, "kind": values["kind"]}
                link.send(Type.HFP_STATUS_RESPONSE, encode(Type.HFP_STATUS_RESPONSE, values))
            case Type.MD_EXIT:
                link.fail(PhoneEnded(ENDED))

    def rules_changed(self) -> None:
        """Typing may be allowed now, or no more."""
        if self._features_asked:
            try:
                self._tell_features()
            except ProjectionError as error:
                self._link.fail(error)

    def report(self) -> list[tuple[str, str, str]]:
        """Rows for the diagnostics."""
        settings, phone = self._link.settings, self._phone
        rows = [
            ("connection", "version", f"{settings.major}.{settings.minor}, phone {self._version or 'tells none'}"),
            ("connection", "channel id", settings.channel),
            ("connection", "permission", self._permission),
        ]
        about = " ".join(part for part in (phone.get("os"), phone.get("release"), phone.get("carlife_version")) if part)
        return [*rows, ("phone", "system", about)] if about else rows

    # -- inside ------------------------------------------------------------------------------------------------------

    def _match(self, values: dict[str, Any]) -> None:
        link, settings = self._link, self._link.settings
        if values["status"] != _MATCH:
            raise Unsupported(OTHER_VERSION, Reason.SERVER_VERSION)
        self.matched = True
        self._version = values.get("version", 0)
        link.vehicle.old = not self.modern
        statistics = {
            "cuid": settings.cuid, "version_name": _VERSION, "version_code": 1, "channel": settings.channel,
            "connects": 1, "successes": 1, "connect_time": 0,
        }  # fmt: skip
        link.send(Type.STATISTICS, encode(Type.STATISTICS, statistics))
        link.send(Type.HU_INFO, encode(Type.HU_INFO, self._about_us()))
        for module, status in ((Module.CONNECTION, link.transport.CONNECT_TYPE), (Module.MICROPHONE, 0)):
            control = {"module": module, "status": status}
            link.send(Type.MODULE_CONTROL, encode(Type.MODULE_CONTROL, control))
        if link.surroundings.bluetooth_address:
            about = {"address": link.surroundings.bluetooth_address, "name": link.surroundings.name, "status": 1}
            link.send(Type.HU_BT_INFO, encode(Type.HU_BT_INFO, about))
        link.listener.state(SessionState.NEGOTIATING)
        if settings.encryption is Encryption.OFF:
            self._picture()
        else:
            self._picture_later(ASKED_S)

    def _about_us(self) -> dict[str, str]:
        car = self._link.surroundings
        about = {
            "os": "Linux", "board": "pillion", "brand": "Pillion", "manufacturer": "Pillion", "model": car.name,
            "product": "Pillion", "device": "pillion", "display": f"{self._link.screen.wish[0]}x{self._link.screen.wish[1]}",
            "release": _VERSION, "cid": self._link.settings.cuid[:16], "bt_address": car.bluetooth_address,
            "carlife_version": _VERSION,
        }  # fmt: skip
        return {key: value for key, value in about.items() if value}

    def _meet(self, told: dict[str, Any]) -> None:
        self._phone = told
        model = " ".join(part for part in (told.get("manufacturer") or told.get("brand"), told.get("model")) if part)
        self._link.listener.phone({"name": model, "model": model} if model else {})
        clock = datetime.datetime.now().astimezone().strftime("%H:%M:%S")
        self._permission = "asked for"
        random = {"random": f"{_SDK};{clock}"}
        self._link.send(Type.HU_AUTH_REQUEST, encode(Type.HU_AUTH_REQUEST, random))

    def _permit(self, allowed: bool) -> None:
        link = self._link
        link.send(Type.MD_AUTH_RESULT_SEEN)
        self._permission = "given" if allowed else "refused"
        if not allowed:
            raise NotAllowed(REFUSED)

    def _tell_features(self) -> None:
        link = self._link
        features = {
            "FOCUS_UI": 0,
            "VOICE_MIC": 0,
            "VOICE_WAKEUP": 0,
            "BLUETOOTH_AUTO_PAIR": 0,
            "BLUETOOTH_INTERNAL_UI": 0,
            "MEDIA_SAMPLE_RATE": 0,
            "AUDIO_TRANSMISSION_MODE": 0,
            "CONTENT_ENCRYPTION": int(link.settings.encryption is not Encryption.OFF),
            "INPUT_DISABLE": int(not link.rules.keyboard),
            "ENGINE_TYPE": 0,
            "CONNECT_TYPE": link.transport.CONNECT_TYPE,
            "MULTI_TOUCH": 1,
        }
        items = [{"key": key, "value": value} for key, value in features.items()]
        link.send(Type.FEATURE_RESPONSE, encode(Type.FEATURE_RESPONSE, {"count": len(items), "items": items}))

    def _encrypt(self, kind: Type, values: dict[str, Any]) -> None:
        link = self._link
        if link.settings.encryption is Encryption.OFF:
            return
        if kind is Type.RSA_KEY_REQUEST:
            self._picture_later(KEY_S)
            if self._making is None:
                self._making = asyncio.get_running_loop().create_task(self._send_key())
        elif kind is Type.AES_KEY and self._keys is not None:
            link.secret = self._keys.read(values["key"])
            link.send(Type.AES_KEY_SEEN)
        elif kind is Type.ENCRYPT_READY and link.secret is not None:
            self._picture()

    async def _send_key(self) -> None:
        """An RSA pair takes a tenth of a second to make: not on the loop."""
        self._keys = await asyncio.to_thread(KeyPair)
        key = {"key": self._keys.public_text()}
        self._link.tell(Type.RSA_KEY_RESPONSE, encode(Type.RSA_KEY_RESPONSE, key))

    def _picture_later(self, wait_s: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(wait_s, self._waited)

    def _waited(self) -> None:
        link = self._link
        try:
            if link.settings.encryption is Encryption.REQUIRE:
                raise Unsupported(NO_ENCRYPTION)
            if self._making is not None:
                raise TooSlow(KEY_LATE)
            self._picture()
        except ProjectionError as error:
            link.fail(error)

    def _picture(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if not self._asked_picture:
            self._asked_picture = True
            self._link.screen.ask()
