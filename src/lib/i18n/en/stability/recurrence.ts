import type { RecurrenceLine } from '#lib/experiment/stability/drawn-names.ts';

const ago = (steps: number) => (steps === 1 ? '1 step back' : `${steps} steps back`);

/** Through time: a plain recurrence beside an LSTM. */
export const recurrence = {
  formulas: {
    plain:
      'Plain: h ← tanh(W h + U x). Every step back multiplies the gradient by Wᵀ and by a slope.',
    lstm: 'LSTM: c ← f · c + i · u. Every step back multiplies the gradient by the forget gate f, and adds what comes through the gates.',
  },
  networks: (done: number, of: number) =>
    `${done} of ${of} ${of === 1 ? 'pair' : 'pairs'} of random networks`,
  lines: {
    plain: 'plain recurrence',
    lstm: 'LSTM cell',
    path: 'its additive path alone, ∏ f',
  } satisfies Record<RecurrenceLine, string>,
  chart: {
    title: 'How large the gradient still is, so many time steps back',
    x: 'time steps back',
    y: 'root mean square of the derivative with respect to the state',
    read: 'Read the chart step by step',
    hint: 'Point at a step, or use the arrow keys, to read its numbers.',
    at: (steps: number) => ago(steps),
    median: 'median',
    band: '5% to 95% of the networks',
    mean: 'mean over the networks',
    theory: 'closed form',
    theoryBand: 'its 5% and 95%',
    waiting: 'The first networks are on their way.',
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
  },
  stray: {
    value: { zero: '0', infinite: '∞', nan: 'NaN' },
    on: (value: string, step: number) => `${value} from ${ago(step)} on`,
  },
  reach: {
    title: 'How far back each reaches',
    falls: (name: string, step: number) =>
      `${name}: below a hundredth of its first size from ${ago(step)} on.`,
    stays: (name: string, steps: number, size: string) =>
      `${name}: still ${size} times its first size at ${ago(steps)}.`,
    explodes: (name: string, steps: number, size: string) =>
      `${name}: it explodes, to ${size} times its first size at ${ago(steps)}.`,
  },
  verdict: {
    explodes: (name: string, size: string, steps: number) =>
      `The gradient of the ${name} explodes: in the median it is ${size} times its first size at ${ago(steps)}.`,
    lstm: (factor: string, steps: number) =>
      `In the median the LSTM’s gradient is ${factor} times as large as the plain one at ${ago(steps)}.`,
    plain: (factor: string, steps: number) =>
      `Here the plain recurrence reaches further: in the median its gradient is ${factor} times as large as the LSTM’s at ${ago(steps)}.`,
    same: (steps: number) =>
      `At ${ago(steps)} there is no clear difference: the middle halves of the networks overlap.`,
  },
  spread: 'The networks differ widely: some of one kind do as well as some of the other.',
  path: (factor: string, bias: string, gate: string) =>
    `Along the additive path each step multiplies by the forget gate: by ${factor} a step, in the median. Without inputs and state the gate is σ(${bias}) = ${gate}.`,
  theory: (chi: string) =>
    `The dashes over the plain recurrence are mean field theory: each step multiplies the mean square by χ = ${chi}.`,
  note: 'The additive path is no guarantee: with a forget gate near ½ it vanishes as fast as any product. A positive forget bias opens the gate at the start; training has to keep it open.',
};
