"""SAE J1939: messages are told by their parameter group, whoever sends them."""

from __future__ import annotations

from pathlib import Path

import pytest

from backends.vehicle.dbc import EXTENDED, parse_dbc
from backends.vehicle.dbc.model import group_key

NAME = Path("truck.dbc")
EEC1, PDU1, PLAIN = 0x0CF004FE | EXTENDED, 0x18EA00FE | EXTENDED, 0x123
MESSAGES = f"""BO_ {EEC1} EEC1: 8 X
 SG_ EngineSpeed : 24|16@1+ (0.125,0) [0|8031.875] "rpm" X
BO_ {PDU1} Request: 3 X
BO_ {PLAIN} Plain: 8 X
"""


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ("", []),
        ('BA_ "ProtocolType" "J1939";', ["EEC1", "Request"]),
        ('BA_DEF_DEF_  "VFrameFormat" "J1939PG";', ["EEC1", "Request"]),
        (f'BA_ "VFrameFormat" BO_ {EEC1} 3;', ["EEC1"]),
        (f'BA_ "ProtocolType" "J1939";\nBA_ "VFrameFormat" BO_ {EEC1} 1;', ["Request"]),
    ],
)
def test_j1939_is_read_from_a_description(attributes: str, told: list[str]) -> None:
    database = parse_dbc(MESSAGES + attributes, NAME)
    assert [message.name for message in database.messages if message.j1939] == told
    assert database.problems == []


def test_j1939_groups_leave_out_priority_and_addresses() -> None:
    assert group_key(0x0CF00400 | EXTENDED) == group_key(EEC1) == 0x00F00400 | EXTENDED
    assert group_key(0x18EA2103 | EXTENDED) == group_key(PDU1), "a group with a receiver"
    assert group_key(0x0CF00300 | EXTENDED) != group_key(EEC1)
    assert group_key(0x1DF00400 | EXTENDED) != group_key(EEC1), "another data page"
