/**
 * Whether every number is finite. A sum is finite only if all are, which is cheaper than asking each;
 * four sums, since each addition waits for the one before.
 */
export function allFinite(numbers: Float32Array): boolean {
  const n = numbers.length;
  const whole = n - (n % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += numbers[i];
    b += numbers[i + 1];
    c += numbers[i + 2];
    d += numbers[i + 3];
  }
  for (let i = whole; i < n; i++) a += numbers[i];
  return Number.isFinite(a + b + c + d);
}
