import { formats } from './formats.ts';

/** Every text of the site in English. This is the shape that the other languages fill. */

export { fields } from './en/fields.ts';
export { verdicts } from './en/verdicts.ts';
export { drops, files, notices, preview } from './en/problems.ts';
export { reason } from './en/reasons.ts';
export { averaging, caution, charts, downloads, table } from './en/charts.ts';
export {
  backend,
  card,
  changes,
  estimatorText as estimators,
  lab,
  link,
  pending,
  run,
  variantText as variants,
  welcome,
} from './en/run.ts';
export { home, presetText as presets, site } from './en/site.ts';

export const format = formats('en');
