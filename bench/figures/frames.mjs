/**
 * Pixels into a track and out again in one process; each frame's bytes are looked at. Out of a
 * sink, which gives memory of its own with each frame, and into memory that is there already,
 * where the library can: MediaStreamTrackProcessor and VideoFrame.copyTo.
 */
import { cpuSeconds } from '../driver/process.mjs';

const width = 1920;
const height = 1080;
const marks = { '@roamhq/wrtc': 2 };

export const rows = {
  frameRate: {
    title: '1080p frames into a track and out of a sink',
    unit: '1/s',
    better: 'more',
    marks,
  },
  frameCpu: { title: 'processor time of one of them', unit: 'ms', better: 'less', marks },
  copiedRate: {
    title: '1080p frames into a track and out into memory that is there, else of a sink',
    unit: '1/s',
    better: 'more',
    marks,
  },
  copiedCpu: { title: 'processor time of one of them', unit: 'ms', better: 'less', marks },
};

/** They have no sources of media. */
export const skips = ['node-datachannel', 'werift', 'C++', 'C++ engine'];

export const sizes = { quick: { ms: 500 }, full: { ms: 2000 } };

/** Frames that are on their way at once. */
const inFlight = 2;

/** Calls `take` with the bytes of each frame, until that says no. */
function readSink({ RTCVideoSink }, track) {
  const sink = new RTCVideoSink(track);
  return {
    read(take) {
      sink.onframe = ({ frame }) => {
        if (!take(frame.data)) sink.onframe = null;
      };
    },
    stop: () => sink.stop(),
  };
}

function readCopies(MediaStreamTrackProcessor, track) {
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  const bytes = new Uint8Array((width * height * 3) / 2);
  return {
    async read(take) {
      for (let more = true; more;) {
        const { value: frame } = await reader.read();
        await frame.copyTo(bytes);
        frame.close();
        more = take(bytes);
      }
    },
    stop: () => reader.cancel(),
  };
}

async function measureWith({ RTCVideoSource }, ms, open) {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const output = open(track);
  const pictures = Array.from({ length: 4 }, (_, index) => ({
    width,
    height,
    data: new Uint8ClampedArray((width * height * 3) / 2).fill(40 + index),
  }));
  let sent = 0;
  const send = () => source.onFrame(pictures[sent++ % pictures.length]);
  const flow = (duration) =>
    new Promise((resolve, reject) => {
      const [start, cpuStart] = [performance.now(), cpuSeconds()];
      let received = 0;
      output.read((data) => {
        received += 1;
        if (data.length !== pictures[0].data.length || data[0] < 40 || data[data.length - 1] > 43) {
          reject(new Error('another picture came out'));
        }
        const elapsed = performance.now() - start;
        if (elapsed < duration) {
          send();
          return true;
        }
        const cpu = cpuSeconds() - cpuStart;
        resolve({ rate: (received / elapsed) * 1000, cpu: (cpu / received) * 1000 });
        return false;
      });
      for (let i = 0; i < inFlight; i += 1) send();
    });
  await flow(ms / 4);
  const result = await flow(ms);
  output.stop();
  track.stop();
  return result;
}

export async function measure({ nonstandard, MediaStreamTrackProcessor }, { ms }) {
  // Sources and sinks keep no process alive.
  const alive = setInterval(() => {}, 1000);
  const sink = await measureWith(nonstandard, Number(ms), (track) => readSink(nonstandard, track));
  const copied = MediaStreamTrackProcessor
    ? await measureWith(nonstandard, Number(ms), (track) =>
        readCopies(MediaStreamTrackProcessor, track),
      )
    : sink;
  clearInterval(alive);
  return {
    frameRate: sink.rate,
    frameCpu: sink.cpu,
    copiedRate: copied.rate,
    copiedCpu: copied.cpu,
  };
}
