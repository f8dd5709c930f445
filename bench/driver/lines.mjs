/**
 * What the bench and the processes it measures say to each other: a line is
 * `@word argument ...` from the process, `word argument ...` to it, with the
 * arguments in percent-encoding.
 */

/** @param {string} line */
export function parseLine(line) {
  const [word, ...args] = line.split(' ');
  return { word, args: args.map(decodeURIComponent) };
}

/** @param {string} word @param {...(string | number)} args */
export function formatLine(word, ...args) {
  return [word, ...args.map((arg) => encodeURIComponent(arg))].join(' ') + '\n';
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} take
 */
export function onLines(stream, take) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) take(line);
  });
}

/** Says one line to the bench. @param {string} word @param {...(string | number)} args */
export function say(word, ...args) {
  process.stdout.write(`@${formatLine(word, ...args)}`);
}
