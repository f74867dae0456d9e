import type { DataKind } from '#lib/experiment/experiment.ts';
import type { Field as ExperimentField } from '#lib/experiment/fields.ts';
import { applies, type Field } from '#lib/fields/field.ts';
import { getAt } from '#lib/fields/paths.ts';
import type { Range } from '#lib/fields/ranges.ts';
import { formatField } from '#lib/fields/text.ts';
import { preset } from '#lib/experiment/presets.ts';
import { withDataKind } from '#lib/experiment/with-field.ts';

/** The tables of parameters in `docs/`, and what their cells have to hold. */

/** The cells of every row that begins with a name in code. */
export function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The kinds of data that have a field, where not all have it. */
function kindsOf<T extends object>({ needs }: Field<T>): readonly string[] {
  return needs?.expected.kind === 'data-kind' ? needs.expected.of : [];
}

/** What a parameter takes. */
export function valuesOf<T extends object>(field: Field<T>): string {
  const { range } = field;
  const kinds = kindsOf(field).map((kind) => code(`data=${kind}`));
  const only = kinds.length > 0 ? `; only with ${kinds.join(', ')}` : '';
  switch (range.kind) {
    case 'list':
      return `${range.min} to ${range.max} of ${plain(range.of)}, parted by ${code(range.separator)}${only}`;
    case 'per-layer':
      return `${plain(range.of)} a hidden layer, parted by ${code('-')}${only}`;
    case 'text':
      return `text of at most ${range.maxLength} characters${only}`;
    case 'files':
      return `at most ${range.max} of ${code('name:size:sha256')}, parted by ${code(',')}${only}`;
    case 'changes':
      return `at most ${range.max} of ${code('step:parameter:value')}${only}`;
    default:
      return plain(range) + only;
  }
}

/** The value in the default preset, or where another kind of data begins. */
export function defaultOf(field: ExperimentField): string {
  const begin = preset('noisy-digits');
  const [kind] = kindsOf(field) as DataKind[];
  const experiment = applies(field, begin) ? begin : withDataKind(begin, kind);
  const text = formatField(field, getAt(experiment, field.path)!);
  return text === '' ? '' : code(text);
}

/** A number's limits, or the names of a choice. */
export function plain(range: Range): string {
  if (range.kind === 'choice') return codes(range.of);
  return `${range.kind === 'integer' ? 'whole number, ' : ''}${range.min} to ${range.max}`;
}

export function codes(names: readonly string[]): string {
  return names.map(code).join(', ');
}

export function code(text: string): string {
  return `\`${text}\``;
}
