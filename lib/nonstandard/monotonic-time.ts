/** Microseconds on the clock that frames without a timestamp have; the same in all threads. */
export function monotonicTime(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
