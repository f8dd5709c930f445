import { connections } from '../helpers/fake-native.js';

import test from 'ava';

import { RTCPeerConnection, RTCStatsReport } from '../../../lib/index.js';
import { rejection, thrown } from '../../helpers/failure.js';

const timestamp = 1_700_000_000_000.5;

async function report(natives: object[]): Promise<RTCStatsReport> {
  const connection = new RTCPeerConnection();
  const stats = connection.getStats();
  connections.at(-1)!.settle('getStats', natives);
  return stats;
}

test('what the text does not have is left out', async (t) => {
  const stats = await report([
    { type: 'peer-connection', id: 'P', timestamp, dataChannelsOpened: 1, dataChannelsRefused: 2 },
    { type: 'obsolete', id: 'O', timestamp },
    { type: 'local-candidate', id: 'I', timestamp, ip: '192.0.2.1', address: '192.0.2.1' },
  ]);
  t.deepEqual([...stats.keys()], ['P', 'I']);
  t.deepEqual(stats.get('P'), {
    id: 'P',
    timestamp,
    type: 'peer-connection',
    dataChannelsOpened: 1,
  });
  t.false('ip' in stats.get('I'));
});

test('a report is a readonly map', async (t) => {
  const stats = await report([{ type: 'peer-connection', id: 'P', timestamp }]);
  t.true(stats instanceof RTCStatsReport);
  t.is(Object.prototype.toString.call(stats), '[object RTCStatsReport]');
  t.is(stats.size, 1);
  t.true(stats.has('P'));
  t.false(stats.has('Q'));
  t.is(stats.get('Q'), undefined);
  t.deepEqual([...stats], [...stats.entries()]);
  t.deepEqual([...stats.values()], [stats.get('P')]);
  const seen: unknown[] = [];
  stats.forEach(function (this: unknown, value, key, parent) {
    seen.push(this, value, key, parent);
  }, 'this');
  t.deepEqual(seen, ['this', stats.get('P'), 'P', stats]);
  t.false('set' in stats);
  t.is(thrown(() => Reflect.construct(RTCStatsReport, [])).message, 'Illegal constructor');
});

test('a selector is a track', async (t) => {
  const connection = new RTCPeerConnection();
  const error = await rejection(connection.getStats({} as unknown as null));
  t.is(error.name, 'TypeError');
});
