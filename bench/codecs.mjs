/**
 * What the encoders and decoders lose on the way, and what they cost:
 * `npm run bench:codecs`. Prints JSON; the tables of docs/codecs.md come from it.
 *
 *   --quick       three seconds instead of ten, one run instead of five
 *   --no-build    measure what was built before
 *
 * A clip that is drawn goes through the product's encoders and decoders, and
 * with the same settings through each library alone: in a plain loop on the
 * same archive, and in the library's own program (vpxenc, vpxdec, aomenc and
 * aomdec of Debian's vpx-tools and aom-tools, of older releases; Debian has
 * none of OpenH264). Exit code 1: the product's picture is more than 1 dB
 * worse than one of them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { buildNative } from '../scripts/lib/build-native.mjs';
import { at } from '../scripts/lib/paths.mjs';
import { ensureTools } from '../scripts/lib/setup-tools.mjs';
import { median } from './lib/statistics.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});
const folder = at('build/bench/build');
const program = process.env.BENCH_CODECS ?? join(folder, 'bench_codecs');
const frames = options.quick ? 90 : 300;
const costFrames = 30;
const runs = options.quick ? 1 : 5;
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
    '--max-intra-rate=900',
    ...['--noise-sensitivity=0', '--drop-frame=0', '--resize-allowed=0'],
  ],
  VP9: [
    ...['--codec=vp9', '--cpu-used=7', '--min-q=2', '--buf-initial-sz=500', '--buf-optimal-sz=600'],
    ...['--undershoot-pct=50', '--overshoot-pct=50', '--aq-mode=3', '--static-thresh=1'],
    ...['--tile-columns=0', '--frame-parallel=0', '--noise-sensitivity=0'],
    ...['--max-q=52', '--max-intra-rate=900', '--row-mt=1'],
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

const sizes = [
  { width: 640, height: 360, kilobits: 600 },
  { width: 1280, height: 720, kilobits: 1500 },
  { width: 1920, height: 1080, kilobits: 3000 },
];

/** Of each codec that has one; `large`: at 1080p. */
const programs = {
  VP8: { encoder: 'vpxenc', decoder: 'vpxdec', settings: vpx.VP8 },
  VP9: { encoder: 'vpxenc', decoder: 'vpxdec', settings: vpx.VP9, large: ['--cpu-used=9'] },
  AV1: { encoder: 'aomenc', decoder: 'aomdec', settings: aom },
};

const debianTools = [
  { program: 'vpxenc', package: 'vpx-tools' },
  { program: 'aomenc', package: 'aom-tools' },
];

