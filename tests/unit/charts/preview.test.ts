import { describe, expect, it } from 'vitest';
import type { DataSet } from '#lib/data/dataset.ts';
import {
  countWrong,
  firstRows,
  inkImage,
  inkScale,
  planeWindow,
} from '#lib/charts/preview/preview.ts';
import { rowTable } from '#lib/charts/preview/preview-table.ts';

function dataSet(rows: number[], inputs: number, labels: number[], trueLabels: number[]): DataSet {
  const train = {
    rows: Float32Array.from(rows),
    labels: Int32Array.from(labels),
    trueLabels: Int32Array.from(trueLabels),
  };
  return {
    name: 'test',
    inputs,
    classes: ['zero', 'one'],
    shape: null,
    scaling: 'unit',
    train,
    test: train,
  };
}

const two = dataSet([0, 1, 0.5, 3], 2, [0, 1], [0, 0]);

describe('the preview of a data set', () => {
  it('counts wrong labels among what it shows', () => {
    expect(countWrong(two, [0, 1])).toBe(1);
    expect(firstRows(two, 40)).toEqual([0, 1]);
  });

  it('draws ink as thick as the pixel is bright', () => {
    expect([...inkImage(two, 1, [1, 2, 3], [0, 1])]).toEqual([1, 2, 3, 128, 1, 2, 3, 255]);
  });

  it('takes the extremes for pixels that are not in [0, 1]', () => {
    expect(inkScale({ ...two, scaling: 'standard' }, [0, 1])).toEqual([0, 3]);
    expect(inkScale(two, [0, 1])).toEqual([0, 1]);
  });

  it('opens a window that holds every point', () => {
    const { left, bottom, width, height } = planeWindow(two, [0, 1]);
    expect(left).toBeLessThan(0);
    expect(left + width).toBeGreaterThan(0.5);
    expect(bottom).toBeLessThan(1);
    expect(bottom + height).toBeGreaterThan(3);
    expect(planeWindow(two, []).width).toBe(2);
  });

  it('lists rows with their label, and the true one where it is another', () => {
    const text = {
      title: '',
      empty: '',
      wrong: () => '',
      wrongKey: '',
      shown: () => '',
      row: 'row',
      label: 'label',
      trueLabel: 'true',
      input: (n: number) => `x${n}`,
      table: { summary: '', thinned: () => '' },
    };
    expect(rowTable(two, text, [0, 1])).toEqual({
      head: ['row', 'x1', 'x2', 'label', 'true'],
      rows: [
        ['1', '0.000', '1.000', 'zero', ''],
        ['2', '0.500', '3.000', 'one', 'zero'],
      ],
      total: 2,
    });
  });
});
