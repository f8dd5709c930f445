#include "native/codecs/h264/openh264_output.h"

#include <cstring>

namespace nlw {

rtc::scoped_refptr<webrtc::EncodedImageBuffer> BytesOf(
    const SFrameBSInfo& info) {
  size_t size = 0;
  const auto size_of = [](const SLayerBSInfo& layer) {
    size_t bytes = 0;
    for (int i = 0; i < layer.iNalCount; ++i)
      bytes += static_cast<size_t>(layer.pNalLengthInByte[i]);
    return bytes;
  };
  for (int i = 0; i < info.iLayerNum; ++i)
    size += size_of(info.sLayerInfo[i]);
  auto buffer = webrtc::EncodedImageBuffer::Create(size);
  size_t at = 0;
  for (int i = 0; i < info.iLayerNum; ++i) {
    const SLayerBSInfo& layer = info.sLayerInfo[i];
    std::memcpy(buffer->data() + at, layer.pBsBuf, size_of(layer));
    at += size_of(layer);
  }
  return buffer;
}

int TemporalIdOf(const SFrameBSInfo& info) {
  for (int i = 0; i < info.iLayerNum; ++i) {
    if (info.sLayerInfo[i].uiLayerType == VIDEO_CODING_LAYER)
      return info.sLayerInfo[i].uiTemporalId;
  }
  return 0;
}

}  // namespace nlw
