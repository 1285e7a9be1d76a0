"""What Android Auto's backend says (its sentences.py, and backends/projection/aoap.py), for translators; see `ui.said`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["ANDROID_AUTO"]

ANDROID_AUTO = (
    QT_TRANSLATE_NOOP("Services", "Write the phone's address as 192.168.1.20, usb:BUS-PORT or bt:00:11:22:33:44:55."),
    QT_TRANSLATE_NOOP("Services", "The phone does not answer. Look whether it is in the same Wi-Fi."),
    QT_TRANSLATE_NOOP(
        "Services",
        "The phone does not take the connection. Start its head unit server in the developer settings of Android Auto.",
    ),
    QT_TRANSLATE_NOOP("Services", "The phone cannot be reached."),
    QT_TRANSLATE_NOOP("Services", "The connection to the phone broke off."),
    QT_TRANSLATE_NOOP("Services", "The phone stopped taking what the car sends."),
    QT_TRANSLATE_NOOP("Services", "The phone sent something that Android Auto does not send."),
    QT_TRANSLATE_NOOP("Services", "The phone did not understand what the car said."),
    QT_TRANSLATE_NOOP(
        "Services", "The phone did not answer. Look whether Android Auto is allowed on it, and whether it is unlocked."
    ),
    QT_TRANSLATE_NOOP(
        "Services",
        "The phone speaks another version of Android Auto. Set android_auto_version to the one that it speaks.",
    ),
    QT_TRANSLATE_NOOP("Services", "The phone ended the connection before it said a word."),
    QT_TRANSLATE_NOOP("Services", "The phone did not finish setting up encryption."),
    QT_TRANSLATE_NOOP("Services", "Encryption with the phone failed."),
    QT_TRANSLATE_NOOP(
        "Services", "The phone does not accept this car's certificate. It may only take cars that are certified."
    ),
    QT_TRANSLATE_NOOP("Services", "By the phone's clock, this car's certificate is not valid yet."),
    QT_TRANSLATE_NOOP("Services", "By the phone's clock, this car's certificate has expired."),
    QT_TRANSLATE_NOOP("Services", "The phone ended the connection when it had seen this car's certificate."),
    QT_TRANSLATE_NOOP("Services", "The file with this car's certificate cannot be used."),
    QT_TRANSLATE_NOOP("Services", "That is no certificate with its key: both are needed, in PEM, without a password."),
    QT_TRANSLATE_NOOP("Services", "Look at the phone: it asks whether this car may be used, or wants to be unlocked."),
    QT_TRANSLATE_NOOP("Services", "The phone did not go on. Look at it: it may ask for something."),
    QT_TRANSLATE_NOOP("Services", "The phone has said nothing for some seconds."),
    QT_TRANSLATE_NOOP("Services", "The screen has another shape now."),
    QT_TRANSLATE_NOOP("Services", "The phone ended the connection."),
    QT_TRANSLATE_NOOP("Services", "The phone went to another car or another connection."),
    QT_TRANSLATE_NOOP("Services", "The phone does not support this car."),
    QT_TRANSLATE_NOOP("Services", "The phone cannot be shown now."),
    QT_TRANSLATE_NOOP("Services", "The phone only looked whether the car is there."),
    QT_TRANSLATE_NOOP("Services", "Wireless Android Auto is not switched on in this car."),
    QT_TRANSLATE_NOOP("Services", "The car's Bluetooth is not there."),
    QT_TRANSLATE_NOOP("Services", "Bluetooth to the phone broke off."),
    QT_TRANSLATE_NOOP(
        "Services", "The phone did not come. Connect it by Bluetooth, and allow wireless Android Auto on it."
    ),
    QT_TRANSLATE_NOOP("Services", "The phone could not join the car's Wi-Fi: the password did not fit."),
    QT_TRANSLATE_NOOP("Services", "The phone's Wi-Fi is off. Switch it on."),
    QT_TRANSLATE_NOOP("Services", "The phone did not join the car's Wi-Fi."),
    QT_TRANSLATE_NOOP("Services", "The phone joined the car's Wi-Fi, but did not connect."),
    QT_TRANSLATE_NOOP("Services", "The car's Wi-Fi could not be made."),
    QT_TRANSLATE_NOOP(
        "Services", "The car's Wi-Fi did not come up. Its adapter may not be able to be an access point."
    ),
    QT_TRANSLATE_NOOP("Services", "The car has no Wi-Fi adapter that NetworkManager may use."),
    QT_TRANSLATE_NOOP("Services", "USB cannot be used on this computer: libusb 1.0 is missing."),
    QT_TRANSLATE_NOOP("Services", "The phone does not answer on USB."),
    QT_TRANSLATE_NOOP("Services", "The phone is no longer plugged in."),
    QT_TRANSLATE_NOOP("Services", "The phone was unplugged."),
    QT_TRANSLATE_NOOP("Services", "What is plugged in is no phone that takes accessories."),
    QT_TRANSLATE_NOOP("Services", "The phone did not come back as an accessory. Unplug it, and plug it in again."),
    QT_TRANSLATE_NOOP("Services", "The phone's accessory cannot be opened."),
    QT_TRANSLATE_NOOP("Services", "This unit may not use phones on USB: the udev rule for them is missing."),
)
