const raised = new Map([...'0123456789-'].map((sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'[i]]));

/**
 * A number as it is written in print: 0.1234 as `plain` writes it, and 1.1 × 10⁻¹⁶ where that would be a
 * row of zeros. `digits` are those of the mantissa; zeros at its end are left out.
 */
export function scientific(
  value: number,
  digits: number,
  plain: (value: number) => string,
): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0 || (size >= 1e-3 && size < 1e6)) {
    return plain(value).replace('-', '−');
  }
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  const power = [...exponent.replace('+', '')].map((sign) => raised.get(sign)).join('');
  const factor = mantissa.replace(/\.?0+$/, '').replace('-', '−');
  return `${factor} × 10${power}`;
}
