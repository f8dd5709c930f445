/** Tracks to send and readings of tracks that came, in a page, as `nonstandard` has them. */
import { drawPicture, readingContext, readPicture } from './test-picture.mjs';

/** Samples of one reading; the frequencies are 5.9 Hz apart at 48 kHz. */
const window = 8192;
/** Milliseconds between two readings of audio. */
const interval = 100;

let audio;
const audioContext = () => (audio ??= new AudioContext());

/** @param {'audio' | 'video'} kind */
export function createTestTrack(kind, options) {
  return kind === 'video' ? pictures(options) : tone(options);
}

/** @returns a function that stops it */
export function readTestTrack(track, callback) {
  return track.kind === 'video' ? watch(track, callback) : listen(track, callback);
}

function pictures({ width, height, frameRate }) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream().getVideoTracks();
  let counter = 0;
  const timer = setInterval(() => {
    if (track.readyState === 'ended') clearInterval(timer);
    else drawPicture(context, (counter += 1));
  }, 1000 / frameRate);
  return track;
}

function tone({ frequency }) {
  const context = audioContext();
  const oscillator = new OscillatorNode(context, { frequency });
  const destination = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(new GainNode(context, { gain: 0.5 })).connect(destination);
  oscillator.start();
  return destination.stream.getAudioTracks()[0];
}

/** One reading per frame that is shown. */
function watch(track, callback) {
  const video = elementOf('video', track);
  const context = readingContext();
  let frame = video.requestVideoFrameCallback(read);
  function read(_now, { width, height }) {
    frame = video.requestVideoFrameCallback(read);
    callback({ width, height, counter: readPicture(video, context) });
  }
  return () => {
    video.cancelVideoFrameCallback(frame);
    video.srcObject = null;
  };
}

function listen(track, callback) {
  const context = audioContext();
  // A remote track is pulled by an element only.
  const element = elementOf('audio', track);
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: element.srcObject });
  const analyser = new AnalyserNode(context, { fftSize: window, smoothingTimeConstant: 0 });
  source.connect(analyser);
  const timer = setInterval(() => callback(soundOf(analyser)), interval);
  return () => {
    clearInterval(timer);
    source.disconnect();
    element.srcObject = null;
  };
}

function elementOf(kind, track) {
  const element = document.createElement(kind);
  element.srcObject = new MediaStream([track]);
  element.muted = true;
  void element.play();
  return element;
}

function soundOf(analyser) {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
  const decibels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(decibels);
  const loudest = decibels.reduce((best, value, bin) => (value > decibels[best] ? bin : best), 0);
  const frequency = (loudest * analyser.context.sampleRate) / analyser.fftSize;
  return { level, frequency: level < 0.001 ? null : frequency };
}
