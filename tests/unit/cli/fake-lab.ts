import type { VariantName } from '#lib/experiment/experiment.ts';
import { parseAxis } from '../../../src/cli/experiment/axis.ts';
import { unitsOf, type Unit } from '../../../src/cli/experiment/grid.ts';
import { plain, type Protocol } from '../../../src/cli/experiment/protocol.ts';
import type { UnitRecord } from '../../../src/cli/experiment/record.ts';
import type { Lab, TableGrid } from '../../../src/cli/tables/lab.ts';

/** Says what comes of a unit. */
export type Outcome = (unit: Unit, protocol: Protocol) => Partial<UnitRecord>;

const ks = [1, 10, 200, 1000];

/** An estimator of some error. */
export function estimator(error: number): UnitRecord['estimators'][number] {
  return {
    estimator: 'off',
    k: 1,
    step: 800,
    trainError: error / 2,
    trainLoss: error,
    testError: error,
    testErrorInterval: [0, 1],
    testLoss: 3 * error,
    testExamples: 2000,
  };
}

/** A lab that trains nothing: every figure is made of unit and seed, and `outcome` has the last word. */
export function fakeLab(seeds: number, outcome: Outcome = () => ({})) {
  const asked: TableGrid[] = [];
  const lab: Lab = {
    seeds: Array.from({ length: seeds }, (_, i) => i + 1),
    async runs(grid) {
      asked.push(grid);
      const { experiment, sweeps = [[]] } = grid;
      const protocol = { ...plain, ...grid.protocol };
      const layers = experiment.network.hidden.length;
      const axes = sweeps.map((texts) => texts.map((text) => parseAxis(text, layers)));
      return unitsOf({ experiment, sweeps: axes, seeds }).map((unit) => ({
        unit,
        record: { ...recordOf(unit, protocol), ...outcome(unit, protocol) },
      }));
    },
  };
  return { lab, asked };
}

const canAverage = (variant: VariantName) => variant === 'dropout';

function recordOf(unit: Unit, { averages, holdout, testNoise }: Protocol): UnitRecord {
  const error = 0.1 + 0.01 * (unit.seed ?? 0) + 0.001 * (unit.unit % 7);
  const figures = (scale: number) => ({
    error: ks.map((k) => error * scale + 1 / (100 * k)),
    loss: ks.map((k) => 3 * error * scale + 1 / k),
  });
  return {
    unit: unit.unit,
    cell: unit.cell,
    seed: unit.seed,
    variant: unit.variant,
    backend: 'wasm',
    stop: 'reached',
    step: 800,
    diverged: [],
    estimators: [estimator(error)],
    validation: holdout > 0 ? [estimator(error)] : null,
    noise: testNoise.map((deviation) => ({
      deviation,
      estimators: [estimator(error + deviation / 2)],
    })),
    averages:
      averages && canAverage(unit.variant)
        ? {
            draws: 2000,
            examples: 2000,
            k: ks,
            groups: ks.map((k) => 2000 / k),
            arithmetic: figures(0.9),
            geometric: figures(0.95),
            off: { error, loss: 3 * error },
          }
        : null,
    seconds: 1,
  };
}
