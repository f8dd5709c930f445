"""aiortc turned against the media of its peer: RTP and RTCP of any shape inside SRTP."""

import asyncio
import os
import random
import re
import struct

from hostile_peer import Peer, main

from aiortc import MediaStreamTrack
from pylibsrtp import Error as SrtpError


class Silent(MediaStreamTrack):
    """Gives nothing: all that is sent is an attack."""

    def __init__(self, kind):
        super().__init__()
        self.kind = kind

    async def recv(self):
        await asyncio.Future()


def sections(sdp):
    """What stands before the sections, and each of them."""
    first, *rest = re.split(r"(?m)^(?=m=)", sdp)
    return first, rest


CODEC = re.compile(r"(?m)^a=(?:rtpmap|fmtp|rtcp-fb):.*\r\n")


def with_codecs_of(offered, made):
    """An answer's section with all codecs that were offered, whether aiortc has them or not."""
    if not offered.startswith(("m=audio", "m=video")):
        return made
    types = " ".join(offered.split("\r\n")[0].split(" ")[3:])
    head = " ".join(made.split("\r\n")[0].split(" ")[:3])
    body = CODEC.sub("", made.split("\r\n", 1)[1])
    return f"{head} {types}\r\n{body}{''.join(CODEC.findall(offered))}"


class MediaPeer(Peer):
    def __init__(self):
        super().__init__()
        for kind in ["audio", "video"]:
            self.connection.addTrack(Silent(kind))

    def answer(self, offered, made):
        self.offered = sections(offered)[1]
        first, rest = sections(made)
        return first + "".join(map(with_codecs_of, self.offered, rest))

    def attacker(self):
        return MediaAttack(self.connection, self.offered)


class Stream:
    """One of ours: its SSRC, its payload types by codec, and the number of its next packet."""

    def __init__(self, sender, offered):
        self.ssrc = sender._ssrc
        self.types = {
            int(number): name.lower()
            for number, name in re.findall(r"a=rtpmap:(\d+) ([^/]+)/", offered)
        }
        self.theirs = [int(ssrc) for ssrc in re.findall(r"a=ssrc:(\d+) cname", offered)]
        mid_id = re.search(r"a=extmap:(\d+) urn:ietf:params:rtp-hdrext:sdes:mid", offered)[1]
        self.mid = (int(mid_id), re.search(r"a=mid:(\S+)", offered)[1].encode())
        self.sequence = random.randrange(1 << 15)
        self.timestamp = 0

    def header(self, payload_type, marker=0, extension=b""):
        self.sequence = (self.sequence + 1) & 0xFFFF
        self.timestamp = (self.timestamp + random.choice([0, 0, 960, 3000])) & 0xFFFFFFFF
        first = 0x90 if extension else 0x80
        return struct.pack(
            "!BBHLL", first, marker << 7 | payload_type, self.sequence, self.timestamp, self.ssrc
        ) + extension


