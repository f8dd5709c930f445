"""GStreamer's webrtcbin as a peer: JSON lines on standard input and output, echoes."""

import json
import sys

PACKAGES = "python3-gi gir1.2-gst-plugins-bad-1.0 gstreamer1.0-plugins-bad gstreamer1.0-nice"

try:
    import gi

    for namespace in ("Gst", "GstWebRTC", "GstSdp"):
        gi.require_version(namespace, "1.0")
    from gi.repository import GLib, Gst, GstSdp, GstWebRTC
except (ImportError, ValueError) as error:
    sys.exit(f"{error}: apt-get install {PACKAGES}")


def say(type_, **members):
    # In one piece: several threads say something.
    sys.stdout.write(json.dumps({"type": type_, **members}) + "\n")
    sys.stdout.flush()


class Peer:
    """Signals of webrtcbin come on its own threads; commands run in the main loop."""

    def __init__(self, loop):
        self.loop = loop
        self.channels = {}
        self.pipeline = Gst.Pipeline()
        self.bin = Gst.ElementFactory.make("webrtcbin")
        if not self.bin or not Gst.ElementFactory.find("nicesrc"):
            sys.exit(f"webrtcbin is incomplete: apt-get install {PACKAGES}")
        self.bin.set_property("bundle-policy", GstWebRTC.WebRTCBundlePolicy.MAX_BUNDLE)
        self.pipeline.add(self.bin)
        self.bin.connect("on-ice-candidate", self.on_candidate)
        self.bin.connect("on-data-channel", lambda _bin, channel: self.adopt(channel))
        self.bin.connect(
            "notify::connection-state",
            lambda bin_, _: say("state", state=bin_.get_property("connection-state").value_nick),
        )
        self.pipeline.set_state(Gst.State.PLAYING)

    @staticmethod
    def on_candidate(_bin, index, candidate):
        say("candidate", candidate={"candidate": candidate, "sdpMLineIndex": index})

    def adopt(self, channel):
        label = channel.get_property("label")
        self.channels[label] = channel
        channel.connect("on-message-string", self.echo_string)
        channel.connect("on-message-data", self.echo_data)
        channel.connect("on-close", lambda _: say("channel-closed", label=label))
        if channel.get_property("ready-state") == GstWebRTC.WebRTCDataChannelState.OPEN:
            self.announce(channel)
        else:
            channel.connect("on-open", self.announce)

    @staticmethod
    def echo_string(channel, text):
        channel.emit("send-string", "" if text is None else text)

    @staticmethod
    def echo_data(channel, data):
        channel.emit("send-data", data)

    @staticmethod
    def announce(channel):
        retransmits = channel.get_property("max-retransmits")
        say(
            "channel",
            label=channel.get_property("label"),
            ordered=channel.get_property("ordered"),
            maxRetransmits=None if retransmits < 0 else retransmits,
            protocol=channel.get_property("protocol") or "",
        )

    def describe(self, signal, name):
        def described(promise, *_):
            # The description's memory belongs to the reply.
            reply = promise.get_reply()
            description = reply.get_value(name)
            self.bin.emit("set-local-description", description, None)
            say("description", description={"type": name, "sdp": description.sdp.as_text()})

        promise = Gst.Promise.new_with_change_func(described)
        self.bin.emit(signal, None, promise)

    def prepare_offer(self):
        """Adds what it has to offer."""
        self.adopt(self.bin.emit("create-data-channel", "reliable", None))
        options = Gst.Structure.new_from_string(
            "options, ordered=(boolean)false, max-retransmits=(int)0, protocol=(string)p1"
        )
        self.adopt(self.bin.emit("create-data-channel", "partial", options))

    def prepare_answer(self, sdp):
        """Adds what it answers the offer with."""

    def start(self, role):
        if role == "offer":
            self.prepare_offer()
            self.describe("create-offer", "offer")

    def set_remote(self, init):
        if init["type"] == "offer":
            self.prepare_answer(init["sdp"])
        _, message = GstSdp.SDPMessage.new_from_text(init["sdp"])
        kind = getattr(GstWebRTC.WebRTCSDPType, init["type"].upper())
        description = GstWebRTC.WebRTCSessionDescription.new(kind, message)
        promise = Gst.Promise.new()
        self.bin.emit("set-remote-description", description, promise)
        promise.wait()
        if init["type"] == "offer":
            self.describe("create-answer", "answer")

    def handle(self, message):
        kind = message["type"]
        if kind == "start":
            self.start(message["role"])
        elif kind == "description":
            self.set_remote(message["description"])
        elif kind == "candidate":
            init = message["candidate"]
            self.bin.emit("add-ice-candidate", init["sdpMLineIndex"], init["candidate"])
        elif kind == "close-channel":
            self.channels[message["label"]].emit("close")
        elif kind == "close":
            self.pipeline.set_state(Gst.State.NULL)
            self.loop.quit()


def tell_goodbye(_category, _level, _file, _function, _line, _object, message):
    if message.get().startswith("Peer closed the connection"):
        say("goodbye")


def serve(peer_class):
    Gst.init(None)
    # webrtcbin tells its user nothing of DTLS's close_notify; its decoder logs it.
    Gst.debug_remove_log_function(None)
    Gst.debug_add_log_function(tell_goodbye)
    Gst.debug_set_threshold_for_name("dtlsdec", Gst.DebugLevel.DEBUG)
    Gst.debug_set_active(True)
    loop = GLib.MainLoop()
    peer = peer_class(loop)

    def on_line(channel, _condition):
        line = channel.readline()
        if not line:
            loop.quit()
            return False
        peer.handle(json.loads(line))
        return True

    stdin = GLib.IOChannel.unix_new(sys.stdin.fileno())
    GLib.io_add_watch(stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, on_line)
    loop.run()


if __name__ == "__main__":
    serve(Peer)
