"""A camera as its own program: MJPEG over HTTP with faults on demand, and a time code in each picture."""
