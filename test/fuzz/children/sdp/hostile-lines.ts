import fc from 'fast-check';

/** Numbers at and beyond the edges of the types that parsers put them into. */
export const hostileNumber = fc.constantFrom(
  '-1',
  '0',
  '1',
  '2',
  '14',
  '15',
  '16',
  '35',
  '63',
  '64',
  '95',
  '96',
  '127',
  '128',
  '255',
  '256',
  '65535',
  '65536',
  '2147483647',
  '2147483648',
  '-2147483648',
  '4294967295',
  '4294967296',
  '9223372036854775807',
  '18446744073709551615',
  '18446744073709551616',
  '1e9',
  '0x10',
  '007',
  '+5',
  '1.5',
  '',
);

export const mid = fc.constantFrom('0', '1', '2', 'a', 'v', 'd', '', 'x'.repeat(17), '0 1', '*');

const direction = fc.constantFrom('sendrecv', 'sendonly', 'recvonly', 'inactive');
const pt = fc.oneof(fc.constantFrom('96', '97', '111', '126', '120', '0', '8'), hostileNumber);
const ssrc = fc.oneof(fc.constantFrom('1', '2', '3', '4268791328'), hostileNumber);
const codec = fc.constantFrom(
  ...['opus', 'VP8', 'VP9', 'H264', 'AV1', 'H265', 'rtx', 'red', 'ulpfec', 'flexfec-03', 'CN'],
  ...['telephone-event', 'multiopus', 'L16', 'PCMU', 'G722', 'iLBC', 'x', ''],
);
const extension = fc.constantFrom(
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'urn:ietf:params:rtp-hdrext:toffset',
  'urn:ietf:params:rtp-hdrext:encrypt',
  'urn:ietf:params:rtp-hdrext:encrypt urn:ietf:params:rtp-hdrext:toffset',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/generic-frame-descriptor-00',
  'urn:x',
  '',
);
const rid = fc.constantFrom('h', 'm', 'l', 'h,~m', '~h', 'x'.repeat(300), '', '1;2', '*', 'é');
const name = fc.string({ maxLength: 40 });
const parameters = fc.constantFrom(
  ...['apt=96', 'apt=97', 'apt=-1', 'apt=', 'apt=999', '96/96', '111/111', '111/63/111', '0-16'],
  ...['profile-level-id=', 'profile-level-id=ffffffff', 'packetization-mode=9', 'profile-id=99'],
  ...['stereo=2;maxaveragebitrate=-1;ptime=0', 'maxplaybackrate=0;minptime=4294967296'],
  ...['x-google-start-bitrate=-1;x-google-max-bitrate=0', 'channel_mapping=0,1,2;num_streams=255'],
  ...['max-fs=-1;max-fr=0', 'level-idx=99;profile=9;tier=9', ';;;===', 'a=b=c', 'rtx-time=-1'],
);

