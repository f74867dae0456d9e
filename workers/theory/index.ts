import type { StatementId } from '#lib/experiment/theory.ts';
import { alwaysHelps } from './statements/always-helps.ts';
import { ambiguity } from './statements/ambiguity.ts';
import { constantWeightsDropout } from './statements/constant-weights-dropout.ts';
import { constantWeights } from './statements/constant-weights.ts';
import { deepLinear } from './statements/deep-linear.ts';
import { ensembleBeatsOff } from './statements/ensemble-beats-off.ts';
import { everythingDropped } from './statements/everything-dropped.ts';
import { gapShrinks } from './statements/gap-shrinks.ts';
import { geometricNll } from './statements/geometric-nll.ts';
import { inputNoise } from './statements/input-noise.ts';
import { inputVarianceBound } from './statements/input-variance-bound.ts';
import { jensenNll } from './statements/jensen-nll.ts';
import { jensenRelu } from './statements/jensen-relu.ts';
import { keptFraction } from './statements/kept-fraction.ts';
import { linearRegression } from './statements/linear-regression.ts';
import { maskBeforeNonlinearity } from './statements/mask-before-nonlinearity.ts';
import { maskMoments } from './statements/mask-moments.ts';
import { monteCarloSlope } from './statements/monte-carlo-slope.ts';
import { monteCarloVariance } from './statements/monte-carlo-variance.ts';
import { nothingDropped } from './statements/nothing-dropped.ts';
import { oneHiddenLayer } from './statements/one-hidden-layer.ts';
import { outputVarianceBound } from './statements/output-variance-bound.ts';
import { reusedMask } from './statements/reused-mask.ts';
import { ridgeMinimiser } from './statements/ridge-minimiser.ts';
import { sigmoidUnit } from './statements/sigmoid-unit.ts';
import { softmaxArithmeticMean } from './statements/softmax-arithmetic-mean.ts';
import { softmaxGeometricMean } from './statements/softmax-geometric-mean.ts';
import type { Statement } from './statement.ts';

/** Every statement by its id. */
export const theory: Record<StatementId, Statement> = {
  'softmax-geometric-mean': softmaxGeometricMean,
  'softmax-arithmetic-mean': softmaxArithmeticMean,
  'sigmoid-unit': sigmoidUnit,
  'deep-linear': deepLinear,
  'reused-mask': reusedMask,
  'one-hidden-layer': oneHiddenLayer,
  'mask-before-nonlinearity': maskBeforeNonlinearity,
  'jensen-nll': jensenNll,
  'geometric-nll': geometricNll,
  ambiguity,
  'jensen-relu': jensenRelu,
  'linear-regression': linearRegression,
  'ridge-minimiser': ridgeMinimiser,
  'input-noise': inputNoise,
  'mask-moments': maskMoments,
  'kept-fraction': keptFraction,
  'nothing-dropped': nothingDropped,
  'everything-dropped': everythingDropped,
  'monte-carlo-variance': monteCarloVariance,
  'monte-carlo-slope': monteCarloSlope,
  'constant-weights': constantWeights,
  'constant-weights-dropout': constantWeightsDropout,
  'ensemble-beats-off': ensembleBeatsOff,
  'output-variance-bound': outputVarianceBound,
  'input-variance-bound': inputVarianceBound,
  'gap-shrinks': gapShrinks,
  'always-helps': alwaysHelps,
};
