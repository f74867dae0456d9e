import type { Dictionary } from './en.ts';
import { formats } from './formats.ts';
import { averaging, caution, charts, downloads, table } from './zh/charts.ts';
import { fields } from './zh/fields.ts';
import { drops, files, notices, preview } from './zh/problems.ts';
import { reason } from './zh/reasons.ts';
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
} from './zh/run.ts';
import { home, presetText, site } from './zh/site.ts';
import { verdicts } from './zh/verdicts.ts';

/** 简体中文的全部文字；术语遵循《动手学深度学习》中文版。 */
export const zh = {
  format: formats('zh'),
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
} satisfies Dictionary;
