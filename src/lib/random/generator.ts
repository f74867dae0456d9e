import { pcg4d } from './pcg4d.ts';

/** Random numbers one after another, from one counter-based stream at one row and step. */
export interface Generator {
  /** The next 32-bit word. */
  word(): number;
  /** Uniform in (0, 1), never 0 or 1. */
  uniform(): number;
  /** Normal with mean 0 and variance 1 (Box and Muller 1958). */
  normal(): number;
  /** A whole number in 0 … n − 1. */
  below(n: number): number;
}

/**
 * A generator over the words of `key` at `row` and `step`, in the order of their units.
 * Two generators with the same arguments give the same numbers.
 */
export function generator(key: number, row = 0, step = 0): Generator {
  const block = new Uint32Array(4);
  let unit = 0;
  // Held in an array: a closure's variable would keep it in a box, a new one at every second draw.
  const spare = new Float64Array([Number.NaN]);

  function word(): number {
    if ((unit & 3) === 0) pcg4d(unit >>> 2, row, step, key, block);
    return block[unit++ & 3];
  }
  function uniform(): number {
    return (word() + 0.5) / 2 ** 32;
  }
  function normal(): number {
    const value = spare[0];
    if (!Number.isNaN(value)) {
      spare[0] = Number.NaN;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare[0] = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
  function below(n: number): number {
    return Math.floor((word() / 2 ** 32) * n);
  }
  return { word, uniform, normal, below };
}
