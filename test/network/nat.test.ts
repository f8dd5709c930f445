import test from 'ava';
import type { ExecutionContext } from 'ava';

import { NetworkAgent, negotiateAgents } from '../helpers/network-agent.js';
import { Coturn } from '../helpers/network-coturn.js';
import { NetworkLab } from '../helpers/network-lab.js';
import type { Host, NatKind } from '../helpers/network-lab.js';

const server = '203.0.113.1';
const outside = { a: '203.0.113.2', b: '203.0.113.6' };
const inside = { a: '10.1.0.2', b: '10.2.0.2' };

interface Neighbours {
  readonly a: NetworkAgent;
  readonly b: NetworkAgent;
  readonly coturn: Coturn;
}

test.serial.beforeEach((t) => t.timeout(60_000));

/** Two hosts, each behind a NAT of its own, and a server between the two. */
async function neighbours(t: ExecutionContext, kind: NatKind): Promise<Neighbours> {
  const lab = new NetworkLab();
  t.teardown(() => lab.remove());
  const net = await internet(lab);
  const a = await behindNat(lab, net, kind, { name: 'a', link: 1, subnet: '10.1.0' });
  const b = await behindNat(lab, net, kind, { name: 'b', link: 5, subnet: '10.2.0' });
  const coturn = await Coturn.start({ address: server, prefix: net.prefix });
  t.teardown(() => coturn.stop());
  return { a: startAgent(t, a), b: startAgent(t, b), coturn };
}

/**
 * Packets to nowhere get lost in it, as elsewhere: coturn gives up an
 * allocation when a packet to one of its peers finds no route.
 */
async function internet(lab: NetworkLab): Promise<Host> {
  const [net, rest] = [lab.host('net'), lab.host('rest')];
  lab.forward(net);
  await lab.wire([net, 'to-rest', '203.0.113.9/30'], [rest, 'eth0', '203.0.113.10/30']);
  net.ip('route', 'add', 'default', 'via', '203.0.113.10');
  return net;
}

async function behindNat(
  lab: NetworkLab,
  net: Host,
  kind: NatKind,
  { name, link, subnet }: { name: string; link: number; subnet: string },
): Promise<Host> {
  const router = lab.host(`${name}-nat`);
  const host = lab.host(name);
  await lab.wire(
    [net, `to-${name}`, `203.0.113.${link}/30`],
    [router, 'wan', `203.0.113.${link + 1}/30`],
  );
  await lab.wire([router, 'lan', `${subnet}.1/24`], [host, 'eth0', `${subnet}.2/24`]);
  router.ip('route', 'add', 'default', 'via', `203.0.113.${link}`);
  host.ip('route', 'add', 'default', 'via', `${subnet}.1`);
  lab.nat(router, 'wan', kind);
  return host;
}

function startAgent(t: ExecutionContext, host: Host): NetworkAgent {
  const agent = new NetworkAgent(host.prefix);
  t.teardown(() => agent.stop());
  return agent;
}

async function exchange(t: ExecutionContext, { a, b }: Neighbours): Promise<void> {
  await a.channel('reliable');
  await negotiateAgents(a, b);
  await Promise.all([a.opened('reliable'), b.opened('reliable')]);
  await a.send('reliable', { count: 200, length: 2_000, interval: 0 });
  t.like(await b.reach('reliable', 200), { complete: true, damaged: 0 });
}

test.serial('reflexive candidates of STUN connect through two NATs', async (t) => {
  const all = await neighbours(t, 'port-preserving');
  const { a, b, coturn } = all;
  const configuration = { iceServers: [coturn.stunServer], tcpCandidates: false };
  await Promise.all([a.open(configuration), b.open(configuration)]);
  await exchange(t, all);
  for (const [agent, side] of [
    [a, 'a'],
    [b, 'b'],
  ] as const) {
    const reflexive = agent.candidates.filter(({ type }) => type === 'srflx');
    t.is(reflexive.length, 1);
    t.like(reflexive[0], {
      address: outside[side],
      relatedAddress: inside[side],
      protocol: 'udp',
      url: coturn.stunServer.urls,
    });
    t.deepEqual(
      agent.candidates.map(({ type }) => type),
      ['host', 'srflx'],
    );
  }
  t.is((await a.selectedPair()).remote.address, outside.b);
  t.is((await b.selectedPair()).remote.address, outside.a);
});

test.serial('symmetric NATs on both sides need the relay', async (t) => {
  const all = await neighbours(t, 'symmetric');
  const { a, b, coturn } = all;
  const configuration = {
    iceServers: [coturn.stunServer, coturn.turnServer('udp')],
    tcpCandidates: false,
  };
  await Promise.all([a.open(configuration), b.open(configuration)]);
  await exchange(t, all);
  const { local, remote } = await a.selectedPair();
  t.true([local, remote].some(({ candidateType }) => candidateType === 'relay'));
});

test.serial('symmetric NATs on both sides fail without a relay', async (t) => {
  const { a, b, coturn } = await neighbours(t, 'symmetric');
  const configuration = { iceServers: [coturn.stunServer], tcpCandidates: false };
  await Promise.all([a.open(configuration), b.open(configuration)]);
  await a.channel('reliable');
  await negotiateAgents(a, b);
  await Promise.all([a.reaches('failed', 50_000), b.reaches('failed', 50_000)]);
  t.deepEqual(a.states, ['connecting', 'failed']);
});
