/** Puts the interfaces on `globalThis`, as a browser has them. */
import * as library from './index.js';

for (const [name, value] of Object.entries(library)) {
  if (name === 'nonstandard') continue;
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
