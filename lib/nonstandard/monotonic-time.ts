/** Microseconds on the clock that frames without a timestamp have; the same in all threads. */
export function monotonicTime(): number {
  // Not its BigInt form, which costs more than all else that a block of samples needs here.
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e6 + Math.floor(nanoseconds / 1000);
}
