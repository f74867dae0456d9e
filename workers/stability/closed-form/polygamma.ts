/** From this x on the series is exact to 1e-14; a smaller x is raised by ψ(x) = ψ(x + 1) − 1/x. */
const FROM = 10;

/** ψ(x), the derivative of ln Γ(x), for x > 0 (Abramowitz and Stegun 1964, 6.3.5 and 6.3.18). */
export function digamma(x: number): number {
  let below = 0;
  for (; x < FROM; x++) below -= 1 / x;
  const y = 1 / (x * x);
  const series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y / 132))));
  return below + Math.log(x) - 1 / (2 * x) - series;
}

/** ψ′(x), for x > 0 (Abramowitz and Stegun 1964, 6.4.6 and 6.4.12). */
export function trigamma(x: number): number {
  let below = 0;
  for (; x < FROM; x++) below += 1 / (x * x);
  const y = 1 / (x * x);
  const series = y * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - y * (5 / 66)))));
  return below + 1 / x + y / 2 + series / x;
}
