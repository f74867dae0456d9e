import { begin } from './begin.ts';

begin(import('./endpoints/theorist.ts'));
