import { RTCIceCandidateType, RTCIceProtocol, RTCIceTcpCandidateType } from '../idl/enums.js';
import type { RTCIceComponent } from '../idl/enums.js';

/** The fields of a candidate line, as the attributes of RTCIceCandidate name them. */
export interface CandidateAttribute {
  readonly foundation: string;
  readonly component: RTCIceComponent;
  readonly priority: number;
  readonly protocol: RTCIceProtocol;
  readonly address: string;
  readonly port: number;
  readonly type: RTCIceCandidateType;
  readonly tcpType: RTCIceTcpCandidateType | null;
  readonly relatedAddress: string | null;
  readonly relatedPort: number | null;
}

const COMPONENTS: ReadonlyMap<string, RTCIceComponent> = new Map([
  ['1', 'rtp'],
  ['2', 'rtcp'],
]);
const FOUNDATION = /^[A-Za-z0-9+/]{1,32}$/;
const MAX_PRIORITY = 2 ** 32 - 1;
const MAX_PORT = 65535;

function integer(text: string | undefined, max: number): number | null {
  if (text === undefined || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value <= max ? value : null;
}

/** Pairs of name and value; null when one has no value. */
function extensionsOf(fields: readonly string[]): Map<string, string> | null {
  const extensions = new Map<string, string>();
  for (let i = 0; i < fields.length; i += 2) {
    const [name, value] = [fields[i], fields[i + 1]];
    if (name === undefined || value === undefined) return null;
    if (!extensions.has(name)) extensions.set(name, value);
  }
  return extensions;
}

/**
 * Parses `candidate:...`; null when it is not well formed or a field has a
 * value that no attribute can hold.
 *
 * As libwebrtc does, it takes a leading `a=` and a line's end, upper case in
 * the transport, and a TCP candidate without a type (passive).
 *
 * @see https://www.rfc-editor.org/rfc/rfc8839#section-5.1
 * @see https://www.rfc-editor.org/rfc/rfc6544#section-4.5
 */
export function parseCandidateAttribute(line: string): CandidateAttribute | null {
  const text = /^(?:a=)?candidate:(.*?)(?:\r?\n)?$/.exec(line)?.[1];
  if (text === undefined) return null;
  const fields = text.split(' ');
  const [foundation, componentId, transport, priorityText, address, portText, typ, type] = fields;
  if (typ !== 'typ' || type === undefined || !RTCIceCandidateType.has(type)) return null;
  if (foundation === undefined || !FOUNDATION.test(foundation)) return null;
  if (address === undefined || address === '') return null;

  const component = COMPONENTS.get(componentId ?? '');
  const protocol = transport?.toLowerCase();
  const priority = integer(priorityText, MAX_PRIORITY);
  const port = integer(portText, MAX_PORT);
  if (component === undefined || priority === null || port === null) return null;
  if (protocol === undefined || !RTCIceProtocol.has(protocol)) return null;

  const extensions = extensionsOf(fields.slice(8));
  if (extensions === null) return null;
  const tcpType = extensions.get('tcptype') ?? (protocol === 'tcp' ? 'passive' : null);
  if (tcpType !== null && (protocol !== 'tcp' || !RTCIceTcpCandidateType.has(tcpType))) return null;
  const relatedPort = extensions.has('rport') ? integer(extensions.get('rport'), MAX_PORT) : null;
  if (extensions.has('rport') && relatedPort === null) return null;
  const relatedAddress = extensions.get('raddr') ?? null;

  return {
    foundation,
    component,
    priority,
    protocol,
    address,
    port,
    type,
    tcpType,
    relatedAddress,
    relatedPort,
  };
}
