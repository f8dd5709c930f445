import { closeSync, openSync, writeSync } from 'node:fs';

/** A YUV4MPEG2 file: a line of text, then I420 frames, each after a line of its own. */
export class VideoFile {
  #file;
  #frames = 0;
  #size = { width: 0, height: 0 };

  constructor(path) {
    this.#file = openSync(path, 'w');
  }

  /** Frames of another size than the first one are left out: the format has one size. */
  write({ width, height, data }) {
    if (this.#frames === 0) {
      this.#size = { width, height };
      writeSync(this.#file, `YUV4MPEG2 W${width} H${height} F30:1 Ip C420jpeg\n`);
    }
    if (width !== this.#size.width || height !== this.#size.height) return;
    writeSync(this.#file, 'FRAME\n');
    writeSync(this.#file, data);
    this.#frames += 1;
  }

  close() {
    closeSync(this.#file);
    return { frames: this.#frames, ...this.#size };
  }
}
