import test from 'ava';
import type { ExecutionContext } from 'ava';

import { NetworkAgent, negotiateAgents } from '../helpers/network-agent.js';
import { NetworkLab } from '../helpers/network-lab.js';
import type { Host } from '../helpers/network-lab.js';
import { size } from '../helpers/size.js';

test.serial.beforeEach((t) => t.timeout(120_000));

function makeLab(t: ExecutionContext): NetworkLab {
  const lab = new NetworkLab();
  t.teardown(() => lab.remove());
  return lab;
}

async function connect(
  t: ExecutionContext,
  [first, second]: readonly [Host, Host],
): Promise<readonly [NetworkAgent, NetworkAgent]> {
  const agents = [first, second].map((host) => new NetworkAgent(host.prefix));
  const [a, b] = [agents[0]!, agents[1]!];
  t.teardown(() => Promise.all([a.stop(), b.stop()]));
  await Promise.all([a.open(), b.open()]);
  await a.channel('reliable');
  await negotiateAgents(a, b);
  await Promise.all([a.opened('reliable'), b.opened('reliable')]);
  return [a, b];
}

test.serial('a network with IPv6 alone', async (t) => {
  const lab = makeLab(t);
  const [one, two] = [lab.host('a'), lab.host('b')];
  await lab.wire([one, 'eth0', '2001:db8::1/64'], [two, 'eth0', '2001:db8::2/64']);
  const [a, b] = await connect(t, [one, two]);
  t.deepEqual([...new Set(a.candidates.map(({ address }) => address))], ['2001:db8::1']);
  t.like(await a.selectedPair(), {
    local: { address: '2001:db8::1', candidateType: 'host', protocol: 'udp' },
    remote: { address: '2001:db8::2', candidateType: 'host' },
  });
  await a.send('reliable', { count: 200, length: 2_000, interval: 0 });
  t.like(await b.reach('reliable', 200), { complete: true, damaged: 0 });
});

test.serial('the interface goes down, another comes up: ICE restart in mid-call', async (t) => {
  const lab = makeLab(t);
  const [one, two] = [lab.host('a'), lab.host('b')];
  await lab.wire([one, 'eth0', '192.0.2.1/24'], [two, 'eth0', '192.0.2.2/24']);
  const [a, b] = await connect(t, [one, two]);
  t.is((await a.selectedPair()).local.address, '192.0.2.1');
  const count = size(2_000, 20_000);
  const sent = a.send('reliable', { count, length: 500, interval: 1 }, 100_000);
  await b.reach('reliable', 200);
  one.ip('link', 'set', 'eth0', 'down');
  await lab.wire([one, 'eth1', '198.51.100.1/24'], [two, 'eth1', '198.51.100.2/24']);
  await Promise.all([a.reaches('disconnected'), b.reaches('disconnected')]);
  await a.restartIce();
  await negotiateAgents(a, b);
  await Promise.all([a.reaches('connected'), b.reaches('connected')]);
  await sent;
  t.like(await b.reach('reliable', count), { complete: true, damaged: 0, duplicates: 0 });
  t.is((await a.selectedPair()).local.address, '198.51.100.1');
});
