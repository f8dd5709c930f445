import { encoding } from '../helpers/fake-transceiver.js';
import { addTransceiver, make, newTrack, setLocal, setRemote } from '../helpers/negotiation.js';

import test from 'ava';

import { RTCDTMFSender } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';

/** An audio sender that may send tones. */
async function ready() {
  const made = make();
  const { connection, native } = made;
  const sender = connection.addTrack(newTrack('audio'));
  const fake = native.transceivers.at(-1)!;
  const [transceiver] = connection.getTransceivers();
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })]);
  await setRemote(made, 'answer', [fake.facts({ mid: '0', currentDirection: 'sendrecv' })]);
  native.emit('connectionstate', { state: 'connected' });
  return { ...made, sender, fake, transceiver: transceiver!, dtmf: sender.dtmf! };
}

test('senders of audio have one', (t) => {
  const made = make();
  const { sender } = addTransceiver(made, 'audio').transceiver;
  t.true(sender.dtmf instanceof RTCDTMFSender);
  t.is(sender.dtmf, sender.dtmf);
  t.is(addTransceiver(made, 'video').transceiver.sender.dtmf, null);
  t.is(thrown(() => Reflect.construct(RTCDTMFSender, [])).message, 'Illegal constructor');
});

test('tones can be sent when all is there for it', async (t) => {
  const { dtmf, fake } = await ready();
  t.true(dtmf.canInsertDTMF);
  fake.hasTones = false;
  t.false(dtmf.canInsertDTMF);
});

test('tones need a connection, a track, a direction and an active encoding', async (t) => {
  const disconnected = await ready();
  disconnected.native.emit('connectionstate', { state: 'disconnected' });
  t.false(disconnected.dtmf.canInsertDTMF);

  const stopping = await ready();
  stopping.transceiver.stop();
  t.false(stopping.dtmf.canInsertDTMF);

  const silent = await ready();
  silent.connection.removeTrack(silent.sender);
  t.false(silent.dtmf.canInsertDTMF);

  const receiving = await ready();
  const facts = receiving.fake.facts({ mid: '0', currentDirection: 'recvonly' });
  await setRemote(receiving, 'offer', [facts]);
  t.false(receiving.dtmf.canInsertDTMF);

  const inactive = await ready();
  inactive.fake.sendParameters = { ...inactive.fake.sendParameters, encodings: [encoding()] };
  const parameters = inactive.sender.getParameters();
  parameters.encodings[0]!.active = false;
  const set = inactive.sender.setParameters(parameters);
  inactive.native.settle('setSendParameters', null);
  await set;
  t.false(inactive.dtmf.canInsertDTMF);

  const closed = await ready();
  closed.connection.close();
  t.false(closed.dtmf.canInsertDTMF);

  const { transceiver } = addTransceiver(make(), 'audio');
  const { name } = thrown(() => transceiver.sender.dtmf!.insertDTMF('x'));
  t.is(name, 'InvalidStateError');
});

test('insertDTMF gives libwebrtc tones in capitals and times within their bounds', async (t) => {
  const { dtmf, fake } = await ready();
  dtmf.insertDTMF('019#*,aD');
  t.is(dtmf.toneBuffer, '019#*,AD');
  t.deepEqual(fake.last('insertDTMF').args, ['019#*,AD', 100, 70]);
  dtmf.insertDTMF('1', 39, 29);
  t.deepEqual(fake.last('insertDTMF').args, ['1', 40, 30]);
  dtmf.insertDTMF('1', 6001, 6001);
  t.deepEqual(fake.last('insertDTMF').args, ['1', 6000, 6000]);
  dtmf.insertDTMF('');
  t.deepEqual(fake.last('insertDTMF').args, ['', 100, 70]);
  t.is(dtmf.toneBuffer, '');
});

test('another character is refused and changes nothing', async (t) => {
  const { dtmf, fake } = await ready();
  dtmf.insertDTMF('12');
  for (const tones of ['x', '1 2', 'ß', 'E']) {
    t.is(thrown(() => dtmf.insertDTMF(tones)).name, 'InvalidCharacterError', tones);
  }
  t.is(dtmf.toneBuffer, '12');
  t.is(fake.count('insertDTMF'), 1);
  const insert = dtmf.insertDTMF.bind(dtmf) as () => void;
  t.is(thrown(insert).name, 'TypeError');
});

test('tonechange tells the tone that begins, and the end', async (t) => {
  const { dtmf, fake } = await ready();
  const seen: string[] = [];
  dtmf.ontonechange = ({ tone }) => seen.push(`${tone}|${dtmf.toneBuffer}`);
  dtmf.insertDTMF('1d');
  fake.emit('tonechange', { tone: '1', toneBuffer: 'D' });
  fake.emit('tonechange', { tone: 'D', toneBuffer: '' });
  fake.emit('tonechange', { tone: '', toneBuffer: '' });
  t.deepEqual(seen, ['1|D', 'D|', '|']);
});

test('a tone of an earlier call leaves the new buffer as it is', async (t) => {
  const { dtmf, fake } = await ready();
  const seen: string[] = [];
  dtmf.addEventListener('tonechange', ({ tone }) => seen.push(`${tone}|${dtmf.toneBuffer}`));
  dtmf.insertDTMF('123');
  dtmf.insertDTMF('9');
  fake.emit('tonechange', { tone: '1', toneBuffer: '23' });
  fake.emit('tonechange', { tone: '9', toneBuffer: '' });
  t.deepEqual(seen, ['1|9', '9|']);
});

test('no tone is told after close', async (t) => {
  const { connection, dtmf, fake } = await ready();
  let count = 0;
  dtmf.ontonechange = () => (count += 1);
  dtmf.insertDTMF('1');
  connection.close();
  fake.emit('tonechange', { tone: '1', toneBuffer: '' });
  t.is(count, 0);
});
