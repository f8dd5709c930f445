const answers = (name, run) => ({ name: `answers: ${name}`, run });

/** Rejects the sections whose index is among those given. */
function reject({ type, sdp }, ...indices) {
  const [session, ...sections] = sdp.split(/(?=^m=)/m);
  const mids = indices.map((index) => /a=mid:(\S+)/.exec(sections[index])[1]);
  for (const index of indices) sections[index] = sections[index].replace(/^(m=\w+) \d+/, '$1 0');
  const bundled = session.replace(/a=group:BUNDLE.*/, (line) =>
    line
      .split(' ')
      .filter((each) => !mids.includes(each))
      .join(' '),
  );
  return { type, sdp: [bundled, ...sections].join('') };
}

const without = (pattern, { type, sdp }) => ({ type, sdp: sdp.replace(pattern, '') });

/** a offers audio, video and a channel; b has applied that, with tracks of its own. */
async function offered(stage, options) {
  const [a, b] = [stage.peer('a', options), stage.peer('b', options)];
  await a.needs(() => {
    a.addTrack(stage.track('audio'), stage.stream());
    a.addTrack(stage.track('video'), stage.stream());
    a.createChannel('x');
  });
  await b.needs(() => {
    b.addTrack(stage.track('audio'), stage.stream());
    b.addTrack(stage.track('video'), stage.stream());
  });
  await a.call('setLocalDescription');
  await b.call('setRemoteDescription', a.pc.localDescription);
  return [a, b];
}

const noteAll = (...peers) => peers.forEach((peer) => peer.noteMedia());

