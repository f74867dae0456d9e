import type { DataProblem, Divergence } from '#lib/protocol/protocol.ts';
import type { LabelColumn } from '#lib/data/dataset.ts';
import { formats } from '../formats.ts';
import { variantText } from './run.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';

const f = formats('en');
const nameOf = (variant: VariantName) => variantText[variant].name;

/** Where in a file: “labels.idx, byte 16: ”. */
function place({ file, at }: DataProblem): string {
  const parts = [file === '' ? '' : `“${file}”`];
  if (at) parts.push(`${at.unit} ${f.integer(at.value)}`);
  if (at?.column !== undefined) parts.push(`column “${at.column}”`);
  const where = parts.filter((part) => part !== '').join(', ');
  return where === '' ? '' : `${where}: `;
}

const dataSentences: Record<DataProblem['kind'], (problem: DataProblem) => string> = {
  unreadable: (p) =>
    `this cannot be read (${p.got}). It is a folder, or a file that was moved, changed or deleted after it was chosen: choose the files again.`,
  encoding: (p) =>
    `this text is not in ${p.expected}: found ${p.got}. Save the file as UTF-8 (spreadsheets call it “CSV UTF-8”) and choose it again.`,
  gzip: (p) => `the compressed file is damaged or ends early (${p.got}).`,
  magic: (p) => `this is no IDX file of unsigned bytes. Expected ${p.expected}, found ${p.got}.`,
  rank: (p) =>
    `images have rank 3 (count, height, width) and labels have rank 1; this file has rank ${p.got}.`,
  truncated: (p) => `the file ends early. Expected ${p.expected}, found ${p.got}.`,
  counts: (p) => `there are ${p.expected} images but ${p.got} labels.`,
  empty: () => 'there is nothing in it.',
  ragged: (p) =>
    p.expected === '"'
      ? 'a quote is opened but never closed.'
      : `rows differ in length. Expected ${p.expected} columns, as in the first row, found ${p.got}.`,
  'not-a-number': (p) => `expected a number, found ${p.got === '' ? 'nothing' : `“${p.got}”`}.`,
  'single-class': (p) =>
    `all examples are of one class. Expected ${p.expected} classes, found ${p.got}.`,
  label: (p) =>
    p.got === ''
      ? 'there is no label here.'
      : `expected ${p.expected}, found ${p.got}; this column looks like a number to predict, not a class.`,
  'too-few': (p) => `there are too few examples. Expected ${p.expected}, found ${p.got}.`,
  'too-large': (p) => `this is too large. Expected at most ${p.expected}, found ${p.got}.`,
  files: (p) => `expected ${p.expected}, found ${p.got}.`,
  column: (p) => `there is no such column. Expected ${p.expected}, found ${p.got}.`,
};

/** Files, and what is wrong with them. */
export const files = {
  title: 'Your own files',
  pick: 'Choose files',
  drop: 'or drop them anywhere on this page: two IDX files (images and labels, .gz as well) or one CSV file.',
  dropNow: 'Let go to read these files',
  privacy: 'They are read on this device and never leave it.',
  reading: 'Reading the files…',
  inUse: (names: readonly string[]) => `In use: ${f.list(names)}`,
  kept: 'The data in use stay as they are.',
  wanted: (files: readonly { name: string; size: number }[]) =>
    `This link names files of its own. Please choose ${f.list(
      files.map(({ name, size }) => `“${name}” (${f.bytes(size)})`),
    )}.`,
  different: (names: readonly string[]) =>
    `These are not the files of the link (${f.list(names)}); the experiment goes on with the ones you chose.`,
  problem: (problem: DataProblem) => {
    const sentence = place(problem) + dataSentences[problem.kind](problem);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  none: 'Until you choose files, the drawn digits are used.',
};

/** Files that are dropped on a page. */
export const drops = {
  letGo: 'Let go to read these files.',
  none: 'No files are read on this page.',
  where: 'Read them in the lab',
  close: 'Close',
};

export const preview = {
  title: 'The data',
  building: 'Preparing the data…',
  failed: (reason: string) => `The data could not be prepared: ${reason}.`,
  failedInUse: (reason: string) =>
    `The data that the settings name could not be prepared: ${reason}. Those shown are the ones before; no run starts on them.`,
  again: 'Try again',
  labelColumn: ({ number, columns, name }: LabelColumn) =>
    name === null
      ? `Label: column ${f.integer(number)} of ${f.integer(columns)}; the file has no header.`
      : `Label: “${name}”, column ${f.integer(number)} of ${f.integer(columns)}.`,
  facts: (train: number, test: number, inputs: number, classes: number) =>
    `${f.integer(train)} rows to train on, ${f.integer(test)} to test on; ${f.integer(inputs)} inputs, ${f.integer(classes)} classes.`,
  wrong: (wrong: number, share: number) =>
    `${f.integer(wrong)} training labels (${f.percent(share)}) are wrong; they are marked.`,
  /** Texts of the figure. */
  figure: 'Training examples',
  wrongExample: (truth: string, label: string) => `${truth}, labelled ${label}`,
  wrongKey: 'wrong label (true → given)',
  shown: (shown: number, total: number, wrong: number) =>
    wrong === 0
      ? `${f.integer(shown)} of ${f.integer(total)} training examples`
      : `${f.integer(shown)} of ${f.integer(total)} training examples, ${f.integer(wrong)} of them with a wrong label`,
  row: 'row',
  label: 'label',
  trueLabel: 'true class',
  input: (n: number) => `x${[...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`,
};

const operations: Record<Divergence['operation'], string> = {
  'pre-activation': 'a pre-activation of',
  activation: 'an activation of',
  loss: 'the loss after',
  gradient: 'a gradient of',
  weights: 'a weight of',
};

/** Sentences for what went wrong or changed course in a run. */
export const notices = {
  'backend-fallback': (from: string, to: string, reason: string) =>
    `${from} could not be used (${reason}); the run goes on with ${to}.`,
  'context-lost': (variant: VariantName, step: number, to: string) =>
    `${nameOf(variant)}: the graphics context was lost at step ${f.integer(step)}; training goes on from the last checkpoint with ${to}.`,
  'worker-replaced': (variant: VariantName, step: number, reason: string, attempt: number) =>
    `${nameOf(variant)}: its worker stopped (${reason}) and was replaced; training goes on from step ${f.integer(step)} (attempt ${f.integer(attempt)}).`,
  'variant-failed': (variant: VariantName, reason: string) =>
    `${nameOf(variant)} was given up: ${reason}. Other variants are not affected.`,
  diverged: (variant: VariantName, d: Divergence) =>
    `${nameOf(variant)}: ${operations[d.operation]} layer ${f.integer(d.layer)} became ${d.value} at step ${f.integer(d.step)} (network ${f.integer(d.member + 1)}); that network stopped training.`,
  slowed: 'The page was in the background, so the run slowed down. Nothing is lost.',
  'half-precision': 'WebGL renders with 16-bit numbers here: results are rougher than elsewhere.',
};
