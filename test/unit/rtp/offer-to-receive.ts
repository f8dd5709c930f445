import { description } from '../helpers/fake-native.js';
import { make, setRemote } from '../helpers/negotiation.js';

import test from 'ava';

import { rejection } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';

test('offers to receive add a transceiver of a kind that is not received yet', (t) => {
  const { connection, native } = make();
  void connection.createOffer({ offerToReceiveAudio: true, offerToReceiveVideo: true });
  const [audio, video, ...none] = connection.getTransceivers();
  t.deepEqual(none, []);
  t.like(audio, { direction: 'recvonly', mid: null });
  t.is(audio!.receiver.track.kind, 'audio');
  t.is(video!.receiver.track.kind, 'video');
  t.deepEqual(
    native.calls.map(({ method }) => method),
    ['addTransceiver', 'addTransceiver', 'createOffer'],
  );
  t.deepEqual(native.calls.at(-1)?.args, [{ iceRestart: false }]);
  void connection.createOffer({ offerToReceiveAudio: true });
  t.is(connection.getTransceivers().length, 2);
});

test('a transceiver that does not receive is not enough', (t) => {
  const { connection } = make();
  connection.addTransceiver('audio', { direction: 'sendonly' });
  connection.addTransceiver('audio').stop();
  void connection.createOffer({ offerToReceiveAudio: true });
  t.deepEqual(
    connection.getTransceivers().map(({ direction }) => direction),
    ['sendonly', 'stopped', 'recvonly'],
  );
});

test('offers not to receive change the directions', (t) => {
  const { connection, native } = make();
  for (const direction of ['sendrecv', 'recvonly', 'sendonly', 'inactive'] as const) {
    connection.addTransceiver('video', { direction });
  }
  const audio = connection.addTransceiver('audio');
  void connection.createOffer({ offerToReceiveVideo: false });
  t.deepEqual(
    connection.getTransceivers().map(({ direction }) => direction),
    ['sendonly', 'inactive', 'sendonly', 'inactive', 'sendrecv'],
  );
  t.is(audio.direction, 'sendrecv');
  t.deepEqual(native.transceivers[0]!.last('setDirection').args, ['sendonly']);
  t.is(native.transceivers[2]!.count('setDirection'), 0);
});

test('the form with callbacks has the options last', async (t) => {
  const { connection, native } = make();
  const offered = new Promise((resolve, reject) => {
    void connection.createOffer(resolve, reject, { offerToReceiveVideo: true });
  });
  t.is(connection.getTransceivers().length, 1);
  native.settle('createOffer', description('offer'));
  await offered;
});

test('libwebrtc finds negotiation needed for it: that fires unless the offer is set', (t) => {
  const { connection, native } = make();
  const seen = record(connection, ['negotiationneeded']);
  void connection.createOffer({ offerToReceiveAudio: true });
  native.emit('negotiationneeded', { eventId: 1 });
  void connection.setLocalDescription();
  native.settle('shouldFireNegotiationNeeded', true);
  t.is(native.count('shouldFireNegotiationNeeded'), 2);
  native.settle('shouldFireNegotiationNeeded', false);
  t.deepEqual(seen, []);

  native.emit('negotiationneeded', { eventId: 2 });
  native.settle('shouldFireNegotiationNeeded', true);
  t.deepEqual(seen, ['negotiationneeded']);
});

test('where no offer can be made, nothing is added', async (t) => {
  const made = make();
  const { connection } = made;
  await setRemote(made, 'offer', []);
  const options = { offerToReceiveAudio: true };
  t.is((await rejection(connection.createOffer(options))).name, 'InvalidStateError');
  connection.close();
  t.is((await rejection(connection.createOffer(options))).name, 'InvalidStateError');
  t.deepEqual(connection.getTransceivers(), []);
});
