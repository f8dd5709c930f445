const closing = (name, run, connects = false) => ({
  name: `close with media: ${name}`,
  run,
  connects,
});

const set = (to, from) => to.call('setRemoteDescription', from.pc.localDescription);

/** The steps of a negotiation; each starts an operation and does not wait for it. */
const steps = [
  ['createOffer', 'a', (a) => a.call('createOffer')],
  ['setLocalDescription with an offer', 'a', (a) => a.call('setLocalDescription')],
  ['setRemoteDescription with an offer', 'b', (b, a) => set(b, a)],
  ['createAnswer', 'b', (b) => b.call('createAnswer')],
  ['setLocalDescription with an answer', 'b', (b) => b.call('setLocalDescription')],
  ['setRemoteDescription with an answer', 'a', (a, b) => set(a, b)],
];

async function pair(stage) {
  const [a, b] = stage.pair();
  for (const peer of [a, b]) {
    await peer.needs(() => {
      peer.addTrack(stage.track('audio'), stage.stream());
      peer.addTransceiver('video');
    });
  }
  return [a, b];
}

/** Closes the one that is at it, during a step or after it; then everything is tried. */
const closeAt = (index, during) =>
  closing(`${during ? 'during' : 'after'} ${steps[index][0]}`, async (stage) => {
    const [a, b] = await pair(stage);
    let peer;
    for (const [position, [, who, run]] of steps.slice(0, index + 1).entries()) {
      peer = who === 'a' ? a : b;
      const step = run(peer, peer === a ? b : a);
      if (during && position === index) break;
      await step;
    }
    peer.close();
    await stage.flush();
    peer.noteMedia();
    await tryAll(stage, peer);
    await stage.flush();
  });

async function tryAll(stage, peer) {
  const { pc } = peer;
  const attempt = (text, run) => stage.settled(peer.attempt(text, run));
  peer.ask('lists', () => [
    pc.getTransceivers().length,
    pc.getSenders().length,
    pc.getReceivers().length,
  ]);
  peer.addTrack(stage.track('audio'));
  peer.addTrack(null);
  peer.addTransceiver('audio');
  peer.addTransceiver('nothing');
  peer.do('removeTrack(null)', () => pc.removeTrack(null));
  const [transceiver] = pc.getTransceivers();
  const { sender, receiver } = transceiver;
  peer.removeTrack(sender);
  peer.do('direction = inactive', () => {
    transceiver.direction = 'inactive';
  });
  peer.do('stop()', () => transceiver.stop());
  peer.do('setStreams()', () => sender.setStreams());
  peer.do('setCodecPreferences([])', () => transceiver.setCodecPreferences([]));
  await attempt('replaceTrack(null)', () => sender.replaceTrack(null));
  peer.ask('encodings', () => sender.getParameters().encodings.length);
  await attempt('setParameters()', () => sender.setParameters(sender.getParameters()));
  peer.do('insertDTMF(1)', () => sender.dtmf.insertDTMF('1'));
  peer.ask('sources', () => receiver.getSynchronizationSources().length);
  await peer.attempt('sender.getStats()', () => sender.getStats().then(() => undefined));
  await peer.attempt('receiver.getStats()', () => receiver.getStats().then(() => undefined));
  await peer.attempt('getStats(track)', () => pc.getStats(receiver.track).then(() => undefined));
}

/** Closes in the first event of a type at b, which has tracks and gets some. */
const closeIn = (event) =>
  closing(`in a listener of ${event}`, async (stage) => {
    const [a, b] = await pair(stage);
    b.pc.addEventListener(event, () => b.close(), { once: true });
    await a.call('setLocalDescription');
    await stage.settled(set(b, a));
    await stage.flush();
    b.noteMedia();
  });

export const closesWithMedia = [
  closing('before anything', async (stage) => {
    const a = stage.peer('a');
    a.addTransceiver('audio');
    a.close();
    await tryAll(stage, a);
    await stage.flush();
  }),

  ...steps.flatMap((_step, index) => [closeAt(index, true), closeAt(index, false)]),

  closeIn('signalingstatechange'),
  closeIn('track'),

  closing('in a listener of removetrack', async (stage) => {
    const [a, b] = stage.pair();
    const stream = stage.stream();
    const sender = await a.needs(() => a.addTrack(stage.track('audio'), stream));
    a.addTrack(stage.track('video'), stream);
    const came = b.next('track');
    await stage.signal(a, b);
    const {
      streams: [remote],
    } = await came;
    remote.addEventListener('removetrack', () => b.close());
    a.removeTrack(sender);
    a.removeTrack(a.pc.getSenders()[1]);
    await a.call('setLocalDescription');
    await stage.settled(set(b, a));
    await stage.flush();
    b.noteMedia();
  }),

  closing(
    'in mid-call',
    async (stage) => {
      const [a, b] = await pair(stage);
      await stage.connect(a, b);
      await Promise.all([a.heard(['audio']), b.heard(['audio'])]);
      const { transport } = a.pc.getSenders()[0];
      a.close();
      await stage.flush();
      a.ask('transport', () => [transport.state, transport.iceTransport.state]);
      await tryAll(stage, a);
    },
    true,
  ),
];
