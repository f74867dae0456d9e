import type { DataSpec } from '#lib/experiment/experiment.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { breather } from '../breathe.ts';
import type { DataSet, Examples } from '../dataset.ts';
import { balancedLabels, parts, withLabelNoise, type Part } from '../labels.ts';
import { write } from './hand.ts';
import { rasterise } from './raster.ts';

export type DigitsSpec = Extract<DataSpec, { kind: 'digits' }>;

/**
 * The ten digits, drawn by code: rows `[count, side · side]`, pixels in [0, 1] with 1 for ink. Test
 * labels are never drawn anew. Example i of a part is the same however many examples there are.
 */
export async function drawDigits(spec: DigitsSpec, seed: number): Promise<DataSet> {
  const train = await draw(spec, seed, 'train', spec.train);
  const test = await draw(spec, seed, 'test', spec.test);
  return {
    name: 'digits',
    inputs: spec.side * spec.side,
    classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
    shape: { height: spec.side, width: spec.side },
    scaling: 'unit',
    train: withLabelNoise(train.rows, train.labels, 10, spec.labelNoise, seed),
    test,
  };
}

async function draw(
  { side, distortion, pixelNoise }: DigitsSpec,
  seed: number,
  part: Part,
  count: number,
): Promise<Examples> {
  const breathe = breather();
  const pixels = side * side;
  const rows = new Float32Array(count * pixels);
  const labels = balancedLabels(count, 10, seed, part);
  const strokes = key(seed, streams.dataPoint, parts[part]);
  const noise = key(seed, streams.dataNoise, parts[part]);
  for (let i = 0; i < count; i++) {
    rasterise(write(labels[i], distortion, generator(strokes, i)), side, rows, i * pixels);
    if (pixelNoise > 0) {
      const random = generator(noise, i);
      for (let p = i * pixels; p < (i + 1) * pixels; p++) {
        rows[p] = Math.max(0, Math.min(1, rows[p] + pixelNoise * random.normal()));
      }
    }
    await breathe();
  }
  return { rows, labels };
}
