/** How a number is written. `percent` takes a share in [0, 1]. */
export type Format = 'percent' | 'number' | 'integer';

const LOCALE = 'en'; // English and Chinese write these numbers alike.
const percent = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const number = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});
const integer = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const large = new Intl.NumberFormat(LOCALE, { notation: 'scientific', maximumFractionDigits: 2 });

/** Shown in place of a missing number. */
export const noValue = '–';

/** A value as it stands in a readout or a table. */
export function formatValue(value: number | null | undefined, format: Format): string {
  if (value == null || !Number.isFinite(value)) return noValue;
  if (format === 'integer') return integer.format(value);
  if (format === 'percent') return percent.format(value);
  if (value !== 0 && (Math.abs(value) >= 10_000 || Math.abs(value) < 0.0005)) {
    return large.format(value);
  }
  return number.format(value);
}

/** The labels of ticks: as many decimals as their step needs, and no more. */
export function formatTicks(ticks: readonly number[], format: Format): string[] {
  const scale = format === 'percent' ? 100 : 1;
  const step =
    ticks.length > 1 ? Math.min(...steps(ticks)) * scale : Math.abs(ticks[0] ?? 1) * scale;
  const decimals =
    format === 'integer' || step === 0
      ? 0
      : Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  const fixed = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return ticks.map((tick) => fixed.format(tick * scale) + (format === 'percent' ? '%' : ''));
}

/**
 * The label of a tick on a log scale. Ticks have no common step there, so each gets its own
 * decimals.
 */
export function formatLogTick(tick: number, format: Format): string {
  return formatTicks([tick], format)[0];
}

function steps(ticks: readonly number[]): number[] {
  return ticks.slice(1).map((tick, i) => Math.abs(tick - ticks[i]));
}
