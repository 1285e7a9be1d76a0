"""Ways to the control units: ISO-TP on a CAN bus, the kernel's ISO-TP, an ELM327 adapter."""
