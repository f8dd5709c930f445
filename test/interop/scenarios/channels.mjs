const channels = (name, run, connects = true) => ({ name: `channels: ${name}`, run, connects });

/** Two peers, connected by an offer of a's. `prepare` makes the channels. */
async function connected(stage, prepare) {
  const [a, b] = stage.pair();
  const needed = a.next('negotiationneeded');
  await prepare(a, b);
  await needed;
  await stage.connect(a, b);
  return [a, b];
}

export const dataChannels = [
  channels('every option arrives', async (stage) => {
    const options = {
      plain: {},
      unordered: { ordered: false },
      lifetime: { maxPacketLifeTime: 500 },
      retransmits: { ordered: false, maxRetransmits: 0 },
      protocol: { protocol: 'chat/2' },
    };
    const [, b] = await connected(stage, (a) => {
      for (const [label, init] of Object.entries(options)) a.createChannel(label, init);
    });
    for (const label of Object.keys(options)) await (await b.remoteChannel(label)).opened();
  }),

  channels('negotiated by the program', async (stage) => {
    const [a, b] = await connected(stage, (...pair) => {
      for (const peer of pair) peer.createChannel('same', { negotiated: true, id: 7 });
    });
    await Promise.all([a.channels.same.opened(), b.channels.same.opened()]);
    const came = a.channels.same.next('message');
    b.channels.same.send('by id');
    await came;
  }),

  channels(
    'wrong options',
    async (stage) => {
      const a = stage.peer('a');
      const wrong = [
        { maxPacketLifeTime: 1, maxRetransmits: 1 },
        { negotiated: true },
        { negotiated: true, id: 65535 },
        { id: 65536 },
        { maxRetransmits: -1 },
        { maxPacketLifeTime: 65536 },
        { priority: 'highest' },
      ];
      for (const init of wrong) a.createChannel('x', init);
      a.createChannel('first', { negotiated: true, id: 3 });
      a.createChannel('taken', { negotiated: true, id: 3 });
      a.createChannel('ignored id', { id: 5 });
      a.do('a long label', (pc) => void pc.createDataChannel('l'.repeat(65536)));
      a.do(
        'a long protocol',
        (pc) => void pc.createDataChannel('', { protocol: 'p'.repeat(65536) }),
      );
      await stage.flush();
    },
    false,
  ),

  channels('closed by the side that made it', async (stage) => {
    const [a, b] = await stage.connectedPair();
    const gone = [a.channels.x.next('close'), b.channels.x.next('close')];
    a.channels.x.close();
    a.channels.x.send('too late');
    await Promise.all(gone);
  }),

  channels('closed by the side that got it, with a message before', async (stage) => {
    const [a, b] = await stage.connectedPair();
    const gone = [a.channels.x.next('close'), b.channels.x.next('close')];
    b.channels.x.send('the last words');
    b.channels.x.close();
    await Promise.all(gone);
  }),

  channels('closed by both', async (stage) => {
    const [a, b] = await stage.connectedPair();
    const gone = [a.channels.x.next('close'), b.channels.x.next('close')];
    a.channels.x.close();
    b.channels.x.close();
    await Promise.all(gone);
  }),

  channels(
    'closed before it opened',
    async (stage) => {
      const [a] = stage.pair();
      const channel = await a.needChannel('x');
      const gone = channel.next('close');
      channel.close();
      channel.close();
      channel.send('too early');
      await gone;
    },
    false,
  ),

  channels('made when connected', async (stage) => {
    const [a, b] = await stage.connectedPair();
    const late = b.createChannel('late');
    await late.opened();
    await (await a.remoteChannel('late')).opened();
    await stage.flush();
  }),

  channels('used in the listener of datachannel', async (stage) => {
    const [a, b] = stage.pair();
    const channel = await a.needChannel('x');
    b.pc.addEventListener('datachannel', () => b.channels.x.send('at once'));
    const came = channel.next('message');
    await stage.connect(a, b);
    await came;
  }),

  channels('closed in the listener of datachannel', async (stage) => {
    const [a, b] = stage.pair();
    const channel = await a.needChannel('x');
    b.pc.addEventListener('datachannel', () => b.channels.x.close());
    const gone = channel.next('close');
    await stage.connect(a, b);
    await gone;
    await stage.flush();
  }),

  channels('text and bytes', async (stage) => {
    const [a, b] = await stage.connectedPair();
    const messages = ['', 'grüße', new Uint8Array(0), new Uint8Array([1, 2, 3]).buffer];
    for (const message of [...messages, new DataView(new ArrayBuffer(8), 2, 4), 'the end']) {
      a.channels.x.send(message);
    }
    await b.channels.x.nextMessage('the end');
    b.channels.x.channel.binaryType = 'blob';
    a.channels.x.send(new Uint8Array(5));
    a.channels.x.send('the end');
    await b.channels.x.nextMessage('the end');
  }),

  channels('Blobs keep their place', async (stage) => {
    const [a, b] = await stage.connectedPair();
    let count = 0;
    const all = b.channels.x.next('message', () => (count += 1) === 5);
    a.channels.x.send(new Blob(['one']));
    a.channels.x.send(new Uint8Array(2));
    a.channels.x.send(new Blob([]));
    a.channels.x.send('four');
    a.channels.x.send(new Blob(['five!']));
    await all;
  }),
];
