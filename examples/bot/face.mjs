import { createCanvas } from '@napi-rs/canvas';
import { MediaStreamTrackGenerator, VideoFrame } from 'node-libwebrtc';

const frameRate = 15;

/** A clock on a canvas, and a ball that shows that it lives. */
export class Face {
  track = new MediaStreamTrackGenerator({ kind: 'video' });
  #writer = this.track.writable.getWriter();
  #canvas;

  constructor(width, height) {
    this.#canvas = createCanvas(width, height);
    const timer = setInterval(() => this.#show(), 1000 / frameRate);
    this.track.onended = () => clearInterval(timer);
  }

  #show() {
    this.#draw();
    const { width, height } = this.#canvas;
    const timestamp = Math.round(performance.now() * 1000);
    const init = { format: 'RGBX', codedWidth: width, codedHeight: height, timestamp };
    void this.#writer.write(new VideoFrame(this.#canvas.data(), init));
  }

  #draw() {
    const { width, height } = this.#canvas;
    const context = this.#canvas.getContext('2d');
    context.fillStyle = '#20304c';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#ffd166';
    context.font = '72px sans-serif';
    context.textAlign = 'center';
    context.fillText(new Date().toLocaleTimeString('en'), width / 2, height / 2);
    const phase = (performance.now() / 1000) % 2;
    context.beginPath();
    context.arc(width * Math.abs(phase - 1), height - 60, 30, 0, 2 * Math.PI);
    context.fill();
  }
}
