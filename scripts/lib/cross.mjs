/** Node's name of a processor -> GNU's, as Debian's cross tools are named. */
const gnuNames = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
const processors = { x64: 'x86_64', arm64: 'aarch64' };

/**
 * What a build for another processor needs beside the usual.
 *
 * @param {string} arch @returns {{tools: {program: string, package: string}[], strip: string,
 *   definitions: Record<string, string>}}
 */
export function crossBuild(arch) {
  if (arch === process.arch) return { tools: [], strip: 'strip', definitions: {} };
  const gnu = gnuNames[arch];
  if (!gnu) throw new Error(`${arch}: only ${Object.keys(gnuNames).join(' and ')} can be built`);
  const packaged = gnu.replace('_', '-');
  return {
    tools: [
      { program: `${gnu}-g++`, package: `g++-${packaged}` },
      { program: `${gnu}-strip`, package: `binutils-${packaged}` },
    ],
    strip: `${gnu}-strip`,
    definitions: {
      CMAKE_SYSTEM_NAME: 'Linux',
      CMAKE_SYSTEM_PROCESSOR: processors[arch],
      CMAKE_C_COMPILER: `${gnu}-gcc`,
      CMAKE_CXX_COMPILER: `${gnu}-g++`,
    },
  };
}
