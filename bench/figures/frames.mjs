/** Pixels into a track and out of a sink in one process; each frame's bytes are looked at. */
import { cpuSeconds } from '../driver/process.mjs';

const width = 1920;
const height = 1080;
const marks = { '@roamhq/wrtc': 2 };

export const rows = {
  frameRate: { title: '1080p frames into a track and out', unit: '1/s', better: 'more', marks },
  frameCpu: {
    title: 'processor time of a 1080p frame in and out',
    unit: 'ms',
    better: 'less',
    marks,
  },
};

/** They have no sources of media. */
export const skips = ['node-datachannel', 'werift', 'C++', 'C++ engine'];

export const sizes = { quick: { ms: 500 }, full: { ms: 2000 } };

/** Frames that are on their way at once. */
const inFlight = 2;

export async function measure({ nonstandard }, { ms }) {
  const { RTCVideoSource, RTCVideoSink } = nonstandard;
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const sink = new RTCVideoSink(track);
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
      sink.onframe = ({ frame }) => {
        received += 1;
        const { data } = frame;
        if (data.length !== pictures[0].data.length || data[0] < 40 || data[data.length - 1] > 43) {
          reject(new Error('another picture came out'));
        }
        const elapsed = performance.now() - start;
        if (elapsed < duration) return send();
        sink.onframe = null;
        const cpu = cpuSeconds() - cpuStart;
        resolve({ frameRate: (received / elapsed) * 1000, frameCpu: (cpu / received) * 1000 });
      };
      for (let i = 0; i < inFlight; i += 1) send();
    });
  // Sources and sinks keep no process alive.
  const alive = setInterval(() => {}, 1000);
  await flow(Number(ms) / 4);
  const result = await flow(Number(ms));
  clearInterval(alive);
  sink.stop();
  track.stop();
  return result;
}
