/** The `RTCConfiguration` of a connection: checked, stored, compared, given to libwebrtc. */
import { nativeCertificate } from '../certificate/RTCCertificate.js';
import { RTCConfiguration } from '../idl/index.js';
import type { ConvertedConfiguration } from '../idl/index.js';
import type { NativeConfiguration } from '../internal/native-types.js';
import { nativeIceServer } from './ice-server.js';

/** What is not in the standard; it stays as the connection was made with. */
const fixedExtensions = ['portRange', 'networkInterfaces', 'tcpCandidates'] as const;

export function convertConfiguration(value: unknown, context: string): ConvertedConfiguration {
  return RTCConfiguration.convert(value, `${context}: configuration`);
}

/**
 * Step 4 of the constructor.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-constructor
 * @throws InvalidAccessError for a certificate that has expired
 */
export function checkCertificates(configuration: ConvertedConfiguration, context: string): void {
  const now = Date.now();
  configuration.certificates.forEach(({ expires }, index) => {
    if (expires > now) return;
    const date = new Date(expires).toISOString();
    throw new DOMException(
      `${context}: configuration.certificates[${index}] expired at ${date}`,
      'InvalidAccessError',
    );
  });
}

/** @throws TypeError for a range that is none */
function portRange({ min, max }: { min: number; max: number }, context: string) {
  if (min === 0 && max === 0) return { minPort: 0, maxPort: 0 };
  const end = max === 0 ? 65535 : max;
  if (min > end) {
    throw new TypeError(`${context}: configuration.portRange: min ${min} is above max ${max}`);
  }
  return { minPort: Math.max(min, 1), maxPort: end };
}

/**
 * @see https://w3c.github.io/webrtc-pc/#set-pc-configuration
 * @throws SyntaxError, InvalidAccessError or TypeError for a member that cannot be used
 */
export function nativeConfiguration(
  configuration: ConvertedConfiguration,
  context: string,
): NativeConfiguration {
  const interfaces = configuration.networkInterfaces;
  return {
    iceServers: configuration.iceServers.map((server, index) =>
      nativeIceServer(server, `${context}: configuration.iceServers[${index}]`),
    ),
    iceTransportPolicy: configuration.iceTransportPolicy,
    bundlePolicy: configuration.bundlePolicy,
    rtcpMuxPolicy: configuration.rtcpMuxPolicy,
    iceCandidatePoolSize: configuration.iceCandidatePoolSize,
    certificates: configuration.certificates.map(nativeCertificate),
    ...portRange(configuration.portRange ?? { min: 0, max: 0 }, context),
    tcpCandidates: configuration.tcpCandidates ?? true,
    allowInterfaces: interfaces?.allow ?? [],
    denyInterfaces: interfaces?.deny ?? [],
    loopback: interfaces?.loopback ?? null,
    linkLocal: interfaces?.linkLocal ?? false,
    ipv6: interfaces?.ipv6 ?? true,
  };
}

/**
 * What `setConfiguration` makes of the stored configuration and a new one.
 *
 * @param hasSetLocal whether a local description was ever set
 * @see https://w3c.github.io/webrtc-pc/#set-pc-configuration (steps 3.1 to 3.6)
 * @throws InvalidModificationError for what cannot change any more
 */
export function changedConfiguration(
  old: ConvertedConfiguration,
  given: ConvertedConfiguration,
  hasSetLocal: boolean,
  context: string,
): ConvertedConfiguration {
  const refuse = (member: string, why: string) => {
    const message = `${context}: configuration.${member} ${why}`;
    throw new DOMException(message, 'InvalidModificationError');
  };
  const sameCertificates =
    given.certificates.length === old.certificates.length &&
    given.certificates.every((certificate, index) => certificate === old.certificates[index]);
  if (!sameCertificates) refuse('certificates', 'cannot be changed');
  if (given.bundlePolicy !== old.bundlePolicy) refuse('bundlePolicy', 'cannot be changed');
  if (hasSetLocal && given.iceCandidatePoolSize !== old.iceCandidatePoolSize) {
    refuse('iceCandidatePoolSize', 'cannot be changed after setLocalDescription()');
  }
  const changed: ConvertedConfiguration = { ...given };
  for (const member of fixedExtensions) {
    if (given[member] !== undefined && !isSame(given[member], old[member])) {
      refuse(member, 'cannot be changed');
    }
    if (old[member] !== undefined) Object.assign(changed, { [member]: old[member] });
  }
  return changed;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A copy for the program: its changes do not come back. */
export function copyConfiguration(configuration: ConvertedConfiguration): ConvertedConfiguration {
  const { certificates, iceServers, ...plain } = configuration;
  return {
    ...structuredClone(plain),
    certificates: [...certificates],
    iceServers: iceServers.map(({ urls, ...server }) => ({
      ...server,
      urls: typeof urls === 'string' ? [urls] : [...urls],
    })),
  };
}
