import { fields } from './en/fields.ts';
import { verdicts } from './en/verdicts.ts';
import { drops, files, notices, preview } from './en/problems.ts';
import { reason } from './en/reasons.ts';
import { averaging, caution, charts, downloads, table } from './en/charts.ts';
import {
  backend,
  card,
  changes,
  estimatorText,
  lab,
  link,
  pending,
  run,
  variantText,
  welcome,
} from './en/run.ts';
import { home, presetText, site } from './en/site.ts';
import { formats } from './formats.ts';

/** Every text of the site in English. This is the shape that the other languages fill. */
export const en = {
  format: formats('en'),
  site,
  home,
  presets: presetText,
  lab,
  welcome,
  run,
  pending,
  changes,
  link,
  variants: variantText,
  card,
  backend,
  estimators: estimatorText,
  charts,
  averaging,
  table,
  downloads,
  caution,
  files,
  drops,
  preview,
  notices,
  reason,
  fields,
  verdicts,
};

/** The shape of every language: a key that is missing in one fails the type check. */
export type Dictionary = typeof en;
