const parameters = (name, run) => ({ name: `parameters: ${name}`, run });

/** Gets the parameters, changes them, sets them. */
function set(peer, sender, text, change) {
  return peer.attempt(`setParameters() with ${text}`, () => {
    const found = sender.getParameters();
    change(found);
    return sender.setParameters(found);
  });
}

/** What the names of members and numbers of entries are; values that a run chooses are left out. */
function describe(found) {
  const { encodings, codecs, headerExtensions, rtcp, transactionId, ...rest } = found;
  return {
    ...(transactionId === undefined ? {} : { encodings }),
    codecs: codecs.length > 0,
    extensions: headerExtensions.length > 0,
    rtcp: [rtcp.reducedSize, Boolean(rtcp.cname)],
    transaction: typeof transactionId,
    rest: Object.keys(rest).sort(),
  };
}

const noteParameters = (peer, text, owner) => peer.ask(text, () => describe(owner.getParameters()));

async function sending(stage, kind = 'video') {
  const [a, b] = stage.pair();
  const sender = await a.needs(() => a.addTrack(stage.track(kind), stage.stream()));
  await stage.signal(a, b);
  return [a, b, sender];
}

export const parametersOfSenders = [
  parameters('as they are', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTrack(stage.track('audio'));
      a.addTrack(stage.track('video'));
    });
    const noteAll = (peer) => {
      for (const { sender, receiver } of peer.pc.getTransceivers()) {
        const { kind } = receiver.track;
        noteParameters(peer, `sends ${kind}`, sender);
        noteParameters(peer, `receives ${kind}`, receiver);
      }
    };
    noteAll(a);
    await a.call('setLocalDescription');
    noteAll(a);
    await b.call('setRemoteDescription', a.pc.localDescription);
    noteAll(b);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    noteAll(a);
    noteAll(b);
  }),

  parameters('that are changed', async (stage) => {
    const [a, , sender] = await sending(stage);
    await set(a, sender, 'nothing changed', () => {});
    await set(a, sender, 'not active', ({ encodings: [encoding] }) => {
      encoding.active = false;
    });
    noteParameters(a, 'now', sender);
    await set(a, sender, 'limits', ({ encodings: [encoding] }) => {
      Object.assign(encoding, { active: true, maxBitrate: 500_000, maxFramerate: 10 });
      encoding.scaleResolutionDownBy = 2;
    });
    noteParameters(a, 'now', sender);
    await set(a, sender, 'no limits', ({ encodings: [encoding] }) => {
      delete encoding.maxBitrate;
      delete encoding.maxFramerate;
      delete encoding.scaleResolutionDownBy;
    });
    noteParameters(a, 'now', sender);
    await set(a, sender, 'priorities', ({ encodings: [encoding] }) => {
      Object.assign(encoding, { priority: 'high', networkPriority: 'medium' });
    });
    noteParameters(a, 'now', sender);
    await set(a, sender, 'a preference', (found) => {
      found.degradationPreference = 'maintain-resolution';
    });
    noteParameters(a, 'now', sender);
  }),

  parameters('that may not be changed', async (stage) => {
    const [a, , sender] = await sending(stage);
    await set(a, sender, 'another transaction', (found) => {
      found.transactionId = 'another';
    });
    await set(a, sender, 'no transaction', (found) => {
      delete found.transactionId;
    });
    await set(a, sender, 'one encoding more', (found) => {
      found.encodings.push({ active: true });
    });
    await set(a, sender, 'no encodings', (found) => {
      found.encodings = [];
    });
    await set(a, sender, 'encodings left out', (found) => {
      delete found.encodings;
    });
    await set(a, sender, 'a rid', ({ encodings: [encoding] }) => {
      encoding.rid = 'x';
    });
    await set(a, sender, 'no codecs', (found) => {
      found.codecs = [];
    });
    await set(a, sender, 'codecs left out', (found) => {
      delete found.codecs;
    });
    await set(a, sender, 'another codec', (found) => {
      found.codecs[0].clockRate = 1;
    });
    await set(a, sender, 'no extensions', (found) => {
      found.headerExtensions = [];
    });
    await set(a, sender, 'another extension', (found) => {
      found.headerExtensions[0].id = 99;
    });
    await set(a, sender, 'another cname', (found) => {
      found.rtcp.cname = 'another';
    });
    await set(a, sender, 'rtcp left out', (found) => {
      delete found.rtcp;
    });
    noteParameters(a, 'in the end', sender);
  }),

  parameters('with wrong values', async (stage) => {
    const [a, , sender] = await sending(stage);
    const setEncoding = (members) =>
      set(a, sender, JSON.stringify(members), ({ encodings: [encoding] }) => {
        Object.assign(encoding, members);
      });
    await setEncoding({ scaleResolutionDownBy: 0.5 });
    await setEncoding({ scaleResolutionDownBy: 'x' });
    await setEncoding({ maxFramerate: -1 });
    await setEncoding({ maxFramerate: 0 });
    await setEncoding({ maxBitrate: -1 });
    await setEncoding({ maxBitrate: 0 });
    await setEncoding({ maxBitrate: 4_294_967_295 });
    await setEncoding({ scalabilityMode: 'L9T9' });
    await setEncoding({ scalabilityMode: 'L1T3' });
    await setEncoding({ priority: 'highest' });
    await setEncoding({ codec: { mimeType: 'video/none', clockRate: 90_000 } });
    await setEncoding({ adaptivePtime: true });
    await set(a, sender, 'an unknown preference', (found) => {
      found.degradationPreference = 'nothing';
    });
    await a.attempt('setParameters()', () => sender.setParameters());
    await a.attempt('setParameters(null)', () => sender.setParameters(null));
    await a.attempt('setParameters({})', () => sender.setParameters({}));
  }),

  parameters('with a time limit', async (stage) => {
    const [a, , sender] = await sending(stage, 'audio');
    const found = sender.getParameters();
    a.ask('got twice in a task', () => [
      found === sender.getParameters(),
      found.transactionId === sender.getParameters().transactionId,
    ]);
    await a.attempt('setParameters() at once', () => sender.setParameters(found));
    await a.attempt('setParameters() again', () => sender.setParameters(found));
    const late = sender.getParameters();
    await null;
    await a.attempt('setParameters() after a microtask', () => sender.setParameters(late));
    const later = sender.getParameters();
    await stage.flush();
    await a.attempt('setParameters() after a task', () => sender.setParameters(later));
    a.ask(
      'another transaction',
      () => later.transactionId !== sender.getParameters().transactionId,
    );
    await stage.flush();
    await a.attempt('setParameters() not got before', () => sender.setParameters(later));
  }),

  parameters('of another sender', async (stage) => {
    const [a, , sender] = await sending(stage);
    const other = a.addTrack(stage.track('video'));
    other.getParameters();
    await a.attempt('setParameters()', () => other.setParameters(sender.getParameters()));
  }),

  parameters('before anything is negotiated', async (stage) => {
    const a = stage.peer('a');
    const sendEncodings = [{ rid: 'lo', scaleResolutionDownBy: 4 }, { rid: 'hi' }];
    const { sender } = await a.needs(() => a.addTransceiver('video', { sendEncodings }));
    noteParameters(a, 'at first', sender);
    await set(a, sender, 'one not active', ({ encodings }) => {
      encodings[0].active = false;
      encodings[1].maxBitrate = 90_000;
    });
    noteParameters(a, 'now', sender);
    await set(a, sender, 'another order', ({ encodings }) => {
      encodings.reverse();
    });
    await set(a, sender, 'another rid', ({ encodings }) => {
      encodings[0].rid = 'other';
    });
    await set(a, sender, 'one less', ({ encodings }) => {
      encodings.pop();
    });
  }),

  parameters('while descriptions are set', async (stage) => {
    const [a, b, sender] = await sending(stage);
    const found = sender.getParameters();
    await stage.signal(a, b);
    await a.attempt('setParameters() with stale ones', () => sender.setParameters(found));
    const pending = a.call('setLocalDescription');
    await set(a, sender, 'one pending', ({ encodings: [encoding] }) => {
      encoding.maxBitrate = 70_000;
    });
    await pending;
    noteParameters(a, 'then', sender);
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    noteParameters(a, 'in the end', sender);
  }),

  parameters('without a track', async (stage) => {
    const [a, , sender] = await sending(stage);
    await a.attempt('replaceTrack(null)', () => sender.replaceTrack(null));
    noteParameters(a, 'without a track', sender);
    await set(a, sender, 'a limit', ({ encodings: [encoding] }) => {
      encoding.maxBitrate = 50_000;
    });
    noteParameters(a, 'then', sender);
    const other = stage.track('video');
    await a.attempt('replaceTrack()', () => sender.replaceTrack(other));
    noteParameters(a, 'with another track', sender);
  }),

  parameters('of a closed connection', async (stage) => {
    const [a, , sender] = await sending(stage);
    const found = sender.getParameters();
    const pending = a.attempt('setParameters()', () => sender.setParameters(found));
    a.close();
    void pending;
    await stage.flush();
    noteParameters(a, 'sends', sender);
    noteParameters(a, 'receives', a.pc.getReceivers()[0]);
    await stage.settled(set(a, sender, 'nothing changed', () => {}));
    a.ask('sources', (pc) => pc.getReceivers()[0].getSynchronizationSources().length);
    a.ask('sources', (pc) => pc.getReceivers()[0].getContributingSources().length);
  }),

  parameters('of a jitter buffer', async (stage) => {
    const [, b] = await sending(stage, 'audio');
    const [receiver] = b.pc.getReceivers();
    const attempt = (value) =>
      b.do(`jitterBufferTarget = ${value}`, () => {
        receiver.jitterBufferTarget = value;
      });
    for (const value of [0, 4000, 100.5, 4001, -1, NaN, null, undefined, 'x']) {
      attempt(value);
      b.ask('jitterBufferTarget', () => receiver.jitterBufferTarget);
    }
    b.close();
    attempt(200);
    b.ask('jitterBufferTarget', () => receiver.jitterBufferTarget);
  }),
];
