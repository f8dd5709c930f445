import { rate } from './shared/describe.mjs';

/** Prints what both sides measured. */
export function printSummary(mine, theirs) {
  const { local, remote, roundTripTime } = mine.pair;
  const lines = [
    ['offer', mine.local],
    ['answer', mine.remote],
    ['connected', `${mine.connected.toFixed(0)} ms after the start, both channels open`],
    ['candidate pair', `${local} <-> ${remote}`],
    ['round trip', `${trip(mine.roundTrip)} through both applications; ICE ${ice(roundTripTime)}`],
    ['caller to callee', rate(mine.sent)],
    ['callee to caller', rate(theirs.sent)],
  ];
  for (const [name, text] of lines) {
    const [first, ...rest] = text.split(' | ');
    console.log(`${name.padEnd(17)}${first}`);
    for (const line of rest) console.log(`${' '.repeat(17)}${line}`);
  }
}

const trip = ({ median, p95 }) => `${median.toFixed(2)} ms median, ${p95.toFixed(2)} ms p95`;
const ice = (seconds) => (seconds === undefined ? 'unknown' : `${(seconds * 1000).toFixed(0)} ms`);
