import type { StabilityTexts } from '../en/stability.ts';
import { fields } from './stability/fields.ts';
import { grid } from './stability/grid.ts';
import { learning } from './stability/learning.ts';
import { matrices } from './stability/matrices.ts';
import { sums } from './stability/sums.ts';
import { taylor } from './stability/taylor.ts';
import { page } from './stability/page.ts';
import { products } from './stability/products.ts';
import { recurrence } from './stability/recurrence.ts';
import { signals } from './stability/signals.ts';
import { tour } from './stability/tour.ts';
import { views } from './stability/views.ts';

/** The page of numerical stability: its frame, and a file for each of its experiments. */
export const stability: StabilityTexts = {
  page,
  fields,
  tour,
  views,
  products,
  signals,
  recurrence,
  learning,
  grid,
  matrices,
  sums,
  taylor,
};
