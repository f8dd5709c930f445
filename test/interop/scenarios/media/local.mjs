const local = (name, run) => ({ name: `local media: ${name}`, run });

/** A lane of its own for events of objects that belong to no peer. */
function listen(stage, object, types) {
  for (const type of types) {
    object.addEventListener(type, ({ track }) => {
      const what = track ? `: ${stage.names.of(track)}` : '';
      note(stage, `${type} of ${stage.names.of(object)}${what}`);
    });
  }
  return object;
}

const note = (stage, text) => stage.log.add('media', text);

function ask(stage, text, run) {
  try {
    note(stage, `${text}: ${stage.names.argument(run())}`);
  } catch (error) {
    note(stage, `${text} threw ${error.name}`);
  }
}

const trackEvents = ['mute', 'unmute', 'ended'];
const streamEvents = ['addtrack', 'removetrack'];

const newStream = (stage, ...tracks) => listen(stage, stage.stream(...tracks), streamEvents);
const newTrack = (stage, kind) => listen(stage, stage.track(kind), trackEvents);

const describe = (stream) => [stream.active, stream.getTracks()];

export const localMedia = [
  local('tracks come to a stream and leave it', async (stage) => {
    const stream = newStream(stage);
    const audio = newTrack(stage, 'audio');
    const video = newTrack(stage, 'video');
    ask(stage, 'empty', () => describe(stream));
    ask(stage, 'addTrack', () => stream.addTrack(video));
    ask(stage, 'addTrack', () => stream.addTrack(audio));
    ask(stage, 'addTrack again', () => stream.addTrack(audio));
    ask(stage, 'order', () => describe(stream));
    ask(stage, 'kinds', () => [stream.getAudioTracks(), stream.getVideoTracks()]);
    ask(stage, 'found', () => stream.getTrackById(audio.id));
    ask(stage, 'not found', () => stream.getTrackById('none'));
    ask(stage, 'lists are new', () => stream.getTracks() !== stream.getTracks());
    ask(stage, 'removeTrack', () => stream.removeTrack(audio));
    ask(stage, 'removeTrack again', () => stream.removeTrack(audio));
    await stage.flush();
    ask(stage, 'left', () => describe(stream));
  }),

  local('streams are made of streams and tracks', async (stage) => {
    const { MediaStream, MediaStreamTrack } = stage.scope;
    const audio = newTrack(stage, 'audio');
    const video = newTrack(stage, 'video');
    const first = newStream(stage, video, audio, video);
    ask(stage, 'of tracks', () => describe(first));
    const second = new MediaStream(first);
    ask(stage, 'of a stream', () => [describe(second), second.id !== first.id]);
    ask(stage, 'of an iterable', () => describe(new MediaStream(new Set([audio]))));
    ask(stage, 'of nothing', () => describe(new MediaStream()));
    ask(stage, 'of null', () => new MediaStream(null));
    ask(stage, 'of undefined', () => new MediaStream(undefined));
    ask(stage, 'of a track', () => new MediaStream(audio));
    ask(stage, 'of a number', () => new MediaStream([5]));
    ask(stage, 'a track by itself', () => new MediaStreamTrack());
    ask(stage, 'addTrack(null)', () => first.addTrack(null));
    ask(stage, 'addTrack()', () => first.addTrack());
    ask(stage, 'removeTrack(stream)', () => first.removeTrack(second));
    ask(stage, 'getTrackById()', () => first.getTrackById());
  }),

  local('a stream is cloned', async (stage) => {
    const audio = newTrack(stage, 'audio');
    const video = newTrack(stage, 'video');
    const stream = newStream(stage, audio, video);
    video.enabled = false;
    const clone = listen(stage, stage.names.set(stream.clone(), 'clone'), streamEvents);
    clone.getTracks().forEach((track, index) => {
      listen(stage, stage.names.set(track, `clone of ${index}`), trackEvents);
    });
    ask(stage, 'clone', () => describe(clone));
    ask(stage, 'ids', () => [clone.id !== stream.id, clone.getTrackById(audio.id)]);
    ask(stage, 'enabled', () => clone.getTracks().map(({ enabled }) => enabled));
    audio.stop();
    await stage.flush();
    ask(stage, 'one stopped', () => [describe(stream), describe(clone)]);
    clone.getTracks().forEach((track) => track.stop());
    await stage.flush();
    ask(stage, 'clone stopped', () => [describe(stream), describe(clone)]);
    ask(stage, 'states', () => clone.getTracks().map(({ readyState }) => readyState));
  }),

  local('a stream gets inactive and active', async (stage) => {
    const stream = newStream(stage, newTrack(stage, 'audio'));
    const [track] = stream.getTracks();
    track.stop();
    track.stop();
    await stage.flush();
    ask(stage, 'stopped', () => describe(stream));
    stream.addTrack(newTrack(stage, 'video'));
    await stage.flush();
    ask(stage, 'another one', () => describe(stream));
    stream.removeTrack(stream.getVideoTracks()[0]);
    await stage.flush();
    ask(stage, 'without it', () => describe(stream));
  }),

  local('a track that was stopped', async (stage) => {
    for (const kind of ['audio', 'video']) {
      const track = newTrack(stage, kind);
      const clone = listen(stage, stage.names.give(track.clone(), 'clone'), trackEvents);
      ask(stage, 'at first', () => [track.readyState, track.muted, track.enabled]);
      track.stop();
      ask(stage, 'stopped', () => [track.readyState, track.muted, track.enabled]);
      ask(stage, 'its clone', () => [clone.readyState, clone.id !== track.id, clone.kind]);
      track.enabled = false;
      ask(stage, 'enabled', () => track.enabled);
      ask(stage, 'clone of it', () => {
        const late = track.clone();
        return [late.readyState, late.enabled];
      });
      ask(stage, 'constraints', () => Object.keys(track.getConstraints()));
      await track.applyConstraints({ aspectRatio: 1 }).then(
        () => note(stage, 'applyConstraints fulfilled'),
        (error) => note(stage, `applyConstraints rejected ${error.name}`),
      );
      await stage.flush();
      clone.stop();
    }
  }),

  local('hints for the content', async (stage) => {
    for (const kind of ['audio', 'video']) {
      const track = newTrack(stage, kind);
      for (const hint of ['', 'speech', 'music', 'motion', 'detail', 'text', 'nothing', null]) {
        track.contentHint = hint;
        ask(stage, `${kind} ${hint}`, () => track.contentHint);
      }
      track.contentHint = kind === 'audio' ? 'music' : 'text';
      ask(stage, 'of a clone', () => track.clone().contentHint);
    }
  }),

  local('events are made by the program', async (stage) => {
    const { MediaStreamTrackEvent, RTCTrackEvent, RTCDTMFToneChangeEvent } = stage.scope;
    const a = stage.peer('a');
    const track = newTrack(stage, 'audio');
    const { receiver } = a.addTransceiver('audio');
    const [transceiver] = a.pc.getTransceivers();
    const init = { receiver, track, transceiver };
    ask(stage, 'addtrack', () => new MediaStreamTrackEvent('addtrack', { track }).track);
    ask(stage, 'addtrack of none', () => new MediaStreamTrackEvent('addtrack', {}));
    ask(stage, 'addtrack without init', () => new MediaStreamTrackEvent('addtrack'));
    ask(stage, 'track', () => new RTCTrackEvent('track', init).streams);
    ask(stage, 'the same', () => {
      const event = new RTCTrackEvent('track', { ...init, streams: [newStream(stage)] });
      return [
        event.receiver === receiver,
        event.transceiver === transceiver,
        event.track,
        event.streams,
        event.streams === event.streams,
        Object.isFrozen(event.streams),
      ];
    });
    ask(stage, 'without a track', () => new RTCTrackEvent('track', { receiver, transceiver }));
    ask(stage, 'without init', () => new RTCTrackEvent('track'));
    ask(stage, 'tone', () => new RTCDTMFToneChangeEvent('tonechange', { tone: '1' }).tone);
    ask(stage, 'no tone', () => new RTCDTMFToneChangeEvent('tonechange', {}).tone);
    ask(stage, 'null tone', () => new RTCDTMFToneChangeEvent('tonechange', { tone: null }).tone);
    ask(stage, 'tone without init', () => new RTCDTMFToneChangeEvent('tonechange').tone);
  }),

  local('a track of a sender ends', async (stage) => {
    const [a, b] = stage.pair();
    const track = newTrack(stage, 'audio');
    const sender = await a.needs(() => a.addTrack(track, newStream(stage)));
    await stage.signal(a, b);
    track.stop();
    await stage.flush();
    a.ask('sends', () => [sender.track, sender.track.readyState]);
    await stage.signal(a, b);
    a.close();
    b.close();
    ask(stage, 'state', () => track.readyState);
    const other = newTrack(stage, 'audio');
    const c = stage.peer('c');
    c.addTrack(other);
    c.close();
    await stage.flush();
    ask(stage, 'state', () => other.readyState);
  }),
];
