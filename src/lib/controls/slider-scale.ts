/** Where a value stands on a slider of 1,000 places, and back. */

export const PLACES = 1000;

interface Scale {
  min: number;
  max: number;
  step?: number;
  scale?: 'linear' | 'log';
  integer: boolean;
}

/** The lowest value of a logarithmic slider, which cannot begin at 0. */
function lowest({ min, max, step = 1 }: Scale): number {
  return min > 0 ? min : Math.min(step, max);
}

export function toPlace(value: number, scale: Scale): number {
  const { min, max } = scale;
  if (scale.scale !== 'log') return Math.round((PLACES * (value - min)) / (max - min));
  const low = lowest(scale);
  if (value <= low) return 0;
  return Math.round((PLACES * Math.log(value / low)) / Math.log(max / low));
}

/** A value a person would have written: a multiple of the step, or two digits on a log scale. */
export function fromPlace(place: number, scale: Scale): number {
  const { min, max, step = 1 } = scale;
  const share = place / PLACES;
  if (scale.scale !== 'log') {
    const value = min + Math.round((share * (max - min)) / step) * step;
    return clamp(Number(value.toFixed(10)), scale);
  }
  const low = lowest(scale);
  const value = low * (max / low) ** share;
  const digits = value < 10 && scale.integer ? 1 : 2;
  const rounded = Number(value.toPrecision(digits));
  return clamp(scale.integer ? Math.round(rounded) : rounded, scale);
}

function clamp(value: number, { min, max }: Scale): number {
  return Math.min(max, Math.max(min, value));
}
