import type { SignalsTexts } from '#lib/i18n/en/stability/signals.ts';
import type { Stray } from './chart/strays.ts';
import type { SizeLine } from './chart/types.ts';
import type { Drawn } from './drawn.ts';

/** Lines that are followed from the top of the stack down to its input. */
const downwards = ['gradient', 'weights'];

/**
 * Names a stretch of a line that a log axis cannot show: "0 from layer 13 on". In float64 the
 * squares can underflow or overflow although the numbers themselves do not; the words then say so.
 */
export function strayWords(
  { stack, answer }: Drawn,
  line: SizeLine,
  { kind, from, to }: Stray,
  text: SignalsTexts['stray'],
): string {
  const down = downwards.includes(line.key);
  const value = squaresOnly() ? text[kind === 'zero' ? 'underflow' : 'overflow'] : text.value[kind];
  const [first, last] = [line.x[from], line.x[to]];
  if (down && from === 0 && last > first) return text.down(value, last);
  if (!down && to === line.x.length - 1 && last > first) return text.up(value, first);
  return first === last ? text.one(value, first) : text.between(value, first, last);

  function squaresOnly(): boolean {
    if (stack.precision !== 'float64' || kind === 'nan') return false;
    const pass = down ? 'backward' : 'forward';
    return !answer.troubles.some(
      (trouble) => trouble.pass === pass && (trouble.value === '0') === (kind === 'zero'),
    );
  }
}
