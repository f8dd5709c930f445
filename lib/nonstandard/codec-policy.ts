/** Which codecs an application wants, and in which order. */
import { setNativeCodecPolicy } from '../internal/codec-policy.js';
import type { NativeCodecPattern, NativeCodecRules } from '../internal/native-types.js';
import { alternatives } from '../webidl/describe.js';
import {
  dictionary,
  enumeration,
  member,
  nullable,
  sequence,
  types,
  union,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

const CodecDirection = enumeration('CodecDirection', ['send', 'receive']);

/**
 * Codecs that a rule is about; what is left out does not matter, and something
 * must be there.
 */
export interface CodecPattern extends Infer<typeof CodecPattern> {}
const CodecPattern = dictionary('CodecPattern', {
  /** `VP8`, `H264`, `opus` ...; case does not matter. */
  codec: member(types.DOMString),
  /**
   * Of video, with `codec`: H.264's `profile-level-id` (its level does not
   * matter), VP9's `profile-id`, AV1's `profile`.
   */
  profile: member(types.DOMString),
  /** Only to send, or only to receive. */
  direction: member(CodecDirection),
  /** Of video: as `encoderImplementation` and `decoderImplementation` of the stats, such as `OpenH264`. */
  implementation: member(types.DOMString),
  /** Of video: hardware's implementations, or those in software. */
  hardware: member(types.boolean),
});

const CodecPatterns = sequence(union([types.DOMString, CodecPattern]));

/** For one kind of media. A string stands for `{ codec: string }`. */
export interface CodecRules extends Infer<typeof CodecRules> {}
const CodecRules = dictionary('CodecRules', {
  /** The best first; what is not named follows in the usual order. */
  prefer: member(CodecPatterns, []),
  /** When there is one: nothing else is offered nor accepted. */
  allow: member(CodecPatterns, []),
  /** Neither offered nor accepted. RTX, RED, FEC and the like can be named too. */
  deny: member(CodecPatterns, []),
});

export interface CodecPolicy extends Infer<typeof CodecPolicy> {}
const CodecPolicy = dictionary('CodecPolicy', {
  audio: member(CodecRules),
  video: member(CodecRules),
});

const codecs = {
  audio: ['opus', 'multiopus', 'red', 'G722', 'PCMU', 'PCMA', 'L16', 'CN', 'telephone-event'],
  video: ['VP8', 'VP9', 'H264', 'AV1', 'rtx', 'red', 'ulpfec', 'flexfec-03'],
} as const;
type Kind = keyof typeof codecs;

/** With what a profile is named; the names in lower case. */
const profiles: Readonly<Record<string, RegExp>> = {
  h264: /^[0-9a-f]{6}$/i,
  vp9: /^[0-3]$/,
  av1: /^[0-2]$/,
};

function nativePattern(
  value: Infer<typeof CodecPatterns>[number],
  kind: Kind,
  context: string,
): NativeCodecPattern {
  const pattern: CodecPattern = typeof value === 'string' ? { codec: value } : value;
  const { codec, profile, direction, implementation, hardware } = pattern;
  if (Object.values(pattern).every((each) => each === undefined)) {
    throw new TypeError(`${context}: the pattern names nothing`);
  }
  const known: readonly string[] = codecs[kind];
  const name = codec?.toLowerCase() ?? '';
  if (codec !== undefined && !known.some((each) => each.toLowerCase() === name)) {
    throw new RangeError(`${context}: '${codec}' is not ${alternatives(known)}`);
  }
  if (profile !== undefined && profiles[name]?.test(profile) !== true) {
    throw new RangeError(
      `${context}.profile: '${profile}' is not a profile of ${codec ?? 'a codec that is named'}`,
    );
  }
  if (kind === 'audio' && (implementation ?? hardware) !== undefined) {
    throw new TypeError(`${context}: audio codecs have one implementation each`);
  }
  return {
    codec: name,
    profile: profile ?? '',
    implementation: implementation ?? '',
    hardware: hardware ?? null,
    direction: direction ?? null,
  };
}

function nativeRules(rules: CodecRules | undefined, kind: Kind, context: string): NativeCodecRules {
  const convert = (name: keyof CodecRules) =>
    (rules?.[name] ?? []).map((value, index) =>
      nativePattern(value, kind, `${context}.${name}[${String(index)}]`),
    );
  return { prefer: convert('prefer'), allow: convert('allow'), deny: convert('deny') };
}

/**
 * Says which codecs are offered and accepted, in which order, and who makes
 * them; `null` takes it back. It counts in this thread or Worker: for
 * connections that are made from now on, for `getCapabilities()`, and for
 * which implementation the next encoder or decoder has.
 *
 * ```js
 * nonstandard.setCodecPolicy({
 *   video: { prefer: ['AV1', { codec: 'H264', profile: '42e01f' }], deny: [{ hardware: true }] },
 *   audio: { allow: ['opus'] },
 * });
 * ```
 *
 * @throws TypeError for a pattern that names nothing
 * @throws RangeError for a codec or profile that is none, and for a policy
 * that leaves nothing to send or nothing to receive; the policy stays as it was
 */
export function setCodecPolicy(policy: CodecPolicy | null): void {
  const context = 'nonstandard.setCodecPolicy: policy';
  const { audio, video } = nullable(CodecPolicy).convert(policy, context) ?? {};
  const empty = setNativeCodecPolicy({
    audio: nativeRules(audio, 'audio', `${context}.audio`),
    video: nativeRules(video, 'video', `${context}.video`),
  });
  if (empty !== null) {
    throw new RangeError(`${context}.${empty.kind} leaves nothing to ${empty.direction}`);
  }
}