export const answersWithMedia = [
  answers('provisional, then the same', async (stage) => {
    const [a, b] = await offered(stage);
    const { sdp } = await b.call('createAnswer');
    await b.call('setLocalDescription', { type: 'pranswer', sdp });
    await a.call('setRemoteDescription', { type: 'pranswer', sdp });
    noteAll(a, b);
    await b.call('setLocalDescription', { type: 'answer', sdp });
    await a.call('setRemoteDescription', { type: 'answer', sdp });
    await stage.flush();
  }),

  answers('provisional ones with another direction', async (stage) => {
    const [a, b] = await offered(stage);
    const { sdp } = await b.call('createAnswer');
    const early = sdp.replaceAll('a=sendrecv', 'a=inactive');
    await b.call('setLocalDescription', { type: 'pranswer', sdp: early });
    await a.call('setRemoteDescription', { type: 'pranswer', sdp: early });
    noteAll(a, b);
    const onlyOne = sdp.replace('a=sendrecv', 'a=recvonly');
    await a.call('setRemoteDescription', { type: 'pranswer', sdp: onlyOne });
    noteAll(a);
    await b.call('setLocalDescription', { type: 'answer', sdp });
    await a.call('setRemoteDescription', { type: 'answer', sdp });
    await stage.flush();
  }),

  answers('provisional, and then rejected', async (stage) => {
    const [a, b] = await offered(stage);
    const answer = await b.call('createAnswer');
    await a.call('setRemoteDescription', { type: 'pranswer', sdp: answer.sdp });
    noteAll(a);
    await a.call('setRemoteDescription', reject(answer, 1));
    await stage.flush();
  }),

  answers('that reject video', async (stage) => {
    const [a, b] = await offered(stage);
    const answer = reject(await b.call('createAnswer'), 1);
    await b.call('setLocalDescription', answer);
    await a.call('setRemoteDescription', answer);
    await stage.flush();
  }),

  answers('that reject the first of the bundle', async (stage) => {
    const [a, b] = await offered(stage);
    b.do('stop()', (pc) => pc.getTransceivers()[0].stop());
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
    noteAll(a, b);
    await stage.signal(a, b);
    await stage.flush();
  }),

  answers('that reject all', async (stage) => {
    const [a, b] = await offered(stage);
    b.do('stop()', (pc) => pc.getTransceivers().forEach((each) => each.stop()));
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
    await stage.signal(b, a);
    await stage.flush();
  }),

  answers('without a bundle', async (stage) => {
    const [a, b] = await offered(stage);
    const answer = without(/a=group:BUNDLE.*\r\n/, await b.call('createAnswer'));
    await a.call('setRemoteDescription', answer);
    await stage.flush();
  }),

  ...['balanced', 'max-compat', 'max-bundle'].map((bundlePolicy) =>
    answers(`over the transports of ${bundlePolicy}`, async (stage) => {
      const [a, b] = await offered(stage, { bundlePolicy });
      noteAll(a, b);
      await b.call('setLocalDescription');
      await a.call('setRemoteDescription', b.pc.localDescription);
      await stage.flush();
    }),
  ),

  answers('to an offer without a bundle', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTrack(stage.track('audio'));
      a.addTrack(stage.track('video'));
    });
    const offer = without(/a=group:BUNDLE.*\r\n/, await a.call('createOffer'));
    await b.call('setRemoteDescription', offer);
    await b.call('setLocalDescription');
    noteAll(b);
    await a.call('setLocalDescription', offer);
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
  }),

  answers('that fail, and then one that does not', async (stage) => {
    const [a, b] = await offered(stage);
    const answer = await b.call('createAnswer');
    await a.call('setRemoteDescription', without(/m=video[^]*/, answer));
    await a.call('setRemoteDescription', without(/a=ice-(ufrag|pwd).*\r\n/g, answer));
    await a.call('setRemoteDescription', without(/a=fingerprint.*\r\n/g, answer));
    await a.call('setRemoteDescription', { type: 'answer', sdp: 'nonsense' });
    noteAll(a);
    await b.call('setLocalDescription', answer);
    await a.call('setRemoteDescription', answer);
    await stage.flush();
  }),

  answers('to an offer that failed before', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTrack(stage.track('audio'), stage.stream());
      a.addTrack(stage.track('video'), stage.stream());
    });
    const offer = await a.call('createOffer');
    await b.call('setRemoteDescription', without(/a=fingerprint.*\r\n/g, offer));
    noteAll(b);
    await b.call('setRemoteDescription', without(/a=mid:1\r\n/g, offer));
    noteAll(b);
    await a.call('setLocalDescription', offer);
    await b.call('setRemoteDescription', offer);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
  }),

  answers('whose direction the offer does not allow', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTransceiver('audio', { direction: 'sendonly' }));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    const { sdp } = await b.call('createAnswer');
    const answer = { type: 'answer', sdp: sdp.replace('a=recvonly', 'a=sendrecv') };
    await b.call('setLocalDescription', answer);
    await a.call('setRemoteDescription', answer);
    await stage.flush();
  }),

  answers('of the wrong kind of media', async (stage) => {
    const [a, b] = await offered(stage);
    const { sdp } = await b.call('createAnswer');
    const [session, audio, video, data] = sdp.split(/(?=^m=)/m);
    const swapped = { type: 'answer', sdp: [session, video, audio, data].join('') };
    await a.call('setRemoteDescription', swapped);
    noteAll(a);
    await b.call('setLocalDescription', swapped);
    noteAll(b);
  }),

  answers('that take data, audio and video up one by one', async (stage) => {
    const [a, b] = stage.pair();
    await a.needChannel('x');
    await stage.signal(a, b);
    await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    await stage.signal(a, b);
    await b.needs(() => b.addTrack(stage.track('video'), stage.stream()));
    await stage.signal(b, a);
    await stage.flush();
  }),

  answers('to the offers of the old options', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    await b.needs(() => b.addTrack(stage.track('video'), stage.stream()));
    const options = { offerToReceiveAudio: false, offerToReceiveVideo: true };
    await stage.signal(a, b, options);
    await stage.signal(a, b, { offerToReceiveAudio: true, offerToReceiveVideo: false });
    await a.call('createOffer', { offerToReceiveAudio: false, offerToReceiveVideo: false });
    await stage.flush();
  }),

  answers('to old options that are numbers', async (stage) => {
    const a = stage.peer('a');
    await a.call('createOffer', { offerToReceiveAudio: 0, offerToReceiveVideo: 2 });
  }),
];
