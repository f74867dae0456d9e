import type { InitialisationName } from '#lib/experiment/experiment.ts';
import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { biasesOf, weightsOf, type Layout } from './layout.ts';

/** How the weights of a layer are drawn: normal with standard deviation `scale`, or U(−scale, scale). */
export interface Initialisation {
  distribution: 'normal' | 'uniform';
  scale(inputs: number, outputs: number, sigma: number): number;
}

/** The initialisations by name. */
const initialisations: Record<InitialisationName, Initialisation> = {
  normal: { distribution: 'normal', scale: (_inputs, _outputs, sigma) => sigma },
  /** Glorot and Bengio 2010, equation 12: variance 2/(n_in + n_out). */
  'xavier-normal': {
    distribution: 'normal',
    scale: (inputs, outputs) => Math.sqrt(2 / (inputs + outputs)),
  },
  /** Glorot and Bengio 2010, equation 16: U(±√(6/(n_in + n_out))), the same variance. */
  'xavier-uniform': {
    distribution: 'uniform',
    scale: (inputs, outputs) => Math.sqrt(6 / (inputs + outputs)),
  },
  /** He et al. 2015, equation 10: variance 2/n_in. */
  he: { distribution: 'normal', scale: (inputs) => Math.sqrt(2 / inputs) },
};

/**
 * Initial weights and biases (zero) of every member, in the order of `layout`. Each layer of each
 * member has a stream of its own: member m's weights do not depend on how many members there are.
 */
export function initialParameters(
  layout: Layout,
  name: InitialisationName,
  sigma: number,
  seed: number,
): Float32Array<ArrayBuffer> {
  const { distribution, scale } = initialisations[name];
  const parameters = new Float32Array(layout.total);
  for (let member = 0; member < layout.members; member++) {
    layout.layers.forEach(({ inputs, outputs }, layer) => {
      const random = generator(key(seed, streams.initialWeights, layer, member));
      const size = scale(inputs, outputs, sigma);
      const weights = weightsOf(parameters, layout, member, layer);
      for (let i = 0; i < weights.length; i++) {
        weights[i] =
          size * (distribution === 'normal' ? random.normal() : 2 * random.uniform() - 1);
      }
      biasesOf(parameters, layout, member, layer).fill(0);
    });
  }
  return parameters;
}
