/** −ψ(1), the Euler–Mascheroni constant. */
const euler = 0.5772156649015329;

/** ψ(m/2) and ψ′(m/2) for whole m ≥ 1, by recurrence from ½ or 1: ψ(x + 1) = ψ(x) + 1/x. */
export function halfGamma(m: number): { psi: number; slope: number } {
  const odd = m % 2 === 1;
  let psi = odd ? -euler - 2 * Math.LN2 : -euler;
  let slope = odd ? Math.PI ** 2 / 2 : Math.PI ** 2 / 6;
  for (let x = odd ? 0.5 : 1; x < m / 2; x++) {
    psi += 1 / x;
    slope -= 1 / (x * x);
  }
  return { psi, slope };
}
