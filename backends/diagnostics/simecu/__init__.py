"""Simulated control units: OBD-II and UDS over ISO-TP on a CAN bus, as a program of its own (``pillion sim ecu``)."""
