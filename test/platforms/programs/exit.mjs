/** process.exit() with open connections keeps its code. */
import { connected } from './connected.mjs';

globalThis.kept = await connected();
console.log('ok');
process.exit(7);
