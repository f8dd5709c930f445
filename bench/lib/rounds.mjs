import { measureInChild } from './child.mjs';

/**
 * Measures figure by figure, and in each round every contestant in turn, so
 * that a slow moment of the machine falls on all of them.
 *
 * @param {{figures: Record<string, object>, contestants: Record<string, object>,
 *   rounds: number, size: 'quick' | 'full', log: (line: string) => void}} plan
 * @returns {Promise<{values: Record<string, Record<string, (number | null)[]>>,
 *   failures: object[]}>} values by row, then contestant, then round; failures are the runs that
 *   gave none
 */
export async function measureRounds({ figures, contestants, rounds, size, log }) {
  const values = {};
  const failures = [];
  const names = Object.keys(contestants);
  for (let round = 0; round < rounds; round += 1) {
    for (const [figure, module] of Object.entries(figures)) {
      for (let i = 0; i < names.length; i += 1) {
        const name = names[(i + round) % names.length];
        if (module.skips?.includes(name)) continue;
        log(`round ${round + 1} of ${rounds}: ${figure}, ${name}`);
        try {
          const result = await measureOne(contestants[name], figure, module, size);
          for (const [row, value] of Object.entries(result.values)) {
            ((values[row] ??= {})[name] ??= Array(rounds).fill(null))[round] = value;
          }
          for (const reason of result.failures) {
            failures.push({ round: round + 1, figure, name, reason });
          }
        } catch (error) {
          failures.push({ round: round + 1, figure, name, reason: error.message });
        }
      }
    }
  }
  return { values, failures };
}

async function measureOne(contestant, figure, module, size) {
  const options = module.sizes[size];
  if (module.measureContestant) return module.measureContestant(contestant, options);
  return { values: await measureInChild(contestant, figure, options), failures: [] };
}
