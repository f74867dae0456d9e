import { formats } from './formats.ts';

/** 简体中文的全部文字；术语遵循《动手学深度学习》中文版。 */

export { averaging, caution, charts, downloads, table } from './zh/charts.ts';
export { fields } from './zh/fields.ts';
export { drops, files, notices, preview } from './zh/problems.ts';
export { reason } from './zh/reasons.ts';
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
} from './zh/run.ts';
export { home, presetText as presets, site } from './zh/site.ts';
export { verdicts } from './zh/verdicts.ts';

export const format = formats('zh');
