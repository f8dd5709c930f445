/** Tones as they sound at the other side: RFC 4733, and ITU-T Q.23 for the frequencies. */
import test from 'ava';

import { nonstandard } from '../../lib/index.js';
import { thrown } from '../helpers/failure.js';
import { audioReader, sendTracks } from '../helpers/media.js';
import { next, until, within } from '../helpers/wait.js';

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477, 1633];
const keys = ['123A', '456B', '789C', '*0#D'];

/** The two frequencies of a key. */
function frequenciesOf(key: string): number[] {
  const row = keys.findIndex((line) => line.includes(key));
  return [rows[row]!, columns[keys[row]!.indexOf(key)]!];
}

/** Silence is sent beside the tones. */
async function connect() {
  const quiet = nonstandard.createTestTrack('audio', { volume: 0 });
  const pair = await sendTracks(quiet);
  const { dtmf } = pair.sending[0]!.sender;
  await until(pair.offerer, 'connectionstatechange', () => {
    return pair.offerer.connectionState === 'connected';
  });
  return { ...pair, dtmf: dtmf! };
}

for (const key of ['1', '0', '#', 'D']) {
  test(`key ${key} sounds at the other side`, async (t) => {
    const { dtmf, received, close } = await connect();
    t.teardown(close);
    const tones = audioReader(received[0]!);
    await tones.until(() => true);
    const fits = frequenciesOf(key);
    const heard = tones.until(({ frequency, level }) => {
      return level > 0.01 && fits.some((wanted) => Math.abs(wanted - (frequency ?? 0)) < 25);
    });
    dtmf.insertDTMF(key, 1_000);
    await heard;
    t.true(dtmf.canInsertDTMF);
  });
}

test('tonechange tells of each tone, and of the end', async (t) => {
  const { dtmf, close } = await connect();
  t.teardown(close);
  const seen: [string, string][] = [];
  const ended = new Promise<void>((resolve) => {
    dtmf.ontonechange = ({ tone }) => {
      seen.push([tone, dtmf.toneBuffer]);
      if (tone === '') resolve();
    };
  });
  dtmf.insertDTMF('1a,#', 70, 50);
  t.is(dtmf.toneBuffer, '1A,#');
  await within(ended, 'the last tonechange');
  t.deepEqual(seen, [
    ['1', 'A,#'],
    ['A', ',#'],
    [',', '#'],
    ['#', ''],
    ['', ''],
  ]);
});

test('an empty string ends the tones that wait', async (t) => {
  const { dtmf, close } = await connect();
  t.teardown(close);
  const first = next(dtmf, 'tonechange');
  dtmf.insertDTMF('123456789');
  await first;
  const last = until(dtmf, 'tonechange', () => dtmf.toneBuffer === '');
  dtmf.insertDTMF('');
  t.is(dtmf.toneBuffer, '');
  await last;
});

test('what is no tone is an InvalidCharacterError', async (t) => {
  const { dtmf, close } = await connect();
  t.teardown(close);
  t.is(thrown(() => dtmf.insertDTMF('12x')).name, 'InvalidCharacterError');
  t.is(dtmf.toneBuffer, '');
});
