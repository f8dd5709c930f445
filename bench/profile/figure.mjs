import { contestants } from '../contestants.mjs';
import { parseLine } from '../driver/lines.mjs';
import { record } from './record.mjs';

/** By figure: its size for so many seconds, and the row that says what one of it costs. */
const figures = {
  'create-offer': { size: (seconds) => `ms=${seconds * 400}`, row: 'cpuData', unit: 'µs' },
  'call-setup': { size: (seconds) => `count=${seconds * 10}`, row: 'callSetup', unit: '/s' },
  connect: { size: (seconds) => `count=${seconds * 60}`, row: 'connectCpu', unit: 'ms' },
};

/** The process that measures a figure is recorded from its start to its end. */
export async function profileFigure(name, figure, { file, seconds }) {
  const known = figures[figure];
  if (!known) throw new Error(`known figures are ${Object.keys(figures).join(', ')}`);
  const { command, environment } = contestants[name];
  const [program, args] = command;
  const measured = [program, ...args, figure, known.size(Number(seconds))];
  const output = await record(file, ['--', ...measured], environment);
  const said = output.split('\n').find((line) => line.startsWith('@result'));
  const result = JSON.parse(parseLine(said.slice(1)).args[0]);
  return { what: figure, cost: result[known.row], unit: known.unit };
}
