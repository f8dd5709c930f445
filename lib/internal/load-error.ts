import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The oldest GNU C library that the prebuilt binaries run on. */
const OLDEST_GLIBC = '2.31';

export interface Platform {
  readonly platform: string;
  readonly arch: string;
  /** `glibc 2.36`, `musl`; null where that does not matter. */
  readonly libc: string | null;
  readonly node: string;
}

export interface LoadFacts extends Platform {
  /** The package's folder. */
  readonly root: string;
  /** The file that was found; null when none was. */
  readonly file: string | null;
  /** What the loader said. */
  readonly message: string;
}

/** What Node's types lack, or leave open. */
interface DiagnosticReport {
  excludeNetwork: boolean;
  getReport(): { readonly header: { readonly glibcVersionRuntime?: string } };
}

/** Not cheap: a diagnostic report. For errors only. */
export function describePlatform(): Platform {
  const { platform, arch, version } = process;
  return { platform, arch, libc: platform === 'linux' ? findLibc() : null, node: version };
}

function findLibc(): string | null {
  const report = process.report as unknown as DiagnosticReport;
  const excluded = report.excludeNetwork;
  report.excludeNetwork = true;
  const { glibcVersionRuntime } = report.getReport().header;
  report.excludeNetwork = excluded;
  if (glibcVersionRuntime !== undefined) return `glibc ${glibcVersionRuntime}`;
  return hasMusl() ? 'musl' : null;
}

function hasMusl(): boolean {
  try {
    return readdirSync('/lib').some((name) => name.startsWith('ld-musl-'));
  } catch {
    return false;
  }
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

function advice({ platform, arch, libc, file }: LoadFacts): string {
  const glibc = libc?.startsWith('glibc ') ? libc.slice('glibc '.length) : null;
  if (platform !== 'linux') {
    return `There is no binary for ${platform} yet: run on Linux, in a container for example.`;
  }
  if (libc === 'musl') {
    return 'The binaries need the GNU C library: use an image with it, such as node:20-slim instead of node:20-alpine.';
  }
  if (glibc !== null && isOlder(glibc, OLDEST_GLIBC)) {
    return `The binaries need glibc ${OLDEST_GLIBC} or newer: use a newer system, such as Debian 12 or Ubuntu 22.04.`;
  }
  if (file === null && arch !== 'x64') {
    return `There is no binary for linux-${arch} in this package: build it, as docs/building.md says.`;
  }
  if (file === null) {
    return 'Reinstall the package (npm install --force node-libwebrtc); in a clone of the repository, run npm run build.';
  }
  return `The file is damaged or made for another machine: reinstall the package on this machine (do not copy node_modules from another one); in a clone of the repository, run npm run build.`;
}

/** The message of a failed load: what, where, why, and what to do. */
export function explainLoad(facts: LoadFacts): string {
  const { platform, arch, libc, node, root, file, message } = facts;
  const places = [
    path.join(root, 'build', 'Release', '*.node'),
    path.join(root, 'prebuilds', `${platform}-${arch}`, '*.node'),
  ];
  return [
    'node-libwebrtc cannot load its native addon.',
    `  platform:     ${platform} ${arch}, Node.js ${node}`,
    ...(platform === 'linux' ? [`  C library:    ${libc ?? 'unknown'}`] : []),
    file === null ? `  looked for:   ${places.join(' and ')}` : `  file:         ${file}`,
    `  loader:       ${message.trim().replaceAll(/\s*\n\s*/g, ' ')}`,
    `  what to do:   ${advice(facts)}`,
  ].join('\n');
}
