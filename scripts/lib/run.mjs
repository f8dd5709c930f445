import { spawn } from 'node:child_process';

import { root } from './paths.mjs';

/**
 * Runs a program and collects what it prints. Rejects when it fails, with its
 * last lines, or when it takes longer than `limit` milliseconds.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, limit?: number, inherit?: boolean,
 *   onLine?: (line: string) => void}} [options] `onLine` sees each line of both streams,
 *   progress lines that end in a carriage return too
 * @returns {Promise<string>}
 */
export function run(program, args, options = {}) {
  const { cwd = root, env = process.env, limit = 30 * 60_000, inherit = false, onLine } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    let output = '';
    let rest = '';
    const take = (chunk) => {
      output += chunk;
      const lines = (rest + chunk).split(/[\r\n]+/);
      rest = lines.pop() ?? '';
      for (const line of lines) if (line) onLine?.(line);
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (rest) onLine?.(rest);
      if (code === 0) return resolve(output);
      const tail = output.trimEnd().split('\n').slice(-30).join('\n');
      const how = signal ? `ended by ${signal}` : `exit code ${code}`;
      const error = new Error(`${program} ${args.join(' ')}: ${how}\n${tail}`);
      reject(Object.assign(error, { code, signal, output }));
    });
  });
}
