import * as tf from '@tensorflow/tfjs';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { openBackend } from '#workers/backend.ts';
import { raceExact } from './exact.ts';
import { race, type Timed } from './contestant.ts';
import { convnet } from './convnet.ts';
import { raceDepth } from './depth.ts';
import { layers } from './layers.ts';
import { ours } from './ours.ts';
import { products, productsOf } from './products.ts';
import { drawBatches, works, type WorkName } from './work.ts';

/** Everyone on WASM, and convnetjs in plain JavaScript, in this thread of Node. */
export async function raceOnWasm(name: WorkName | 'exact' | 'depth'): Promise<Timed[]> {
  const backend = await openBackend('wasm', 'single', nodeFactory().wasmPaths);
  // The rival's tfjs stands on the same core, and so on the same module and memory as ours.
  if (tf.getBackend() !== 'wasm') throw new Error('tfjs is there twice: the rival is not on WASM.');
  if (name === 'exact') return raceExact();
  if (name === 'depth') return raceDepth(await backend.memory());
  const work = works[name];
  const batches = await drawBatches(work);
  const contestants = [ours(work, batches, backend), layers(work, batches)];
  if (name === 'step') contestants.push(convnet(work, batches), products(productsOf(work)));
  const timed = await race(contestants, { warmUp: 40, rounds: 40, steps: 10 });
  contestants.forEach((contestant) => contestant.dispose());
  return timed;
}
