import { begin } from './begin.ts';

begin(import('./endpoints/trainer.ts'));
