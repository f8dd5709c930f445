/** An open connection keeps the process alive, one that is unreferenced does not. */
import { nonstandard } from 'node-libwebrtc';

import { connected } from './connected.mjs';

const { a, b } = await connected();
setTimeout(() => {
  console.log('ok');
  nonstandard.unref(a);
  b.close();
}, 300).unref();
