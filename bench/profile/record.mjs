import { run } from '../../scripts/lib/run.mjs';

/** Records stacks of what `target`, perf's own arguments, names; resolves with what that printed. */
export function record(file, target, environment = {}) {
  return run(
    'perf',
    ['record', '-q', '-F', '199', '--call-graph', 'dwarf,16384', '-o', file, ...target],
    { env: { ...process.env, ...environment } },
  );
}
