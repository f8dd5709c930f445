import { at } from './paths.mjs';
import { ensureLibc, ensureSysroot } from '../sysroot.mjs';
import { multiarchs } from './sysroot-lock.mjs';

/** Debian's names of processors where they stand in package names. */
const packageNames = { x64: 'x86-64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/**
 * What compiles and strips for `arch`, for `ensureTools`; nothing where this
 * machine is one of these.
 *
 * @param {string} arch Node's name
 */
export function crossTools(arch) {
  if (arch === process.arch) return [];
  return [
    { program: `${multiarchs[arch]}-g++`, package: `g++-${packageNames[arch]}` },
    { program: `${multiarchs[arch]}-strip`, package: `binutils-${packageNames[arch]}` },
  ];
}

/** @param {string} arch Node's name @returns {string} the program that strips its files */
export const stripFor = (arch) => (arch === process.arch ? 'strip' : `${multiarchs[arch]}-strip`);

/**
 * CMake cache entries of a binary for release: without the thread checks, on
 * the older C library.
 *
 * @param {string} arch Node's name
 * @returns {Promise<Record<string, string>>}
 */
export async function releaseDefinitions(arch) {
  return {
    CMAKE_TOOLCHAIN_FILE: at('cmake/release.cmake'),
    LIBWEBRTC_SYSROOT: await ensureSysroot({ arch }),
    NLW_ARCH: arch,
    NLW_LIBC: await ensureLibc({ arch }),
    NLW_CHECK_THREADS: 'OFF',
  };
}
