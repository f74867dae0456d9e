import { nice, ticks } from 'd3-array';

/** Where an axis begins and ends, and where it is labelled. */

/** The smallest range on round numbers that holds `[low, high]`; `count` is about how many ticks. */
export function linearRange(low: number, high: number, count: number): [number, number] {
  if (!(low <= high)) return [0, 1];
  if (low < high) return nice(low, high, count);
  const pad = Math.abs(low) / 10;
  return pad === 0 ? [0, 1] : nice(low - pad, high + pad, count);
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
