"""aiortc turned against its peer: JSON lines in and out, one attack a process."""

import asyncio
import json
import os
import random
import struct
import sys

try:
    from aiortc import RTCPeerConnection, RTCSessionDescription, rtcsctptransport
    from aiortc.sdp import candidate_from_sdp
except ImportError as error:
    sys.exit(f"{error}: apt-get install python3-aiortc")

MESSAGE = 16384
# Payload protocol identifiers of RFC 8831, section 8.
CONTROL, BINARY = 50, 53
FIRST, LAST, UNORDERED = 2, 1, 4


def say(type_, **members):
    print(json.dumps({"type": type_, **members}), flush=True)


class Peer:
    def __init__(self):
        self.connection = RTCPeerConnection()
        self.connection.on("datachannel", self.adopt)
        self.pending = []
        self.open = asyncio.Event()

    def adopt(self, channel):
        self.channel = channel
        channel.on("message", self.echo)
        self.open.set()

    def echo(self, data):
        if isinstance(data, str) and data.startswith("ping "):
            self.channel.send(data.replace("ping", "pong"))

    async def add_candidate(self, init):
        candidate = candidate_from_sdp(init["candidate"].split(":", 1)[1])
        candidate.sdpMid = init["sdpMid"]
        if candidate.protocol == "udp":
            await self.connection.addIceCandidate(candidate)

    async def handle(self, message):
        kind = message["type"]
        if kind == "description":
            await self.connection.setRemoteDescription(
                RTCSessionDescription(**message["description"])
            )
            for init in self.pending:
                await self.add_candidate(init)
            self.pending = None
            await self.connection.setLocalDescription(
                await self.connection.createAnswer()
            )
            local = self.connection.localDescription
            sdp = self.answer(message["description"]["sdp"], local.sdp)
            say("description", description={"type": local.type, "sdp": sdp})
        elif kind == "candidate":
            if self.pending is None:
                await self.add_candidate(message["candidate"])
            else:
                self.pending.append(message["candidate"])
        elif kind == "attack":
            asyncio.ensure_future(self.attack(**message["attack"]))

    def answer(self, offered, made):
        """What is said in answer to an offer."""
        return made

    def attacker(self):
        return Attack(self.connection.sctp, self.channel)

    async def attack(self, name, count, seed):
        await self.open.wait()
        random.seed(seed)
        attack = self.attacker()
        try:
            await getattr(attack, name)(count)
        except ConnectionError:
            # The peer has ended the connection, which it may.
            pass
        say("attacked", packets=attack.packets)


def unshaken(handle):
    """aiortc closes its transport when an answer to an attack surprises it."""

    async def handle_all(data):
        try:
            await handle(data)
        except (AssertionError, LookupError, ValueError, struct.error):
            pass

    return handle_all