def one_byte(*elements):
    """Header extensions in the form of RFC 8285, section 4.2."""
    body = b"".join(bytes([id_ << 4 | (len(data) - 1) & 15]) + data for id_, data in elements)
    body += b"\0" * (-len(body) % 4)
    return struct.pack("!HH", 0xBEDE, len(body) // 4) + body


class MediaAttack:
    """Each method is an attack of so many packets."""

    def __init__(self, connection, offered):
        media = [text for text in offered if not text.startswith("m=application")]
        self.dtls = connection.sctp.transport
        self.streams = [
            Stream(sender, text) for sender, text in zip(connection.getSenders(), media)
        ]
        self.packets = 0

    async def send(self, packet, index):
        try:
            await self.dtls._send_rtp(packet)
        except SrtpError:
            # libsrtp encrypts no packet whose header has no end.
            pass
        self.packets = index + 1
        if index % 20 == 0:
            await asyncio.sleep(0.001)

    async def broken_headers(self, count):
        """Headers whose counts and lengths lie."""
        for index in range(count):
            stream = random.choice(self.streams)
            packet = bytearray(stream.header(random.choice(list(stream.types))))
            packet[0] = 0x80 | random.randrange(64)
            if random.randrange(8) == 0:
                packet[8:12] = os.urandom(4)
            packet += os.urandom(random.choice([0, 1, 4, 7, 60, 64, 200, 1100]))
            if len(packet) > 16 and random.randrange(2):
                kind = random.choice([0xBEDE, 0x1000, 0x100F, random.randrange(1 << 16)])
                words = random.choice([0, 1, 2, 255, (len(packet) - 16) // 4, 65535])
                packet[12:16] = struct.pack("!HH", kind, words)
            await self.send(bytes(packet), index)

    async def odd_extensions(self, count):
        """Header extensions of every number, of lengths that are not theirs."""
        for index in range(count):
            stream = random.choice(self.streams)
            elements = [
                (random.randrange(16), os.urandom(random.choice([1, 2, 3, 4, 8, 15, 16])))
                for _ in range(random.randrange(1, 6))
            ]
            if random.randrange(2):
                elements.append((random.randrange(1, 15), stream.mid[1]))
            header = stream.header(random.choice(list(stream.types)), 1, one_byte(*elements))
            await self.send(header + os.urandom(random.choice([0, 1, 20, 200])), index)

    def payload(self, codec):
        """The beginning that a depacketizer wants, then anything."""
        junk = os.urandom(random.choice([0, 1, 2, 5, 20, 100, 1000]))
        # Sizes of at most 1023 pixels: the attack is on the parsers, not on the memory.
        size = struct.pack("<HH", random.randrange(1024), random.randrange(1024))
        key_frame = bytes([random.choice([0x10, 0x50, 0xF0]), 2, 0, 0x9D, 1, 0x2A]) + size
        starts = {
            "vp8": [b"\x10", b"\x90\x80\x11", b"\x90\xff\xff\xff\xff\xff", b"\x10" + key_frame],
            "vp9": [b"\x0c", b"\x8c\x81\x23", b"\xff" + os.urandom(9), b"\x0a\x18", b"\x8f\x80\x01"],
            "av1": [b"\x10", b"\x18\x0a\x0b", b"\xff\xff", b"\x50\xff\xff\xff\xff"],
            "h264": [b"\x67\x42", b"\x78\0\1", b"\x7c\x85", b"\x18\xff\xff", b"\x68"],
            "opus": [b"\x78", b"\xff\xff", b"\x03\x3f", b"\xfb\x81", b"\x0b\xbf"],
            "red": [b"\xef\xff\xff\xff", b"\x80\0\0\1\x60", b"\x7f", b"\xe0\0\4\0\x60"],
            "rtx": [os.urandom(2), b"", os.urandom(2) + b"\x10" + key_frame],
            "ulpfec": [os.urandom(14), b"\xff" * 24],
            "flexfec-03": [os.urandom(20), b"\0" * 12 + b"\xff" * 12],
        }
        return random.choice(starts.get(codec, [b""])) + junk

    async def garbage_payloads(self, count):
        """Packets that are in order, of frames that are not."""
        for index in range(count):
            stream = random.choice(self.streams)
            payload_type, codec = random.choice(list(stream.types.items()))
            extension = one_byte(stream.mid)
            header = stream.header(payload_type, random.randrange(2), extension)
            await self.send(header + self.payload(codec), index)

    async def one_codec_at_a_time(self, count):
        """As above, long enough of one codec that its decoder is made and kept."""
        for index in range(count):
            if index % 200 == 0:
                stream = random.choice(self.streams)
                payload_type, codec = random.choice(list(stream.types.items()))
            header = stream.header(payload_type, random.randrange(2))
            await self.send(header + self.payload(codec), index)

    def frame(self, codec, is_key):
        """One packet that is a whole frame up to where a decoder looks at it."""
        junk = os.urandom(random.choice([0, 1, 9, 50, 400, 1000]))
        width, height = (random.choice([1, 2, 16, 160, 1023]) for _ in range(2))
        if codec == "vp8":
            partition = random.choice([len(junk) // 2, len(junk), len(junk) + 1, 0])
            tag = partition << 5 | 1 << 4 | random.randrange(8) << 1 | (not is_key)
            size = struct.pack("<HH", width, height)
            return b"\x10" + tag.to_bytes(3, "little") + (b"\x9d\1\x2a" + size) * is_key + junk
        if codec == "vp9":
            # Profile 0, shown, with the sync code and 4:2:0; then sizes less one, 16 bits each.
            bits = 0b10_00_0_0_1_0 << 24 | 0x498342
            size = (width - 1) << 16 | (height - 1)
            key = (bits << 36 | 0b001_0 << 32 | size).to_bytes(9, "big")
            return (b"\x0c" + key if is_key else b"\x4c\x86") + junk
        if codec == "h264":
            parameters = bytes.fromhex("18000e6742e01f8c8d4028 02dd0800f0 000468ce3c80".replace(" ", ""))
            return parameters + b"\0" + bytes([min(len(junk) + 1, 255), 0x65]) + junk if is_key else b"\x41" + junk
        return self.payload(codec)

    async def garbage_frames(self, count):
        """Streams without a gap, of one codec for a while: their frames come as far as the decoder."""
        # Each codec of each stream in turn, however many payload types it has.
        turns = [
            (stream, codec)
            for stream in self.streams
            for codec in sorted(set(stream.types.values()) - {"rtx", "red"})
        ]
        random.shuffle(turns)
        for index in range(count):
            if index % 150 == 0:
                stream, codec = turns[index // 150 % len(turns)]
                types = [type_ for type_, name in stream.types.items() if name == codec]
                payload_type = random.choice(types)
            stream.timestamp = (stream.timestamp + 3000) & 0xFFFFFFFF
            payload = self.frame(codec, index % 150 == 0 or random.randrange(3) == 0)
            await self.send(stream.header(payload_type, 1) + payload, index)

    def rtcp(self):
        """One RTCP packet: every type, about SSRCs that exist or not."""
        theirs = [ssrc for stream in self.streams for ssrc in stream.theirs]
        ssrcs = [*theirs, *theirs, *(stream.ssrc for stream in self.streams), 0, 0xFFFFFFFF]
        kind = random.choice([200, 201, 202, 203, 204, 205, 205, 206, 206, 207, 192, 195, 208])
        body = struct.pack("!LL", random.choice(ssrcs), random.choice(ssrcs))
        forms = [
            os.urandom(random.choice([0, 4, 8, 24, 100, 1000])),
            struct.pack("!HH", random.randrange(1 << 16), 0xFFFF) * random.choice([1, 50, 250]),
            struct.pack("!HHLHH", 0, 0xFFFF, 0xFFFFFFFF, 0x7FFF, 0xD000),
            b"REMB" + struct.pack("!BBH", 255, 0xFF, 0xFFFF) + body,
            b"REMB" + struct.pack("!BBHL", 1, 3, 0, random.choice(ssrcs)),
            struct.pack("!LBBH", random.choice(ssrcs), random.randrange(256), 0, 0) * 3,
            struct.pack("!BBHL", random.randrange(8), 0, random.randrange(300), 0) * 4,
            struct.pack("!BB", random.randrange(9), 255) + b"x" * 30,
        ]
        body = (body + random.choice(forms))[: random.choice([None, None, None, 4, 5, 11])]
        first = 0x80 | random.choice([0, 1, 2, 4, 15, 31, random.randrange(64)])
        words = random.choice([len(body) // 4] * 4 + [0, 1, 65535])
        return struct.pack("!BBH", first, kind, words) + body

    async def odd_rtcp(self, count):
        """Reports, feedback and what is neither, in compounds."""
        for index in range(count):
            compound = b"".join(self.rtcp() for _ in range(random.choice([1, 1, 2, 5])))
            await self.send(compound[:1200], index)

    async def everything(self, count):
        """All of them in turn, so that each meets what the others left."""
        attacks = [
            self.broken_headers,
            self.odd_extensions,
            self.garbage_payloads,
            self.one_codec_at_a_time,
            self.garbage_frames,
            self.odd_rtcp,
        ]
        for _ in range(count // 100):
            await random.choice(attacks)(100)
        self.packets = count


if __name__ == "__main__":
    asyncio.run(main(MediaPeer))
