import type { StackActivation } from '#lib/experiment/stability/stack.ts';

/** Activations near zero. */
export const taylor = {
  functions: {
    none: 'x',
    relu: 'ReLU(x)',
    sigmoid: 'σ(x)',
    tanh: 'tanh x',
    'scaled-sigmoid': '4σ(x) − 2',
  } satisfies Record<StackActivation, string>,
  layer: 'Layer of the stack',
  of: (layer: number, depth: number) => `${layer} of ${depth}`,
  legend: {
    polynomial: (order: number) => `its Taylor polynomial of order ${order}`,
    identity: 'the identity, x',
    zone: 'where function and polynomial differ by at most 0.01',
    bars: 'pre-activations of the stack',
  },
  axes: {
    x: 'x, the pre-activation',
    value: 'Value',
    derivative: 'Derivative',
    remainder: '|function − polynomial|',
    density: 'Pre-activations: share per unit of x',
  },
  panels: {
    function: 'The function and its Taylor polynomial at 0',
    derivative: 'The derivative of the function',
    remainder: 'How far function and polynomial are apart',
    preActivations: 'Where the pre-activations of the layer lie',
  },
  words: {
    polynomial: (name: string, polynomial: string) =>
      `Near 0, ${name} ≈ ${polynomial}${polynomial.endsWith('…') ? '' : '.'}`,
    zone: (low: string | null, high: string | null, tolerance: string, reach: string) => {
      if (low === null && high === null)
        return `Over all that is drawn, from −${reach} to ${reach}, it is off by at most ${tolerance}.`;
      if (high === null) return `From ${low} upwards it is off by at most ${tolerance}.`;
      if (low === null) return `Up to ${high} it is off by at most ${tolerance}.`;
      return `From ${low} to ${high} it is off by at most ${tolerance}.`;
    },
    share: (layer: number, stack: string, share: string) =>
      `In layer ${layer} of the stack, whose activation is ${stack}, about ${share} of the pre-activations lie there.`,
    bins: (least: string, most: string) => `(As exactly as the bins tell: ${least} to ${most}.)`,
    between: (layer: number, stack: string, least: string, most: string) =>
      `In layer ${layer} of the stack, whose activation is ${stack}, between ${least} and ${most} of the pre-activations lie there: the bins tell no more.`,
    slope: (slope: string) => `The slope at 0 is ${slope}.`,
    kink: 'The slope is 1 to the right of 0 and 0 to the left; the polynomial is that of the right.',
    next: (term: string) => `The first term left out is ${term}.`,
    none: 'No term is left out.',
    radius: (radius: string) =>
      `The series converges for |x| < ${radius} only: beyond it, higher orders make it worse.`,
  },
  lost: 'No number of this layer is finite.',
  other: (name: string) => `The stack’s own activation is ${name}.`,
  draw: (name: string) => `Draw ${name}`,
  table: {
    showCurves: 'Show the curves as a table',
    showSpread: 'Show the pre-activations as a table',
    curves: ['x', 'Function', 'Polynomial', 'Derivative', 'Function − polynomial'],
    spread: ['Pre-activation', 'Share'],
  },
};
