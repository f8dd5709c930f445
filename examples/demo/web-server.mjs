import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const types = { '.html': 'text/html', '.mjs': 'text/javascript', '.css': 'text/css' };

/** Serves the demo's page and the modules it shares with Node, nothing else. */
export function createWebServer() {
  return createServer((request, response) => {
    void answer(request.url ?? '/', response);
  });
}

async function answer(url, response) {
  const { pathname } = new URL(url, 'http://localhost');
  const path = pathname === '/' ? '/browser/index.html' : pathname;
  const type = types[extname(path)];
  const served = /^\/(browser|shared)\/[\w-]+\.(html|mjs|css)$/.test(path);
  try {
    if (!served) throw new Error('not part of the demo');
    const body = await readFile(join(folder, path));
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** @returns {Promise<number>} the port that it listens on */
export function listen(server, port = 0, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address().port));
  });
}
