import { begin } from './begin.ts';

begin(import('./endpoints/averager.ts'));
