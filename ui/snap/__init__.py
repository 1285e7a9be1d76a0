"""``pillion snap``: every state of the display as a picture."""