class Attack:
    """Each method is an attack of so many packets, messages or channels."""

    def __init__(self, sctp, channel):
        self.sctp = sctp
        self.channel = channel
        self.dtls = sctp.transport
        self.ice = self.dtls.transport
        self.tsn = sctp._local_tsn
        self.packets = 0
        sctp._handle_data = unshaken(sctp._handle_data)

    async def pause(self, index):
        self.packets = index + 1
        # The event loop answers checks and reads acknowledgements meanwhile.
        if index % 20 == 0:
            await asyncio.sleep(0.001)

    def packet(self, body, tag=None, port=5000):
        """An SCTP packet with a right checksum, whatever its chunks are."""
        tag = self.sctp._remote_verification_tag if tag is None else tag
        header = struct.pack("!HHL", port, port, tag)
        data = header + b"\0\0\0\0" + body
        return header + struct.pack("<L", rtcsctptransport.crc32c(data)) + body

    def chunk(self, type_, flags, body, length=None):
        length = len(body) + 4 if length is None else length
        return struct.pack("!BBH", type_, flags, length) + body + b"\0" * (-len(body) % 4)

    def data(self, tsn, stream, sequence, ppid, payload, flags=FIRST | LAST):
        body = struct.pack("!LHHL", tsn & 0xFFFFFFFF, stream, sequence & 0xFFFF, ppid)
        return self.chunk(0, flags, body + payload)

    async def send(self, packet):
        await self.dtls._send_data(packet)

    async def junk_below_dtls(self, count):
        """Between ICE and DTLS: what is not encrypted reaches OpenSSL and SRTP's demultiplexer."""
        for index in range(count):
            body = os.urandom(random.choice([1, 12, 13, 28, 100, 600, 1200]))
            first = random.choice([0, 1, 20, 21, 22, 23, 24, 63, 64, 128, 144, 191, 255])
            head = bytes([first]) + random.choice([b"", b"\xfe\xfd", b"\xfe\xff"])
            await self.ice._send(head + body)
            await self.pause(index)

    async def broken_chunks(self, count):
        """Every type of chunk with random bodies and lengths that lie."""
        # Without ABORT and SHUTDOWN: they end the association, rightly.
        types = [0, 1, 2, 3, 4, 5, 9, 10, 11, 64, 128, 130, 132, 192, 193, 194, 255]
        for index in range(count):
            chunks = b""
            for _ in range(random.randrange(1, 4)):
                body = os.urandom(random.choice([0, 1, 4, 8, 12, 16, 20, 40, 200]))
                length = random.choice([None, None, 0, 1, 3, 4, 5, 65535, len(body)])
                chunks += self.chunk(random.choice(types), random.randrange(256), body, length)
            tag = random.choice([None, None, None, 0, 1])
            await self.send(self.packet(chunks, tag)[: random.choice([None, None, 11, 13, 20])])
            await self.pause(index)

    def plausible(self):
        """Chunks of the right form, whose numbers are near those that are expected, or far."""
        tsn = self.tsn + random.choice([0, 1, 2, 100, 1 << 16, 1 << 31, -1, -5])
        theirs = (self.sctp._last_received_tsn or 0) + random.choice([0, 1, 9, 1 << 31, -9])
        u32 = random.choice([0, 1, tsn, theirs, 0xFFFFFFFF]) & 0xFFFFFFFF
        u16 = random.choice([0, 1, 2, 8, 0x7FFF, 0xFFFF])
        reset = struct.pack("!HHLLL", 13, 18, u32, theirs & 0xFFFFFFFF, tsn & 0xFFFFFFFF)
        return [
            self.data(tsn, u16, u16, random.choice([0, 50, 51, 53, 56, 57, 99]), os.urandom(9)),
            self.data(tsn, u16, u16, BINARY, b"", random.randrange(16)),
            self.chunk(64, random.randrange(16), struct.pack("!LHHLL", u32, u16, 0, u32, 53)),
            self.chunk(3, 0, struct.pack("!LLHHHHL", theirs & 0xFFFFFFFF, u32, 1, 1, u16, 9, u32)),
            self.chunk(3, 0, struct.pack("!LLHH", u32, u32, u16, u16)),
            self.chunk(192, 0, struct.pack("!LHH", tsn & 0xFFFFFFFF, u16, u16)),
            self.chunk(194, 0, struct.pack("!LHHL", tsn & 0xFFFFFFFF, u16, u16, u32)),
            self.chunk(130, 0, reset + struct.pack("!HH", u16, 0)),
            self.chunk(130, 0, struct.pack("!HHLL", 16, 12, u32, u32)),
            self.chunk(130, 0, struct.pack("!HHLHH", 17, 12, u32, u16, 0)),
            self.chunk(1, 0, struct.pack("!LLHHL", u32, u32, u16, u16, u32)),
            self.chunk(2, 0, struct.pack("!LLHHLHH", u32, u32, u16, u16, u32, 7, 4)),
            self.chunk(10, 0, os.urandom(u16 % 500)),
            self.chunk(4, 0, struct.pack("!HH", 1, u16) + os.urandom(4)),
            self.chunk(9, 0, struct.pack("!HH", u16, u16)),
        ]

    async def plausible_chunks(self, count):
        """Right in form, wrong in what they say; of few kinds, since some end the association."""
        kinds = random.sample(range(len(self.plausible())), 4)
        for index in range(count):
            chunks = b"".join(self.plausible()[random.choice(kinds)] for _ in range(random.randrange(1, 4)))
            await self.send(self.packet(chunks))
            await self.pause(index)

    async def unfinished_messages(self, count):
        """Fragments without an end, with gaps: they wait to be put together."""
        payload = os.urandom(1000)
        for index in range(count):
            tsn = self.tsn + 2 * index + 1
            flags = random.choice([FIRST, 0, FIRST | UNORDERED, UNORDERED])
            stream = random.randrange(65536)
            await self.send(self.packet(self.data(tsn, stream, index, BINARY, payload, flags)))
            await self.pause(index)

    async def many_channels(self, count):
        """DATA_CHANNEL_OPEN (RFC 8832) for every stream, and bad ones."""
        self.sctp._cwnd = self.sctp._ssthresh = 1 << 30
        for index in range(count):
            label = os.urandom(random.choice([0, 8, 100]))
            lengths = random.choice([(len(label), 0), (65535, 65535), (0, len(label))])
            kind = random.choice([0, 0, 1, 2, 0x80, 0x81, 0x82, 3, 255])
            head = struct.pack("!BBHLHH", 3, kind, 0, 0, *lengths)
            message = random.choice([head + label, head + label, head[:5], b"\x02", b"\xff"])
            await self.sctp._send(index % 65536, CONTROL, message)
            await self.pause(index)
        while self.sctp._outbound_queue or self.sctp._sent_queue:
            await asyncio.sleep(0.01)

    async def ignore_window(self, count):
        """aiortc never minds the peer's receive window; here not its own congestion window either."""
        self.sctp._cwnd = self.sctp._ssthresh = 1 << 30
        payload = bytearray(MESSAGE)
        for index in range(count):
            struct.pack_into("<L", payload, 0, index)
            while len(self.sctp._outbound_queue) > 1000:
                await asyncio.sleep(0.005)
            await self.sctp._send(self.channel.id, BINARY, bytes(payload))


async def main(make_peer=Peer):
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    peer = make_peer()
    while line := await reader.readline():
        await peer.handle(json.loads(line))


if __name__ == "__main__":
    asyncio.run(main())
