/** @param {number[]} values not empty */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How many times better `ours` is than `theirs`; below 1, worse.
 *
 * @param {'more' | 'less'} better
 */
export function advantage(ours, theirs, better) {
  return better === 'more' ? ours / theirs : theirs / ours;
}
