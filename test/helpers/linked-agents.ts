import { NetworkAgent } from './network-agent.js';
import { NetworkLab } from './network-lab.js';
import { NetworkLink } from './network-link.js';
import type { LinkSettings } from './network-link.js';

export interface LinkedAgents {
  readonly a: NetworkAgent;
  readonly b: NetworkAgent;
  readonly link: NetworkLink;
}

/** Two connections on hosts with a link of these settings between them; gone with the test. */
export async function linkedAgents(
  t: { teardown(fn: () => unknown): void },
  settings: LinkSettings,
): Promise<LinkedAgents> {
  const lab = new NetworkLab();
  const [first, second] = [lab.host('a'), lab.host('b')];
  t.teardown(() => lab.remove());
  const link = await NetworkLink.between([first, '192.0.2.1/24'], [second, '192.0.2.2/24']);
  t.teardown(() => link.stop());
  await link.set(settings);
  const [a, b] = [new NetworkAgent(first.prefix), new NetworkAgent(second.prefix)];
  t.teardown(() => Promise.all([a.stop(), b.stop()]));
  await Promise.all([a.open(), b.open()]);
  return { a, b, link };
}
