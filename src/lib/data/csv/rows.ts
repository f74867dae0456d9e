import Papa from 'papaparse';
import { breather } from '../breathe.ts';
import { limits } from '../limits.ts';
import { failure, type DataProblem } from '../problem.ts';
import { newlines, texts } from './text.ts';

/** One row of a CSV file: its cells, trimmed, and the line that it begins on, counted from 1. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** Characters from which delimiter and line ending are guessed. */
const SAMPLE = 2 ** 16;

/** What Papa Parse's parser gives back for a piece of text. Its own types say `any`. */
interface Parsed {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

/**
 * The rows of a CSV file (RFC 4180, and what spreadsheets make of it), raw or gzip, UTF-8, read chunk by
 * chunk; blank lines are left out. Delimiter (comma, tab, semicolon, bar) and line ending are guessed
 * from the first 64 KiB. Yields a problem, and ends, where a line or a quote does not come to its end.
 *
 * Throws `FileError`.
 */
export async function* csvRows(
  file: Blob,
  name: string,
): AsyncGenerator<CsvRow[] | { ok: false; problem: DataProblem }, void, undefined> {
  const breathe = breather();
  let parser: Papa.Parser | null = null;
  let pending = '';
  let line = 1;

  const problem = (kind: DataProblem['kind'], expected: string, got: string) =>
    failure({ kind, file: name, at: { unit: 'line', value: line }, expected, got });

  for await (const { text, last } of texts(file)) {
    pending += text;
    if (!parser && pending.length < SAMPLE && !last) continue;
    parser ??= new Papa.Parser(guess(pending));
    const parsed = parser.parse(pending, 0, !last) as Parsed;
    const multiline = pending.includes('"');
    const rows: CsvRow[] = [];
    const open = last ? parsed.errors.find(({ code }) => code === 'MissingQuotes')?.row : undefined;
    for (let i = 0; i < parsed.data.length; i++) {
      if (i === open) {
        yield rows;
        yield problem('ragged', '"', 'end of file');
        return;
      }
      const cells = parsed.data[i];
      const first = line;
      line += 1 + (multiline ? cells.reduce((sum, cell) => sum + newlines(cell), 0) : 0);
      for (let j = 0; j < cells.length; j++) cells[j] = cells[j].trim();
      if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line: first });
    }
    yield rows;
    pending = pending.slice(parsed.meta.cursor);
    if (!last && pending.length > limits.line) {
      yield problem('too-large', `${limits.line} characters`, `> ${limits.line}`);
      return;
    }
    await breathe();
  }
}

function guess(sample: string): Papa.ParseConfig {
  const { meta } = Papa.parse(sample, {
    preview: 20,
    delimitersToGuess: [',', '\t', ';', '|'],
  });
  return { delimiter: meta.delimiter, newline: meta.linebreak as '\n' };
}
