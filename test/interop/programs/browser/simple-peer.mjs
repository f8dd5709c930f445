/**
 * A program for a browser on simple-peer: two peers that talk, one that shows
 * itself, and one that leaves. Prints what happened.
 */
import SimplePeer from 'simple-peer';

const width = 320;
const height = 180;
const green = [40, 200, 60];

const camera = new MediaStreamTrackGenerator({ kind: 'video' });
const stream = new MediaStream([camera]);
const alice = new SimplePeer({ initiator: true, stream });
const bob = new SimplePeer();
alice.on('signal', (data) => bob.signal(data));
bob.on('signal', (data) => alice.signal(data));

const once = (peer, event) =>
  new Promise((resolve, reject) => {
    peer.once(event, resolve);
    peer.once('error', reject);
  });

const connected = Promise.all([once(alice, 'connect'), once(bob, 'connect')]);
const shown = once(bob, 'stream');
await connected;
console.log('connected');

alice.send('how are you?');
console.log(`bob hears: ${await once(bob, 'data')}`);
bob.send(new Uint8Array([1, 2, 3]));
console.log(`alice hears: ${[...(await once(alice, 'data'))]}`);

const film = setInterval(draw, 50);
const writer = camera.writable.getWriter();
function draw() {
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < data.length; i += 4) data.set([...green, 255], i);
  const timestamp = performance.now() * 1000;
  const frame = new VideoFrame(data, {
    format: 'RGBA',
    codedWidth: width,
    codedHeight: height,
    timestamp,
  });
  writer.write(frame);
}

const [remote] = (await shown).getVideoTracks();
const reader = new MediaStreamTrackProcessor({ track: remote }).readable.getReader();
for (;;) {
  const { value: frame } = await reader.read();
  const pixels = new Uint8Array(frame.allocationSize({ format: 'RGBA' }));
  await frame.copyTo(pixels, { format: 'RGBA' });
  const { codedWidth, codedHeight } = frame;
  frame.close();
  const middle = (codedHeight / 2) * codedWidth * 4 + codedWidth * 2;
  const off = green.map((value, index) => Math.abs(value - pixels[middle + index]));
  if (Math.max(...off) < 12) break;
}
console.log('bob sees green');
clearInterval(film);

// Her channel closes, or its connection is aborted before, which is an error too: as in browsers.
const left = new Promise((resolve) => bob.once('close', resolve));
bob.once('error', ({ message }) => {
  if (!message.includes('User-Initiated Abort')) throw new Error(message);
});
alice.destroy();
await left;
console.log('bob is alone');
camera.stop();
bob.destroy();
