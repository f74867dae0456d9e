import { markdownTable } from 'markdown-table';
import { claims } from '#lib/i18n/en/results/claims.ts';
import { sentence } from '#lib/i18n/en/results/findings.ts';
import { findingOf } from '#lib/tables/findings/index.ts';
import type { Quantity, StoredRow, StoredSeries, StoredTable } from '#lib/tables/table.ts';
import type { TableText } from './texts.ts';
import { axes, nameText, quantities } from './words.ts';

/** A table as a section of `docs/results.md`: what it is, how it is computed, and its figures. */
export function section(table: StoredTable, { title, about, literature }: TableText): string {
  return [
    `## ${title}`,
    `\`\`\`\n${table.command}\n\`\`\``,
    about,
    `${howMeasured(table)} ${versionsText(table)}`,
    figures(table),
    ...choices(table),
    ...findings(table),
    literature,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What the figures allow to be said, and how that compares with what is published. */
function findings(table: StoredTable): string[] {
  const { statements, claims: published } = findingOf(table);
  const lines = (texts: string[]) => texts.map((text) => `- ${text.replaceAll('\u00a0', ' ')}`);
  return [
    lines(statements.map(sentence)),
    lines(
      published.map(
        (claim) => `Published: ${claims.text(claim)} _${claims.outcome(claim.outcome)}_`,
      ),
    ),
  ]
    .map((part) => part.join('\n'))
    .filter((part) => part !== '');
}

function howMeasured({ series, seeds }: StoredTable): string {
  const one = onlyQuantity(series);
  const figures = one ? `${quantities[one].text}, ` : '';
  const text =
    seeds.length > 1 ? `mean ± standard error over ${seeds.length} seeds.` : 'of one seed.';
  return capital(figures + text);
}

function versionsText({ versions: { node, tfjs, backend } }: StoredTable): string {
  return `Node ${node}, TensorFlow.js ${tfjs}, backend \`${backend}\`.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The quantity that several series share, so that their heads need not name it; null where they differ. */
function onlyQuantity(series: readonly StoredSeries[]): Quantity | null {
  const [first, ...rest] = series;
  const same = rest.length > 0 && rest.every(({ quantity }) => quantity === first.quantity);
  return same ? first.quantity : null;
}

/** The figures alone, as a Markdown table. */
function figures({ axis, rows, series }: StoredTable): string {
  const columns = settingsOf(rows).filter((name) => name !== axis?.key);
  const one = onlyQuantity(series);
  const heads = series.map((each) => headOf(each, one === null));
  return markdownTable(
    [
      [axis ? axes[axis.key] : '', ...columns, ...heads],
      ...rows.map((row, i) => [
        row.name ? nameText(row.name, row.value) : String(row.value),
        ...columns.map((name) => String(row.settings[name] ?? '')),
        ...series.map((one) => cell(one, i)),
      ]),
    ],
    { align: [axis ? 'r' : '', ...columns.map(() => 'r'), ...heads.map(() => 'r')] },
  );
}

/** The settings in which the rows of a curve differ. Rows with a name need none: the name says it. */
function settingsOf(rows: readonly StoredRow[]): string[] {
  if (rows.some(({ name }) => name !== null)) return [];
  return [...new Set(rows.flatMap(({ settings }) => Object.keys(settings)))];
}

function headOf({ name, value, settings, quantity }: StoredSeries, withQuantity: boolean): string {
  const given = Object.entries(settings).map(([key, one]) => `${key}=${one}`);
  const parts = [
    ...(name ? [nameText(name, value)] : []),
    ...(withQuantity ? [quantities[quantity].text] : []),
    ...given,
  ];
  return parts.join(', ');
}

function cell({ quantity, mean, standardError, diverged }: StoredSeries, row: number): string {
  const { times, digits } = quantities[quantity];
  const text = (value: number) => (times * value).toFixed(digits);
  const [value, error] = [mean[row], standardError[row]];
  const figure =
    value === null ? '–' : error === null ? text(value) : `${text(value)} ± ${text(error)}`;
  return diverged[row] > 0 ? `${figure} (${diverged[row]} diverged)` : figure;
}

/** What each tuned value was chosen from. */
function choices({ choices }: StoredTable): string[] {
  if (choices.length === 0) return [];
  const lines = choices.map(({ name, field, values, mean, standardError, chosen }) => {
    const tried = values.map((value, i) => {
      const error = mean[i];
      if (error === null) return `${value} (diverged)`;
      const spread = standardError[i] === null ? '' : ` ± ${(100 * standardError[i]).toFixed(1)}`;
      return `${value} (${(100 * error).toFixed(1)}${spread})`;
    });
    return `- ${nameText(name, null)}: \`${field}\` ${chosen}, of ${tried.join(', ')}`;
  });
  return [`Chosen by validation error in percent:\n\n${lines.join('\n')}`];
}
