import type {
  AxisKey,
  NameKey,
  Quantity,
  Settings,
  StoredSeries,
  StoredTable,
  TableId,
} from '#lib/tables/table.ts';

/** Tables with figures made up for a test. */

interface Given {
  name?: NameKey;
  value?: number;
  settings?: Settings;
  quantity?: Quantity;
  /** `[rows][seeds]` */
  perSeed: (number | null)[][];
}

function seriesOf({ name, value, settings, quantity, perSeed }: Given): StoredSeries {
  const known = perSeed.map((row) => row.filter((one) => one !== null));
  const mean = known.map((row) =>
    row.length > 0 ? row.reduce((sum, one) => sum + one, 0) / row.length : null,
  );
  return {
    name: name ?? null,
    value: value ?? null,
    settings: settings ?? {},
    quantity: quantity ?? 'test-error',
    mean,
    standardError: known.map((row, i) => {
      if (row.length < 2) return null;
      const squares = row.reduce((sum, one) => sum + (one - mean[i]!) ** 2, 0);
      return Math.sqrt(squares / (row.length - 1) / row.length);
    }),
    perSeed,
    diverged: perSeed.map((row) => row.filter((one) => one === null).length),
  };
}

const rest = {
  choices: [],
  command: 'npm run results -- …',
  versions: { node: '24', tfjs: '4', backend: 'wasm' },
  link: null,
};
const seedsOf = (series: readonly Given[]) => series[0].perSeed[0].map((_, i) => i + 1);

export function curve(id: TableId, key: AxisKey, places: number[], series: Given[]): StoredTable {
  return {
    ...rest,
    id,
    axis: { key, scale: 'linear' },
    rows: places.map((value) => ({ name: null, value, settings: {}, link: null })),
    series: series.map(seriesOf),
    seeds: seedsOf(series),
  };
}

export function methods(id: TableId, names: (NameKey | [NameKey, number])[], series: Given[]) {
  return {
    ...rest,
    id,
    axis: null,
    rows: names.map((one) => {
      const [name, value] = typeof one === 'string' ? [one, null] : one;
      return { name, value, settings: {}, link: '' };
    }),
    series: series.map(seriesOf),
    seeds: seedsOf(series),
  } satisfies StoredTable;
}

/** Five seeds with a mean: those of two means differ by the same in each, but for what wobbles. */
export const about = (mean: number, wobble = 0): number[] =>
  [0.4, -0.2, 0.1, -0.5, 0.2].map((one, i) => mean + one / 10 + [1, -1, 1, -1, 0][i] * wobble);
