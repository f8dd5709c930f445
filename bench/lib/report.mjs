import { advantage, median } from './statistics.mjs';

/**
 * The medians with what they mean. How many times better ours is, is found round by round: both
 * contestants had the machine as it was then.
 *
 * @param {Record<string, object>} rows of the figures
 * @param {Record<string, Record<string, (number | null)[]>>} values by row, then contestant, then
 *   round; null where there is none
 * @param {string} ours the contestant that the others are compared with
 */
export function summarize(rows, values, ours) {
  return Object.entries(rows)
    .filter(([key]) => values[key])
    .map(([key, { title, unit, better, marks = {} }]) => {
      const ofRow = Object.entries(values[key]);
      const medians = Object.fromEntries(
        ofRow.map(([name, all]) => [name, median(all.filter((value) => value !== null))]),
      );
      const ratios = Object.fromEntries(
        ofRow
          .filter(([name]) => name !== ours && values[key][ours])
          .map(([name, all]) => [name, compare(values[key][ours], all, better)])
          .filter(([, each]) => each.length > 0),
      );
      const advantages = Object.fromEntries(
        Object.entries(ratios).map(([name, each]) => [name, median(each)]),
      );
      const missed = Object.keys(marks).filter((name) => advantages[name] < marks[name]);
      const runs = values[key];
      return { key, title, unit, better, medians, ratios, advantages, marks, missed, runs };
    });
}

/** @returns {number[]} how many times better, of the rounds that both have */
function compare(ours, theirs, better) {
  return ours
    .map((value, round) =>
      value === null || theirs[round] === null ? null : advantage(value, theirs[round], better),
    )
    .filter((ratio) => ratio !== null);
}

/** @param {ReturnType<typeof summarize>} summary @param {string[]} names the columns, ours first */
export function formatTable(summary, names) {
  const lines = [
    ['figure', 'unit', ...names],
    ...summary.map(({ title, unit, medians, advantages, missed }) => [
      title,
      unit,
      ...names.map((name) => {
        if (medians[name] === undefined) return '-';
        const ratio = advantages[name];
        const mark = missed.includes(name) ? '!' : '';
        return formatNumber(medians[name]) + (ratio ? ` (${ratio.toFixed(2)}${mark})` : '');
      }),
    ]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const row = (line) =>
    `| ${line.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i < 2 ? '-'.repeat(width) : '-'.repeat(width - 1) + ':')).join(' | ')} |`;
  return [row(lines[0]), rule, ...lines.slice(1).map(row)].join('\n');
}

function formatNumber(value) {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
