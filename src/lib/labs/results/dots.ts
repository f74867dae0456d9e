import type { StyleName } from '#lib/charts/styles.ts';
import { linearRange, linearTicks } from '#lib/charts/ticks.ts';
import type { NameKey, Quantity, Settings, StoredTable } from '#lib/tables/table.ts';
import { styles } from './looks.ts';

/** One row of a dot plot. */
export interface Dot {
  name: string;
  style: StyleName;
  mean: number | null;
  standardError: number | null;
  /** Values of the runs that did not diverge. */
  seeds: number[];
  diverged: number;
  link: string | null;
}

/**
 * Rows under one heading (`''` if there is only one group), and the control to compare them with.
 */
export interface DotGroup {
  title: string;
  dots: Dot[];
  reference: { name: string; value: number } | null;
}

interface Words {
  nameText(name: NameKey, value: number | null): string;
  seriesText(settings: Settings): string;
}

const controls: readonly NameKey[] = ['single', 'off'];

/**
 * One quantity of a table whose rows have names, as groups of dots. If its series have names too,
 * each row of the table is a group; if they differ only in their settings, each series is one.
 */
export function dotGroups(table: StoredTable, quantity: Quantity, words: Words): DotGroup[] {
  const { rows } = table;
  const series = table.series.filter((one) => one.quantity === quantity);
  const cells = series.flatMap((one, place) =>
    rows.map((row, at) => {
      const byRow = one.name !== null;
      const [name, value] = byRow ? [one.name!, one.value] : [row.name!, row.value];
      return {
        title: byRow ? words.nameText(row.name!, row.value) : words.seriesText(one.settings),
        key: name,
        dot: {
          name: words.nameText(name, value),
          style: styles[name],
          mean: one.mean[at],
          standardError: one.standardError[at],
          seeds: one.perSeed[at].filter((seed) => seed !== null),
          diverged: one.diverged[at],
          // Without names, the link of a row belongs to the settings of the first series.
          link: byRow || place === 0 ? row.link : null,
        },
      };
    }),
  );
  const titles = [...new Set(cells.map(({ title }) => title))];
  return titles.map((title) => {
    const own = cells.filter((cell) => cell.title === title);
    const control = own.find(({ key }) => controls.includes(key))?.dot;
    return {
      title,
      dots: own.map(({ dot }) => dot),
      reference:
        control && control.mean !== null ? { name: control.name, value: control.mean } : null,
    };
  });
}

export interface DotScale {
  ticks: number[];
  /** Position on the axis as a share of its width, in [0, 1] from the left. */
  place(value: number): number;
}

/** A scale with round ends that holds every run and every interval of all groups. */
export function dotScale(groups: readonly DotGroup[], count = 5): DotScale {
  const values = groups.flatMap(({ dots }) =>
    dots.flatMap(({ mean, standardError, seeds }) =>
      mean === null ? seeds : [...seeds, mean - (standardError ?? 0), mean + (standardError ?? 0)],
    ),
  );
  const [low, high] = linearRange(Math.min(...values), Math.max(...values), count);
  return {
    ticks: linearTicks(low, high, count),
    place: (value) => (value - low) / (high - low),
  };
}
