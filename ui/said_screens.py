"""What VNC and AirPlay say (backends/projection/vnc, backends/projection/airplay), for translators; see `ui.said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["SCREENS"]

SCREENS = (
    QT_TRANSLATE_NOOP("Services", "AirPlay needs the service avahi-daemon on this unit."),
    QT_TRANSLATE_NOOP("Services", "No VNC server answers at this address."),
    QT_TRANSLATE_NOOP("Services", "On the iPhone, open Control Centre, then Screen Mirroring, and choose this car."),
    QT_TRANSLATE_NOOP("Services", "The encrypted connection could not be made."),
    QT_TRANSLATE_NOOP("Services", "The password is not the phone's."),
    QT_TRANSLATE_NOOP("Services", "The phone asks for a password."),
    QT_TRANSLATE_NOOP("Services", "The phone does not answer."),
    QT_TRANSLATE_NOOP("Services", "The phone had a certificate before and has none now. Somebody may be in between."),
    QT_TRANSLATE_NOOP("Services", "The phone has stopped answering."),
    QT_TRANSLATE_NOOP("Services", "The phone only knows ways to log in that are not known here."),
    QT_TRANSLATE_NOOP("Services", "The phone refused the connection."),
    QT_TRANSLATE_NOOP("Services", "The phone sent something that no VNC server sends."),
    QT_TRANSLATE_NOOP("Services", "The phone shows another certificate than before. Somebody may be in between."),
    QT_TRANSLATE_NOOP("Services", "The phone stopped in the middle of its answer."),
    QT_TRANSLATE_NOOP("Services", "The phone's VNC server is too old."),
    QT_TRANSLATE_NOOP("Services", "The phone's picture cannot be decoded."),
    QT_TRANSLATE_NOOP("Services", "UxPlay could not be started."),
    QT_TRANSLATE_NOOP("Services", "UxPlay did not start in time."),
    QT_TRANSLATE_NOOP("Services", "UxPlay ended by itself. It is started again."),
    QT_TRANSLATE_NOOP("Services", "UxPlay is not installed on this unit."),
    QT_TRANSLATE_NOOP(
        "Services", "UxPlay lacks a part of GStreamer: install gstreamer1.0-plugins-bad and gstreamer1.0-libav."
    ),
    QT_TRANSLATE_NOOP("Services", "UxPlay's picture is not in the form that was asked for."),
    QT_TRANSLATE_NOOP("Services", "What answers at this address is no VNC server."),
)
