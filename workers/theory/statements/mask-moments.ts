import { streams } from '#lib/random/key.ts';
import { keptScale } from '../../network/masks.ts';
import { comparing } from '../tools/compare.ts';
import { normals } from '../tools/draws.ts';
import { eachMask } from '../tools/enumerate.ts';
import { statement } from '../statement.ts';

/** Inverted dropout h′ = m·h/(1−p): E[h′] = h and Var[h′] = h²·p/(1−p), by all masks of a layer. */
export const maskMoments = statement('mask-moments', ({ units, p }, seed) => {
  // Between −1 and 1, so that variances are of size one.
  const h = normals(seed, streams.dataPoint, units).map(Math.tanh);
  const scale = keptScale(p);
  const mean = new Float64Array(units);
  const variance = new Float64Array(units);
  eachMask(units, p, (kept, weight) => {
    for (let i = 0; i < units; i++) {
      const dropped = kept[i] * scale * h[i];
      mean[i] += weight * dropped;
      variance[i] += weight * (dropped - h[i]) ** 2;
    }
  });
  const compared = comparing('equal');
  h.forEach((value, i) => {
    compared.add(mean[i], value);
    compared.add(variance[i], (value * value * p) / (1 - p));
  });
  return compared.outcome();
});
