/**
 * The picture of `nonstandard.createTestTrack('video')`, in a page: the upper
 * half has black and white cells that spell a counter and a checksum, the
 * lower half moves. The contract is native/media/test_pattern.cc.
 */
const columns = 12;
const rows = 4;
const counterBits = 32;
const cells = columns * rows;

/** Luma at which a cell is neither black nor white any more. */
const darkest = 96;
const brightest = 160;

/** Pixels of a cell's side when it is read. */
const cell = 8;

/** CRC-16/CCITT of a number of 32 bits. */
function checksumOf(counter) {
  let sum = 0xffff;
  for (let bit = counterBits - 1; bit >= 0; bit -= 1) {
    const carry = ((sum >>> 15) ^ (counter >>> bit)) & 1;
    sum = ((sum << 1) & 0xffff) ^ (carry ? 0x1021 : 0);
  }
  return sum;
}

function isSet(counter, checksum, index) {
  const [word, bit] =
    index < counterBits ? [counter, counterBits - 1 - index] : [checksum, cells - 1 - index];
  return (word >>> bit) & 1;
}

/** Draws the picture with this counter over all of a canvas. */
export function drawPicture(context, counter) {
  const { width, height } = context.canvas;
  const half = Math.floor(height / 2);
  const checksum = checksumOf(counter);
  for (let index = 0; index < cells; index += 1) {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const left = Math.floor((column * width) / columns);
    const top = Math.floor((row * half) / rows);
    context.fillStyle = isSet(counter, checksum, index) ? 'white' : 'black';
    context.fillRect(left, top, Math.ceil(width / columns), Math.ceil(half / rows));
  }
  const shift = (counter * 4) % 256;
  context.fillStyle = `hsl(${counter % 360} 50% 50%)`;
  context.fillRect(0, half, width, height - half);
  context.fillStyle = 'gray';
  context.fillRect((shift * width) / 256, half, width / 8, height - half);
}

/** Of the middle of one cell, which an encoder's blur does not reach. */
function lumaOf(pixels, index) {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  const [from, to] = [cell / 4, (3 * cell) / 4];
  let sum = 0;
  for (let y = from; y < to; y += 1) {
    for (let x = from; x < to; x += 1) {
      const at = 4 * ((row * cell + y) * columns * cell + column * cell + x);
      sum += 0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2];
    }
  }
  return sum / (to - from) ** 2;
}

/** A canvas for {@link readPicture}. */
export function readingContext() {
  const canvas = new OffscreenCanvas(columns * cell, rows * cell);
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** The counter that a video shows; null when it shows another picture, or an illegible one. */
export function readPicture(video, context) {
  const { width, height } = context.canvas;
  context.drawImage(video, 0, 0, video.videoWidth, video.videoHeight / 2, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  let [counter, checksum] = [0, 0];
  for (let index = 0; index < cells; index += 1) {
    const luma = lumaOf(data, index);
    if (luma > darkest && luma < brightest) return null;
    const bit = luma >= brightest ? 1 : 0;
    if (index < counterBits) counter = ((counter << 1) | bit) >>> 0;
    else checksum = (checksum << 1) | bit;
  }
  return checksum === checksumOf(counter) ? counter : null;
}
