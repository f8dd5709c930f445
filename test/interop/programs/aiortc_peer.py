"""aiortc as a peer: JSON lines on standard input and output, echoes what it receives."""

import asyncio
import json
import sys

try:
    from aiortc import RTCPeerConnection, RTCSessionDescription
    from aiortc.sdp import candidate_from_sdp
except ImportError as error:
    sys.exit(f"{error}: apt-get install python3-aiortc")


def say(type_, **members):
    print(json.dumps({"type": type_, **members}), flush=True)


class Peer:
    def __init__(self):
        self.connection = RTCPeerConnection()
        self.channels = {}
        self.pending = []
        self.connection.on("datachannel", self.adopt)
        self.connection.on(
            "connectionstatechange",
            lambda: say("state", state=self.connection.connectionState),
        )

    def adopt(self, channel):
        self.channels[channel.label] = channel
        channel.on("message", lambda data: channel.send(data))
        channel.on("close", lambda: say("channel-closed", label=channel.label))
        if channel.readyState == "open":
            self.announce(channel)
        else:
            channel.on("open", lambda: self.announce(channel))

    @staticmethod
    def announce(channel):
        say(
            "channel",
            label=channel.label,
            ordered=channel.ordered,
            maxRetransmits=channel.maxRetransmits,
            protocol=channel.protocol,
        )

    def prepare(self, role):
        """Adds what it has to offer."""
        if role != "offer":
            return
        self.adopt(self.connection.createDataChannel("reliable"))
        self.adopt(
            self.connection.createDataChannel(
                "partial", ordered=False, maxRetransmits=0, protocol="p1"
            )
        )

    async def describe(self, description):
        # aiortc gathers everything here: its description has its candidates.
        await self.connection.setLocalDescription(description)
        local = self.connection.localDescription
        say("description", description={"type": local.type, "sdp": local.sdp})

    async def add_candidate(self, init):
        candidate = candidate_from_sdp(init["candidate"].split(":", 1)[1])
        candidate.sdpMid = init["sdpMid"]
        candidate.sdpMLineIndex = init["sdpMLineIndex"]
        if candidate.protocol == "udp":
            await self.connection.addIceCandidate(candidate)

    async def handle(self, message):
        kind = message["type"]
        if kind == "start":
            self.prepare(message["role"])
            if message["role"] == "offer":
                await self.describe(await self.connection.createOffer())
        elif kind == "description":
            description = RTCSessionDescription(**message["description"])
            await self.connection.setRemoteDescription(description)
            for init in self.pending:
                await self.add_candidate(init)
            self.pending = None
            if description.type == "offer":
                await self.describe(await self.connection.createAnswer())
        elif kind == "candidate":
            if self.pending is None:
                await self.add_candidate(message["candidate"])
            else:
                self.pending.append(message["candidate"])
        elif kind == "close-channel":
            self.channels[message["label"]].close()
        elif kind == "close":
            await self.connection.close()
            return False
        return True


async def serve(peer_class):
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    peer = peer_class()
    while line := await reader.readline():
        if not await peer.handle(json.loads(line)):
            break


if __name__ == "__main__":
    asyncio.run(serve(Peer))
