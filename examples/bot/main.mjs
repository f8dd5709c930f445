/**
 * A bot that draws on a canvas and speaks: open the address that it prints.
 * Needs @napi-rs/canvas (npm) and espeak-ng (Debian's package of that name).
 */
import { MediaStream } from 'node-libwebrtc';

import { serveCalls } from '../shared/serve-calls.mjs';
import { Face } from './face.mjs';
import { Voice } from './voice.mjs';

const face = new Face(640, 360);
const voice = new Voice();
const stream = new MediaStream([face.track, voice.track]);

const address = await serveCalls(new URL('./page.html', import.meta.url), (pc) => {
  for (const track of stream.getTracks()) pc.addTrack(track, stream);
  pc.onconnectionstatechange = () => {
    if (pc.connectionState === 'connected') voice.say('Hello. I am a bot, and this is my voice.');
  };
});
setInterval(() => voice.say(`It is ${new Date().toLocaleTimeString('en')}.`), 10_000);
console.log(`Open in a browser: ${address}`);
