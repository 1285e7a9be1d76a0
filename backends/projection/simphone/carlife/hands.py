"""What the owner of this phone does with it, as words of the control socket (docs/guides/simulators.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backends.projection.simphone.carlife.language import NETWORK_PORTS
from backends.projection.simphone.carlife.pictures import turn_icon
from backends.projection.simphone.carlife.voices import speak

if TYPE_CHECKING:
    from backends.projection.simphone.carlife.phone import CarlifePhone
    from backends.projection.simphone.carlife.session import Session

__all__ = ["Hands"]

_CALLS = {
    "incoming": ("call incoming", 1),
    "dialing": ("call outgoing", 2),
    "active": ("call active", 0),
    "ended": ("call idle", 3),
}
_MODULES = {"phone": 1, "navigation": 2, "music": 3, "voice": 4}
_PLAIN = {
    "screen-on": "screen on",
    "screen-off": "screen off",
    "foreground": "foreground",
    "background": "background",
    "desktop": "desktop",
    "ask-foreground": "ask foreground",
    "subscribe": "car data",
    "listen": "listen",
    "listen-end": "listen end",
}


class Hands:
    """See `do`."""

    def __init__(self, phone: CarlifePhone) -> None:
        self._phone = phone

    async def do(self, command: str, values: dict[str, Any]) -> Any:
        """Without a car: open, vanish, come-back, drop, skip, manners. Raises LookupError and the like."""
        phone = self._phone
        match command:
            case "open":
                phone.display.launch(str(values["app"]))
            case "vanish":
                await phone.vanish()
            case "come-back":
                await phone.listen()
            case "drop":
                await phone.drop()
            case "skip":
                phone.state.music.skip(int(values.get("step", 1)))
            case "manners":
                for key, value in values.items():
                    if not hasattr(phone.manners, key):
                        raise LookupError(f"no manner {key}")
                    setattr(phone.manners, key, tuple(value) if key == "picture" and value else value)
            case "allow":
                phone.manners.permission = True
                await self._session().prepare_picture()
            case _:
                await self._tell(self._session(), command, values)

    def _session(self) -> Session:
        if self._phone.session is None:
            raise LookupError("no car is connected")
        return self._phone.session

    async def _tell(self, session: Session, command: str, values: dict[str, Any]) -> None:
        match command:
            case "exit":
                await session.tell("exit")
                session.end()
            case "say":
                session.spawn(speak("tts", session.tell, float(values.get("seconds", 1.0))))
            case "answer":
                session.spawn(speak("vr", session.tell, float(values.get("seconds", 1.0))))
            case "turn":
                turn = {
                    "action": int(values.get("action", 1)), "nextTurn": int(values.get("turn", 3)),
                    "roadName": str(values.get("road", "Harbour Street")), "totalDistance": int(values.get("total", 12_400)),
                    "remainDistance": int(values.get("distance", 350)), "turnIconData": turn_icon(),
                }  # fmt: skip
                await session.tell("turn", turn)
            case "call":
                word, cover = _CALLS[str(values["state"])]
                await session.tell(word)
                if cover:
                    who = {"phoneNum": str(values.get("number", "")), "name": str(values.get("name", ""))}
                    await session.tell("call cover", {"state": cover, **who})
            case "module":
                status = {"moduleID": _MODULES[str(values["module"])], "statusID": int(values["status"])}
                await session.tell("modules", {"cnt": 1, "moduleStatus": [status]})
            case "exception":
                await session.tell("exception", {"exceptionType": int(values["kind"])})
            case "hands-free":
                await session.tell("hfp request", {"command": int(values.get("command", 1)), "phoneNum": "10086"})
                await session.tell("hfp status", {"type": 1})
            case "sound":
                told = {"rate": "sampleRate", "channels": "channelConfig", "format": "sampleFormat"}
                await session.tell("media init", {name: int(values[key]) for key, name in told.items()})
            case "raw":
                if values["channel"] not in NETWORK_PORTS:
                    raise LookupError(f"no channel {values['channel']}")
                await session.say(str(values["channel"]), int(values["type"]), bytes.fromhex(values["data"]))
            case _ if command in _PLAIN:
                await session.tell(_PLAIN[command])
            case _:
                raise LookupError(f"unknown command {command}")
