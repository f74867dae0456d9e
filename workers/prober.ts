import { begin } from './begin.ts';

begin(import('./endpoints/prober.ts'));
