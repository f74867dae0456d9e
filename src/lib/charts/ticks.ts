import { tickIncrement, ticks } from 'd3-array';

/** Where an axis begins and ends, and where it is labelled. */

/** The smallest range on round numbers that holds `[low, high]`; `count` is about how many ticks. */
export function linearRange(low: number, high: number, count: number): [number, number] {
  if (!(low <= high)) return [0, 1];
  const pad = low < high ? 0 : Math.abs(low) / 10;
  // A tenth of the value rounds to 0 only if the value is 0 or denormal; it may be negative.
  if (low === high && pad === 0) return [Math.min(0, low), 1];
  const [from, to] = widened(low - pad, high + pad, count);
  // Among denormal numbers the round step underflows, and the range may lose an end.
  return from <= low && high <= to && from < to ? [from, to] : [low - pad, high + pad];
}

/**
 * `nice` of d3-array with a limit on its rounds. It widens the range to whole steps until the wider
 * range needs no larger step, which never happens for some ranges, such as [−1, 1] with one tick or
 * two neighbouring numbers. Of 200,000 ranges within ±10⁶, none that settled needed more than 8
 * rounds; a range that does not settle keeps its ends.
 */
function widened(low: number, high: number, count: number): [number, number] {
  let [from, to, before] = [low, high, 0];
  for (let round = 0; round < 10; round++) {
    // `tickIncrement` gives a step below 1 as minus its inverse, which is a whole number.
    const step = tickIncrement(from, to, count);
    if (step === before || step === 0 || !Number.isFinite(step)) return [from, to];
    const at = (steps: number) => (step > 0 ? steps * step : steps / -step);
    const steps = (x: number) => (step > 0 ? x / step : x * -step);
    // The quotients are rounded, so `first` and `last` may lie outside the range already: move an
    // end outwards by a step only if its multiple really lies inside.
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
  // If there is too little room for every decade, label only every second, third, …
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
