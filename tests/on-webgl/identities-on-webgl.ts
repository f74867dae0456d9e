import { openBackend } from '#workers/backend.ts';
import { engineIdentities, type EngineCheck } from '../theory/engine-identities.ts';
import { webglFunctions } from '../theory/float32-bound.ts';

/** Rows 1, 3, 4 and 9 with the predictions of WebGL, for one seed. ReLU alone: it needs no bound. */
export async function main(seed: number): Promise<{ bits: number; checks: EngineCheck[] }> {
  const webgl = await openBackend('webgl', 'single', {});
  const checks = await engineIdentities(webgl, webglFunctions, ['relu'], seed);
  return { bits: webgl.environment.floatBits, checks };
}
