"""A bridge to an Eclipse KUKSA databroker: a client of the vehicle service like any other, off unless it is started."""
