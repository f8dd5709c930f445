import { usernameFragment } from './describe.mjs';

const offer = (name, run) => ({ name: `offer and answer: ${name}`, run });
const connecting = (name, run) => ({ ...offer(name, run), connects: true });

export const offerAnswer = [
  connecting('connected by explicit descriptions', async (stage) => {
    const [a, b] = await stage.connectedPair();
    const came = b.channels.x.next('message');
    a.channels.x.send('hello');
    await came;
  }),

  connecting('connected by implicit descriptions', async (stage) => {
    const [a, b] = stage.pair();
    const channel = await a.needChannel('x');
    const offered = a.gathered();
    await a.call('setLocalDescription');
    await offered;
    const answered = b.gathered();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    await answered;
    await a.call('setRemoteDescription', b.pc.localDescription);
    await channel.opened();
    await (await b.remoteChannel('x')).opened();
  }),

  connecting('candidates added one by one after the answer', async (stage) => {
    const [a, b] = stage.pair();
    const channel = await a.needChannel('x');
    const candidates = { a: [], b: [] };
    for (const peer of [a, b]) {
      peer.pc.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate) candidates[peer.name].push(candidate);
      });
    }
    const gathered = [a.gathered(), b.gathered()];
    await stage.signal(a, b);
    await Promise.all(gathered);
    const add = (peer, list) => Promise.all(list.map((one) => peer.pc.addIceCandidate(one)));
    await Promise.all([add(a, candidates.b), add(b, candidates.a)]);
    await a.call('addIceCandidate', null);
    await b.call('addIceCandidate');
    await channel.opened();
    await (await b.remoteChannel('x')).opened();
  }),

  offer('a second channel needs no negotiation', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('first');
    await stage.signal(a, b);
    a.createChannel('second');
    b.createChannel('third');
  }),

  offer('a connection with nothing to say', async (stage) => {
    const [a, b] = stage.pair();
    await stage.signal(a, b);
    await stage.flush();
    await b.needChannel('x');
    await stage.signal(b, a);
  }),

  offer('the other side offers next', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    await stage.signal(b, a);
    await stage.signal(a, b);
  }),

  offer('audio and video are received by the old options', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b, { offerToReceiveAudio: true, offerToReceiveVideo: true });
    await stage.flush();
    await stage.signal(a, b, { offerToReceiveVideo: false });
  }),

  offer('audio joins a data channel', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    await stage.signal(a, b, { offerToReceiveAudio: true });
  }),

  offer('a provisional answer, then the answer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    const first = await a.call('createOffer');
    await a.call('setLocalDescription', first);
    await b.call('setRemoteDescription', first);
    const { sdp } = await b.call('createAnswer');
    await b.call('setLocalDescription', { type: 'pranswer', sdp });
    await a.call('setRemoteDescription', { type: 'pranswer', sdp });
    await b.call('createAnswer');
    await b.call('setLocalDescription', { type: 'answer', sdp });
    await a.call('setRemoteDescription', { type: 'answer', sdp });
  }),

  offer('the same offer is set twice', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    const first = await a.call('createOffer');
    await a.call('setLocalDescription', first);
    await a.call('setLocalDescription', first);
    await b.call('setRemoteDescription', first);
    await b.call('setRemoteDescription', first);
    const answer = await b.call('createAnswer');
    await b.call('setLocalDescription', answer);
    await a.call('setRemoteDescription', answer);
  }),

  offer('an offer replaces an offer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    const first = await a.call('createOffer');
    await a.call('setLocalDescription', first);
    const second = await a.call('createOffer', { offerToReceiveAudio: true });
    await a.call('setLocalDescription', second);
    await b.call('setRemoteDescription', first);
    await b.call('setRemoteDescription', second);
    const answer = await b.call('createAnswer');
    await b.call('setLocalDescription', answer);
    await a.call('setRemoteDescription', answer);
  }),

  offer('calls that nobody waits for keep their order', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    const pending = [a.call('createOffer'), a.call('setLocalDescription'), a.call('createOffer')];
    await Promise.all(pending);
    const remote = a.pc.localDescription;
    await Promise.all([
      b.call('setRemoteDescription', remote),
      b.call('createAnswer'),
      b.call('setLocalDescription'),
      b.call('createOffer'),
    ]);
  }),

  offer('callbacks instead of promises', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    const withCallbacks = (peer, method, ...args) =>
      new Promise((resolve) => {
        const ended = (what) => (value) => (peer.note(`${method} ${what}`), resolve(value));
        const [value, ...options] = args;
        const callbacks = [ended('succeeded'), (error) => ended(`failed ${error.name}`)(error)];
        const list = value ? [value, ...callbacks] : [...callbacks, ...options];
        void peer.call(method, ...list);
      });
    const first = await withCallbacks(a, 'createOffer', null, { offerToReceiveAudio: true });
    await withCallbacks(a, 'setLocalDescription', first);
    await withCallbacks(b, 'setRemoteDescription', first);
    const answer = await withCallbacks(b, 'createAnswer', null);
    await withCallbacks(b, 'setLocalDescription', answer);
    await withCallbacks(a, 'setRemoteDescription', answer);
    await withCallbacks(a, 'createAnswer', null);
  }),

  offer('negotiationneeded waits until the answer is there', async (stage) => {
    const [a, b] = stage.pair();
    const first = await a.call('createOffer', { offerToReceiveAudio: true });
    await a.call('setLocalDescription', first);
    a.createChannel('x');
    await stage.flush();
    a.note('no event while an offer is out');
    await b.call('setRemoteDescription', first);
    const answer = await b.call('createAnswer');
    await b.call('setLocalDescription', answer);
    const needed = a.next('negotiationneeded');
    await a.call('setRemoteDescription', answer);
    await needed;
    await stage.signal(a, b);
  }),

  offer('new offers keep the credentials', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    const before = usernameFragment(a.pc.localDescription);
    const next = await a.call('createOffer');
    a.note(`the same credentials: ${usernameFragment(next) === before}`);
  }),
];
