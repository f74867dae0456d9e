import { begin } from './begin.ts';

begin(import('./endpoints/librarian.ts'));
