/**
 * What the encoders and decoders lose on the way, and what they cost:
 * `npm run bench:codecs`. Prints JSON; the tables of docs/codecs.md come from it.
 *
 *   --quick       three seconds instead of ten
 *   --no-build    measure what was built before
 *
 * A clip that is drawn is encoded at two bitrates by the product's encoders,
 * and with the same settings by each library's own program: vpxenc and aomenc
 * (Debian's vpx-tools and aom-tools), and OpenH264's API in a plain loop. Exit
 * code 1: the product's picture is more than 1 dB worse.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { buildNative } from '../scripts/lib/build-native.mjs';
import { at } from '../scripts/lib/paths.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});
const folder = at('build/bench/build');
const program = process.env.BENCH_CODECS ?? join(folder, 'bench_codecs');
const frames = options.quick ? 90 : 300;
const bitrates = [200, 600];
const maxLoss = 1;

const common = [
  ...['--rt', '--end-usage=cbr', '--lag-in-frames=0', '--threads=1', '--passes=1'],
  ...['--max-q=56', '--buf-sz=1000', '--kf-max-dist=9999', '--fps=30/1'],
];
/** libwebrtc's settings, and those of native/codecs/av1/libaom_settings.cc, as options. */
const vpx = {
  VP8: [
    ...[
      '--codec=vp8',
      '--cpu-used=-6',
      '--min-q=2',
      '--buf-initial-sz=500',
      '--buf-optimal-sz=600',
    ],
    ...['--undershoot-pct=100', '--overshoot-pct=15', '--static-thresh=1', '--token-parts=0'],
    ...['--noise-sensitivity=0', '--drop-frame=0', '--resize-allowed=0'],
  ],
  VP9: [
    ...['--codec=vp9', '--cpu-used=7', '--min-q=2', '--buf-initial-sz=500', '--buf-optimal-sz=600'],
    ...['--undershoot-pct=50', '--overshoot-pct=50', '--aq-mode=3', '--static-thresh=1'],
    ...['--tile-columns=0', '--frame-parallel=0', '--noise-sensitivity=0'],
  ],
};
const aom = [
  ...['--cpu-used=10', '--min-q=10', '--buf-initial-sz=600', '--buf-optimal-sz=600'],
  ...['--undershoot-pct=50', '--overshoot-pct=50', '--aq-mode=3', '--deltaq-mode=0'],
  ...['--enable-order-hint=0', '--enable-tpl-model=0', '--enable-cdef=1', '--enable-palette=0'],
  ...['--enable-obmc=0', '--enable-warped-motion=0', '--enable-global-motion=0'],
  ...['--enable-ref-frame-mvs=0', '--enable-cfl-intra=0', '--enable-smooth-intra=0'],
  ...['--enable-restoration=0', '--enable-rect-partitions=0', '--enable-tx64=0'],
  ...['--max-reference-frames=3', '--max-intra-rate=300'],
];

const scratch = mkdtempSync(join(tmpdir(), 'bench-codecs-'));
try {
  if (!options['no-build']) {
    const definitions = { NLW_BUILD_BENCH: 'ON', NLW_CHECK_THREADS: 'OFF' };
    await buildNative({ folder, definitions, onLine: console.error });
  }
  const quality = comparisons();
  const cost = costs();
  console.log(JSON.stringify({ frames, quality, cost }, null, 2));
  if (quality.some(({ loss }) => loss > maxLoss)) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function bench(...args) {
  return JSON.parse(execFileSync(program, args.map(String), { encoding: 'utf8' }));
}

/** At 360p: the loss is that against the library's own program. */
function comparisons() {
  const size = [640, 360];
  const clip = join(scratch, 'clip.yuv');
  execFileSync(program, ['clip', ...size, frames, clip].map(String));
  const references = {
    VP8: (kilobits) => byTool('vpxenc', 'vpxdec', [...vpx.VP8, '--ivf'], size, clip, kilobits),
    VP9: (kilobits) => byTool('vpxenc', 'vpxdec', [...vpx.VP9, '--ivf'], size, clip, kilobits),
    H264: (kilobits) => bench('openh264', ...size, frames, kilobits),
    AV1: (kilobits) => byTool('aomenc', 'aomdec', [...aom, '--ivf'], size, clip, kilobits),
  };
  return Object.entries(references).flatMap(([codec, reference]) =>
    bitrates.map((kilobits) => {
      const own = bench('measure', codec, ...size, frames, kilobits);
      const other = reference(kilobits);
      const loss = Number((other.psnr - own.psnr).toFixed(2));
      return { codec, kilobits, own: brief(own), reference: brief(other), loss };
    }),
  );
}

function brief({ psnr, sent }) {
  return { psnr, sent };
}

function byTool(encoder, decoder, settings, [width, height], clip, kilobits) {
  const encoded = join(scratch, 'encoded.ivf');
  const decoded = join(scratch, 'decoded.yuv');
  const sizes = [`--width=${width}`, `--height=${height}`, '--i420'];
  const rate = `--target-bitrate=${kilobits}`;
  const quiet = { stdio: ['ignore', 'ignore', 'pipe'] };
  execFileSync(encoder, [...common, ...settings, ...sizes, rate, '-o', encoded, clip], quiet);
  execFileSync(decoder, ['--rawvideo', '--i420', '-o', decoded, encoded], quiet);
  const { psnr } = bench('psnr', width, height, frames, decoded);
  return { psnr, sent: kilobitsOf(encoded) };
}

/** Of an IVF file: 32 bytes of header, 12 for each frame. */
function kilobitsOf(file) {
  const { size } = statSync(file);
  return Number((((size - 32 - 12 * frames) * 8 * 30) / frames / 1000).toFixed(1));
}

/** Processor time a frame, of one thread. */
function costs() {
  const sizes = [
    [640, 360, 600],
    [1280, 720, 1500],
    [1920, 1080, 3000],
  ];
  return ['VP8', 'VP9', 'H264', 'H264-high', 'AV1'].flatMap((codec) =>
    sizes.map(([width, height, kilobits]) => {
      const { psnr, encodeMs, decodeMs } = bench('measure', codec, width, height, 60, kilobits);
      return { codec, size: `${height}p`, kilobits, psnr, encodeMs, decodeMs };
    }),
  );
}
