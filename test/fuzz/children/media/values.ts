/** What the methods of media take, and what is near it. */
import fc from 'fast-check';

import { anyValue, mostly } from '../values.js';

/** Numbers at and beyond the edges of what bit rates, frame rates and scales are counted in. */
export const number: fc.Arbitrary<unknown> = mostly(
  fc.constantFrom<unknown>(
    ...[0, -0, 1, 2, 15, 30, 0.5, 1.5, 1e-300, 5e-324, 120, 4000, 16384, 65536, 300_000, -1],
    ...[2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53, 1e308, 'NaN', '7', null, undefined],
  ),
);

const rid = mostly(fc.constantFrom('h', 'm', 'l', '', 'h', 'x'.repeat(16), 'x'.repeat(17), 'a-b'));
const mode = fc.constantFrom('L1T1', 'L1T3', 'L3T3', 'L3T3_KEY', 'S3T3', 'L4T9', '', 'x');
const priority = fc.constantFrom('very-low', 'low', 'medium', 'high');

/** Codecs by what a program may give for them; those of the capabilities have an index. */
export const codec = fc.oneof(
  { weight: 6, arbitrary: fc.record({ index: fc.nat(40), changes: fc.constant({}) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      index: fc.nat(40),
      changes: fc.record(
        {
          mimeType: fc.constantFrom('video/x', 'audio/opus', 'video/rtx', 'VIDEO/vp8', 'x', ''),
          clockRate: number,
          channels: number,
          sdpFmtpLine: fc.constantFrom('apt=96', 'profile-id=9', 'a=b;;c', '', 'x'.repeat(70_000)),
        },
        { requiredKeys: [] },
      ),
    }),
  },
);
export type Codec = typeof codec extends fc.Arbitrary<infer T> ? T : never;

/** Members to put over those of an encoding. */
export const encoding = fc.record(
  {
    rid,
    active: fc.boolean(),
    maxBitrate: number,
    maxFramerate: number,
    scaleResolutionDownBy: number,
    scalabilityMode: mostly(mode),
    priority: mostly(priority),
    networkPriority: mostly(priority),
    adaptivePtime: mostly(fc.boolean()),
  },
  { requiredKeys: [] },
);

/** Of what is set again and again the numbers alone, which libwebrtc is to see. */
export const tuning = fc.record(
  {
    active: fc.boolean(),
    maxBitrate: fc.constantFrom(0, 1, 30_000, 500_000, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1),
    maxFramerate: fc.constantFrom(0, 1e-300, 0.5, 1, 15, 1e9, 1e308),
    scaleResolutionDownBy: fc.constantFrom(1, 1.0001, 2, 3, 16, 1000, 1e9, 1e308),
    scalabilityMode: mode,
    priority,
    networkPriority: priority,
    adaptivePtime: fc.boolean(),
  },
  { requiredKeys: [] },
);

export const direction = fc.constantFrom('sendrecv', 'sendonly', 'recvonly', 'inactive');

const simulcast = fc.constantFrom<unknown>(
  [{ rid: 'h' }, { rid: 'm' }, { rid: 'l' }],
  [{ rid: 'h' }, { rid: 'm' }],
  [{}, {}, {}],
  [{ rid: 'h' }, { rid: 'h' }],
  [{ rid: 'h' }, {}],
  Array.from({ length: 9 }, (_, index) => ({ rid: `r${index}` })),
);

export const transceiverInit = mostly(
  fc.record(
    {
      direction: mostly(fc.constantFrom('sendrecv', 'sendonly', 'recvonly', 'inactive', 'stopped')),
      sendEncodings: mostly(
        fc.oneof(simulcast, fc.array(encoding, { maxLength: 4 }), fc.array(tuning)),
      ),
      streams: mostly(fc.constant([])),
    },
    { requiredKeys: [] },
  ),
);

const range = mostly(
  fc.oneof(
    fc.constantFrom(16, 64, 320, 4096, 1, 30, 0, -1, 1e9),
    fc.record({ exact: number, ideal: number, min: number, max: number }, { requiredKeys: [] }),
  ),
);

export const constraints = mostly(
  fc.record(
    {
      width: range,
      height: range,
      aspectRatio: range,
      frameRate: range,
      sampleRate: range,
      channelCount: range,
      latency: range,
      facingMode: mostly(fc.constantFrom('user', { exact: 'x' }, ['left'])),
      resizeMode: mostly(fc.constantFrom('none', { exact: 'crop-and-scale' })),
      deviceId: mostly(fc.constantFrom('x', { exact: 'x' })),
      advanced: mostly(fc.constantFrom([], [{ width: 1 }], [{}, { height: { exact: 3 } }], [null])),
    },
    { requiredKeys: [] },
  ),
);

/** Small, so that what is sent costs little; the rest is out of its limits. */
export const videoOptions = mostly(
  fc.record(
    {
      width: mostly(fc.constantFrom(16, 17, 64, 15, 4097, 0)),
      height: mostly(fc.constantFrom(16, 33, 48, 15, 4097, 0)),
      frameRate: mostly(fc.constantFrom(1, 0.5, 10, 60, 120, 121)),
    },
    { requiredKeys: [] },
  ),
);
export const audioOptions = mostly(
  fc.record(
    {
      frequency: mostly(fc.constantFrom(440, 19, 20, 23999, [1, 2], [400, 500], Array(9).fill(99))),
      volume: mostly(fc.constantFrom(0, 1, 0.5, -0.1, 1.1)),
      sampleRate: mostly(fc.constantFrom(8000, 16000, 32000, 44100, 48000, 96000, 1)),
      channelCount: mostly(fc.constantFrom(1, 2, 0, 3)),
    },
    { requiredKeys: [] },
  ),
);

export const tones = mostly(
  fc.constantFrom('1', '0123456789ABCDabcd#*,', '', ',,,,', 'x', '1'.repeat(5000)),
);
export { anyValue };
