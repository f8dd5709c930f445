#include "native/handles/data_channel.h"

#include <string>

#include "native/env/wrapped.h"

namespace nlw {

void DataChannelHandle::Define(Environment& environment) {
  using H = DataChannelHandle;
  environment.SetClass(
      NativeKind::kDataChannel,
      DefineClass(environment.env(), "NativeDataChannel",
                  {
                      InstanceAccessor<&H::Id>("id"),
                      InstanceMethod<&H::SendText>("sendText"),
                      InstanceMethod<&H::SendBinary>("sendBinary"),
                      InstanceMethod<&H::Close>("close"),
                  }));
}

DataChannelHandle::DataChannelHandle(const Napi::CallbackInfo& info)
    : Napi::ObjectWrap<DataChannelHandle>(info),
      Handle(Environment::From(info.Env())),
      channel_(Wrapped<Channel>(info)) {}

// The connection's handle, which is older, releases the channel.
void DataChannelHandle::OnEnvironmentEnd() {}

Napi::Value DataChannelHandle::Id(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), channel_->id());
}

void DataChannelHandle::SendText(const Napi::CallbackInfo& info) {
  const std::string text = info[0].As<Napi::String>().Utf8Value();
  channel_->Send({reinterpret_cast<const uint8_t*>(text.data()), text.size()},
                 /*binary=*/false);
}

void DataChannelHandle::SendBinary(const Napi::CallbackInfo& info) {
  Napi::ArrayBuffer buffer = info[0].As<Napi::ArrayBuffer>();
  const size_t offset = info[1].As<Napi::Number>().Int64Value();
  const size_t length = info[2].As<Napi::Number>().Int64Value();
  if (offset > buffer.ByteLength() || length > buffer.ByteLength() - offset) {
    throw Napi::RangeError::New(info.Env(), "Outside of the buffer");
  }
  const auto* data = static_cast<const uint8_t*>(buffer.Data()) + offset;
  channel_->Send({data, length}, /*binary=*/true);
}

void DataChannelHandle::Close(const Napi::CallbackInfo&) {
  channel_->Close();
}

}  // namespace nlw
