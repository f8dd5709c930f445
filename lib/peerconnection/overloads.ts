/** The methods that have a form with callbacks: arguments in, the algorithm behind. */
import {
  RTCAnswerOptions,
  RTCIceCandidateInit,
  RTCLocalSessionDescriptionInit,
  RTCOfferOptions,
  RTCSessionDescriptionCallback,
  RTCSessionDescriptionInit,
  VoidFunction,
} from '../idl/index.js';
import { addIceCandidate as addCandidate } from './add-ice-candidate.js';
import type { Connection } from './connection.js';
import * as creation from './create-description.js';
import { checkOverload, failureCallback, settleWithCallbacks } from './legacy.js';
import * as setting from './set-description.js';

type Args = readonly unknown[];

export function createOffer(connection: Connection, args: Args): Promise<unknown> {
  const context = 'RTCPeerConnection.createOffer';
  const optionsOf = (value: unknown) => RTCOfferOptions.convert(value, `${context}: options`);
  if (args.length < 2) return creation.createOffer(connection, optionsOf(args[0]));
  const success = RTCSessionDescriptionCallback.convert(args[0], `${context}: successCallback`);
  const failure = failureCallback(args[1], context);
  const offer = creation.createOffer(connection, optionsOf(args[2]));
  return settleWithCallbacks(offer, success, failure);
}

export function createAnswer(connection: Connection, args: Args): Promise<unknown> {
  const context = 'RTCPeerConnection.createAnswer';
  if (args.length < 2) {
    RTCAnswerOptions.convert(args[0], `${context}: options`);
    return creation.createAnswer(connection);
  }
  const success = RTCSessionDescriptionCallback.convert(args[0], `${context}: successCallback`);
  const failure = failureCallback(args[1], context);
  return settleWithCallbacks(creation.createAnswer(connection), success, failure);
}

/** The three that take one value and, in their old form, two callbacks after it. */
function withCallbacks(
  context: string,
  args: Args,
  run: (value: unknown) => Promise<void>,
): Promise<void> {
  checkOverload(args.length, 2, context);
  if (args.length < 2) return run(args[0]);
  const success = VoidFunction.convert(args[1], `${context}: successCallback`);
  const failure = failureCallback(args[2], context);
  return settleWithCallbacks(
    run(args[0]),
    () => {
      success();
    },
    failure,
  );
}

export function setLocalDescription(connection: Connection, args: Args): Promise<void> {
  const context = 'RTCPeerConnection.setLocalDescription';
  return withCallbacks(context, args, (value) =>
    setting.setLocalDescription(
      connection,
      RTCLocalSessionDescriptionInit.convert(value, `${context}: description`),
    ),
  );
}

export function setRemoteDescription(connection: Connection, args: Args): Promise<void> {
  const context = 'RTCPeerConnection.setRemoteDescription';
  return withCallbacks(context, args, (value) =>
    setting.setRemoteDescription(
      connection,
      RTCSessionDescriptionInit.convert(value, `${context}: description`),
    ),
  );
}

export function addIceCandidate(connection: Connection, args: Args): Promise<void> {
  const context = 'RTCPeerConnection.addIceCandidate';
  return withCallbacks(context, args, (value) =>
    addCandidate(connection, RTCIceCandidateInit.convert(value, `${context}: candidate`)),
  );
}
