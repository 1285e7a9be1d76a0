"""What the owner of this phone does with it, as words of the control socket (docs/guides/simulators.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backends.projection.carlife.ids import Channel, Module, Type
from backends.projection.carlife.messages import encode
from backends.projection.simphone.carlife.pictures import turn_icon
from backends.projection.simphone.carlife.voices import speak

if TYPE_CHECKING:
    from backends.projection.simphone.carlife.phone import CarlifePhone
    from backends.projection.simphone.carlife.session import Session

__all__ = ["Hands"]

_CALLS = {
    "incoming": (Type.CALL_INCOMING, 1),
    "dialing": (Type.CALL_OUTGOING, 2),
    "active": (Type.CALL_ACTIVE, 0),
    "ended": (Type.CALL_IDLE, 3),
}
_PLAIN = {
    "screen-on": Type.SCREEN_ON,
    "screen-off": Type.SCREEN_OFF,
    "foreground": Type.FOREGROUND,
    "background": Type.BACKGROUND,
    "desktop": Type.GO_TO_DESKTOP,
    "ask-foreground": Type.ASK_FOREGROUND,
    "subscribe": Type.CAR_DATA_SUBSCRIBE,
    "listen": Type.MIC_RECOGNISE_START,
    "listen-end": Type.MIC_END,
}


class Hands:
    """See `do`."""

    def __init__(self, phone: CarlifePhone) -> None:
        self._phone = phone

    async def do(self, command: str, values: dict[str, Any]) -> Any:
        """Without a car: open app, vanish, come-back, drop, manners. With one: see the guide. Raises LookupError and the like."""
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
                await session.tell(Type.MD_EXIT)
                session.end()
            case "say":
                session.spawn(speak(Channel.TTS, session.say, float(values.get("seconds", 1.0))))
            case "answer":
                session.spawn(speak(Channel.VR, session.say, float(values.get("seconds", 1.0))))
            case "turn":
                turn = {
                    "action": int(values.get("action", 1)), "turn": int(values.get("turn", 3)),
                    "road": str(values.get("road", "Harbour Street")), "total_m": int(values.get("total", 12_400)),
                    "remaining_m": int(values.get("distance", 350)), "icon": turn_icon(),
                }  # fmt: skip
                await session.tell(Type.NEXT_TURN, turn)
            case "call":
                kind, cover = _CALLS[str(values["state"])]
                await session.tell(kind)
                if cover:
                    who = {"number": str(values.get("number", "")), "name": str(values.get("name", ""))}
                    await session.tell(Type.HFP_CALL_COVER, {"state": cover, **who})
            case "module":
                await session.module(Module[str(values["module"]).upper()], int(values["status"]))
            case "exception":
                await session.tell(Type.EXCEPTION, {"kind": int(values["kind"])})
            case "hands-free":
                await session.tell(Type.HFP_REQUEST, {"command": int(values.get("command", 1)), "number": "10086"})
                await session.tell(Type.HFP_STATUS_REQUEST, {"kind": 1})
            case "sound":
                told = {key: int(values[key]) for key in ("rate", "channels", "format")}
                await session.say(Channel.MEDIA, Type.MEDIA_INIT, encode(Type.MEDIA_INIT, told))
            case "raw":
                await session.say(
                    Channel[str(values["channel"]).upper()], int(values["type"]), bytes.fromhex(values["data"])
                )
            case _ if command in _PLAIN:
                await session.tell(_PLAIN[command])
            case _:
                raise LookupError(f"unknown command {command}")
