import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import type { Memory } from '#workers/network/host/memory.ts';
import { planOf } from '#workers/stability/deep/plan.ts';
import { signals } from '#workers/stability/signals/signals.ts';
import { race, type Contestant, type Timed } from './contestant.ts';
import { products, type ProductShape } from './products.ts';

/** One network of 200 layers of 256 ReLU units, on 32 inputs. */
const stack: StackSpec = {
  ...stabilityPreset('he').stack,
  depth: 200,
  width: 256,
  networks: 1,
};

/** The stability lab's own way: all quantities of all layers, both ways. */
function ours(memory: Memory): Contestant {
  const conversation = { tell() {}, goesOn: () => Promise.resolve(true) };
  return {
    name: 'ours',
    async step() {
      const { networks } = await signals(memory, { stack }, conversation);
      if (networks !== 1) throw new Error('The network was not followed to its end.');
      return null;
    },
    dispose() {},
  };
}

/** Of each layer W·h, Wᵀ·g and g·hᵀ. */
function shapes(): ProductShape[] {
  const { count } = stack.inputs;
  const matrices = planOf(stack).layers.flatMap((layer) => layer.matrices);
  return matrices.flatMap(({ inputs, outputs }): ProductShape[] => [
    [outputs, inputs, count],
    [inputs, outputs, count],
    [outputs, count, inputs],
  ]);
}

/** Signals and gradients of one deep network, and its bare products, turn by turn. */
export async function raceDepth(memory: Memory): Promise<Timed[]> {
  const contestants = [ours(memory), products(shapes())];
  const timed = await race(contestants, { warmUp: 3, rounds: 25, steps: 1 });
  contestants.forEach((contestant) => contestant.dispose());
  return timed;
}
