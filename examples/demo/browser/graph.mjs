const history = 60;

/** A live line graph of one or two series, on a canvas; the last minute, one point a tick. */
export class Graph {
  #canvas;
  #unit;
  #series;

  /** @param {HTMLCanvasElement} canvas @param {string} unit @param {string[]} colours */
  constructor(canvas, unit, colours) {
    this.#canvas = canvas;
    this.#unit = unit;
    this.#series = colours.map((colour) => ({ colour, points: [] }));
  }

  /** @param {...number} values one per series */
  add(...values) {
    this.#series.forEach(({ points }, index) => {
      points.push(values[index]);
      if (points.length > history) points.shift();
    });
    this.#draw();
  }

  #draw() {
    const canvas = this.#canvas;
    const scale = devicePixelRatio;
    const width = (canvas.width = canvas.clientWidth * scale);
    const height = (canvas.height = canvas.clientHeight * scale);
    const context = canvas.getContext('2d');
    const top = niceCeiling(Math.max(...this.#series.flatMap(({ points }) => points), 0));
    const y = (value) => height - 4 * scale - (value / top) * (height - 24 * scale);
    const x = (index) => (index / (history - 1)) * width;

    context.strokeStyle = '#8884';
    context.fillStyle = getComputedStyle(canvas).color;
    context.font = `${12 * scale}px system-ui`;
    for (const value of [0, top / 2, top]) {
      context.beginPath();
      context.moveTo(0, y(value));
      context.lineTo(width, y(value));
      context.stroke();
      if (value) context.fillText(`${value} ${this.#unit}`, 4 * scale, y(value) - 4 * scale);
    }
    context.lineWidth = 2 * scale;
    context.lineJoin = 'round';
    for (const { colour, points } of this.#series) {
      context.strokeStyle = colour;
      context.beginPath();
      const first = history - points.length;
      points.forEach((value, index) => context.lineTo(x(first + index), y(value)));
      context.stroke();
    }
  }
}

/** The next of 1, 2, 5, 10, 20, 50, ... */
function niceCeiling(value) {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= value);
}
