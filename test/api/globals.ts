import test from 'ava';

import * as library from '../../lib/index.js';

test('the globals are the interfaces of the package', async (t) => {
  t.false('RTCPeerConnection' in globalThis);
  await import('../../lib/globals.js');
  for (const [name, value] of Object.entries(library)) {
    if (name === 'nonstandard') t.false(name in globalThis);
    else t.is((globalThis as Record<string, unknown>)[name], value, name);
  }
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'RTCPeerConnection');
  t.like(descriptor, { enumerable: false, writable: true, configurable: true });
});
