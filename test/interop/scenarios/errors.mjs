const errors = (name, run) => ({ name: `errors: ${name}`, run });

const lines = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', ''];
const emptySdp = lines.join('\r\n');

async function offered(stage) {
  const [a, b] = stage.pair();
  await a.needChannel('x');
  const offer = await a.call('createOffer');
  await a.call('setLocalDescription', offer);
  return { a, b, offer };
}

export const wrongUse = [
  errors('answers without an offer', async (stage) => {
    const { a, b, offer } = await offered(stage);
    await b.call('createAnswer');
    await b.call('setLocalDescription', { type: 'answer', sdp: offer.sdp });
    await b.call('setRemoteDescription', { type: 'answer', sdp: offer.sdp });
    await b.call('setRemoteDescription', { type: 'pranswer', sdp: offer.sdp });
    await a.call('createAnswer');
    await a.call('setLocalDescription', { type: 'answer', sdp: offer.sdp });
  }),

  errors('offers at the wrong time', async (stage) => {
    const { a, b, offer } = await offered(stage);
    await b.call('setRemoteDescription', offer);
    await b.call('createOffer');
    await b.call('setLocalDescription', { type: 'offer', sdp: offer.sdp });
    await b.call('setRemoteDescription', { type: 'answer', sdp: offer.sdp });
    await a.call('createOffer');
  }),

  errors('SDP that is none', async (stage) => {
    const { a, b } = await offered(stage);
    await b.call('setRemoteDescription', { type: 'offer', sdp: 'nonsense' });
    await b.call('setRemoteDescription', { type: 'offer', sdp: '' });
    await b.call('setRemoteDescription', { type: 'offer' });
    await a.call('setRemoteDescription', { type: 'answer', sdp: 'v=0\r\nnonsense' });
    await a.call('setLocalDescription', { type: 'offer', sdp: 'nonsense' });
    await b.call('setRemoteDescription', { type: 'offer', sdp: emptySdp });
  }),

  errors('arguments of the wrong type', async (stage) => {
    const a = stage.peer('a');
    await a.call('setRemoteDescription');
    await a.call('setRemoteDescription', null);
    await a.call('setRemoteDescription', { sdp: emptySdp });
    await a.call('setRemoteDescription', { type: 'nothing', sdp: emptySdp });
    await a.call('setLocalDescription', { type: 'nothing' });
    await a.call('setLocalDescription', 5);
    await a.call('createOffer', 5);
    await a.call('addIceCandidate', 5);
    await a.call('addIceCandidate', { candidate: 'x' });
    await a.call('addIceCandidate', { candidate: 'x', sdpMid: null, sdpMLineIndex: null });
  }),

  errors('one callback of two', async (stage) => {
    const a = stage.peer('a');
    await a.call('createOffer', () => {});
    await a.call('setLocalDescription', { type: 'offer', sdp: '' }, () => {});
    await stage.flush();
  }),

  errors('an answer with other sections than the offer', async (stage) => {
    const { a } = await offered(stage);
    await a.call('setRemoteDescription', { type: 'answer', sdp: emptySdp });
  }),

  errors('an offer that was changed', async (stage) => {
    const a = stage.peer('a');
    await a.needChannel('x');
    const { sdp } = await a.call('createOffer');
    const other = sdp.replace(/(a=fingerprint:sha-256 )(..)/, (_all, name, first) => {
      return `${name}${first === 'AA' ? 'BB' : 'AA'}`;
    });
    await a.call('setLocalDescription', { type: 'offer', sdp: other });
    await a.call('setLocalDescription', { type: 'offer', sdp });
  }),

  errors('a remote description without a fingerprint', async (stage) => {
    const { b, offer } = await offered(stage);
    const sdp = offer.sdp.replace(/a=fingerprint:.*\r\n/g, '');
    await b.call('setRemoteDescription', { type: 'offer', sdp });
  }),

  errors('a remote description without ICE credentials', async (stage) => {
    const { b, offer } = await offered(stage);
    const sdp = offer.sdp.replace(/a=ice-(ufrag|pwd):.*\r\n/g, '');
    await b.call('setRemoteDescription', { type: 'offer', sdp });
  }),

  errors('candidates', async (stage) => {
    const { a, b, offer } = await offered(stage);
    const candidate = 'candidate:1 1 udp 2113937151 127.0.0.1 40000 typ host';
    await b.call('addIceCandidate', { candidate, sdpMid: '0' });
    await b.call('addIceCandidate', null);
    await b.call('addIceCandidate', {});
    await b.call('setRemoteDescription', offer);
    await b.call('addIceCandidate', { candidate, sdpMid: '0', sdpMLineIndex: 0 });
    await b.call('addIceCandidate', { candidate, sdpMid: 'none' });
    await b.call('addIceCandidate', { candidate, sdpMLineIndex: 9 });
    await b.call('addIceCandidate', { candidate, sdpMid: '0', usernameFragment: 'none' });
    await b.call('addIceCandidate', { candidate: 'nonsense', sdpMid: '0' });
    await b.call('addIceCandidate', { candidate: '', sdpMid: '0' });
    await b.call('addIceCandidate', { candidate: '', sdpMid: 'none' });
    await b.call('addIceCandidate', null);
    await b.call('addIceCandidate');
    await a.call('addIceCandidate', null);
  }),

  errors('configurations', async (stage) => {
    const { RTCPeerConnection } = stage.scope;
    const attempt = (text, configuration) => {
      try {
        new RTCPeerConnection(configuration).close();
        stage.log.add('constructor', text);
      } catch (error) {
        stage.log.add('constructor', `${text} threw ${error.name}`);
      }
    };
    const server = (init) => ({ iceServers: [init] });
    attempt('null', null);
    attempt('a number', 5);
    attempt('no urls', server({}));
    attempt('empty urls', server({ urls: [] }));
    attempt('no URL', server({ urls: 'nonsense' }));
    attempt('another scheme', server({ urls: 'http://example.org' }));
    attempt('a STUN URL with a query', server({ urls: 'stun:example.org?transport=udp' }));
    attempt('TURN without credentials', server({ urls: 'turn:example.org' }));
    attempt('TURN with credentials', {
      iceServers: [{ urls: 'turn:example.org?transport=tcp', username: 'u', credential: 'c' }],
    });
    attempt('bundlePolicy', { bundlePolicy: 'nope' });
    attempt('rtcpMuxPolicy', { rtcpMuxPolicy: 'negotiate' });
    attempt('a large pool', { iceCandidatePoolSize: 256 });
    attempt('a pool', { iceCandidatePoolSize: 255 });

    const a = stage.peer('a');
    const change = (text, init) => a.do(text, (pc) => pc.setConfiguration(init));
    change('bundlePolicy changes', { bundlePolicy: 'max-bundle' });
    change('a wrong server', server({ urls: 'nonsense' }));
    change('relay only', { iceTransportPolicy: 'relay' });
    await a.needChannel('x');
    await a.call('setLocalDescription');
    change('the pool changes', { iceCandidatePoolSize: 1 });
    change('nothing', undefined);
  }),
];
