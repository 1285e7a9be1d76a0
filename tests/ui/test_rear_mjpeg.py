"""MJPEG as cameras really send it, cut anywhere, broken anywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.camera import BOUNDARY, jpeg, part
from ui.camera.mjpeg import LONGEST_HEAD, LONGEST_PICTURE, Dechunker, HeadReader, MjpegError, PartReader

PICTURES = [jpeg(shade, 32, 32) for shade in (20, 120, 220)]
MARK = BOUNDARY.encode()
END = f"--{BOUNDARY}\r\n".encode()


def cut(data: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[a:b] for a, b in pairwise(edges)]


def read(data: bytes, places: list[int], mark: bytes = MARK) -> list[bytes]:
    reader = PartReader(mark)
    return [picture for piece in cut(data, places) for picture in reader.feed(piece)]


cuts = st.lists(st.integers(0, 10_000), max_size=12)
FORMS = {
    "with lengths": b"".join(part(p) for p in PICTURES),
    "without lengths": b"".join(part(p, length=None) for p in PICTURES) + END,
    "bare line feeds": b"".join(part(p, newline="\n") for p in PICTURES),
    "a length too long": b"".join(part(p, length=len(p) + 40) for p in PICTURES) + END * 3,
    "a length too short": b"".join(part(p, length=len(p) - 40) for p in PICTURES) + END,
    "padding behind pictures": b"".join(part(p + b"\0" * 7, length=len(p) + 7) for p in PICTURES) + END,
    "junk before": b"\r\nhello\r\n\r\n" + b"".join(part(p) for p in PICTURES),
    "text between": part(PICTURES[0]) + part(b"no picture", length=10) + part(PICTURES[1]) + part(PICTURES[2]),
}


@pytest.mark.parametrize("form", FORMS)
@given(places=cuts)
def test_every_form_gives_the_same_pictures_however_it_is_cut(form: str, places: list[int]) -> None:
    # Whatever pads a picture is behind its end mark and harms nobody.
    found = [picture[: picture.rindex(b"\xff\xd9") + 2] for picture in read(FORMS[form], places)]
    assert found == PICTURES


def test_a_picture_without_a_length_is_not_a_frame_late() -> None:
    assert read(part(PICTURES[0], length=None), []) == PICTURES[:1]


@given(broken=st.binary(max_size=200), place=st.integers(0, 5000), places=cuts)
def test_bytes_in_the_wrong_place_cost_the_pictures_they_hit_and_no_other(
    broken: bytes, place: int, places: list[int]
) -> None:
    first = part(PICTURES[0])
    place %= len(first)
    data = first[:place] + broken + first[place:] + b"".join(part(p) for p in PICTURES[1:]) + part(PICTURES[2])
    assert PICTURES[2] in read(data, places)


@given(data=st.binary(max_size=3000), places=cuts)
def test_noise_is_no_picture_and_no_crash(data: bytes, places: list[int]) -> None:
    assert all(picture.startswith(b"\xff\xd8") for picture in read(data, places))


def test_nothing_grows_for_ever() -> None:
    with pytest.raises(MjpegError):
        PartReader(MARK).feed(b"x" * (LONGEST_HEAD + 1))
    reader = PartReader(MARK)
    with pytest.raises(MjpegError):
        reader.feed(b"\xff\xd8" + bytes(LONGEST_PICTURE))
    with pytest.raises(MjpegError):
        HeadReader().feed(b"HTTP/1.1 200 OK\r\n" + b"x" * LONGEST_HEAD)


@given(places=cuts)
def test_an_answers_head_is_read_however_it_is_cut(places: list[int]) -> None:
    head = b'HTTP/1.0 200 OK\r\ncontent-type: Multipart/X-Mixed-Replace;boundary="--b1"\r\nTransfer-Encoding: Chunked\r\n\r\nrest'
    reader, body = HeadReader(), b""
    for piece in cut(head, places):
        if reader.boundary:
            body += piece
        elif (rest := reader.feed(piece)) is not None:
            body += rest
    assert (reader.boundary, reader.chunked, body) == (b"b1", True, b"rest")


@pytest.mark.parametrize(
    "head",
    [
        b"SSH-2.0-dropbear\r\n\r\n",
        b"\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\n\r\n",
        b"HTTP/1.1 401 Unauthorized\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>",
    ],
)
def test_what_is_no_stream_is_refused(head: bytes) -> None:
    with pytest.raises(MjpegError):
        HeadReader().feed(head)


@given(pieces=st.lists(st.binary(min_size=1, max_size=60), max_size=6), places=cuts)
def test_chunks_come_together_again(pieces: list[bytes], places: list[int]) -> None:
    sent = b"".join(f"{len(piece):x};ext=1\r\n".encode() + piece + b"\r\n" for piece in pieces)
    reader = Dechunker()
    assert b"".join(reader.feed(piece) for piece in cut(sent, places)) == b"".join(pieces)


def test_a_chunk_without_a_size_is_refused() -> None:
    for data in (b"zz\r\n", b"x" * 100, b"fffffffff\r\n"):
        with pytest.raises(MjpegError):
            Dechunker().feed(data)
