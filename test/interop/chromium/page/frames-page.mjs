import * as call from './call.mjs';
import { quadrantReader } from './quadrants.mjs';
import { readTestTrack } from './test-media.mjs';

/** The browser's fake devices: the test says what they give. */
async function createTestTrack(kind) {
  const stream = await navigator.mediaDevices.getUserMedia({
    [kind]: kind === 'video' || { echoCancellation: false, noiseSuppression: false },
  });
  return stream.getTracks()[0];
}

function watch(track, callback) {
  if (track.kind === 'audio') return readTestTrack(track, callback);
  const read = quadrantReader();
  const video = document.createElement('video');
  video.srcObject = new MediaStream([track]);
  video.muted = true;
  void video.play();
  let frame = video.requestVideoFrameCallback(take);
  function take(_now, { width, height }) {
    frame = video.requestVideoFrameCallback(take);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, width, height);
    callback(read(context.getImageData(0, 0, width, height).data, { width, height }));
  }
  return () => video.cancelVideoFrameCallback(frame);
}

export function createPeer(scope, ...args) {
  return call.createPeer({ ...scope, createTestTrack, readTestTrack: watch }, ...args);
}
