"""webrtcbin as a peer with audio and video: says what it sees and hears, sends its own."""

import re
import sys
import threading

from gstreamer_peer import PACKAGES, GLib, Gst, Peer, say, serve

try:
    import numpy
except ImportError as error:
    sys.exit(f"{error}: apt-get install python3-numpy")

from test_media import SAMPLE_RATE, ToneReader, draw, read

WIDTH = 320
HEIGHT = 240
FRAME_RATE = 15
FREQUENCY = 1000

# By codec: elements that encode, pack, unpack and decode, with their properties, and the caps.
VIDEO = {
    "VP8": (
        "vp8enc deadline=1 cpu-used=8 target-bitrate=500000 keyframe-max-dist=300",
        "rtpvp8pay picture-id-mode=15-bit",
        "rtpvp8depay",
        "vp8dec",
        "",
    ),
    # openh264enc gives no key frame when it is asked for one, and the first is lost: one a second.
    "H264": (
        "openh264enc complexity=low bitrate=500000 gop-size=15"
        " ! video/x-h264,profile=constrained-baseline",
        "rtph264pay config-interval=-1 aggregate-mode=zero-latency",
        "rtph264depay ! h264parse",
        "openh264dec",
        ",packetization-mode=(string)1,profile-level-id=(string)42e01f",
    ),
}
CODEC = sys.argv[1] if len(sys.argv) > 1 else "VP8"
ENCODE, PACK, UNPACK, DECODE, CAPS = VIDEO[CODEC]
ELEMENTS = tuple(
    part.split()[0] for part in (ENCODE, PACK, UNPACK, DECODE, "opusenc", "rtpopuspay", "appsrc")
)

SEND_VIDEO = f"""
    appsrc name=pictures is-live=true do-timestamp=true format=time
      caps=video/x-raw,format=I420,width={WIDTH},height={HEIGHT},framerate={FRAME_RATE}/1
    ! {ENCODE} ! {PACK}
    ! capsfilter
      caps=application/x-rtp,media=video,encoding-name={CODEC},payload={{payload}}{CAPS}
"""
SEND_AUDIO = f"""
    audiotestsrc is-live=true freq={FREQUENCY} volume=0.5 samplesperbuffer={SAMPLE_RATE // 50}
    ! audio/x-raw,rate={SAMPLE_RATE},channels=1 ! opusenc ! rtpopuspay
    ! capsfilter caps=application/x-rtp,media=audio,encoding-name=OPUS,payload={{payload}}
"""
# Each picture and each sound as it comes, whatever the clock says.
SINK = "appsink name=sink emit-signals=true sync=false"
SEE = f"{UNPACK} ! {DECODE} ! video/x-raw,format=I420 ! {SINK}"
HEAR = f"""
    rtpopusdepay ! opusdec ! audioconvert ! audioresample
    ! audio/x-raw,format=S16LE,rate={SAMPLE_RATE},channels=1 ! {SINK}
"""


class MediaPeer(Peer):
    counter = 0

    def __init__(self, loop):
        super().__init__(loop)
        missing = [name for name in ELEMENTS if not Gst.ElementFactory.find(name)]
        if missing:
            sys.exit(f"{', '.join(missing)}: apt-get install {PACKAGES}")
        self.tones = ToneReader(lambda level, tone: say("audio", level=level, frequency=tone))
        self.bin.connect("pad-added", self.on_pad)

    def prepare_offer(self):
        self.send(SEND_AUDIO, 97)
        self.send(SEND_VIDEO, 96)

    def prepare_answer(self, sdp):
        # An answer has the payload types of the offer.
        for branch, codec in ((SEND_AUDIO, "opus"), (SEND_VIDEO, CODEC)):
            self.send(branch, re.search(rf"a=rtpmap:(\d+) {codec}/", sdp).group(1))

    def send(self, branch, payload):
        part = Gst.parse_bin_from_description(branch.format(payload=payload), True)
        self.pipeline.add(part)
        pad = self.bin.request_pad_simple("sink_%u")
        known = threading.Event()
        pad.connect("notify::caps", lambda *_: known.set())
        part.get_static_pad("src").link(pad)
        part.sync_state_with_parent()
        pictures = part.get_by_name("pictures")
        if pictures:
            self.push_picture(pictures)
            GLib.timeout_add(1000 // FRAME_RATE, self.push_picture, pictures)
        # A description that is made before has no such section.
        if not known.wait(10):
            sys.exit(f"no caps of payload type {payload}")

    def push_picture(self, pictures):
        self.counter += 1
        picture = draw(self.counter, WIDTH, HEIGHT).tobytes()
        pictures.emit("push-buffer", Gst.Buffer.new_wrapped(picture))
        return True

    def on_pad(self, _bin, pad):
        if pad.get_direction() != Gst.PadDirection.SRC:
            return
        kind = pad.get_current_caps().get_structure(0).get_string("media")
        part = Gst.parse_bin_from_description(SEE if kind == "video" else HEAR, True)
        sink = part.get_by_name("sink")
        sink.connect("new-sample", self.on_picture if kind == "video" else self.on_sound)
        self.pipeline.add(part)
        pad.link(part.get_static_pad("sink"))
        part.sync_state_with_parent()

    def on_picture(self, sink):
        sample = sink.emit("pull-sample")
        caps = sample.get_caps().get_structure(0)
        width, height = caps.get_value("width"), caps.get_value("height")
        data = sample.get_buffer().extract_dup(0, sample.get_buffer().get_size())
        # Planes of I420 have rows of a multiple of four bytes.
        stride = (width + 3) // 4 * 4
        luma = numpy.frombuffer(data, numpy.uint8, stride * height).reshape(height, stride)
        say("video", width=width, height=height, counter=read(luma[:, :width]))
        return Gst.FlowReturn.OK

    def on_sound(self, sink):
        buffer = sink.emit("pull-sample").get_buffer()
        data = buffer.extract_dup(0, buffer.get_size())
        self.tones.take(numpy.frombuffer(data, numpy.int16))
        return Gst.FlowReturn.OK


if __name__ == "__main__":
    serve(MediaPeer)
