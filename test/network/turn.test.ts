import test from 'ava';
import type { ExecutionContext } from 'ava';

import type { RTCConfiguration, RTCIceServer, RTCIceTransportPolicy } from '../../lib/index.js';
import { NetworkAgent, negotiateAgents } from '../helpers/network-agent.js';
import { Coturn } from '../helpers/network-coturn.js';
import { size } from '../helpers/size.js';

const loopback = { networkInterfaces: { allow: ['lo'], loopback: true, ipv6: false } };
const relayOnly = { ...loopback, iceTransportPolicy: 'relay' } as const;

test.serial.beforeEach((t) => t.timeout(120_000));

async function startCoturn(t: ExecutionContext): Promise<Coturn> {
  const coturn = await Coturn.start();
  t.teardown(() => coturn.stop());
  return coturn;
}

function startAgent(t: ExecutionContext, env: NodeJS.ProcessEnv = {}): NetworkAgent {
  const agent = new NetworkAgent([], env);
  t.teardown(() => agent.stop());
  return agent;
}

async function connect(
  offerer: NetworkAgent,
  answerer: NetworkAgent,
  [first, second]: readonly [RTCConfiguration, RTCConfiguration],
): Promise<void> {
  await Promise.all([offerer.open(first), answerer.open(second)]);
  await offerer.channel('reliable');
  await negotiateAgents(offerer, answerer);
  await Promise.all([offerer.opened('reliable'), answerer.opened('reliable')]);
}

for (const way of ['udp', 'tcp', 'tls'] as const) {
  test.serial(`relay only, TURN over ${way}`, async (t) => {
    const coturn = await startCoturn(t);
    const env = { NODE_EXTRA_CA_CERTS: coturn.certificateFile };
    const [a, b] = [startAgent(t, env), startAgent(t, env)];
    const configuration = { ...relayOnly, iceServers: [coturn.turnServer(way)] };
    await connect(a, b, [configuration, configuration]);
    for (const agent of [a, b]) {
      const pair = await agent.selectedPair();
      t.is(pair.local.candidateType, 'relay');
      t.is(pair.local.relayProtocol, way);
      t.deepEqual([...new Set(agent.candidates.map(({ type }) => type))], ['relay']);
      t.like(agent.candidates[0], { relayProtocol: way, url: coturn.turnUrl(way) });
    }
    const count = size(300, 20_000);
    await a.send('reliable', { count, length: 4_000, interval: 0 });
    t.like(await b.reach('reliable', count), { complete: true, damaged: 0 });
  });
}

/** What `icecandidateerror` says when nothing but this server could give a candidate. */
async function gatheringError(
  t: ExecutionContext,
  server: RTCIceServer,
  iceTransportPolicy: RTCIceTransportPolicy = 'relay',
): Promise<Record<string, unknown>> {
  const agent = startAgent(t);
  await agent.open({ ...loopback, iceTransportPolicy, iceServers: [server] });
  await agent.channel('reliable');
  await agent.describe();
  const error = await agent.next('candidate-error', 40_000);
  await agent.gathered();
  if (iceTransportPolicy === 'relay') t.deepEqual(agent.candidates, []);
  return error;
}

test.serial('wrong credentials: icecandidateerror 401', async (t) => {
  const coturn = await startCoturn(t);
  const expected = { errorCode: 401, errorText: 'Unauthorized' };
  for (const way of ['udp', 'tcp'] as const) {
    const url = coturn.turnUrl(way);
    const server = { ...coturn.turnServer(way), credential: 'another secret' };
    t.like(await gatheringError(t, server), { ...expected, url, address: null });
  }
  const server = { ...coturn.turnServer('udp'), credential: 'another secret' };
  const exposed = await gatheringError(t, server, 'all');
  t.like(exposed, { ...expected, url: server.urls, address: '127.0.0.1' });
  t.true((exposed['port'] as number) > 0);
});

test.serial('a TLS server that nobody vouches for: icecandidateerror 701', async (t) => {
  const coturn = await startCoturn(t);
  const error = await gatheringError(t, coturn.turnServer('tls'));
  t.like(error, { errorCode: 701, url: coturn.turnUrl('tls') });
});

test.serial('a server that is not there: icecandidateerror 701', async (t) => {
  const coturn = await startCoturn(t);
  await coturn.stop();
  const error = await gatheringError(t, coturn.turnServer('tcp'));
  t.like(error, { errorCode: 701, url: coturn.turnUrl('tcp') });
});

test.serial('the server dies in mid-call, another one takes over', async (t) => {
  const first = await startCoturn(t);
  const second = await startCoturn(t);
  const [a, b] = [startAgent(t), startAgent(t)];
  const configuration = { ...relayOnly, iceServers: [first.turnServer('udp')] };
  await connect(a, b, [configuration, configuration]);
  await first.stop();
  await Promise.all([a.reaches('disconnected'), b.reaches('disconnected')]);
  await Promise.all([a.reaches('failed'), b.reaches('failed')]);
  const another = { ...relayOnly, iceServers: [second.turnServer('udp')] };
  await Promise.all([a.configure(another), b.configure(another)]);
  await a.restartIce();
  await negotiateAgents(a, b);
  await Promise.all([a.reaches('connected'), b.reaches('connected')]);
  await a.send('reliable', { count: 100, length: 1_000, interval: 0 });
  t.like(await b.reach('reliable', 100), { complete: true, damaged: 0 });
});
