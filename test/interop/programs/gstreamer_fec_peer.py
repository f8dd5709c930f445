"""webrtcbin as a peer that asks for no packet again: it repairs with RED and ULPFEC."""

from gstreamer_media_peer import MediaPeer
from gstreamer_peer import GLib, GstWebRTC, say, serve


class FecPeer(MediaPeer):
    recovered = 0

    def __init__(self, loop):
        super().__init__(loop)
        self.decoders = []
        # Milliseconds.
        GLib.timeout_add(200, self.look)
        self.bin.connect("on-new-transceiver", self.on_transceiver)
        self.bin.connect("deep-element-added", self.on_element)

    @staticmethod
    def on_transceiver(_bin, transceiver):
        transceiver.set_property("fec-type", GstWebRTC.WebRTCFECType.ULP_RED)

    def on_element(self, _bin, _parent, element):
        factory = element.get_factory()
        if factory and factory.get_name() == "rtpulpfecdec":
            self.decoders.append(element)

    def look(self):
        recovered = sum(decoder.get_property("recovered") for decoder in self.decoders)
        if recovered > self.recovered:
            self.recovered = recovered
            say("recovered", packets=recovered)
        return True


serve(FecPeer)
