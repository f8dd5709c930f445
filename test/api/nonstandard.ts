import test from 'ava';

import { nonstandard, RTCPeerConnection } from '../../lib/index.js';
import type { LogEntry } from '../../lib/index.js';
import { thrown } from '../helpers/failure.js';
import { makePair, negotiate, opened } from '../helpers/pair.js';
import { within } from '../helpers/wait.js';

test.serial('setLogger hands over the log, filtered, until it is stopped', async (t) => {
  const entries: LogEntry[] = [];
  const logged = new Promise<void>((resolve) => {
    nonstandard.setLogger({
      level: 'info',
      source: 'peer_connection',
      callback(entry) {
        entries.push(entry);
        resolve();
      },
    });
  });
  const connection = new RTCPeerConnection();
  await connection.setLocalDescription(await connection.createOffer({ offerToReceiveAudio: true }));
  connection.close();
  await within(logged, 'a log entry');
  nonstandard.setLogger(null);
  for (const { level, source, message } of entries) {
    t.true(['info', 'warning', 'error'].includes(level));
    t.true(source.includes('peer_connection'), source);
    t.is(typeof message, 'string');
  }
  const wrong = { level: 'loud', callback: () => undefined } as unknown as null;
  t.is(thrown(() => nonstandard.setLogger(wrong)).name, 'TypeError');
});

test('setBitrate checks its bounds', (t) => {
  const connection = new RTCPeerConnection();
  t.notThrows(() => {
    nonstandard.setBitrate(connection, { min: 100_000, start: 200_000, max: 300_000 });
  });
  const set = (settings: object) => () => {
    nonstandard.setBitrate(connection, settings);
  };
  t.is(thrown(set({ min: 2, max: 1 })).name, 'InvalidAccessError');
  t.is(thrown(set({ min: 'x' })).name, 'TypeError');
  connection.close();
  t.is(thrown(set({ min: 1 })).name, 'InvalidStateError');
});

test('what is no connection is a TypeError', (t) => {
  const none = {} as unknown as RTCPeerConnection;
  for (const run of [nonstandard.ref, nonstandard.unref]) {
    t.is(thrown(() => run(none)).name, 'TypeError');
    t.is(thrown(() => run(null as unknown as RTCPeerConnection)).name, 'TypeError');
  }
});

test('a port range and the interfaces count', async (t) => {
  const configuration = {
    portRange: { min: 45000, max: 45100 },
    networkInterfaces: { allow: ['127.0.0.1'], loopback: true },
    tcpCandidates: false,
  };
  const { offerer, answerer, close } = makePair(configuration);
  t.teardown(close);
  const channel = offerer.createDataChannel('data');
  await negotiate(offerer, answerer);
  await within(opened(channel), 'open');
  const candidates = offerer.sctp!.transport.iceTransport.getLocalCandidates();
  t.true(candidates.length > 0);
  for (const { address, port, protocol } of candidates) {
    t.is(address, '127.0.0.1');
    t.is(protocol, 'udp');
    t.true(port! >= 45000 && port! <= 45100, String(port));
  }
});

test('waits are counted by call site', (t) => {
  new RTCPeerConnection().close();
  t.is(typeof nonstandard.takeWaits(), 'object');
});
