import test from 'ava';

import { attributes, inheritedAttribute, parseSdp } from '../../../lib/internal/sdp.js';

const text = [
  'v=0',
  'a=group:BUNDLE 0 data',
  'a=ice-ufrag:session',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=mid:0',
  'a=ice-ufrag:audio',
  'a=candidate:1 1 udp 1 192.0.2.1 5 typ host',
  'a=candidate:2 1 udp 1 192.0.2.1 6 typ host',
  'a=end-of-candidates',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=mid:data',
  '',
];

for (const newline of ['\r\n', '\n']) {
  test(`sections and attributes, lines ended by ${JSON.stringify(newline)}`, (t) => {
    const sdp = parseSdp(text.join(newline));
    t.deepEqual(
      sdp.media.map(({ index, mid }) => [index, mid]),
      [
        [0, '0'],
        [1, 'data'],
      ],
    );
    const [audio, data] = sdp.media;
    t.is(attributes(audio!.text, 'candidate').length, 2);
    t.deepEqual(attributes(audio!.text, 'end-of-candidates'), ['']);
    t.is(inheritedAttribute(sdp, audio!, 'ice-ufrag'), 'audio');
    t.is(inheritedAttribute(sdp, data!, 'ice-ufrag'), 'session');
    t.is(inheritedAttribute(sdp, data!, 'ice-pwd'), null);
  });
}

test('an attribute is a whole line, and its value all of it', (t) => {
  const lines = [
    'a=mid:',
    'a=middle:1',
    'b=a=mid:2',
    'a=mid',
    ' a=mid:3',
    'a=mid:4: \r5 m=6',
    'a=mid:7',
  ];
  const { session, media } = parseSdp(lines.join('\r\n'));
  t.deepEqual(attributes(session.text, 'mid'), ['', '', '4: \r5 m=6', '7']);
  t.is(session.mid, '');
  t.deepEqual(media, []);
});

test('media may come first', (t) => {
  const sdp = parseSdp('m=audio\na=mid:0\nm=video\na=mid:1');
  t.deepEqual(
    sdp.media.map(({ mid }) => mid),
    ['0', '1'],
  );
  t.is(sdp.session.text, '');
});

test('nothing has no media sections', (t) => {
  t.deepEqual(parseSdp('').media, []);
});
