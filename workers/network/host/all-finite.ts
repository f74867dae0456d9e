/**
 * Whether every number is finite. x − x is 0, or NaN where x is not finite, which is cheaper than asking
 * each number; four sums, since each addition waits for the one before.
 */
export function allFinite(numbers: Float32Array | Float64Array): boolean {
  const n = numbers.length;
  const whole = n - (n % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += numbers[i] - numbers[i];
    b += numbers[i + 1] - numbers[i + 1];
    c += numbers[i + 2] - numbers[i + 2];
    d += numbers[i + 3] - numbers[i + 3];
  }
  for (let i = whole; i < n; i++) a += numbers[i] - numbers[i];
  return a + b + c + d === 0;
}
