import type { PrecisionName } from '#lib/experiment/stability/stack.ts';
import type { Matrix, Memory } from '../../network/host/memory.ts';
import { f16round } from '../../reference/float16.ts';

/** Numbers of one precision in a row: those of float16 are held as float32. */
export type Numbers = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A matrix of an arithmetic, row-major. */
export interface Cells {
  readonly shape: readonly number[];
}

/**
 * Matrices in one precision. As in `Memory`, a right-hand matrix of a product must be new, or unchanged
 * since its last product, and a view is stale after the next `make` or `product`.
 */
export interface Arithmetic {
  readonly precision: PrecisionName;
  /** A matrix with undefined contents. */
  make(rows: number, columns: number): Cells;
  view(cells: Cells): Numbers;
  /** a·b, a new matrix. */
  product(a: Cells, b: Cells): Cells;
  free(cells: Cells): void;
  /** Rounds a number as storing it does; typed arrays round by themselves, except for float16. */
  round(x: number): number;
  /** Zeros, outside of any matrix. */
  numbers(length: number): Numbers;
  /** Frees every matrix that was made and not freed. */
  release(): void;
}

const identity = (x: number) => x;

/**
 * The arithmetic of a precision: float32 in `memory` (tfjs's WASM, CPU or WebGL), the others in
 * plain loops.
 * Sums of float16 products run in float32, as hardware has it (`reference/precision.ts`).
 */
export function arithmeticOf(precision: PrecisionName, memory: Memory): Arithmetic {
  return precision === 'float32' ? inMemory(memory) : plainArithmetic(precision);
}

function inMemory(memory: Memory): Arithmetic {
  const live = new Set<Matrix>();
  const kept = (matrix: Matrix): Cells => {
    live.add(matrix);
    return matrix;
  };
  function free(cells: Cells): void {
    if (live.delete(cells as Matrix)) memory.free(cells as Matrix);
  }
  return {
    precision: 'float32',
    make: (rows, columns) => kept(memory.make(rows, columns)),
    view: (cells) => memory.view(cells as Matrix) as Float32Array<ArrayBuffer>,
    product: (a, b) => kept(memory.product(a as Matrix, b as Matrix)),
    free,
    round: identity,
    numbers: (length) => new Float32Array(length),
    release: () => [...live].forEach(free),
  };
}

interface PlainCells extends Cells {
  values: Numbers;
}

/** Matrices in plain loops, in any precision. Each sum runs from the first product to the last. */
export function plainArithmetic(precision: PrecisionName): Arithmetic {
  const numbers = (length: number): Numbers =>
    precision === 'float64' ? new Float64Array(length) : new Float32Array(length);
  const make = (rows: number, columns: number): PlainCells => ({
    shape: [rows, columns],
    values: numbers(rows * columns),
  });
  const view = (cells: Cells) => (cells as PlainCells).values;

  function product(a: Cells, b: Cells): Cells {
    const [rows, inner] = a.shape;
    const columns = b.shape[1];
    const out = make(rows, columns);
    multiply(view(a), view(b), rows, inner, columns, out.values);
    if (precision === 'float16') roundAll(out.values);
    return out;
  }
  return {
    precision,
    make,
    view,
    product,
    free() {},
    round: precision === 'float16' ? f16round : identity,
    numbers,
    release() {},
  };
}

/** Adds a `[rows, inner]` · b `[inner, columns]` to `out`, which rounds every partial sum it stores. */
function multiply(
  a: Numbers,
  b: Numbers,
  rows: number,
  inner: number,
  columns: number,
  out: Numbers,
): void {
  for (let row = 0; row < rows; row++) {
    const sums = out.subarray(row * columns, (row + 1) * columns);
    for (let k = 0; k < inner; k++) {
      const x = a[row * inner + k];
      const start = k * columns;
      for (let column = 0; column < columns; column++) sums[column] += x * b[start + column];
    }
  }
}

function roundAll(numbers: Numbers): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = f16round(numbers[i]);
}