/** Lines that are in the syntax's neighbourhood, and that stacks have stumbled over. */
export const hostileLine = fc.oneof(
  fc
    .tuple(fc.constantFrom('audio', 'video', 'application', 'text', 'x', ''), hostileNumber, pt)
    .map(([kind, port, last]) => `m=${kind} ${port} UDP/TLS/RTP/SAVPF 96 97 ${last}`),
  hostileNumber.map((port) => `m=application ${port} UDP/DTLS/SCTP webrtc-datachannel`),
  hostileNumber.map((port) => `m=application ${port} DTLS/SCTP 5000`),
  mid.map((value) => `a=mid:${value}`),
  fc.array(mid, { maxLength: 5 }).map((mids) => `a=group:BUNDLE ${mids.join(' ')}`),
  fc.array(mid, { maxLength: 5 }).map((mids) => `a=group:LS ${mids.join(' ')}`),
  direction.map((value) => `a=${value}`),
  fc
    .tuple(hostileNumber, direction, extension)
    .map(([id, way, uri]) => `a=extmap:${id}/${way} ${uri}`),
  fc.tuple(hostileNumber, extension).map(([id, uri]) => `a=extmap:${id} ${uri}`),
  fc
    .tuple(pt, codec, hostileNumber, hostileNumber)
    .map((f) => `a=rtpmap:${f[0]} ${f[1]}/${f[2]}/${f[3]}`),
  fc.tuple(pt, codec).map(([type, what]) => `a=rtpmap:${type} ${what}/90000`),
  fc.tuple(pt, parameters).map(([type, value]) => `a=fmtp:${type} ${value}`),
  fc
    .tuple(pt, fc.constantFrom('nack', 'nack pli', 'transport-cc', 'lntf', '', 'x y z', 'ccm fir'))
    .map(([type, value]) => `a=rtcp-fb:${type} ${value}`),
  fc.constantFrom('nack', 'goog-remb', 'x').map((value) => `a=rtcp-fb:* ${value}`),
  fc
    .tuple(ssrc, fc.constantFrom('cname', 'msid', 'mslabel', 'label', 'x', ''), name)
    .map(([id, key, value]) => `a=ssrc:${id} ${key}:${value}`),
  fc
    .tuple(
      fc.constantFrom('FID', 'FEC-FR', 'SIM', 'FEC', 'x', ''),
      fc.array(ssrc, { maxLength: 6 }),
    )
    .map(([semantics, ids]) => `a=ssrc-group:${semantics} ${ids.join(' ')}`),
  fc
    .tuple(
      rid,
      fc.constantFrom('send', 'recv', 'x', ''),
      fc.constantFrom('', ' pt=96', ' pt=999', ' max-width=-1;max-fps=0', ' depend=h', ' pt='),
    )
    .map(([id, way, restrictions]) => `a=rid:${id} ${way}${restrictions}`),
  fc
    .tuple(fc.constantFrom('send', 'recv', 'x'), rid, fc.constantFrom('send', 'recv', ''), rid)
    .map(([a, b, c, d]) => `a=simulcast:${a} ${b};${d}${c && ` ${c} ${d}`}`),
  fc
    .array(fc.tuple(rid, fc.constantFrom('send', 'recv')), { minLength: 2, maxLength: 5 })
    .map((all) => all.map(([id, way]) => `a=rid:${id} ${way}`).join('\r\n')),
  fc
    .tuple(fc.constantFrom('send', 'recv'), fc.array(rid, { minLength: 1, maxLength: 5 }))
    .map(([way, ids]) =>
      [...ids.map((id) => `a=rid:${id} ${way}`), `a=simulcast:${way} ${ids.join(';')}`].join(
        '\r\n',
      ),
    ),
  fc
    .tuple(ssrc, ssrc, fc.constantFrom('FID', 'SIM', 'FEC-FR'))
    .map(([a, b, group]) =>
      [`a=ssrc:${a} cname:x`, `a=ssrc:${b} cname:y`, `a=ssrc-group:${group} ${a} ${b} ${a}`].join(
        '\r\n',
      ),
    ),
  fc
    .tuple(pt, pt, codec, codec)
    .map(([a, b, first, second]) =>
      [
        `a=rtpmap:${a} ${first}/90000`,
        `a=rtpmap:${b} ${second}/90000`,
        `a=fmtp:${b} apt=${a}`,
      ].join('\r\n'),
    ),
  fc.tuple(direction, direction).map(([a, b]) => `a=${a}\r\na=${b}`),
  fc.tuple(name, name).map(([stream, track]) => `a=msid:${stream} ${track}`),
  fc
    .array(name, { minLength: 2, maxLength: 4 })
    .map((streams) => streams.map((stream) => `a=msid:${stream} x`).join('\r\n')),
  fc.constantFrom('a=msid:- x', 'a=msid:-', 'a=msid:', 'a=msid-semantic: WMS', 'a=msid-semantic:'),
  hostileNumber.map((port) => `a=sctp-port:${port}`),
  hostileNumber.map((size) => `a=max-message-size:${size}`),
  fc
    .tuple(hostileNumber, hostileNumber)
    .map(([port, streams]) => `a=sctpmap:${port} webrtc-datachannel ${streams}`),
  fc
    .tuple(fc.constantFrom('AS', 'TIAS', 'CT', 'RS', 'X'), hostileNumber)
    .map(([type, value]) => `b=${type}:${value}`),
  fc
    .constantFrom('active', 'passive', 'actpass', 'holdconn', '', 'x')
    .map((value) => `a=setup:${value}`),
  fc
    .constantFrom('', 'abcd', 'a b', 'x'.repeat(256), 'x'.repeat(257), 'é{}<>')
    .map((value) => `a=ice-ufrag:${value}`),
  fc
    .constantFrom('', 'short', 'x'.repeat(22), 'x'.repeat(256), 'x'.repeat(257))
    .map((value) => `a=ice-pwd:${value}`),
  fc
    .constantFrom('trickle', 'renomination', 'google-ice', '', 'x '.repeat(99))
    .map((value) => `a=ice-options:${value}`),
  fc
    .tuple(
      fc.constantFrom('sha-1', 'sha-224', 'sha-256', 'sha-512', 'md2', 'md5', '', 'x'),
      fc.constantFrom(
        '',
        '00',
        'ZZ',
        '00:11',
        Array(32).fill('AB').join(':'),
        Array(64).fill('01').join(':'),
        Array(200).fill('FF').join(':'),
      ),
    )
    .map(([algorithm, value]) => `a=fingerprint:${algorithm} ${value}`),
  fc.constantFrom(
    ...['a=rtcp-mux', 'a=rtcp-mux-only', 'a=rtcp-rsize', 'a=bundle-only', 'a=ice-lite'],
    ...[
      'a=extmap-allow-mixed',
      'a=end-of-candidates',
      'a=identity:x',
      'a=rtcp:9',
      'a=rtcp:-1 IN IP4 x',
    ],
    ...[
      'a=conference',
      'a=x-google-flag:conference',
      'a=packetization:96 raw',
      'a=packetization:* raw',
    ],
    ...[
      'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAA',
      'a=tls-id:x',
      'a=ptime:0',
      'a=maxptime:-1',
    ],
    ...[
      'a=remote-net-estimate:x',
      'a=imageattr:96 send *',
      'a=framerate:-1',
      'a=',
      'a',
      '=',
      'x=y',
      '',
    ],
    ...[
      'c=IN IP4 0.0.0.0',
      'c=IN IP6 ::',
      'c=IN IP4 256.0.0.1',
      'c=',
      'c=IN IP4 224.0.0.1/0/0',
      't=',
      'v=1',
    ],
    ...['o=', 'o=- -1 -1 IN IP4 x', 's=', 'a=x-google-datachannel', 'a=rtcp-xr:x', 'a=quality:10'],
  ),
);
