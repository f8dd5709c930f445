const tones = (name, run, connects = false) => ({ name: `DTMF: ${name}`, run, connects });

function insert(peer, { dtmf }, ...args) {
  const text = args.map((value) => JSON.stringify(value)).join(', ');
  peer.do(`insertDTMF(${text})`, () => dtmf.insertDTMF(...args));
  peer.ask('toneBuffer', () => dtmf.toneBuffer);
}

/** The tones are a lane of their own: they come by time. */
function listen(peer, { dtmf }) {
  const lane = `${peer.name} tones`;
  dtmf.addEventListener('tonechange', ({ tone }) => {
    peer.log.add(lane, `${JSON.stringify(tone)}, then ${JSON.stringify(dtmf.toneBuffer)}`);
  });
}

const silent =
  ({ dtmf }) =>
  (event) =>
    event.tone === '' && dtmf.toneBuffer === '';

/** a sends audio to b, connected. Not logged: how many tones get out is a race. */
async function calling(stage, isLogged = true) {
  const [a, b] = stage.pair();
  const sender = await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
  await stage.connect(a, b);
  await b.heard();
  if (isLogged) listen(a, sender);
  return [a, b, sender, (fits = silent(sender)) => stage.next(sender.dtmf, 'tonechange', fits)];
}

export const dtmf = [
  tones('before it can be sent', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    const noteAble = (peer, of) => peer.ask('canInsertDTMF', () => of.dtmf.canInsertDTMF);
    a.ask('video', () => a.addTransceiver('video').sender.dtmf);
    noteAble(a, sender);
    insert(a, sender, '1');
    insert(a, sender, '');
    await a.call('setLocalDescription');
    noteAble(a, sender);
    await b.call('setRemoteDescription', a.pc.localDescription);
    noteAble(b, b.pc.getSenders()[0]);
    insert(b, b.pc.getSenders()[0], '1');
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    noteAble(a, sender);
    noteAble(b, b.pc.getSenders()[0]);
    await a.needs(() => {
      a.pc.getTransceivers()[0].direction = 'recvonly';
    });
    noteAble(a, sender);
    await stage.signal(a, b);
    noteAble(a, sender);
    insert(a, sender, '1');
  }),

  tones(
    'that are wrong',
    async (stage) => {
      const [a, , sender] = await calling(stage);
      insert(a, sender, 'x');
      insert(a, sender, '1 2');
      insert(a, sender, '1E');
      insert(a, sender, null);
      insert(a, sender, '');
      a.do('insertDTMF()', () => sender.dtmf.insertDTMF());
      insert(a, sender, 'x', -1, -1);
      a.do('stop()', (pc) => pc.getTransceivers()[0].stop());
      insert(a, sender, 'x');
      insert(a, sender, '1');
      a.close();
      insert(a, sender, 'x');
      insert(a, sender, '1');
      a.ask('canInsertDTMF', () => sender.dtmf.canInsertDTMF);
    },
    true,
  ),

  tones(
    'one by one',
    async (stage) => {
      const [a, , sender, ended] = await calling(stage);
      a.ask('canInsertDTMF', () => sender.dtmf.canInsertDTMF);
      const done = ended();
      insert(a, sender, '1a#*D', 40, 30);
      await done;
      a.ask('toneBuffer', () => sender.dtmf.toneBuffer);
    },
    true,
  ),

  tones(
    'replaced while they sound',
    async (stage) => {
      const [a, , sender, ended] = await calling(stage);
      const second = ended(({ tone }) => tone === '2');
      insert(a, sender, '123456', 400, 30);
      await second;
      const done = ended();
      insert(a, sender, '89', 40, 30);
      await done;
    },
    true,
  ),

  tones(
    'stopped while they sound',
    async (stage) => {
      const [a, , sender, ended] = await calling(stage);
      const first = ended(({ tone }) => tone === '1');
      insert(a, sender, '123', 1000, 30);
      await first;
      const done = ended();
      insert(a, sender, '');
      await done;
      await stage.flush();
    },
    true,
  ),

  tones(
    'inserted in a listener of their own',
    async (stage) => {
      const [a, , sender, ended] = await calling(stage);
      sender.dtmf.addEventListener('tonechange', ({ tone }) => {
        if (tone === '2') insert(a, sender, `${sender.dtmf.toneBuffer}7`, 40, 30);
      });
      const done = ended();
      insert(a, sender, '123', 40, 30);
      await done;
    },
    true,
  ),

  tones(
    'when the direction changes',
    async (stage) => {
      const [a, b, sender, ended] = await calling(stage, false);
      const first = ended(({ tone }) => tone === '1');
      insert(a, sender, '1234567890', 6000, 100);
      await first;
      await a.needs(() => {
        a.pc.getTransceivers()[0].direction = 'recvonly';
      });
      await stage.signal(a, b);
      a.ask('canInsertDTMF', () => sender.dtmf.canInsertDTMF);
      insert(a, sender, '5');
    },
    true,
  ),
];
