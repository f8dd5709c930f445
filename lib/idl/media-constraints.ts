/**
 * What a program may ask of a track.
 *
 * @see https://w3c.github.io/mediacapture-main/#constrainable-interface
 */
import { clamp, dictionary, member, sequence, types, union } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

const clamped = clamp(types.unsignedLong);
const strings = union([types.DOMString, sequence(types.DOMString)]);
const flagOrString = union([types.boolean, types.DOMString]);

/** @see https://w3c.github.io/mediacapture-main/#dom-doublerange */
export interface DoubleRange extends Infer<typeof DoubleRange> {}
export const DoubleRange = dictionary('DoubleRange', {
  max: member(types.double),
  min: member(types.double),
});

/** @see https://w3c.github.io/mediacapture-main/#dom-ulongrange */
export interface ULongRange extends Infer<typeof ULongRange> {}
export const ULongRange = dictionary('ULongRange', {
  max: member(clamped),
  min: member(clamped),
});

/** @see https://w3c.github.io/mediacapture-main/#dom-constraindoublerange */
export interface ConstrainDoubleRange extends Infer<typeof ConstrainDoubleRange> {}
export const ConstrainDoubleRange = dictionary(
  'ConstrainDoubleRange',
  { exact: member(types.double), ideal: member(types.double) },
  DoubleRange,
);

/** @see https://w3c.github.io/mediacapture-main/#dom-constrainulongrange */
export interface ConstrainULongRange extends Infer<typeof ConstrainULongRange> {}
export const ConstrainULongRange = dictionary(
  'ConstrainULongRange',
  { exact: member(clamped), ideal: member(clamped) },
  ULongRange,
);

/** @see https://w3c.github.io/mediacapture-main/#dom-constrainbooleanparameters */
export interface ConstrainBooleanParameters extends Infer<typeof ConstrainBooleanParameters> {}
export const ConstrainBooleanParameters = dictionary('ConstrainBooleanParameters', {
  exact: member(types.boolean),
  ideal: member(types.boolean),
});

/** @see https://w3c.github.io/mediacapture-main/#dom-constraindomstringparameters */
export interface ConstrainDOMStringParameters extends Infer<typeof ConstrainDOMStringParameters> {}
export const ConstrainDOMStringParameters = dictionary('ConstrainDOMStringParameters', {
  exact: member(strings),
  ideal: member(strings),
});

/** @see https://w3c.github.io/mediacapture-main/#dom-constrainbooleanordomstringparameters */
export interface ConstrainBooleanOrDOMStringParameters extends Infer<
  typeof ConstrainBooleanOrDOMStringParameters
> {}
export const ConstrainBooleanOrDOMStringParameters = dictionary(
  'ConstrainBooleanOrDOMStringParameters',
  { exact: member(flagOrString), ideal: member(flagOrString) },
);

/** @see https://w3c.github.io/mediacapture-main/#dom-constrainulong */
export const ConstrainULong = union([clamped, ConstrainULongRange]);
export type ConstrainULong = Infer<typeof ConstrainULong>;

/** @see https://w3c.github.io/mediacapture-main/#dom-constraindouble */
export const ConstrainDouble = union([types.double, ConstrainDoubleRange]);
export type ConstrainDouble = Infer<typeof ConstrainDouble>;

/** @see https://w3c.github.io/mediacapture-main/#dom-constrainboolean */
export const ConstrainBoolean = union([types.boolean, ConstrainBooleanParameters]);
export type ConstrainBoolean = Infer<typeof ConstrainBoolean>;

/** @see https://w3c.github.io/mediacapture-main/#dom-constraindomstring */
export const ConstrainDOMString = union([
  types.DOMString,
  sequence(types.DOMString),
  ConstrainDOMStringParameters,
]);
export type ConstrainDOMString = Infer<typeof ConstrainDOMString>;

/** @see https://w3c.github.io/mediacapture-main/#dom-constrainbooleanordomstring */
export const ConstrainBooleanOrDOMString = union([
  types.boolean,
  types.DOMString,
  ConstrainBooleanOrDOMStringParameters,
]);
export type ConstrainBooleanOrDOMString = Infer<typeof ConstrainBooleanOrDOMString>;

/** @see https://w3c.github.io/mediacapture-main/#dom-mediatrackconstraintset */
export interface MediaTrackConstraintSet extends Infer<typeof MediaTrackConstraintSet> {}
export const MediaTrackConstraintSet = dictionary('MediaTrackConstraintSet', {
  /** Pixels. */
  width: member(ConstrainULong),
  /** Pixels. */
  height: member(ConstrainULong),
  /** Width divided by height. */
  aspectRatio: member(ConstrainDouble),
  /** Frames a second. */
  frameRate: member(ConstrainDouble),
  facingMode: member(ConstrainDOMString),
  /** `none`, `crop-and-scale`. */
  resizeMode: member(ConstrainDOMString),
  /** Hertz. */
  sampleRate: member(ConstrainULong),
  /** Bits. */
  sampleSize: member(ConstrainULong),
  echoCancellation: member(ConstrainBooleanOrDOMString),
  autoGainControl: member(ConstrainBoolean),
  noiseSuppression: member(ConstrainBoolean),
  /** Seconds. */
  latency: member(ConstrainDouble),
  channelCount: member(ConstrainULong),
  deviceId: member(ConstrainDOMString),
  groupId: member(ConstrainDOMString),
  backgroundBlur: member(ConstrainBoolean),
});

/** @see https://w3c.github.io/mediacapture-main/#dom-mediatrackconstraints */
export interface MediaTrackConstraints extends Infer<typeof MediaTrackConstraints> {}
export const MediaTrackConstraints = dictionary(
  'MediaTrackConstraints',
  {
    /** In the order of importance: each is satisfied as a whole or skipped. */
    advanced: member(sequence(MediaTrackConstraintSet)),
  },
  MediaTrackConstraintSet,
);
