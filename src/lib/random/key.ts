import { pcg4d } from './pcg4d.ts';

/**
 * What a random number is for. Two uses never share a stream, so changing how many numbers one use
 * takes leaves every other number as it was. The values are part of the frozen outputs: never renumber.
 */
export const streams = {
  dataPoint: 1,
  dataLabel: 2,
  dataSplit: 3,
  dataNoise: 4,
  initialWeights: 16,
  order: 32,
  trainingMask: 48,
  memberMask: 49,
  memberChoice: 50,
  averagingMask: 51,
  inputNoise: 52,
  stackInput: 64,
  stackGradient: 65,
  factor: 66,
  recurrence: 67,
} as const;

export type Stream = (typeof streams)[keyof typeof streams];

const scratch = new Uint32Array(4);

/** The key of one stream of random words: `hash(seed, stream, layer, member)`, 32 bits. */
export function key(seed: number, stream: Stream, layer = 0, member = 0): number {
  pcg4d(seed, stream, layer, member, scratch);
  return scratch[0];
}
