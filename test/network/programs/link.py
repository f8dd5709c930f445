"""
A wire between two network namespaces that loses, delays and reorders packets,
and has a rate: the kernel's netem is not in every kernel.

Usage: link.py INTERFACE FIRST SECOND, the names of the namespaces. Both get a
TUN interface of that name. Takes settings as JSON, one object a line:
  loss      share of the packets that get lost, 0 to 1
  delay     milliseconds each way
  reorder   share of the packets that overtake those that wait for their delay
  rate      bits per second each way, 0: no limit
Prints {"type": "ready"} and, for each line of settings, {"type": "set"}.
"""

import ctypes
import fcntl
import heapq
import itertools
import json
import os
import random
import selectors
import struct
import sys
import time

CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000

# Bytes that wait for the rate, each way; more is dropped at the tail.
QUEUE = 64 * 1024

libc = ctypes.CDLL(None, use_errno=True)


def enter(namespace):
    with open(namespace, "rb") as file:
        if libc.setns(file.fileno(), CLONE_NEWNET) != 0:
            sys.exit(f"setns {namespace}: {os.strerror(ctypes.get_errno())}")


def open_tun(namespace, name):
    """The interface lives in the namespace in which it was made."""
    enter(f"/run/netns/{namespace}")
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return tun


class Settings:
    loss = 0.0
    delay = 0.0
    reorder = 0.0
    rate = 0.0


class Direction:
    """Packets from one end to the other."""

    counter = itertools.count()

    def __init__(self, settings, target, chance):
        self.settings = settings
        self.target = target
        self.random = chance
        self.waiting = []
        self.free_at = 0.0

    def take(self, packet, now):
        settings = self.settings
        if self.random.random() < settings.loss:
            return
        sent = now
        if settings.rate:
            sent = max(now, self.free_at)
            if (sent - now) * settings.rate / 8 > QUEUE:
                return
            sent += len(packet) * 8 / settings.rate
            self.free_at = sent
        overtakes = self.random.random() < settings.reorder
        due = sent if overtakes else sent + settings.delay / 1000
        heapq.heappush(self.waiting, (due, next(self.counter), packet))

    def deliver(self, now):
        while self.waiting and self.waiting[0][0] <= now:
            packet = heapq.heappop(self.waiting)[2]
            try:
                os.write(self.target, packet)
            except OSError:
                # The interface is down: the packet is lost.
                pass


def hurry():
    """A busy machine should add no delays of its own."""
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    except PermissionError:
        # Not every container allows it.
        pass


def main():
    name, first, second = sys.argv[1:]
    hurry()
    settings = Settings()
    chance = random.Random(20)
    ends = [open_tun(first, name), open_tun(second, name)]
    directions = [
        Direction(settings, ends[1], chance),
        Direction(settings, ends[0], chance),
    ]
    selector = selectors.DefaultSelector()
    for end, direction in zip(ends, directions):
        selector.register(end, selectors.EVENT_READ, direction)
    selector.register(sys.stdin.fileno(), selectors.EVENT_READ, None)
    print(json.dumps({"type": "ready"}), flush=True)

    commands = b""
    while True:
        due = min((d.waiting[0][0] for d in directions if d.waiting), default=None)
        wait = None if due is None else max(0.0, due - time.monotonic())
        for key, _ in selector.select(wait):
            if key.data is None:
                chunk = os.read(key.fd, 4096)
                if not chunk:
                    return
                *lines, commands = (commands + chunk).split(b"\n")
                for line in lines:
                    vars(settings).update(json.loads(line))
                    print(json.dumps({"type": "set"}), flush=True)
                continue
            now = time.monotonic()
            for _ in range(64):
                try:
                    key.data.take(os.read(key.fd, 65536), now)
                except BlockingIOError:
                    break
        now = time.monotonic()
        for direction in directions:
            direction.deliver(now)


main()
