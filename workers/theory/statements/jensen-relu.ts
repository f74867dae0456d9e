import { comparing } from '../tools/compare.ts';
import { statement } from '../statement.ts';
import { drawUnit, eachSum, meanSum } from '../tools/units.ts';

const cases = 100;

/** E[relu(S)] ≥ relu(E[S]) for every unit: relu is convex (Jensen). */
export const jensenRelu = statement('jensen-relu', ({ inputs, p }, seed) => {
  const compared = comparing('at-least');
  let room = 0;
  for (let index = 0; index < cases; index++) {
    const unit = drawUnit(inputs, seed, index);
    let mean = 0;
    eachSum(unit, p, (sum, weight) => (mean += weight * Math.max(0, sum)));
    const ofMean = Math.max(0, meanSum(unit));
    compared.add(mean, ofMean);
    room += (mean - ofMean) / cases;
  }
  return compared.outcome({ details: { room } });
});
