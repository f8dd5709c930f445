"""aiortc as a peer with audio and video: says what it sees and hears, sends its own."""

import asyncio
import fractions
import sys

from aiortc_peer import Peer, say, serve

# After what says which package is missing.
from aiortc import RTCRtpSender
from aiortc.codecs import HEADER_EXTENSIONS
from aiortc.mediastreams import AudioStreamTrack, MediaStreamError, VideoStreamTrack
from av import AudioFrame, VideoFrame

from test_media import SAMPLE_RATE, Tone, ToneReader, draw, read

# aiortc 1.4 gives audio and video of one bundle different extensions of the id 2, which
# RFC 8843, section 7.1.3, forbids: libwebrtc refuses such an offer, and aiortc fails to parse
# what comes of it between two of its own.
HEADER_EXTENSIONS["video"][1].id = 3

CODEC = sys.argv[1] if len(sys.argv) > 1 else "VP8"
WIDTH = 320
HEIGHT = 240
FREQUENCY = 1000
# Samples of a frame.
BLOCK = SAMPLE_RATE // 50


class Pictures(VideoStreamTrack):
    counter = 0

    async def recv(self):
        pts, time_base = await self.next_timestamp()
        self.counter += 1
        frame = VideoFrame.from_ndarray(draw(self.counter, WIDTH, HEIGHT), format="yuv420p")
        frame.pts = pts
        frame.time_base = time_base
        return frame


class Sound(AudioStreamTrack):
    """The base class paces it: a silence of 20 ms at its own rate."""

    tone = Tone(FREQUENCY)
    position = 0

    async def recv(self):
        await super().recv()
        samples = self.tone.next(BLOCK).reshape(1, -1)
        frame = AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.pts = self.position
        frame.sample_rate = SAMPLE_RATE
        frame.time_base = fractions.Fraction(1, SAMPLE_RATE)
        self.position += BLOCK
        return frame


async def watch(track):
    async for frame in frames_of(track):
        luma = frame.to_ndarray()[: frame.height, : frame.width]
        say("video", width=frame.width, height=frame.height, counter=read(luma))


async def listen(track):
    reader = ToneReader(lambda level, tone: say("audio", level=level, frequency=tone))
    async for frame in frames_of(track):
        if frame.sample_rate != SAMPLE_RATE:
            sys.exit(f"Opus at {frame.sample_rate} Hz")
        # Interleaved; the left channel.
        reader.take(frame.to_ndarray()[0][:: len(frame.layout.channels)])


async def frames_of(track):
    try:
        while True:
            yield await track.recv()
    except MediaStreamError:
        return


class MediaPeer(Peer):
    def __init__(self):
        super().__init__()
        self.tasks = set()
        self.connection.on("track", self.take)

    def take(self, track):
        work = watch(track) if track.kind == "video" else listen(track)
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        # What a reader fails with goes to standard error.
        task.add_done_callback(lambda ended: ended.result())

    def prepare(self, role):
        self.connection.addTrack(Sound())
        self.connection.addTrack(Pictures())
        if role == "offer":
            codecs = RTCRtpSender.getCapabilities("video").codecs
            wanted = [codec for codec in codecs if codec.mimeType == f"video/{CODEC}"]
            self.connection.getTransceivers()[1].setCodecPreferences(wanted)


asyncio.run(serve(MediaPeer))
