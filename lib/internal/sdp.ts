/** Reads what the interfaces need of a description that libwebrtc wrote or accepted. */

/** One `m=` section, or what stands before the first one. */
export interface SdpSection {
  /** Position among the media sections; -1 for the session part. */
  readonly index: number;
  readonly mid: string | null;
  readonly text: string;
  /** First values of attributes that were looked for. */
  readonly first: Map<string, string | null>;
}

export interface Sdp {
  readonly session: SdpSection;
  readonly media: readonly SdpSection[];
}

/**
 * Regular expressions do the work here: a description has hundreds of lines,
 * and a loop over them is hot so soon that V8 spends more on optimizing it than
 * a call's set-up has to spend on JavaScript.
 */
export function parseSdp(sdp: string): Sdp {
  const [session = '', ...media] = `\n${sdp}`.split(/\n(?=m=)/);
  return {
    session: sectionOf(session, -1),
    media: media.map(sectionOf),
  };
}

function sectionOf(text: string, index: number): SdpSection {
  return { index, mid: attributes(text, 'mid')[0] ?? null, text, first: new Map() };
}

const patterns = new Map<string, RegExp>();

/** Of a whole line with the attribute; its value is the group. */
function patternOf(name: string): RegExp {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\n)a=${name}(?::([^\\n]*?))?(?=\\r?(?:\\n|$))`, 'g');
    patterns.set(name, pattern);
  }
  return pattern;
}

/** The values of an attribute, in order; of `a=name` without a value, an empty string. */
export function attributes(text: string, name: string): string[] {
  return Array.from(text.matchAll(patternOf(name)), ([, value = '']) => value);
}

/** The first value of an attribute of this section alone. */
function firstAttribute({ text, first }: SdpSection, name: string): string | null {
  let value = first.get(name);
  if (value === undefined) {
    value = attributes(text, name)[0] ?? null;
    first.set(name, value);
  }
  return value;
}

/** An attribute of a section that may also stand once for all in the session part. */
export function inheritedAttribute(sdp: Sdp, section: SdpSection, name: string): string | null {
  return firstAttribute(section, name) ?? firstAttribute(sdp.session, name);
}
