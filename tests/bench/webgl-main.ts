import * as tf from '@tensorflow/tfjs';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { openBackend } from '#workers/backend.ts';
import { raceExact } from './exact.ts';
import { race, type Timed } from './contestant.ts';
import { layers } from './layers.ts';
import { ours } from './ours.ts';
import { drawBatches, works, type WorkName } from './work.ts';

/** Both on WebGL, in a worker of a browser, each with a context of its own. */
export async function main(
  name: WorkName | 'exact',
  report: (line: string) => void,
): Promise<{ timed: Timed[]; renderer: string }> {
  const backend = await openBackend('webgl', 'single', {});
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
  });
  if (!gl) throw new Error('The browser gives no second WebGL context.');
  setWebGLContext(2, gl);
  if (!(await tf.setBackend('webgl'))) throw new Error('The rival got no WebGL backend.');
  await tf.ready();

  report(`${name} on ${backend.environment.renderer}`);
  if (name === 'exact') {
    return { timed: await raceExact(), renderer: backend.environment.renderer };
  }
  const work = works[name];
  const batches = await drawBatches(work);
  const contestants = [ours(work, batches, backend), layers(work, batches)];
  const timed = await race(contestants, {
    warmUp: 5,
    rounds: 25,
    steps: name === 'step' ? 4 : 1,
  });
  contestants.forEach((contestant) => contestant.dispose());
  return { timed, renderer: backend.environment.renderer };
}
