/** Fails on an import that goes against the layers of lib/ and native/ (scripts/lib/layers.mjs). */
import { layerProblems } from './lib/layer-check.mjs';
import { root } from './lib/paths.mjs';

const problems = layerProblems(root);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`layers: ${problems.length} problem(s)`);
  process.exitCode = 1;
} else {
  console.log('layers: imports go one way');
}
