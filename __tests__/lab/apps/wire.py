"""A slow, lossy cable between two network namespaces: wire.py NAMESPACE NAMESPACE ONE_WAY_MS LOSS_PERCENT.

tc's netem does this inside the kernel, where the kernel has it. A TUN device at each end and this loop do it anywhere.
"""
import collections
import contextlib
import ctypes
import fcntl
import os
import random
import select
import struct
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI, CLONE_NEWNET = 0x400454CA, 0x0001, 0x1000, 0x40000000


def open_end(namespace: str) -> int:
    """A TUN device named `slow` in that namespace; the descriptor stays ours (linux Documentation/networking/tuntap)."""
    with open(namespace, "rb") as there:
        if ctypes.CDLL(None, use_errno=True).setns(there.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter {namespace}")
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", b"slow", IFF_TUN | IFF_NO_PI))
    return device


def carry(ends: list[int], delay: float, loss: float) -> None:
    """Takes packets at each end and hands them over at the other, `delay` seconds later, in order."""
    under_way: collections.deque[tuple[float, int, bytes]] = collections.deque()
    while True:
        wait = max(0.0, under_way[0][0] - time.monotonic()) if under_way else None
        for end in select.select(ends, [], [], wait)[0]:
            packet = os.read(end, 65536)
            if random.random() >= loss:
                under_way.append((time.monotonic() + delay, ends[1 - ends.index(end)], packet))
        while under_way and under_way[0][0] <= time.monotonic():
            _, target, packet = under_way.popleft()
            # EIO where the other end is not up yet: the packet is lost, as on any cable.
            with contextlib.suppress(OSError):
                os.write(target, packet)


random.seed(1)
both = [open_end(namespace) for namespace in sys.argv[1:3]]
print("up", flush=True)
carry(both, float(sys.argv[3]) / 1000, float(sys.argv[4]) / 100)
