"""The car's side of Android Auto's projection protocol. docs/protocols/android-auto.md has the bytes and the states.

wire, tls, connection: bytes to messages; tables, messages, description, sensor_messages, ids: what they say; opening, talk,
channels, link: what is done with them; transport, wireless (bluez, rfcomm, hotspot): ways to the phone; backend: the phones.
"""
