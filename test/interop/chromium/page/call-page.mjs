import * as call from './call.mjs';
import * as media from './test-media.mjs';

export function createPeer(scope, ...args) {
  return call.createPeer({ ...scope, ...media }, ...args);
}
