import { connections, nativeError, snapshot } from '../helpers/fake-native.js';

import test from 'ava';

import {
  RTCDtlsTransport,
  RTCIceCandidatePair,
  RTCIceTransport,
  RTCPeerConnection,
  RTCSctpTransport,
} from '../../../lib/index.js';
import type { RTCErrorEvent } from '../../../lib/index.js';

import { thrown } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';

let lastId = 7000;

const local = [
  'v=0',
  'a=group:BUNDLE 0 1',
  'm=audio 9 x',
  'a=mid:0',
  'a=ice-ufrag:lufr',
  'a=ice-pwd:lpwd',
  'a=candidate:1 1 udp 1 192.0.2.1 5 typ host',
  'm=application 9 x',
  'a=mid:1',
].join('\r\n');
const remote = local.replaceAll('lufr', 'rufr').replaceAll('lpwd', 'rpwd');

async function make() {
  const connection = new RTCPeerConnection();
  const native = connections.at(-1)!;
  const iceTransport = {
    id: ++lastId,
    component: 'rtp',
    role: 'unknown',
    state: 'new',
    gatheringState: 'new',
  } as const;
  const transport = { id: ++lastId, state: 'new', iceTransport } as const;
  const sctp = {
    id: ++lastId,
    state: 'connecting',
    transport,
    maxMessageSize: 262144,
    maxChannels: null,
  } as const;
  const set = connection.setRemoteDescription({ type: 'answer', sdp: '' });
  native.settle(
    'setRemoteDescription',
    snapshot({
      currentLocal: { type: 'offer', sdp: local },
      currentRemote: { type: 'answer', sdp: remote },
      transports: [
        { mid: '0', transport },
        { mid: '1', transport },
      ],
      sctp,
    }),
  );
  await set;
  const made = connection.sctp!;
  const emit = (id: number, type: string, payload: unknown) => {
    Object.assign(native, { id });
    native.emit(type, payload);
  };
  return { connection, made, sctp, transport, iceTransport, emit };
}

test('SCTP: its state and its number of channels', async (t) => {
  const { made, sctp, emit } = await make();
  const seen = record(made, ['statechange'], () => `${made.state} ${String(made.maxChannels)}`);
  emit(sctp.id, 'state', { state: 'connected', maxMessageSize: 1000, maxChannels: 65535 });
  emit(sctp.id, 'state', { state: 'connected', maxMessageSize: 1000, maxChannels: 65535 });
  emit(sctp.id, 'state', { state: 'closed', maxMessageSize: 1000, maxChannels: 65535 });
  t.deepEqual(seen, ['connected 65535', 'closed 65535']);
  t.is(made.maxMessageSize, 1000);
});

test('DTLS: certificates when connected, errors', async (t) => {
  const { made, transport, emit } = await make();
  const dtls = made.transport;
  const seen = record(dtls, ['statechange', 'error']);
  t.deepEqual(dtls.getRemoteCertificates(), []);
  emit(transport.id, 'state', { state: 'connecting', certificates: [] });
  const certificate = new ArrayBuffer(3);
  emit(transport.id, 'state', { state: 'connected', certificates: [certificate] });
  t.is(dtls.state, 'connected');
  t.deepEqual(dtls.getRemoteCertificates(), [certificate]);
  let event: RTCErrorEvent | undefined;
  dtls.onerror = (found) => {
    event = found;
  };
  emit(transport.id, 'error', nativeError('operation-error-with-data', 'dtls-failure'));
  t.is(event?.error.errorDetail, 'dtls-failure');
  t.deepEqual(seen, ['statechange', 'statechange', 'error']);
});

test('ICE: states, role, parameters, candidates, the pair', async (t) => {
  const { made, iceTransport, emit } = await make();
  const ice = made.transport.iceTransport;
  const seen = record(ice, ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange']);
  emit(iceTransport.id, 'gatheringstate', { state: 'gathering', role: 'controlling' });
  t.is(ice.role, 'controlling');
  t.is(ice.getSelectedCandidatePair(), null);
  const line = 'candidate:1 1 udp 1 192.0.2.1 5 typ host';
  const candidate = {
    candidate: line,
    sdpMid: '0',
    sdpMLineIndex: 0,
    url: '',
    relayProtocol: '',
  };
  emit(iceTransport.id, 'selectedpair', { local: candidate, remote: candidate });
  const pair = ice.getSelectedCandidatePair();
  t.true(pair instanceof RTCIceCandidatePair);
  t.is(pair, ice.getSelectedCandidatePair());
  t.is(pair?.local.candidate, line);
  emit(iceTransport.id, 'state', { state: 'connected', role: 'controlling' });
  t.deepEqual(seen, ['gatheringstatechange', 'selectedcandidatepairchange', 'statechange']);

  t.deepEqual(ice.getLocalParameters(), { usernameFragment: 'lufr', password: 'lpwd' });
  t.deepEqual(ice.getRemoteParameters(), { usernameFragment: 'rufr', password: 'rpwd' });
  const [first] = ice.getLocalCandidates();
  t.is(first, ice.getLocalCandidates()[0]);
  t.like(first, { candidate: line, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'lufr' });
  t.is(ice.getRemoteCandidates().length, 1);
});

test('a closed connection closes them without an event', async (t) => {
  const { connection, made, sctp, emit } = await make();
  const targets = [made, made.transport, made.transport.iceTransport];
  const seen = targets.map((target) => record(target, ['statechange']));
  connection.close();
  emit(sctp.id, 'state', { state: 'connected', maxMessageSize: 1, maxChannels: 1 });
  t.deepEqual(
    targets.map(({ state }) => state),
    ['closed', 'closed', 'closed'],
  );
  t.deepEqual(seen, [[], [], []]);
});

test('they cannot be constructed', (t) => {
  for (const Class of [RTCSctpTransport, RTCDtlsTransport, RTCIceTransport, RTCIceCandidatePair]) {
    t.is(thrown(() => Reflect.construct(Class, [])).message, 'Illegal constructor');
  }
});
