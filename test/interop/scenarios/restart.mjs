import { usernameFragment } from './describe.mjs';

const restart = (name, run, connects = false) => ({ name: `ICE restart: ${name}`, run, connects });

/** Notes whether a description has credentials that are new to the peer. */
function noteCredentials(peer, description, before) {
  peer.note(`new credentials: ${usernameFragment(description) !== before}`);
}

export const restarts = [
  restart(
    'by the method, while a channel stays open',
    async (stage) => {
      const [a, b] = await stage.connectedPair();
      const before = usernameFragment(a.pc.localDescription);
      const needed = a.next('negotiationneeded');
      a.do('restartIce()', (pc) => pc.restartIce());
      await needed;
      await stage.connect(a, b);
      noteCredentials(a, a.pc.localDescription, before);
      const came = b.channels.x.next('message');
      a.channels.x.send('after the restart');
      await came;
    },
    true,
  ),

  restart(
    'by the option, from the side that answered before',
    async (stage) => {
      const [a, b] = await stage.connectedPair();
      const before = usernameFragment(b.pc.localDescription);
      await stage.connect(b, a, { iceRestart: true });
      noteCredentials(b, b.pc.localDescription, before);
      const came = a.channels.x.next('message');
      b.channels.x.send('after the restart');
      await came;
    },
    true,
  ),

  restart('before anything was negotiated', async (stage) => {
    const a = stage.peer('a');
    const needed = a.next('negotiationneeded');
    a.do('restartIce()', (pc) => pc.restartIce());
    await needed;
    a.createChannel('x');
    a.do('restartIce()', (pc) => pc.restartIce());
    await stage.flush();
    await a.call('createOffer');
  }),

  restart('while an offer is out', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    const offer = await a.call('createOffer');
    await a.call('setLocalDescription', offer);
    a.do('restartIce()', (pc) => pc.restartIce());
    await stage.flush();
    await b.call('setRemoteDescription', offer);
    const answer = await b.call('createAnswer');
    await b.call('setLocalDescription', answer);
    const needed = a.next('negotiationneeded');
    await a.call('setRemoteDescription', answer);
    await needed;
    const next = await a.call('createOffer');
    noteCredentials(a, next, usernameFragment(offer));
  }),

  restart('is still due after a rollback', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    const before = usernameFragment(a.pc.localDescription);
    const needed = a.next('negotiationneeded');
    a.do('restartIce()', (pc) => pc.restartIce());
    await needed;
    await a.call('setLocalDescription');
    noteCredentials(a, a.pc.localDescription, before);
    const again = a.next('negotiationneeded');
    await a.call('setLocalDescription', { type: 'rollback' });
    await again;
    await stage.signal(a, b);
    noteCredentials(a, a.pc.localDescription, before);
  }),

  restart('is done by an answer to the other side', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    const needed = b.next('negotiationneeded');
    b.do('restartIce()', (pc) => pc.restartIce());
    await needed;
    await stage.signal(a, b);
    await stage.flush();
    await stage.signal(b, a);
    await stage.flush();
  }),

  restart('asked for twice is one event', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    const needed = a.next('negotiationneeded');
    a.do('restartIce()', (pc) => pc.restartIce());
    a.do('restartIce()', (pc) => pc.restartIce());
    await needed;
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  restart('at both sides at once', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    const needed = [a.next('negotiationneeded'), b.next('negotiationneeded')];
    a.do('restartIce()', (pc) => pc.restartIce());
    b.do('restartIce()', (pc) => pc.restartIce());
    await Promise.all(needed);
    await a.call('setLocalDescription');
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
  }),
];
