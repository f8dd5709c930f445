const call = (name, run) => ({ name: `calls: ${name}`, run, connects: true });

/** Both sides send audio and video to each other, connected, with a channel `x`. */
async function talking(stage) {
  const [a, b] = stage.pair();
  await a.needs(() => {
    const stream = stage.stream();
    a.addTrack(stage.track('audio'), stream);
    a.addTrack(stage.track('video'), stream);
    a.createChannel('x');
  });
  await b.needs(() => {
    const stream = stage.stream();
    b.addTrack(stage.track('audio'), stream);
    b.addTrack(stage.track('video'), stream);
  });
  await stage.connect(a, b);
  await Promise.all([a.heard(), b.heard()]);
  return [a, b];
}

const noteMuted = (...peers) =>
  peers.forEach((peer) =>
    peer.ask('muted', (pc) => pc.getReceivers().map(({ track }) => track.muted)),
  );

function direct(peer, index, direction) {
  peer.do(`t${index}.direction = ${direction}`, (pc) => {
    pc.getTransceivers()[index].direction = direction;
  });
}

export const calls = [
  call('tracks are muted until packets come', async (stage) => {
    const [a, b] = await talking(stage);
    noteMuted(a, b);
    await a.channels.x.opened();
    await (await b.remoteChannel('x')).opened();
    const { transport } = a.pc.getSenders()[0];
    a.ask('transport', () => [transport.state, transport.iceTransport.state]);
    a.ask('certificates', () => transport.getRemoteCertificates().length > 0);
    a.ask('shared', (pc) => pc.sctp.transport === transport);
  }),

  call('a direction is changed and changed back', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => direct(a, 1, 'recvonly'));
    await stage.signal(a, b);
    noteMuted(a, b);
    b.noteMedia();
    await a.needs(() => direct(a, 1, 'sendrecv'));
    const again = stage.next(b.pc.getReceivers()[1].track, 'unmute');
    await stage.signal(a, b);
    await again;
    noteMuted(a, b);
  }),

  call('is put on hold by the one who receives', async (stage) => {
    const [a, b] = await talking(stage);
    await b.needs(() => {
      direct(b, 0, 'inactive');
      direct(b, 1, 'inactive');
    });
    await stage.signal(b, a);
    noteMuted(a, b);
    await stage.flush();
    await b.needs(() => {
      direct(b, 0, 'sendrecv');
      direct(b, 1, 'sendonly');
    });
    const again = [a, b].map((peer) => stage.next(peer.pc.getReceivers()[0].track, 'unmute'));
    await stage.signal(b, a);
    await Promise.all([...again, a.heard()]);
    noteMuted(a, b);
  }),

  call('tracks join and leave', async (stage) => {
    const [a, b] = await talking(stage);
    const sender = await a.needs(() => a.addTrack(stage.track('video'), stage.stream()));
    const came = b.next('track');
    const signaled = stage.signal(a, b);
    const { track } = await came;
    const heardIt = stage.next(track, 'unmute');
    await signaled;
    await heardIt;
    await a.needs(() => a.removeTrack(sender));
    await stage.signal(a, b);
    noteMuted(b);
    await stage.flush();
  }),

  call('a transceiver is stopped', async (stage) => {
    const [a, b] = await talking(stage);
    const [, transceiver] = b.pc.getTransceivers();
    await b.needs(() => b.do('stop()', () => transceiver.stop()));
    noteMuted(b);
    await stage.signal(b, a);
    await stage.flush();
    noteMuted(a, b);
    b.ask('of the stopped one', () => transceiver.receiver.track.muted);
  }),

  call('ICE restarts', async (stage) => {
    const [a, b] = await talking(stage);
    const { transport } = a.pc.getSenders()[0];
    await a.needs(() => a.do('restartIce()', (pc) => pc.restartIce()));
    await stage.connect(a, b);
    a.ask('the same transport', (pc) => pc.getSenders()[0].transport === transport);
    noteMuted(a, b);
    const message = (await b.remoteChannel('x')).nextMessage('after the restart');
    a.channels.x.send('after the restart');
    await message;
  }),

  call('an offer is rolled back', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => direct(a, 0, 'recvonly'));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    b.ask('muted in the offer', (pc) => pc.getReceivers()[0].track.muted);
    await b.call('setRemoteDescription', { type: 'rollback' });
    await a.needs(() => a.call('setLocalDescription', { type: 'rollback' }));
    noteMuted(a, b);
  }),

  call('both offer at once', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => a.addTransceiver('audio'));
    await b.needs(() => b.addTransceiver('audio'));
    await a.call('setLocalDescription');
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await a.call('setLocalDescription');
    await stage.flush();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    noteMuted(a, b);
  }),

  call('tracks are replaced', async (stage) => {
    const [a, b] = await talking(stage);
    const [audio, video] = a.pc.getSenders();
    await a.attempt('replaceTrack(null)', () => audio.replaceTrack(null));
    const other = stage.track('video');
    await a.attempt('replaceTrack()', () => video.replaceTrack(other));
    await stage.flush();
    noteMuted(b);
    a.pc.getSenders()[1].track.enabled = false;
    await stage.flush();
    noteMuted(b);
  }),

  call('statistics of tracks', async (stage) => {
    const [a, b] = await talking(stage);
    const types = (report) => {
      const wanted = /^(in|out)bound-rtp|media-source|codec|transport|candidate-pair|certificate$/;
      return [...new Set([...report.values()].map(({ type }) => type))]
        .filter((type) => wanted.test(type))
        .sort();
    };
    const kinds = (report) => [
      ...new Set([...report.values()].map(({ kind }) => kind).filter(Boolean)),
    ];
    const noteReport = async (peer, text, run) => {
      const report = await peer.attempt(text, () => run(peer.pc));
      if (report) peer.ask('report', () => [types(report), kinds(report)]);
    };
    const [{ sender, receiver }] = a.pc.getTransceivers();
    await noteReport(a, 'getStats()', (pc) => pc.getStats());
    await noteReport(a, 'getStats(null)', (pc) => pc.getStats(null));
    await noteReport(a, 'getStats(sent)', (pc) => pc.getStats(sender.track));
    await noteReport(a, 'getStats(received)', (pc) => pc.getStats(receiver.track));
    await noteReport(a, 'sender.getStats()', () => sender.getStats());
    await noteReport(a, 'receiver.getStats()', () => receiver.getStats());
    await noteReport(a, 'getStats(other)', (pc) => pc.getStats(stage.track('audio')));
    await noteReport(b, 'getStats(of the other one)', (pc) => pc.getStats(sender.track));
    await noteReport(a, 'getStats(5)', (pc) => pc.getStats(5));
    await noteReport(a, 'getStats({})', (pc) => pc.getStats({}));
    await a.needs(() => a.addTransceiver(sender.track));
    await noteReport(a, 'getStats(sent twice)', (pc) => pc.getStats(sender.track));
  }),
];
