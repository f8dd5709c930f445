import {
  ArrayBufferType,
  ArrayBufferViewType,
  dictionary,
  enforceRange,
  interfaceType,
  member,
  types,
  union,
} from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import { RTCPriorityType } from './enums.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcdatachannelinit */
export interface RTCDataChannelInit extends Infer<typeof RTCDataChannelInit> {}
export const RTCDataChannelInit = dictionary('RTCDataChannelInit', {
  /** Messages arrive in the order they were sent in. */
  ordered: member(types.boolean, true),
  /** Milliseconds during which a message is retransmitted; not with `maxRetransmits`. */
  maxPacketLifeTime: member(enforceRange(types.unsignedShort)),
  /** How often a message is retransmitted; not with `maxPacketLifeTime`. */
  maxRetransmits: member(enforceRange(types.unsignedShort)),
  /** Subprotocol name, at most 65535 bytes of UTF-8. */
  protocol: member(types.USVString, ''),
  /** Both sides make the channel themselves, with the same `id`. */
  negotiated: member(types.boolean, false),
  /** SCTP stream, 0 to 65534; read with `negotiated` only. */
  id: member(enforceRange(types.unsignedShort)),
  /** @see https://w3c.github.io/webrtc-priority/ */
  priority: member(RTCPriorityType, 'low'),
});
export interface ConvertedDataChannelInit extends Converted<typeof RTCDataChannelInit> {}

/** What `RTCDataChannel.send()` takes. */
export const SendData = union([
  types.USVString,
  interfaceType<Blob>('Blob', (value) => value instanceof Blob),
  ArrayBufferType,
  ArrayBufferViewType,
]);
export type SendData = Infer<typeof SendData>;
