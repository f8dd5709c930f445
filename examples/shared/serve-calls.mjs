import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { RTCPeerConnection } from 'node-libwebrtc';

/**
 * Serves one page, and takes the offers that it posts: one request, one answer
 * with all candidates in it.
 *
 * @param {URL} page an HTML file
 * @param {(pc: RTCPeerConnection) => void} onCall of each page that calls: adds tracks, listens
 * @returns {Promise<string>} the page's address
 */
export async function serveCalls(page, onCall) {
  const script = new URL('./call.mjs', import.meta.url);
  const server = createServer(async (request, response) => {
    try {
      if (request.method === 'POST') {
        const answer = await take(await json(request), onCall);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      } else {
        const [file, type] =
          request.url === '/call.mjs' ? [script, 'text/javascript'] : [page, 'text/html'];
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
        response.end(await readFile(fileURLToPath(file)));
      }
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(Number(process.env.PORT ?? 0), resolve));
  return `http://localhost:${server.address().port}/`;
}

async function json(request) {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return JSON.parse(body);
}

async function take(offer, onCall) {
  const pc = new RTCPeerConnection();
  pc.addEventListener('connectionstatechange', () => {
    if (pc.connectionState === 'failed') pc.close();
  });
  try {
    await pc.setRemoteDescription(offer);
    onCall(pc);
    await pc.setLocalDescription();
    while (pc.iceGatheringState !== 'complete') {
      await new Promise((resolve) =>
        pc.addEventListener('icegatheringstatechange', resolve, { once: true }),
      );
    }
    return pc.localDescription;
  } catch (error) {
    pc.close();
    throw error;
  }
}
