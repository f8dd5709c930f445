/** A picture of four plain quarters, for pages and for Node: drawn, and looked at again. */

/** RGB, of the quarters: upper left, upper right, lower left, lower right. */
const colours = [
  [200, 40, 40],
  [40, 180, 60],
  [50, 70, 200],
  [220, 220, 220],
];

/** What codecs and colour conversions may do to a plain colour. */
const tolerance = 16;

/** @returns {Uint8Array} RGBA */
export function drawQuadrants({ width, height }) {
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colours[2 * Number(y >= height / 2) + Number(x >= width / 2)];
      pixels.set([...colour, 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

/** RGB of the middle of each quarter. @param {Uint8Array} pixels RGBA */
export function middles(pixels, { width, height }) {
  return colours.map((_, quarter) => {
    const x = Math.floor((width * (1 + 2 * (quarter % 2))) / 4);
    const y = Math.floor((height * (1 + 2 * Math.floor(quarter / 2))) / 4);
    return [...pixels.subarray((y * width + x) * 4).subarray(0, 3)];
  });
}

/** @param {number[][]} found of {@link middles} */
export function areQuadrants(found) {
  return found.every((colour, quarter) =>
    colour.every((value, part) => Math.abs(value - colours[quarter][part]) <= tolerance),
  );
}

/**
 * Makes readings of frames, as a `Watch` takes them: their counter counts those
 * that show the picture, and is null for others.
 */
export function quadrantReader() {
  let counter = 0;
  return (pixels, { width, height }) => {
    const found = middles(pixels, { width, height });
    return { width, height, counter: areQuadrants(found) ? (counter += 1) : null, found };
  };
}
