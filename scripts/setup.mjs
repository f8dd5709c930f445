/**
 * Sets the checkout up: tools, npm packages, libwebrtc, the builds. `--tools`:
 * also what the checks and the demo with a browser need.
 */
import { setUp } from './lib/setup.mjs';
import { chromium, clangFormat, debootstrap } from './lib/setup-tools.mjs';

const all = process.argv.includes('--tools');
await setUp({ tests: true, tools: all ? [chromium, clangFormat, debootstrap] : undefined });
