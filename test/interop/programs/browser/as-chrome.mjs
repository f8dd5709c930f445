/** What webrtc-adapter looks at to tell that it runs in Chrome. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/123.0.0.0 Safari/537.36';

function define(name, value) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

define('window', globalThis);
define('navigator', { userAgent, webkitGetUserMedia() {} });
