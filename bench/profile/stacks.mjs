import { spawn } from 'node:child_process';

import { onLines } from '../driver/lines.mjs';

/**
 * Stacks of a recording, outermost first and with the thread's name before
 * them, and how often each was seen.
 *
 * @param {string} file that `perf record` wrote
 * @returns {Promise<Map<string, number>>} by the frames with `;` between them
 */
export async function readStacks(file) {
  const script = spawn('perf', ['script', '-i', file, '--no-inline', '-F', 'comm,ip,sym'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stacks = new Map();
  let thread;
  let frames = [];
  const take = () => {
    if (thread) {
      const key = [thread, ...frames.reverse()].join(';');
      stacks.set(key, (stacks.get(key) ?? 0) + 1);
    }
    thread = undefined;
    frames = [];
  };
  onLines(script.stdout, (line) => {
    if (line === '') take();
    else if (thread === undefined) thread = line.trim();
    else frames.push(frameName(line));
  });
  const code = await new Promise((resolve, reject) => {
    script.on('error', reject);
    script.on('close', resolve);
  });
  take();
  if (code !== 0) throw new Error(`perf script ended with code ${code}`);
  return stacks;
}

/** The function without arguments, template arguments and address. */
function frameName(line) {
  const symbol = line.trim().replace(/^[0-9a-f]+ /, '');
  let name = symbol;
  for (let shorter; (shorter = name.replace(/<[^<>]*>|\([^()]*\)/g, '')) !== name;) name = shorter;
  return (
    name
      .replaceAll(';', '')
      .replace(/ const$/, '')
      .trim() || symbol
  ).slice(0, 120);
}
