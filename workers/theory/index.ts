import type { StatementId } from '#lib/experiment/theory.ts';
import { alwaysHelps } from './always-helps.ts';
import { ambiguity } from './ambiguity.ts';
import { constantWeightsDropout } from './constant-weights-dropout.ts';
import { constantWeights } from './constant-weights.ts';
import { deepLinear } from './deep-linear.ts';
import { ensembleBeatsOff } from './ensemble-beats-off.ts';
import { everythingDropped } from './everything-dropped.ts';
import { gapShrinks } from './gap-shrinks.ts';
import { geometricNll } from './geometric-nll.ts';
import { inputNoise } from './input-noise.ts';
import { inputVarianceBound } from './input-variance-bound.ts';
import { jensenNll } from './jensen-nll.ts';
import { jensenRelu } from './jensen-relu.ts';
import { keptFraction } from './kept-fraction.ts';
import { linearRegression } from './linear-regression.ts';
import { maskBeforeNonlinearity } from './mask-before-nonlinearity.ts';
import { maskMoments } from './mask-moments.ts';
import { monteCarloSlope } from './monte-carlo-slope.ts';
import { monteCarloVariance } from './monte-carlo-variance.ts';
import { nothingDropped } from './nothing-dropped.ts';
import { oneHiddenLayer } from './one-hidden-layer.ts';
import { outputVarianceBound } from './output-variance-bound.ts';
import { reusedMask } from './reused-mask.ts';
import { ridgeMinimiser } from './ridge-minimiser.ts';
import { sigmoidUnit } from './sigmoid-unit.ts';
import { softmaxArithmeticMean } from './softmax-arithmetic-mean.ts';
import { softmaxGeometricMean } from './softmax-geometric-mean.ts';
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
