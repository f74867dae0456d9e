// Computes every statement of the theory page at its default sizes and prints one line each.
//   npm run theory            with seed 1
//   npm run theory -- 7       with another
import { theory } from '#workers/theory/index.ts';

const seed = Number(process.argv[2] ?? 1);
const short = (x) => (x === 0 ? '0' : Math.abs(x) < 1e-3 ? x.toExponential(1) : x.toFixed(4));

const rows = Object.values(theory).map(({ id, row, kind, parameters, compute }) => {
  const usual = Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]));
  const begun = performance.now();
  const outcome = compute(usual, seed);
  const { measured, closedForm, difference, tolerance, holds, checks, details } = outcome;
  return {
    row: row ?? '',
    statement: id,
    kind,
    measured: short(measured),
    'closed form': short(closedForm),
    difference: difference.toExponential(1),
    tolerance: tolerance.toExponential(1),
    holds,
    checks,
    ms: Math.round(performance.now() - begun),
    details: Object.entries(details ?? {})
      .map(([name, value]) => `${name} ${short(value)}`)
      .join(', '),
  };
});
console.table(rows);
