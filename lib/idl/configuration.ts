import type { RTCCertificate } from '../certificate/RTCCertificate.js';
import {
  dictionary,
  enforceRange,
  interfaceType,
  member,
  nullable,
  required,
  sequence,
  types,
  union,
} from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import type { CertificateLike } from './certificate.js';
import { RTCBundlePolicy, RTCIceTransportPolicy, RTCRtcpMuxPolicy } from './enums.js';

/**
 * A STUN or TURN server.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtciceserver
 */
export interface RTCIceServer extends Infer<typeof RTCIceServer> {}
export interface ConvertedIceServer extends Converted<typeof RTCIceServer> {}
export const RTCIceServer = dictionary('RTCIceServer', {
  /** `stun:`, `stuns:`, `turn:` or `turns:` URLs (RFC 7064, RFC 7065). */
  urls: required(union([types.USVString, sequence(types.USVString)])),
  /** Required with `turn:` and `turns:`. */
  username: member(types.DOMString),
  /** The password; required with `turn:` and `turns:`. */
  credential: member(types.DOMString),
});

/** UDP ports that candidates may use, both ends inclusive. */
export interface PortRange extends Infer<typeof PortRange> {}
export interface ConvertedPortRange extends Converted<typeof PortRange> {}
export const PortRange = dictionary('PortRange', {
  /** 0, the default, leaves the choice to the system. */
  min: member(enforceRange(types.unsignedShort), 0),
  /** 0, the default: up to 65535 when `min` is given. */
  max: member(enforceRange(types.unsignedShort), 0),
});

/** Which network interfaces candidates are gathered on. */
export interface NetworkInterfaces extends Infer<typeof NetworkInterfaces> {}
export interface ConvertedNetworkInterfaces extends Converted<typeof NetworkInterfaces> {}
export const NetworkInterfaces = dictionary('NetworkInterfaces', {
  /** Names (`eth0`), addresses or prefixes (`10.0.0.0/8`); empty allows all. */
  allow: member(sequence(types.DOMString), []),
  /** Names, addresses or prefixes; wins over `allow`. */
  deny: member(sequence(types.DOMString), []),
  /** `null`, the default: loopback only when the machine has no other interface. */
  loopback: member(nullable(types.boolean), null),
  /** Link-local addresses (169.254.0.0/16, fe80::/10); default false. */
  linkLocal: member(types.boolean, false),
  /** Default true. */
  ipv6: member(types.boolean, true),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcconfiguration */
export interface RTCConfiguration extends Infer<typeof RTCConfiguration> {}
export const RTCConfiguration = dictionary('RTCConfiguration', {
  /** STUN and TURN servers, to find addresses and relays with. */
  iceServers: member(sequence<RTCIceServer, ConvertedIceServer>(RTCIceServer), []),
  /** `relay` uses TURN candidates only. */
  iceTransportPolicy: member(RTCIceTransportPolicy, 'all'),
  /** What to gather candidates for, when the remote peer might not bundle. */
  bundlePolicy: member(RTCBundlePolicy, 'balanced'),
  /** RTP and RTCP share a transport: the only choice. */
  rtcpMuxPolicy: member(RTCRtcpMuxPolicy, 'require'),
  /** From `RTCPeerConnection.generateCertificate()`; empty: one is made. */
  certificates: member(
    sequence(interfaceType<CertificateLike, RTCCertificate>('RTCCertificate')),
    [],
  ),
  /** Candidates gathered ahead of the first description, 0 to 255. */
  iceCandidatePoolSize: member(enforceRange(types.octet), 0),
  /** Not in the standard: UDP ports to bind. */
  portRange: member<PortRange, ConvertedPortRange>(PortRange),
  /** Not in the standard: network interfaces to use. */
  networkInterfaces: member<NetworkInterfaces, ConvertedNetworkInterfaces>(NetworkInterfaces),
  /** Not in the standard: gather TCP candidates too; default true. */
  tcpCandidates: member(types.boolean),
});
export interface ConvertedConfiguration extends Converted<typeof RTCConfiguration> {}
