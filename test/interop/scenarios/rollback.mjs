const rollback = (name, run, connects = false) => ({ name: `rollback: ${name}`, run, connects });
const back = { type: 'rollback' };

/** Both have an offer of their own, with a channel in it. */
async function glare(stage) {
  const [a, b] = stage.pair();
  await a.needChannel('from a');
  await b.needChannel('from b');
  await a.call('setLocalDescription');
  await b.call('setLocalDescription');
  return [a, b];
}

export const rollbacks = [
  rollback('a local offer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await a.call('setLocalDescription');
    const needed = a.next('negotiationneeded');
    await a.call('setLocalDescription', back);
    await needed;
    await stage.signal(a, b);
  }),

  rollback('a remote offer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setRemoteDescription', back);
    await stage.flush();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
  }),

  rollback('with the method of the other side', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription', back);
    await a.call('setRemoteDescription', back);
    await stage.flush();
  }),

  rollback('nothing is there to roll back', async (stage) => {
    const [a, b] = stage.pair();
    await a.call('setLocalDescription', back);
    await a.call('setRemoteDescription', back);
    await a.needChannel('x');
    await stage.signal(a, b);
    await a.call('setLocalDescription', back);
    await b.call('setRemoteDescription', back);
  }),

  rollback('a provisional answer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    const offer = await a.call('createOffer');
    await a.call('setLocalDescription', offer);
    await b.call('setRemoteDescription', offer);
    const { sdp } = await b.call('createAnswer');
    await b.call('setLocalDescription', { type: 'pranswer', sdp });
    await b.call('setLocalDescription', back);
    await b.call('setRemoteDescription', back);
    await a.call('setRemoteDescription', { type: 'pranswer', sdp });
    await a.call('setRemoteDescription', back);
    await a.call('setLocalDescription', back);
  }),

  rollback('a remote offer rolls an own one back', async (stage) => {
    const [a, b] = await glare(stage);
    await a.call('setRemoteDescription', b.pc.localDescription);
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
  }),

  rollback(
    'after glare both channels open',
    async (stage) => {
      const [a, b] = stage.pair();
      await a.needChannel('from a');
      await b.needChannel('from b');
      const gathered = a.gathered();
      await a.call('setLocalDescription');
      await gathered;
      await a.call('setLocalDescription', back);
      await stage.connect(b, a);
      await a.channels['from a'].opened();
      await b.channels['from b'].opened();
      await (await a.remoteChannel('from b')).opened();
      await (await b.remoteChannel('from a')).opened();
    },
    true,
  ),

  rollback('an implicit one in mid-session', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    const mine = await a.call('createOffer', { offerToReceiveAudio: true });
    await a.call('setLocalDescription', mine);
    const theirs = await b.call('createOffer', { offerToReceiveAudio: true });
    await b.call('setLocalDescription', theirs);
    await a.call('setRemoteDescription', theirs);
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
  }),

  rollback('with an SDP beside it', async (stage) => {
    const a = stage.peer('a');
    await a.needChannel('x');
    await a.call('setLocalDescription');
    const needed = a.next('negotiationneeded');
    await a.call('setLocalDescription', { type: 'rollback', sdp: 'of no importance' });
    await needed;
  }),

  rollback('chained with what comes before and after', async (stage) => {
    const [a, b] = await glare(stage);
    const theirs = b.pc.localDescription;
    await Promise.all([
      a.call('setLocalDescription', back),
      a.call('setRemoteDescription', theirs),
      a.call('setLocalDescription'),
    ]);
  }),
];
