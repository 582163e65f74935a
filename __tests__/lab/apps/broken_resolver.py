"""A DNS server that answers every question in one wrong way: servfail, refused, formerr, garbage, silent, truncated."""
import socket
import sys

CODES = {"servfail": 2, "refused": 5, "formerr": 1}


def answer(question: bytes, trouble: str) -> bytes | None:
    """The reply to one query, or None for no reply (RFC 1035 4.1.1 has the header)."""
    if trouble == "silent":
        return None
    if trouble == "garbage":
        return question[:2] + b"\x81\x80" + b"\xff" * 40
    flags = 0x8200 if trouble == "truncated" else 0x8180
    return question[:2] + (flags | CODES.get(trouble, 0)).to_bytes(2, "big") + question[4:6] + bytes(6) + question[12:]


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("0.0.0.0", 53))
    while True:
        packet, sender = server.recvfrom(4096)
        reply = answer(packet, sys.argv[1])
        if reply is not None:
            server.sendto(reply, sender)
