"""Notifications, subscribed to as soon as the channel is open. They have a text and a picture, no more."""

from __future__ import annotations

from typing import ClassVar

from backends.projection.android_auto.channels.base import Channel
from backends.projection.android_auto.description import Nothing, Service
from backends.projection.android_auto.ids import Notify
from backends.projection.android_auto.news_messages import Notification, NotificationAck

__all__ = ["Notifications"]


class Notifications(Channel):
    """Those that phones give to cars; most phones give none and show them in their picture."""

    NAME: ClassVar[str] = "notifications"

    def service(self) -> Service:
        return Service(id=self.number, notification=Nothing())

    def opened(self) -> None:
        super().opened()
        self.send(Notify.SUBSCRIBE)

    def received(self, kind: int, body: bytes) -> bool:
        match kind:
            case Notify.MESSAGE:
                note = Notification.decode(body)
                if note.id:
                    self.peer.listener.notification(
                        {"id": note.id, "app": "", "title": "", "text": note.text or "", "icon": note.icon or b""}
                    )
            case Notify.ACK:
                ack = NotificationAck.decode(body)
                self.peer.listener.notification({"id": ack.id or "", "gone": True})
            case _:
                return False
        return True

    def act(self, notification: str) -> None:
        """It was seen, or done with."""
        self.send(Notify.ACK, NotificationAck(id=notification, handled=True))
        self.peer.listener.notification({"id": notification, "gone": True})
