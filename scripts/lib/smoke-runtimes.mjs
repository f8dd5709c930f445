/**
 * What the package's binary is run on: `package` is npm's that holds `program`
 * for this processor; `place` says where, unless it is this machine itself.
 *
 * @typedef {{package: string, version: string, program: string, args?: string[],
 *   arch?: string, place?: 'emulator' | 'old libc',
 *   known?: {reason: string, symptom: RegExp}}} Runtime
 *   `known`: why programs may fail there, and what they then say
 */

const processors = { x64: 'x64-baseline', arm64: 'aarch64' };
const denoProcessors = { x64: 'x64', arm64: 'arm64' };

const node = (version, arch = process.arch) => ({
  package: `node-linux-${arch}`,
  version,
  program: 'bin/node',
  arch,
});

/** @type {Record<string, Runtime>} */
export const runtimes = {
  'node-20': node('20.20.2'),
  'node-22': node('22.23.3'),
  'node-24': node('24.21.0'),
  'debian-11': { ...node('20.20.2'), place: 'old libc' },
  arm64: { ...node('22.23.3', 'arm64'), place: process.arch === 'arm64' ? undefined : 'emulator' },
  bun: {
    package: `@oven/bun-linux-${processors[process.arch]}`,
    version: '1.4.5',
    program: 'bin/bun',
    args: ['run'],
  },
  deno: {
    package: `@deno/linux-${denoProcessors[process.arch]}-glibc`,
    version: '2.9.6',
    program: 'deno',
    args: ['run', '--allow-all', '--no-prompt'],
    known: {
      reason: 'events overtake promises',
      symptom: /InvalidStateError: RTCPeerConnection\.addIceCandidate: there is no remote/,
    },
  },
};

/** The small form: what the package promises. */
export const promised = ['node-20', 'node-22', 'node-24', 'debian-11'];
