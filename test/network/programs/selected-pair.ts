import type { RTCPeerConnection } from '../../../lib/index.js';

export interface PairSide {
  readonly candidateType: string;
  readonly address: string;
  readonly protocol: string;
  /** How a relay is reached; other candidates have none. */
  readonly relayProtocol?: string | undefined;
}

export interface SelectedPair {
  readonly local: PairSide;
  readonly remote: PairSide;
}

/** The pair that carries the data, from the statistics. */
export async function selectedPair(pc: RTCPeerConnection): Promise<SelectedPair> {
  const report = await pc.getStats();
  const entries = [...report.values()] as Record<string, unknown>[];
  const transport = entries.find(({ type }) => type === 'transport');
  const pair = report.get(String(transport?.['selectedCandidatePairId'])) as
    Record<string, unknown> | undefined;
  const side = (id: unknown): PairSide => {
    const candidate = report.get(String(id)) as unknown as PairSide;
    const { candidateType, address, protocol, relayProtocol } = candidate;
    return { candidateType, address, protocol, relayProtocol };
  };
  return { local: side(pair?.['localCandidateId']), remote: side(pair?.['remoteCandidateId']) };
}
