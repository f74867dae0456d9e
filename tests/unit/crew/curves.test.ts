import { describe, expect, it } from 'vitest';
import { GrowingCurves } from '#lib/crew/run/curves.ts';
import { pointColumns } from '#lib/protocol/protocol.ts';

function points(...steps: number[]): Float64Array {
  return Float64Array.from(steps.flatMap((step) => pointColumns.map((_, i) => step + i / 100)));
}

describe('growing curves', () => {
  it('put every number of a point into its column', () => {
    const curves = new GrowingCurves();
    curves.append(points(0, 5));
    const view = curves.view();
    expect(view.length).toBe(2);
    pointColumns.forEach((name, i) => expect([...view[name]]).toEqual([i / 100, 5 + i / 100]));
  });

  it('grow beyond any size, in one go or many', () => {
    const steps = Array.from({ length: 1000 }, (_, i) => i);
    const slowly = new GrowingCurves();
    for (const step of steps) slowly.append(points(step));
    const atOnce = new GrowingCurves();
    atOnce.append(points(...steps));
    expect([...slowly.view().step]).toEqual(steps);
    expect(slowly.view()).toEqual(atOnce.view());
  });

  it('leave out a point that is told again', () => {
    const curves = new GrowingCurves();
    curves.append(points(1, 2));
    curves.append(points(2, 3));
    expect([...curves.view().step]).toEqual([1, 2, 3]);
  });

  it('go back to a step, and on from there', () => {
    const curves = new GrowingCurves();
    curves.append(points(0, 2, 4, 6));
    curves.backTo(3);
    expect([...curves.view().step]).toEqual([0, 2]);
    curves.append(points(4));
    expect([...curves.view().step]).toEqual([0, 2, 4]);
    curves.backTo(-1);
    expect(curves.view().length).toBe(0);
  });

  it('show a view that stays as it was', () => {
    const curves = new GrowingCurves();
    curves.append(points(0, 2, 4));
    const before = curves.view();
    curves.backTo(0);
    curves.append(points(1, 3, 5));
    expect([...before.step]).toEqual([0, 2, 4]);
  });
});
