import type { StabilityTexts } from '../en/stability.ts';
import { fields } from './stability/fields.ts';
import { page } from './stability/page.ts';
import { products } from './stability/products.ts';
import { tour } from './stability/tour.ts';
import { views } from './stability/views.ts';

/** The page of numerical stability: its frame, and a file for each of its experiments. */
export const stability: StabilityTexts = { page, fields, tour, views, products };
