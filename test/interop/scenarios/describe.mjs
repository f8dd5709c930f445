/** Values as text that is the same in every run: no ids, ports, keys, messages. */

/** `offer[application audio:recvonly video:rejected]` */
export function describeDescription({ type, sdp }) {
  if (!sdp) return type;
  const sections = sdp.split('\r\nm=').slice(1);
  const media = sections.map((section) => {
    const [, kind, port] = /^(\w+) (\d+)/.exec(section);
    const bundled = section.includes('a=bundle-only');
    if (port === '0' && !bundled) return `${kind}:rejected`;
    const direction = /\r\na=(sendrecv|sendonly|recvonly|inactive)\r\n/.exec(section)?.[1];
    return direction ? `${kind}:${direction}` : kind;
  });
  return `${type}[${media.join(' ')}]`;
}

/** `have-local-offer local=-/offer remote=-/-`: current and pending description of each side. */
export function describeState(pc) {
  const type = (description) => description?.type ?? '-';
  const local = `${type(pc.currentLocalDescription)}/${type(pc.pendingLocalDescription)}`;
  const remote = `${type(pc.currentRemoteDescription)}/${type(pc.pendingRemoteDescription)}`;
  return `${pc.signalingState} local=${local} remote=${remote}`;
}

/** `OperationError`, or `RTCError sdp-syntax-error` */
export function describeError(error) {
  return error.errorDetail ? `${error.name} ${error.errorDetail}` : error.name;
}

export function describeArgument(value) {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'function' ? 'function' : String(value);
  }
  if ('candidate' in value) {
    const { candidate, ...where } = value;
    return `${candidate ? 'candidate' : 'end of candidates'} ${JSON.stringify(where)}`;
  }
  if (value.type) return describeDescription(value);
  return JSON.stringify(value);
}

export function describeData(data) {
  if (typeof data === 'string') return `string ${JSON.stringify(data)}`;
  return data instanceof ArrayBuffer ? `ArrayBuffer ${data.byteLength}` : `Blob ${data.size}`;
}

/** The generation of ICE credentials of a description. */
export const usernameFragment = ({ sdp }) => /a=ice-ufrag:(\S+)/.exec(sdp)?.[1];
