import { parseCandidateAttribute } from './candidate-attribute.js';

/**
 * The local address of an `icecandidateerror`: `null` unless a local candidate
 * exposed it. libwebrtc blots its end out (`192.0.2.x`, `[2001:db8:0:x:x:x:x:x]`),
 * the candidates of the local description have it whole.
 *
 * @param port tells interfaces of one network apart; 0 when it is not known
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnectioniceerrorevent-address
 */
export function exposedAddress(blotted: string, port: number, localSdp: string): string | null {
  const prefix = blotted.replace(/^\[|\]$/g, '').replace(/[:.]x.*$/, '');
  const hosts = [...localSdp.matchAll(/^a=candidate:.*$/gm)]
    .map(([line]) => parseCandidateAttribute(line.trimEnd()))
    .filter((candidate) => candidate !== null)
    .filter(({ type, address }) => type === 'host' && networkOf(address) === prefix);
  const samePort = hosts.find((host) => host.port === port);
  const addresses = new Set((samePort ? [samePort] : hosts).map(({ address }) => address));
  return addresses.size === 1 ? [...addresses].join() : null;
}

/** As much of it as libwebrtc shows: three bytes of IPv4, three groups of IPv6. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return [...groups, '0', '0', '0'].slice(0, 3).join(':');
}
