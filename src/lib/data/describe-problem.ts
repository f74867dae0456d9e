import type { DataProblem, ProblemKind } from './problem.ts';

/** One sentence a kind, in English, for the command line. The page has its own, in its languages. */
const sentences: Record<ProblemKind, (problem: DataProblem) => string> = {
  unreadable: (p) =>
    `The file cannot be read (${p.got}): it is a folder, or was moved, changed or deleted.`,
  encoding: (p) => `Expected text in ${p.expected}, got ${p.got}; save the file as UTF-8.`,
  gzip: (p) => `The gzip file is damaged or ends early (${p.got}).`,
  magic: (p) => `This is no IDX file of unsigned bytes: expected ${p.expected}, got ${p.got}.`,
  rank: (p) =>
    `Images have rank 3 (count, height, width) and labels rank 1; this file has rank ${p.got}.`,
  truncated: (p) => `The file ends early: expected ${p.expected}, got ${p.got}.`,
  counts: (p) => `There are ${p.expected} images but ${p.got} labels.`,
  empty: () => 'There is nothing in it.',
  ragged: (p) =>
    p.expected === '"'
      ? 'A quote is opened but never closed.'
      : `Expected ${p.expected} columns, as in the first row; got ${p.got}.`,
  'not-a-number': (p) => `Expected a number, got ${p.got === '' ? 'nothing' : `"${p.got}"`}.`,
  'single-class': (p) => `All examples are of one class: expected ${p.expected}, got ${p.got}.`,
  label: (p) =>
    p.got === ''
      ? 'There is no label here.'
      : `Expected ${p.expected}, got ${p.got}; this column looks like a number to predict, not a class.`,
  'too-few': (p) => `Expected ${p.expected} examples, got ${p.got}.`,
  'too-large': (p) => `Expected at most ${p.expected}, got ${p.got}.`,
  files: (p) => `Expected ${p.expected}, got ${p.got}.`,
  column: (p) => `Expected column ${p.expected}, got ${p.got}.`,
};

/** A problem as one line of English: file, place, what was expected and what came. */
export function describeDataProblem(problem: DataProblem): string {
  const { file, at } = problem;
  const place = at ? `${at.unit} ${at.value}${at.column ? `, column ${at.column}` : ''}` : '';
  const where = [file, place].filter((text) => text !== '').join(', ');
  const sentence = sentences[problem.kind](problem);
  return where === '' ? sentence : `${where}: ${sentence}`;
}
