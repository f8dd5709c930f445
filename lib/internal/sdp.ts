/** Reads what the interfaces need of a description that libwebrtc wrote or accepted. */

/** One `m=` section, or what stands before the first one. */
export interface SdpSection {
  /** Position among the media sections; -1 for the session part. */
  readonly index: number;
  readonly mid: string | null;
  readonly lines: readonly string[];
}

export interface Sdp {
  readonly session: SdpSection;
  readonly media: readonly SdpSection[];
}

export function parseSdp(sdp: string): Sdp {
  const parts: string[][] = [[]];
  for (const line of sdp.split(/\r?\n/)) {
    if (line.startsWith('m=')) parts.push([]);
    if (line !== '') parts.at(-1)?.push(line);
  }
  const [session, ...media] = parts.map((lines, position): SdpSection => {
    return { index: position - 1, mid: attributes(lines, 'mid')[0] ?? null, lines };
  });
  return { session: session ?? { index: -1, mid: null, lines: [] }, media };
}

/** The values of an attribute, in order; of `a=name` without a value, an empty string. */
export function attributes(lines: readonly string[], name: string): string[] {
  const valued = `a=${name}:`;
  const plain = `a=${name}`;
  const found: string[] = [];
  for (const line of lines) {
    if (line.startsWith(valued)) found.push(line.slice(valued.length));
    else if (line === plain) found.push('');
  }
  return found;
}

/** An attribute of a section that may also stand once for all in the session part. */
export function inheritedAttribute(sdp: Sdp, section: SdpSection, name: string): string | null {
  return attributes(section.lines, name)[0] ?? attributes(sdp.session.lines, name)[0] ?? null;
}
