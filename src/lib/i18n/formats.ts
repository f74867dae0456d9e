import { tags } from './language.ts';
import type { Language } from './language.ts';

/** Numbers as a reader of the language writes them; each function gives '–' for NaN. */
export interface Formats {
  /** A whole number: 1,000. */
  integer(value: number): string;
  /** Up to `digits` significant digits, 4 unless told: 0.05, 1.234. */
  number(value: number, digits?: number): string;
  /** An end of a range, a whole number in full: 4,294,967,295, −0.5. */
  bound(value: number): string;
  /** A share in [0, 1] as a percentage with one digit: 7.7%. */
  percent(share: number): string;
  /** The same for a share that was chosen, not measured: 30%. */
  wholePercent(share: number): string;
  /** A difference of shares in percentage points, with its sign: −7.1. */
  points(share: number): string;
  /** NLL, in nats, with three decimals: 0.412. */
  nats(value: number): string;
  /** A stretch of time: 4 s, 2 min 5 s. */
  duration(seconds: number): string;
  /** A file's size: 9.9 MB. */
  bytes(size: number): string;
  /** Names in a row: a, b and c. */
  list(items: readonly string[]): string;
  /** Parts of one name or clause: a, b. Empty ones are left out. */
  clause(parts: readonly string[]): string;
  /** What something is called, and what it is: a: b. */
  entry(name: string, value: string): string;
  /** Whole sentences after one another. Empty ones are left out. */
  sentences(parts: readonly string[]): string;
  /** What stands between two sentences. */
  space(): string;
  /** A name or a phrase as a sentence: a. */
  sentence(phrase: string): string;
}

/** The marks with which a language joins texts that components have in parts. */
const marks: Record<Language, { comma: string; colon: string; space: string; stop: string }> = {
  en: { comma: ', ', colon: ': ', space: ' ', stop: '.' },
  zh: { comma: '，', colon: '：', space: '', stop: '。' },
};

const nothing = '–';

export function formats(language: Language): Formats {
  const tag = tags[language];
  const mark = marks[language];
  const make = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(tag, options);
    return (value: number) =>
      Number.isFinite(value) ? format.format(value).replace('-', '−') : nothing;
  };
  const unit = (name: string, digits = 0, unitDisplay: 'short' | 'long' = 'short') =>
    make({
      style: 'unit',
      unit: name,
      unitDisplay,
      maximumFractionDigits: digits,
    });
  const significant = [1, 2, 3, 4, 5, 6].map((digits) =>
    make({ maximumSignificantDigits: digits, useGrouping: true }),
  );
  const [second, minute, hour] = [unit('second'), unit('minute'), unit('hour')];
  const tenths = unit('second', 1);
  const sizes = [unit('byte', 0, 'long'), unit('kilobyte', 1), unit('megabyte', 1)];
  const signed = make({
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'negative',
  });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });

  const duration = (seconds: number) => {
    if (!Number.isFinite(seconds)) return nothing;
    if (seconds < 9.95) return tenths(seconds);
    const whole = Math.round(seconds);
    if (whole < 60) return second(whole);
    if (whole < 3600) {
      const rest = whole % 60;
      return rest === 0 ? minute(whole / 60) : `${minute(Math.floor(whole / 60))} ${second(rest)}`;
    }
    const minutes = Math.round((whole % 3600) / 60);
    return `${hour(Math.floor(whole / 3600))} ${minute(minutes)}`;
  };

  const integer = make({ maximumFractionDigits: 0 });
  return {
    integer,
    number: (value, digits = 4) => significant[Math.min(6, Math.max(1, digits)) - 1](value),
    bound: (value) => (Number.isInteger(value) ? integer : significant[5])(value),
    percent: make({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    wholePercent: make({ style: 'percent', maximumFractionDigits: 1 }),
    points: (share) => signed(share * 100),
    nats: make({ minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    duration,
    bytes: (size) =>
      size < 1000 ? sizes[0](size) : size < 1e6 ? sizes[1](size / 1e3) : sizes[2](size / 1e6),
    list: (items) => list.format(items),
    clause: (parts) => parts.filter((part) => part !== '').join(mark.comma),
    entry: (name, value) => `${name}${mark.colon}${value}`,
    sentences: (parts) => parts.filter((part) => part !== '').join(mark.space),
    space: () => mark.space,
    sentence: (phrase) => `${phrase}${mark.stop}`,
  };
}
