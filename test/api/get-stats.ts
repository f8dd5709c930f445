import test from 'ava';

import { RTCPeerConnection } from '../../lib/index.js';
import type {
  RTCIceCandidatePairStats,
  RTCStats,
  RTCStatsReport,
  RTCStatsType,
  RTCTransportStats,
} from '../../lib/index.js';
import { RTCStatsType as Types, statsTable } from '../../lib/idl/index.js';
import { connectPair } from '../helpers/pair.js';
import { messages } from '../helpers/wait.js';

const find = (report: RTCStatsReport, type: RTCStatsType): RTCStats | undefined =>
  [...(report.values() as Iterable<RTCStats>)].find((stats) => stats.type === type);

test('a new connection reports itself', async (t) => {
  const connection = new RTCPeerConnection();
  const report = await connection.getStats();
  const stats = find(report, 'peer-connection');
  t.like(stats, { dataChannelsOpened: 0, dataChannelsClosed: 0 });
  t.true(Math.abs(stats!.timestamp - Date.now()) < 5000);
  connection.close();
});

test('a connected one: members, their types, and what refers to what', async (t) => {
  const { offerer, local, remote, close } = await connectPair();
  t.teardown(close);
  const received = messages(remote, 2);
  local.send('12345');
  local.send(new Uint8Array(5));
  await received;
  const report = await offerer.getStats();
  for (const [id, stats] of report) {
    t.is(stats.id, id);
    t.true(Types.values.includes(stats.type as RTCStatsType));
    const { keys } = statsTable(stats.type as RTCStatsType, stats.kind);
    for (const key of Object.keys(stats as object)) t.true(keys.includes(key), `${id}.${key}`);
  }
  t.like(find(report, 'data-channel'), {
    label: 'test',
    state: 'open',
    messagesSent: 2,
    bytesSent: 10,
    dataChannelIdentifier: local.id!,
  });
  const transport = find(report, 'transport') as RTCTransportStats;
  t.like(transport, { dtlsState: 'connected', iceRole: 'controlling', tlsVersion: 'FEFD' });
  const pair = report.get(transport.selectedCandidatePairId!) as RTCIceCandidatePairStats;
  t.like(pair, { type: 'candidate-pair', state: 'succeeded', transportId: transport.id });
  t.is((report.get(pair.localCandidateId) as RTCStats).type, 'local-candidate');
  t.is((report.get(pair.remoteCandidateId) as RTCStats).type, 'remote-candidate');
  t.is((report.get(transport.localCertificateId!) as RTCStats).type, 'certificate');
});
