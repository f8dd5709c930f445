import type { RTCIceServer } from '../idl/index.js';
import type { NativeIceServer } from '../internal/native-types.js';

const transports: ReadonlySet<string> = new Set(['?transport=udp', '?transport=tcp']);

function syntaxError(where: string, url: string, why: string): DOMException {
  return new DOMException(`${where}: '${url}' ${why}`, 'SyntaxError');
}

function parse(url: string, where: string): URL {
  try {
    return new URL(url);
  } catch {
    throw syntaxError(where, url, 'is not a valid URL');
  }
}

/** `host` or `host:port`, nothing more: RFC 7064 section 3.1, RFC 7065 section 3.1. */
function isHostAndPort(path: string): boolean {
  try {
    const { pathname, username, password, search } = new URL(`https://${path}`);
    return pathname === '/' && !path.includes('/') && !username && !password && !search;
  } catch {
    return false;
  }
}

/**
 * @see https://w3c.github.io/webrtc-pc/#set-pc-configuration (from "For each url in urls" on)
 * @returns the URL, and whether it is one of a TURN server
 */
function parseServerUrl(url: string, where: string): { href: string; isTurn: boolean } {
  const { href, protocol, pathname, search, hash, host } = parse(url, where);
  const isTurn = protocol === 'turn:' || protocol === 'turns:';
  if (!isTurn && protocol !== 'stun:' && protocol !== 'stuns:') {
    throw syntaxError(where, url, 'has another scheme than stun, stuns, turn or turns');
  }
  if (host !== '' || pathname.startsWith('/') || !isHostAndPort(pathname)) {
    throw syntaxError(where, url, `is not of the form ${protocol}host or ${protocol}host:port`);
  }
  if (hash !== '' || url.includes('#')) throw syntaxError(where, url, 'has a fragment');
  if (search !== '' || url.includes('?')) {
    if (!isTurn) throw syntaxError(where, url, 'has a query, which stun URLs do not have');
    if (!transports.has(search)) {
      throw syntaxError(where, url, 'has another query than ?transport=udp or ?transport=tcp');
    }
  }
  return { href, isTurn };
}

/**
 * Checks one server and gives it as libwebrtc takes it.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-pc-configuration
 * @throws SyntaxError for a URL that is none, InvalidAccessError for TURN without credentials
 */
export function nativeIceServer(server: RTCIceServer, where: string): NativeIceServer {
  const { username, credential } = server;
  const given = typeof server.urls === 'string' ? [server.urls] : server.urls;
  if (given.length === 0) {
    throw new DOMException(`${where}.urls: is empty, at least one URL is needed`, 'SyntaxError');
  }
  const urls = given.map((url) => {
    const { href, isTurn } = parseServerUrl(url, `${where}.urls`);
    if (isTurn && (username === undefined || credential === undefined)) {
      const missing = username === undefined ? 'username' : 'credential';
      throw new DOMException(
        `${where}.${missing}: is required with turn: and turns: URLs`,
        'InvalidAccessError',
      );
    }
    return href;
  });
  return { urls, username: username ?? '', credential: credential ?? '' };
}
