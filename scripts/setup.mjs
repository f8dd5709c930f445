/** Sets the checkout up: tools, npm packages, libwebrtc, the builds. */
import { setUp } from './lib/setup.mjs';

await setUp({ tests: true });
