/** What a person wants to know of a session, in words. */

/**
 * @param {RTCSessionDescription} description
 * @returns {string} one line: size, m-lines, ICE and DTLS parameters
 */
export function describe({ type, sdp }) {
  const lines = sdp.split('\r\n');
  const value = (name) => lines.find((line) => line.startsWith(`a=${name}:`))?.split(/:(.*)/)[1];
  const media = lines.filter((line) => line.startsWith('m=')).map((line) => line.slice(2));
  const candidates = lines.filter((line) => line.startsWith('a=candidate:')).length;
  const [algorithm, digest] = (value('fingerprint') ?? '').split(' ');
  return [
    `${type}, ${sdp.length} characters`,
    `m=${media.join('; m=')}`,
    `ice-ufrag ${value('ice-ufrag')}`,
    `dtls ${value('setup')}, ${algorithm} ${digest?.slice(0, 11)}…`,
    `sctp messages up to ${value('max-message-size') ?? 'the default'}`,
    `candidates inside: ${candidates}`,
  ].join(' | ');
}

/**
 * @param {RTCPeerConnection} pc
 * @returns {Promise<{local: string, remote: string, roundTripTime: number | undefined}>}
 *   the pair that ICE selected; seconds
 */
export async function selectedPair(pc) {
  const report = await pc.getStats();
  const stats = [...report.values()];
  const transport = stats.find((one) => one.type === 'transport');
  const pair = report.get(transport?.selectedCandidatePairId);
  if (!pair) throw new Error('no candidate pair is selected');
  return {
    local: candidate(report.get(pair.localCandidateId)),
    remote: candidate(report.get(pair.remoteCandidateId)),
    roundTripTime: pair.currentRoundTripTime,
  };
}

function candidate(one) {
  if (!one) return 'unknown';
  const shown = one.address || '(hidden)';
  const address = shown.includes(':') ? `[${shown}]` : shown;
  return `${one.candidateType} ${address}:${one.port}/${one.protocol}`;
}

/** @param {number} bitsPerSecond */
export function rate(bitsPerSecond) {
  const megabits = bitsPerSecond / 1e6;
  return `${megabits.toFixed(megabits < 10 ? 1 : 0)} Mbit/s`;
}
