import { tickIncrement, ticks } from 'd3-array';

/** Where an axis begins and ends, and where it is labelled. */

/** The smallest range on round numbers that holds `[low, high]`; `count` is about how many ticks. */
export function linearRange(low: number, high: number, count: number): [number, number] {
  if (!(low <= high)) return [0, 1];
  const pad = low < high ? 0 : Math.abs(low) / 10;
  // Where a tenth of it rounds to 0, the value is 0 or next to it, perhaps below.
  if (low === high && pad === 0) return [Math.min(0, low), 1];
  const [from, to] = widened(low - pad, high + pad, count);
  // Among denormal numbers a round step is below the smallest there is, and an end is lost.
  return from <= low && high <= to && from < to ? [from, to] : [low - pad, high + pad];
}

/**
 * `nice` of d3-array, which widens to whole steps until these make no larger step necessary, and for
 * some ranges never ends: [−1, 1] with one tick, or two neighbouring numbers. Of 200,000 ranges
 * within ±10⁶ none that settled needed more than 8 rounds; the others keep their ends.
 */
function widened(low: number, high: number, count: number): [number, number] {
  let [from, to, before] = [low, high, 0];
  for (let round = 0; round < 10; round++) {
    // Negative where it is below 1, and then its inverse, which is a whole number.
    const step = tickIncrement(from, to, count);
    if (step === before || step === 0 || !Number.isFinite(step)) return [from, to];
    const at = (steps: number) => (step > 0 ? steps * step : steps / -step);
    const steps = (x: number) => (step > 0 ? x / step : x * -step);
    // One step more only where the nearest within lies within indeed: the quotient is rounded.
    const [first, last] = [Math.ceil(steps(from)), Math.floor(steps(to))];
    from = at(at(first) > from ? first - 1 : first);
    to = at(at(last) < to ? last + 1 : last);
    before = step;
  }
  return [low, high];
}

export function linearTicks(low: number, high: number, count: number): number[] {
  return ticks(low, high, Math.max(1, count));
}

/** The smallest range on 1, 2 or 5 times a power of ten that holds `[low, high]`, both above 0. */
export function logRange(low: number, high: number): [number, number] {
  if (!(low <= high) || low <= 0) return [0.1, 1];
  const from = roundTo125(low, 'down');
  const to = roundTo125(high, 'up');
  return from < to ? [from, to] : [from / 2, to * 2];
}

/** Powers of ten, with their twofold and fivefold where there is room for `count` ticks. */
export function logTicks(low: number, high: number, count: number): number[] {
  if (!(low > 0) || !(low < high)) return [];
  const decades = Math.log10(high / low);
  const multiples = decades * 3 <= count ? [1, 2, 5] : [1];
  // With too little room for every decade, every second or third.
  const stride = Math.max(1, Math.ceil(decades / Math.max(1, count)));
  const found: number[] = [];
  const first = Math.floor(Math.log10(low) + 1e-9);
  for (let power = first; power <= Math.log10(high) + 1e-9; power++) {
    if (power % stride !== 0) continue;
    for (const multiple of multiples) {
      const tick = Number(`${multiple}e${power}`);
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) found.push(tick);
    }
  }
  return found;
}

function roundTo125(value: number, way: 'down' | 'up'): number {
  const power = Math.floor(Math.log10(value) + 1e-12);
  const candidates = [1, 2, 5, 10].map((multiple) => Number(`${multiple}e${power}`));
  return way === 'up'
    ? candidates.find((candidate) => candidate >= value * (1 - 1e-9))!
    : candidates.findLast((candidate) => candidate <= value * (1 + 1e-9))!;
}
