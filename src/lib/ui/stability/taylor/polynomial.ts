const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Terms that are written out; more would not be read. */
const most = 4;

/** A polynomial Σ c_k x^k in print, lowest power first: `0.5 + 0.25 x − 0.0208 x³`. */
export function polynomialText(
  coefficients: ArrayLike<number>,
  number: (value: number) => string,
): string {
  const terms = Array.from(coefficients, (c, power) => ({ c, power })).filter(({ c }) => c !== 0);
  if (terms.length === 0) return '0';
  const words = terms.slice(0, most).map(({ c, power }, i) => {
    const sign = c < 0 ? (i === 0 ? '−' : ' − ') : i === 0 ? '' : ' + ';
    const size = Math.abs(c) === 1 && power > 0 ? '' : `${number(Math.abs(c))} `;
    return `${sign}${size}${powerOf(power)}`.trimEnd();
  });
  return words.join('') + (terms.length > most ? ' + …' : '');
}

/** x³, x, or nothing. */
export function powerOf(power: number): string {
  if (power === 0) return '';
  return power === 1
    ? 'x'
    : `x${[...String(power)].map((digit) => raised[Number(digit)]).join('')}`;
}
