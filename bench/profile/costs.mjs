/** What a stack belongs to: the innermost frame that a pattern names decides. */
const groups = [
  ['socket: send', /^__x64_sys_send|^__sys_send|^do_sys_send/],
  ['socket: receive', /^__x64_sys_recv|^__sys_recv|^do_sys_recv/],
  ['socket: getsockname', /^__x64_sys_getsockname/],
  ['socket: wait (epoll)', /^__x64_sys_epoll/],
  ['waking threads (futex, eventfd)', /^__x64_sys_(futex|write|read)/],
  ['other system calls', /^__x64_sys_/],
  ['cipher and MAC', /ChaCha20|poly1305|aes_gcm|aesni|gcm_|ghash|^SHA|sha\d+_|EVP_(En|De)crypt/i],
  ['DTLS records', /^dtls1?_|^ssl3?_|^SSL_|tls_|^do_dtls|OpenSSLStreamAdapter|BIO_|^bio_/],
  ['CRC32C', /crc32c/i],
  [
    'allocation',
    /^(malloc|cfree.*|free|_int_.*|operator new.*|operator delete.*|realloc|calloc|unlink_chunk.*)$/,
  ],
  ['copying', /mem(move|cpy|set)/],
  ['clock', /clock_gettime|TimeNanos|TimeMicros|TimeMillis/],
  [
    'to and from JavaScript',
    /napi_|^node::|^v8::|^uv_|^uv__|JsThread|Builtins_|ToNapi|nlw::.*Handle/,
  ],
  ['SCTP', /^dcsctp::|DcSctp/],
  ['data channel', /DataChannel|nlw::Channel/],
  ['ICE and packet sockets', /^cricket::|AsyncUDPSocket|PhysicalSocket|AsyncPacketSocket/],
  ['task queues and threads', /^rtc::Thread|TaskQueue|AnyInvocable|^webrtc::.*Task|^sigslot/],
];

/**
 * @param {Map<string, number>} stacks of readStacks
 * @returns {{thread: string, group: string, share: number}[]} largest first
 */
export function costs(stacks) {
  const counts = new Map();
  let total = 0;
  for (const [stack, count] of stacks) {
    const [thread, ...frames] = stack.split(';');
    const key = `${thread};${groupOf(frames)}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
    total += count;
  }
  return [...counts]
    .map(([key, count]) => {
      const [thread, group] = key.split(';');
      return { thread, group, share: count / total };
    })
    .sort((a, b) => b.share - a.share);
}

function groupOf(frames) {
  // A system call is what it was called for, whatever the kernel does inside.
  const call = frames.find((frame) => /^__(x64|arm64)_sys_/.test(frame));
  if (call) return groups.find(([, pattern]) => pattern.test(call))[0];
  for (const frame of frames.toReversed()) {
    const group = groups.find(([, pattern]) => pattern.test(frame));
    if (group) return group[0];
  }
  return 'other';
}
