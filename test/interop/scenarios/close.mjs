const close = (name, run, connects = false) => ({ name: `close: ${name}`, run, connects });

/** The steps of a negotiation; each starts an operation and does not wait for it. */
const steps = [
  ['createOffer', 'a', (a) => a.call('createOffer')],
  ['setLocalDescription with an offer', 'a', (a) => a.call('setLocalDescription')],
  ['setRemoteDescription with an offer', 'b', (b, a) => set(b, a)],
  ['createAnswer', 'b', (b) => b.call('createAnswer')],
  ['setLocalDescription with an answer', 'b', (b) => b.call('setLocalDescription')],
  ['setRemoteDescription with an answer', 'a', (a, b) => set(a, b)],
];

const set = (to, from) => to.call('setRemoteDescription', from.pc.localDescription);

/** Closes the one that is at it, during a step or after it; then every method is tried. */
function closeAt(index, during) {
  const [name] = steps[index];
  return close(`${during ? 'during' : 'after'} ${name}`, async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    let peer;
    for (const [, who, run] of steps.slice(0, index + 1)) {
      peer = who === 'a' ? a : b;
      const step = run(peer, peer === a ? b : a);
      if (during && who === steps[index][1] && run === steps[index][2]) break;
      await step;
    }
    peer.close();
    await stage.flush();
    await tryAll(peer);
    await stage.flush();
  });
}

async function tryAll(peer) {
  await peer.call('createOffer');
  await peer.call('createAnswer');
  await peer.call('setLocalDescription');
  await peer.call('setLocalDescription', { type: 'rollback' });
  await peer.call('setRemoteDescription', { type: 'offer', sdp: '' });
  await peer.call('addIceCandidate', null);
  await peer.call('addIceCandidate', { candidate: 'candidate', sdpMid: '0' });
  peer.createChannel('late');
  peer.do('restartIce()', (pc) => pc.restartIce());
  peer.do('setConfiguration()', (pc) => pc.setConfiguration({}));
  peer.do('getConfiguration()', (pc) => void pc.getConfiguration());
  peer.note(`ice ${peer.pc.iceConnectionState}, connection ${peer.pc.connectionState}`);
}

/** Closes in a listener of an event; what the operation does then is logged. */
function closeIn(name, event, run) {
  return close(`in a listener of ${name}`, async (stage) => {
    const [a, b] = stage.pair();
    a.pc.addEventListener(event, () => a.close());
    await run(stage, a, b);
    await stage.flush();
  });
}

export const closes = [
  close('before anything', async (stage) => {
    const a = stage.peer('a');
    a.close();
    a.close();
    await tryAll(a);
  }),
  close('before negotiationneeded came', async (stage) => {
    const a = stage.peer('a');
    a.createChannel('x');
    a.close();
    await stage.flush();
  }),
  ...steps.flatMap((_step, index) => [closeAt(index, true), closeAt(index, false)]),
  closeIn('negotiationneeded', 'negotiationneeded', async (_stage, a) => {
    await a.needChannel('x');
  }),
  closeIn('signalingstatechange', 'signalingstatechange', async (stage, a) => {
    await a.needChannel('x');
    void a.call('setLocalDescription');
    await stage.flush();
  }),
  close('with a queue of operations', async (stage) => {
    const [a] = stage.pair();
    await a.needChannel('x');
    void a.call('createOffer');
    void a.call('setLocalDescription');
    void a.call('setLocalDescription', { type: 'rollback' });
    a.close();
    void a.call('createOffer');
    await stage.flush();
  }),
  close(
    'with an open channel',
    async (stage) => {
      const [a, b] = await stage.connectedPair();
      const gone = b.channels.x.next('close');
      a.close();
      a.channels.x.send('too late');
      await gone;
      await stage.flush();
      b.note(`ice ${b.pc.iceConnectionState}`);
    },
    true,
  ),
  close(
    'in a listener of a message',
    async (stage) => {
      const [a, b] = await stage.connectedPair();
      const gone = a.channels.x.next('close');
      b.channels.x.channel.addEventListener('message', () => b.close());
      a.channels.x.send('one');
      await gone;
      await stage.flush();
    },
    true,
  ),
];
