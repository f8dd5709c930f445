/**
 * Frames that cost an encoder what those of node-libwebrtc's test tracks cost:
 * above a grid of black and white cells, of which some change with each frame,
 * below a wave that moves, and changes its colour.
 */
const columns = 12;
const rows = 4;

/** Which cells are white: CRC-16 of the number, and the number. */
function cellsOf(number) {
  let sum = 0xffff;
  for (let bit = 31; bit >= 0; bit -= 1) {
    const carry = ((sum >> 15) ^ (number >>> bit)) & 1;
    sum = ((sum << 1) ^ (carry ? 0x1021 : 0)) & 0xffff;
  }
  const bits = number.toString(2).padStart(32, '0') + sum.toString(2).padStart(16, '0');
  return [...bits].map((bit) => bit === '1');
}

/** @returns {{width: number, height: number, data: Uint8ClampedArray}} I420 */
function draw(number, width, height) {
  const data = new Uint8ClampedArray((width * height * 3) / 2);
  const half = height / 2;
  const cells = cellsOf(number);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const cell = Math.floor((y * rows) / half) * columns + Math.floor((x * columns) / width);
      const step = (Math.floor((x * 256) / width) + number * 4) % 256;
      const wave = 64 + (step < 128 ? step : 255 - step);
      data[y * width + x] = y >= half ? wave : cells[cell] ? 235 : 16;
    }
  }
  const plane = (width / 2) * half;
  const shade = 64 + (number % 128);
  for (const [index, colour] of [shade, 255 - shade].entries()) {
    const start = width * height + index * plane;
    data.fill(128, start, start + plane / 2).fill(colour, start + plane / 2, start + plane);
  }
  return { width, height, data };
}

/** @returns {ReturnType<typeof draw>[]} some seconds' worth, drawn before anything is measured */
export function drawPictures({ width, height }) {
  return Array.from({ length: 128 }, (_, number) => draw(number, width, height));
}