const scratch = mkdtempSync(join(tmpdir(), 'bench-codecs-'));
try {
  if (!options['no-build']) {
    const definitions = { NLW_BUILD_BENCH: 'ON', NLW_CHECK_THREADS: 'OFF' };
    await ensureTools(debianTools, console.error);
    await buildNative({ folder, definitions, onLine: console.error });
  }
  const quality = comparisons();
  const cost = costs();
  console.log(JSON.stringify({ frames, costFrames, runs, quality, cost }, null, 2));
  if (quality.some(({ loss }) => loss.library > maxLoss || loss.program > maxLoss)) {
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Lines of JSON. */
function bench(...args) {
  const lines = execFileSync(program, args.map(String), { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** At 360p: the losses are against the library alone and against its program. */
function comparisons() {
  const [{ width, height }] = sizes;
  const clip = drawClip(width, height, frames);
  return ['VP8', 'VP9', 'H264', 'AV1'].flatMap((codec) =>
    bitrates.map((kilobits) => {
      const form = { codec, width, height, kilobits };
      const [{ own, library, sameBytes }] = bench(...compareWords(form, frames, 1));
      const byProgram = programs[codec] && qualityOfProgram(form, clip);
      const loss = { library: rounded(library.psnr - own.psnr, 2) };
      if (byProgram) loss.program = rounded(byProgram.psnr - own.psnr, 2);
      return {
        ...{ codec, kilobits, own: brief(own), library: brief(library), sameBytes },
        ...{ program: byProgram, loss },
      };
    }),
  );
}

function compareWords({ codec, width, height, kilobits }, count, times) {
  return ['compare', codec, width, height, count, kilobits, times];
}

function drawClip(width, height, count) {
  const clip = join(scratch, `${height}.yuv`);
  execFileSync(program, ['clip', width, height, count, clip].map(String));
  return clip;
}

function brief({ psnr, sent }) {
  return { psnr, sent };
}

function rounded(value, digits) {
  return Number(value.toFixed(digits));
}

/** Milliseconds are of processor time. */
function encodeByProgram({ codec, width, height, kilobits }, clip) {
  const { encoder, settings, large = [] } = programs[codec];
  const file = join(scratch, 'encoded.ivf');
  const picture = [`--width=${width}`, `--height=${height}`, '--i420'];
  if (height >= 1080) picture.push(...large);
  const rate = `--target-bitrate=${kilobits}`;
  const output = ['--ivf', '-o', file, clip];
  return { file, ms: processorTime(encoder, ...common, ...settings, ...picture, rate, ...output) };
}

function qualityOfProgram(form, clip) {
  const { file } = encodeByProgram(form, clip);
  const decoded = join(scratch, 'decoded.yuv');
  processorTime(programs[form.codec].decoder, '--rawvideo', '--i420', '-o', decoded, file);
  const [{ psnr }] = bench('psnr', form.width, form.height, frames, decoded);
  return { psnr, sent: kilobitsOf(file) };
}

/** Of an IVF file: 32 bytes of header, 12 for each frame. */
function kilobitsOf(file) {
  const { size } = statSync(file);
  return rounded(((size - 32 - 12 * frames) * 8 * 30) / frames / 1000, 1);
}

/** Milliseconds of a program and all its threads. */
function processorTime(...command) {
  const script = '"$@" >&2 && times';
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const printed = execFileSync('bash', ['-c', script, 'bash', ...command], options);
  const [, children] = printed.trim().split('\n');
  return children
    .split(' ')
    .map((time) => /^(\d+)m([\d.]+)s$/.exec(time))
    .reduce((sum, [, minutes, seconds]) => sum + (60 * minutes + Number(seconds)) * 1000, 0);
}

/**
 * Processor time a frame, medians of all runs. The ratios are frames per second
 * of processor time, the product's to the library's; `copyMs` is what it costs
 * to copy a picture out of the library's memory.
 */
function costs() {
  return sizes.flatMap(({ width, height, kilobits }) => {
    const clip = drawClip(width, height, costFrames);
    const rows = ['VP8', 'VP9', 'H264', 'H264-high', 'AV1'].map((codec) => {
      const form = { codec, width, height, kilobits };
      const found = bench(...compareWords(form, costFrames, runs));
      const medianOf = (value) => rounded(median(found.map(value)), 3);
      return {
        ...{ codec, size: `${height}p`, kilobits, psnr: found[0].own.psnr },
        sameBytes: found.every(({ sameBytes }) => sameBytes),
        encodeMs: medianOf(({ own }) => own.encodeMs),
        decodeMs: medianOf(({ own }) => own.decodeMs),
        encodeRatio: medianOf(({ own, library }) => library.encodeMs / own.encodeMs),
        decodeRatio: medianOf(({ own, library }) => library.decodeMs / own.decodeMs),
        copyMs: medianOf(({ copyMs }) => copyMs),
        ...(programs[codec] && { program: costOfProgram(form, clip) }),
      };
    });
    rmSync(clip);
    return rows;
  });
}

/** With starting the program and reading its file. */
function costOfProgram(form, clip) {
  const found = Array.from({ length: runs }, () => {
    const { file, ms } = encodeByProgram(form, clip);
    const decode = processorTime(programs[form.codec].decoder, '--noblit', file);
    return { encode: ms / costFrames, decode: decode / costFrames };
  });
  return {
    encodeMs: rounded(median(found.map(({ encode }) => encode)), 2),
    decodeMs: rounded(median(found.map(({ decode }) => decode)), 2),
  };
}
