import type { NameKey, StoredTable } from '../table.ts';
import type { Outcome } from './claim.ts';
import { paired, type PerSeed } from './paired.ts';
import { placesOf, seriesIn } from './read.ts';
import type { Difference } from './paired.ts';
import type { Gains } from './statement.ts';

/** How much less test error `subject` has than `control` at each place. Null with fewer than two places. */
export function gainsAlong(table: StoredTable, subject: NameKey, control: NameKey): Gains | null {
  const [a, b] = [subject, control].map((name) => seriesIn(table, 'test-error', name));
  if (!table.axis || !a || !b) return null;
  const places = placesOf(table).flatMap((value, row) => {
    const difference = paired(a.perSeed[row], b.perSeed[row]);
    // Less error is a gain, so the mean changes its sign while the relation stays.
    return difference ? [{ value, row, gain: { ...difference, mean: -difference.mean } }] : [];
  });
  if (places.length < 2) return null;
  const peak = places.reduce((best, one) => (one.gain.mean > best.gain.mean ? one : best));
  const end = places[places.length - 1];
  const gainAt = (row: number) => each(b.perSeed[row], a.perSeed[row]);
  return {
    kind: 'gains',
    quantity: 'test-error',
    key: table.axis.key,
    subject: { name: subject, value: a.value },
    control: { name: control, value: b.value },
    places: places.map(({ value, gain }) => ({ value, gain })),
    peak: peak.value,
    endAgainstPeak: end === peak ? null : paired(gainAt(end.row), gainAt(peak.row)),
  };
}

/** The outcome of a claim that there is a gain. */
export function gained({ relation }: Difference): Outcome {
  return relation === 'better' ? 'holds' : relation === 'worse' ? 'fails' : 'unclear';
}

function each(control: PerSeed, subject: PerSeed): (number | null)[] {
  return control.map((one, seed) => {
    const other = subject[seed];
    return one === null || other === null ? null : one - other;
  });
}
