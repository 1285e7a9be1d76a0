"""A CarPlay dongle with a phone behind it, on TCP: the very bytes of its USB pipes. docs/protocols/carlinkit.md."""
