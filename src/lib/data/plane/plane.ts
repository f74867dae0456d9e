import type { DataSpec } from '#lib/experiment/experiment.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import type { DataSet, Examples } from '../dataset.ts';
import { balancedLabels, parts, withLabelNoise, type Part } from '../labels.ts';
import { shapes } from './shapes.ts';

export type PlaneSpec = Extract<DataSpec, { kind: 'plane' }>;

/**
 * Points in the plane: rows `[count, 2]`, x then y. Noise is normal, of standard deviation `noise` in
 * the units of the shape, on each coordinate.
 *
 * Both coordinates are divided by one number that follows from shape and noise alone, the root of
 * (variance of the shape + noise²), so that a coordinate has a variance of about 1 without looking at
 * the points: example i does not depend on how many there are, and circles stay circles.
 */
export function drawPlane(spec: PlaneSpec, seed: number): DataSet {
  const shape = shapes[spec.shape];
  const train = draw(spec, seed, 'train', spec.train);
  const test = draw(spec, seed, 'test', spec.test);
  return {
    name: spec.shape,
    inputs: 2,
    classes: Array.from({ length: shape.classes }, (_, label) => String(label)),
    shape: null,
    scaling: 'none',
    train: withLabelNoise(train.rows, train.labels, shape.classes, spec.labelNoise, seed),
    test,
  };
}

function draw(spec: PlaneSpec, seed: number, part: Part, count: number): Examples {
  const shape = shapes[spec.shape];
  const scale = 1 / Math.sqrt(shape.variance + spec.noise * spec.noise);
  const rows = new Float32Array(2 * count);
  const labels = balancedLabels(count, shape.classes, seed, part);
  const points = key(seed, streams.dataPoint, parts[part]);
  const noise = key(seed, streams.dataNoise, parts[part]);
  for (let i = 0; i < count; i++) {
    const [x, y] = shape.point(labels[i], generator(points, i));
    const random = generator(noise, i);
    rows[2 * i] = scale * (x + spec.noise * random.normal());
    rows[2 * i + 1] = scale * (y + spec.noise * random.normal());
  }
  return { rows, labels };
}
