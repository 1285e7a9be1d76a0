"""``pillion sim car``: the demo car as a program of its own, which sends and takes real CAN frames."""
