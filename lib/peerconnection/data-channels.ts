import { announceOpen, RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import { RTCDataChannelEvent } from '../events/RTCDataChannelEvent.js';
import type { ConvertedDataChannelInit } from '../idl/index.js';
import { isNativeError, toException } from '../internal/errors.js';
import type { NativeDataChannelFacts, NativeDataChannelInit } from '../internal/native-types.js';
import { kConstruct } from '../webidl/index.js';
import type { Connection } from './connection.js';

const context = 'RTCPeerConnection.createDataChannel';

function checkLength(name: string, value: string): void {
  const bytes = Buffer.byteLength(value);
  if (bytes <= 65535) return;
  throw new TypeError(`${context}: ${name} has ${bytes} bytes of UTF-8, at most 65535 are allowed`);
}

/** Steps 4 to 17: the slots of the channel, or the error of what does not go together. */
function checkInit(label: string, options: ConvertedDataChannelInit): NativeDataChannelInit {
  const { ordered, protocol, negotiated, priority } = options;
  const maxPacketLifeTime = options.maxPacketLifeTime ?? null;
  const maxRetransmits = options.maxRetransmits ?? null;
  // 5. If the label is longer than 65535 bytes, throw a TypeError.
  checkLength('label', label);
  // 11. If the protocol is longer than 65535 bytes, throw a TypeError.
  checkLength('dataChannelDict.protocol', protocol);
  // 13. Initialize [[DataChannelId]] to options.id if it is present and negotiated is true.
  const id = negotiated ? (options.id ?? null) : null;
  // 14. If negotiated is true and the id is null, throw a TypeError.
  if (negotiated && id === null) {
    throw new TypeError(`${context}: dataChannelDict.id is required with negotiated: true`);
  }
  // 15. If both maxPacketLifeTime and maxRetransmits are set, throw a TypeError.
  if (maxPacketLifeTime !== null && maxRetransmits !== null) {
    throw new TypeError(
      `${context}: dataChannelDict.maxPacketLifeTime and maxRetransmits exclude each other`,
    );
  }
  // 17. If the id is 65535, throw a TypeError.
  if (id === 65535) throw new TypeError(`${context}: dataChannelDict.id is above 65534`);
  return {
    ordered,
    maxPacketLifeTime,
    maxRetransmits,
    protocol,
    negotiated,
    id,
    priority,
  };
}

/** @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-createdatachannel */
export function createDataChannel(
  connection: Connection,
  label: string,
  options: ConvertedDataChannelInit,
): RTCDataChannel {
  // 2. If [[IsClosed]] is true, throw an InvalidStateError.
  connection.checkOpen(context);
  const init = checkInit(label, options);
  // 19. If the id is not below [[MaxChannels]] of a connected transport, throw an OperationError.
  const maxChannels = connection.transports.sctp?.maxChannels ?? null;
  if (init.id !== null && maxChannels !== null && init.id >= maxChannels) {
    throw new DOMException(
      `${context}: dataChannelDict.id ${init.id} is not below maxChannels ${maxChannels}`,
      'OperationError',
    );
  }
  connection.lastCreated.outdate();
  const facts = create(connection, label, init);
  const channel = new RTCDataChannel(kConstruct, connection, facts);
  // 21. Append channel to [[DataChannels]].
  connection.channels.add(channel);
  // 23. Its transport is there already when the association stands.
  if (facts.state === 'open') announceOpen(channel, false);
  return channel;
}

/** Step 18: an id that is taken, or no id left, is an OperationError. */
function create(
  { native }: Connection,
  label: string,
  init: NativeDataChannelInit,
): NativeDataChannelFacts {
  try {
    return native.createDataChannel(label, init);
  } catch (error) {
    if (!isNativeError(error)) throw error;
    throw toException({ ...error, type: 'internal-error', detail: 'none' }, { context });
  }
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-announcing-a-data-channel-instance */
export function announceDataChannel(connection: Connection, facts: NativeDataChannelFacts): void {
  // 3. to 7. Create an RTCDataChannel and set its [[ReadyState]] to "open".
  const channel = new RTCDataChannel(kConstruct, connection, facts);
  connection.channels.add(channel);
  // 9. Announce the data channel as open, in a task after this one.
  announceOpen(channel, true);
  // 8. Fire an event named datachannel.
  connection.fire(new RTCDataChannelEvent('datachannel', { channel }));
}
