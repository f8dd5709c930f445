/**
 * Tracks whose sources are given every frame and every 10 ms of sound by the
 * program, as libraries with `nonstandard` sources have them.
 */
import { call } from './call-form.mjs';
import { drawPictures } from './pictures.mjs';

const { frameRate, frequency } = call;
const sampleRate = 48_000;

const block = sampleRate / 100;
const samples = Int16Array.from({ length: block }, (_, index) =>
  Math.round(16_000 * Math.sin((2 * Math.PI * frequency * index) / sampleRate)),
);

/** Calls as often as it is due on the clock, late ones at once. */
function every(milliseconds, run) {
  const start = performance.now();
  let done = 0;
  setInterval(() => {
    const due = Math.floor((performance.now() - start) / milliseconds);
    for (; done < due; done += 1) run(done);
  }, milliseconds);
}

/**
 * @param {{RTCAudioSource: Function, RTCVideoSource: Function}} nonstandard
 * @returns {(fed?: boolean) => MediaStreamTrack[]} makes one track of each kind, which one timer
 *   each feeds, unless they are to stay without
 */
export function pushedTracks({ RTCAudioSource, RTCVideoSource }) {
  const live = { audio: new Map(), video: new Map() };
  const feed = (all, push) => {
    for (const [track, source] of all) {
      if (track.readyState === 'live') push(source);
      else all.delete(track);
    }
  };
  const frames = drawPictures(call);
  const sound = { samples, sampleRate, bitsPerSample: 16, channelCount: 1, numberOfFrames: block };
  every(10, () => {
    feed(live.audio, (source) => source.onData(sound));
  });
  every(1000 / frameRate, (number) => {
    feed(live.video, (source) => source.onFrame(frames[number % frames.length]));
  });
  const make = (Source, all, fed) => {
    const source = new Source();
    const track = source.createTrack();
    if (fed) all.set(track, source);
    return track;
  };
  return (fed = true) => [
    make(RTCAudioSource, live.audio, fed),
    make(RTCVideoSource, live.video, fed),
  ];
}
