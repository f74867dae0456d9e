import type { formats } from './formats.ts';

const raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** How many subnetworks n units leave: `2¹⁶ = 65,536`, and `2⁵¹²` alone where digits say no more. */
export function powerOfTwo(n: number, { integer }: ReturnType<typeof formats>): string {
  const power = `2${[...String(n)].map((digit) => raised[Number(digit)]).join('')}`;
  return n <= 30 ? `${power} = ${integer(2 ** n)}` : power;
}
