"""Diagnostics: what the car's control units know to be wrong, and their live values. See docs/protocols/obd.md and uds.md."""
