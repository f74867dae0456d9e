/** Members that are stopped, as bits: 32 in each of two numbers. */
export const stoppedUniforms = [
  { name: 'stoppedLow', type: 'int' as const },
  { name: 'stoppedHigh', type: 'int' as const },
];
export const stoppedGlsl = `
bool stopped() {
  return ((member < 32 ? stoppedLow >> member : stoppedHigh >> (member - 32)) & 1) == 1;
}`;
