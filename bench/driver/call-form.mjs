/** What each side of a call sends: Opus in packets of 20 ms, and small video. */
export const call = { width: 320, height: 180, frameRate: 15, frequency: 440 };
