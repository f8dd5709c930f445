import { advantage, median } from './statistics.mjs';

/**
 * The medians with what they mean.
 *
 * @param {Record<string, object>} rows of the figures
 * @param {Record<string, Record<string, number[]>>} values by row, then contestant
 * @param {string} ours the contestant that the others are compared with
 */
export function summarize(rows, values, ours) {
  return Object.entries(rows)
    .filter(([key]) => values[key])
    .map(([key, { title, unit, better, marks = {} }]) => {
      const medians = Object.fromEntries(
        Object.entries(values[key]).map(([name, all]) => [name, median(all)]),
      );
      const advantages = Object.fromEntries(
        Object.entries(medians)
          .filter(([name]) => name !== ours && medians[ours] !== undefined)
          .map(([name, value]) => [name, advantage(medians[ours], value, better)]),
      );
      const missed = Object.keys(marks).filter((name) => advantages[name] < marks[name]);
      return { key, title, unit, better, medians, advantages, marks, missed, runs: values[key] };
    });
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
