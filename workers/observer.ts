import { begin } from './begin.ts';

begin(import('./endpoints/observer.ts'));
