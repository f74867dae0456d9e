import { describe, expect, it } from 'vitest';
import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import { noCure } from '#lib/experiment/stability/training.ts';
import { cellAnswer } from '#lib/labs/stability/grid/answer.ts';
import { cellSettings, gridPlan, moved, sameGrid } from '#lib/labs/stability/grid/plan.ts';
import type { LearningAnswer } from '#workers/stability/learning/learning.ts';

const state = stabilityPreset('grid');

describe('the grid of learning rates and initialisations', () => {
  it('has a row for each initialisation and a column for each rate, 8 by 8 as it comes', () => {
    const plan = gridPlan(state);
    expect([plan.rows.length, plan.columns.length]).toEqual([8, 8]);
    const row = plan.rows.findIndex(({ initialisation }) => initialisation === 'he');
    const cell = 8 * row + 7;
    const { stack, training } = cellSettings(plan, cell);
    expect(stack).toEqual({ ...state.stack, initialisation: 'he' });
    expect(training).toEqual({ ...state.training, learningRate: state.grid.highest });
  });

  it('is the same grid whatever the initialisation and the rate of the page are', () => {
    const other = {
      ...state,
      stack: { ...state.stack, initialisation: 'constant', networks: 3 } as const,
      training: { ...state.training, learningRate: 7 },
    };
    expect(sameGrid(state, other)).toBe(true);
    expect(sameGrid(state, { ...state, stack: { ...state.stack, depth: 9 } })).toBe(false);
    expect(sameGrid(state, { ...state, grid: { ...state.grid, columns: 5 } })).toBe(false);
  });

  it('may have a row for each depth or activation, which no cure changes', () => {
    const of = (rows: 'depth' | 'activation') =>
      gridPlan({
        ...state,
        grid: { ...state.grid, rows },
        training: {
          ...state.training,
          cure: { ...noCure, activation: 'scaled-sigmoid', residual: 'identity' },
        },
      });
    const depth = of('depth');
    expect(depth.rows).toHaveLength(8);
    const last = cellSettings(depth, 8 * 7);
    expect(last.stack).toEqual({ ...state.stack, depth: 50 });
    expect(last.training.cure).toMatchObject({ activation: 'scaled-sigmoid' });
    const activation = of('activation');
    const tanh = activation.rows.findIndex((row) => row.activation === 'tanh');
    const cell = cellSettings(activation, 8 * tanh);
    expect(cell.stack).toEqual({ ...state.stack, activation: 'tanh' });
    expect(cell.training.cure).toMatchObject({ activation: 'as-set', residual: 'identity' });
    const deeper = { ...state.stack, depth: 33 };
    expect(sameGrid(depth.state, { ...depth.state, stack: deeper })).toBe(true);
    expect(sameGrid(activation.state, { ...activation.state, stack: deeper })).toBe(false);
  });

  it('is walked with the arrow keys, and not left by them', () => {
    expect(moved('ArrowRight', [0, 0], 8, 4)).toEqual([0, 1]);
    expect(moved('ArrowDown', [7, 2], 8, 4)).toEqual([7, 2]);
    expect(moved('ArrowUp', [0, 2], 8, 4)).toEqual([0, 2]);
    expect(moved('End', [3, 1], 8, 4)).toEqual([3, 3]);
    expect(moved('Home', [3, 1], 8, 4)).toEqual([3, 0]);
    expect(moved('Tab', [3, 1], 8, 4)).toBeNull();
  });

  it('says of a training the mean loss of its last tenth, and where it was lost', () => {
    const losses = Float64Array.from({ length: 200 }, (_, i) => (i < 180 ? 9 : 1));
    const answer = { verdict: 'converged', losses, trouble: null } as LearningAnswer;
    expect(cellAnswer(answer)).toEqual({ verdict: 'converged', loss: 1, steps: 200, lost: null });
    const lost = { verdict: 'diverged', losses: new Float64Array(0), trouble: { step: 0 } };
    expect(cellAnswer(lost as LearningAnswer)).toEqual({
      verdict: 'diverged',
      loss: NaN,
      steps: 0,
      lost: 0,
    });
  });
});
