const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Terms that are written out; nobody would read more. */
const most = 4;

/** A polynomial Σ c_k x^k as text, lowest power first: `0.5 + 0.25 x − 0.0208 x³`. */
export function polynomialText(
  coefficients: ArrayLike<number>,
  number: (value: number) => string,
): string {
  const terms = Array.from(coefficients, (c, power) => ({ c, power })).filter(({ c }) => c !== 0);
  if (terms.length === 0) return '0';
  const words = terms.slice(0, most).map(({ c, power }, i) => {
    if (i === 0) return termText(c, power, number);
    return `${c < 0 ? ' − ' : ' + '}${termText(Math.abs(c), power, number)}`;
  });
  return words.join('') + (terms.length > most ? ' + …' : '');
}

/** One term: `−0.333 x³`, `x`, `0.5`. */
export function termText(c: number, power: number, number: (value: number) => string): string {
  const size = Math.abs(c) === 1 && power > 0 ? '' : `${number(Math.abs(c))} `;
  return `${c < 0 ? '−' : ''}${size}${powerOf(power)}`.trimEnd();
}

/** `x³`, `x`, or nothing for power 0. */
function powerOf(power: number): string {
  if (power === 0) return '';
  return power === 1
    ? 'x'
    : `x${[...String(power)].map((digit) => raised[Number(digit)]).join('')}`;
}
