import type { BackendName, VariantName } from '#lib/experiment/experiment.ts';
import type { ControlOutcome, RunState, VariantStatus } from '#lib/crew/run/types.ts';
import type { EstimatorName } from '#lib/protocol/protocol.ts';
import { formats } from '../formats.ts';

const f = formats('en');

type Refusal = Extract<ControlOutcome, { ok: false }>['reason'];

export const lab = {
  title: 'Dropout and the average over subnetworks',
  question:
    'Dropout trains a different thinned network at every step. Is predicting with dropout turned off like averaging all of them?',
  presets: 'Start from',
  toSettings: 'Settings',
  toResults: 'See the results',
};

/** The bar that drives a run. */
export const run = {
  controls: 'Run controls',
  train: 'Train',
  pause: 'Pause',
  resume: 'Resume',
  step: 'One step',
  epoch: 'One epoch',
  stop: 'Stop',
  reset: 'Reset',
  resetSame: 'Same weights again',
  resetSameHelp: 'Starts over from the same initial weights, masks and order.',
  resetNew: 'New weights',
  resetNewHelp: 'Draws other initial weights. The data stay as they are.',
  again: 'Train again',
  progress: 'Progress of the whole run',
  state: {
    idle: 'Ready',
    starting: 'Starting…',
    running: 'Training',
    paused: 'Paused',
    done: 'Done',
    failed: 'Failed',
  } satisfies Record<RunState, string>,
  stopping: 'Stopping…',
  percentDone: (share: number) => `${f.wholePercent(Math.floor(share * 100) / 100)} done`,
  timeLeft: (seconds: number) => `about ${f.duration(seconds)} left`,
  waitingForData: 'Waiting for the data',
  failed: (reason: string) => `The run failed: ${reason}.`,
  refused: {
    'a-variant-is-done':
      'A variant has already finished, so a change could no longer reach all of them at the same step. Reset to start again with the new value.',
    'not-running': 'Nothing is running, so there is nothing to do this to.',
    'not-paused': 'Pause the run first.',
    invalid: 'This value is not possible here.',
  } satisfies Record<Refusal, string>,
};

/** A change of settings that the run under way does not have. */
export const pending = {
  changed: 'The settings have changed since; this was trained with the earlier ones.',
  startAnew: 'Start anew with these settings',
  undo: 'Back to the settings of this run',
};

/** Changes made while a run was under way. */
export const changes = {
  title: 'Changed while training',
  line: (step: number, what: string, value: number) =>
    `From step ${f.integer(step)}: ${what} ${f.number(value)}`,
  note: 'They are part of the experiment: a new run makes them again at the same steps.',
  forget: 'Forget these changes',
};

export const link = {
  copy: 'Copy link',
  copied: 'Link copied',
  copyFailed: 'The link could not be copied. It stands in the address bar.',
  problems: 'Some of the link was not understood. The lab opened with its own values there:',
  dismiss: 'Dismiss',
};

export const variantText: Record<VariantName, { name: string; short: string; line: string }> = {
  single: {
    name: 'Single network',
    short: 'single',
    line: 'The full network without dropout: the one to compare with.',
  },
  dropout: {
    name: 'Dropout',
    short: 'dropout',
    line: 'One set of weights; every example at every step meets a freshly thinned network.',
  },
  subnetworks: {
    name: 'Subnetworks of their own',
    short: 'subnetworks',
    line: 'Several thinned networks, each with one fixed mask and weights of its own, averaged.',
  },
  'shared-subnetworks': {
    name: 'Shared subnetworks',
    short: 'shared',
    line: 'A few fixed masks over one shared set of weights; each example draws one of them.',
  },
  'full-ensemble': {
    name: 'Full ensemble',
    short: 'ensemble',
    line: 'Several full networks from different initial weights, averaged.',
  },
  'weight-decay': {
    name: 'Weight decay',
    short: 'weight decay',
    line: 'The single network with an L2 penalty on its weights.',
  },
  'input-noise': {
    name: 'Input noise',
    short: 'input noise',
    line: 'The single network with Gaussian noise on its inputs.',
  },
};

/** One card a variant. */
export const card = {
  title: 'The variants',
  before: 'What will be trained',
  status: {
    waiting: 'waiting',
    queued: 'in the queue',
    starting: 'starting',
    training: 'training',
    paused: 'paused',
    done: 'done',
    failed: 'failed',
  } satisfies Record<VariantStatus, string>,
  diverged: 'diverged',
  someDiverged: (networks: number) =>
    networks === 1 ? '1 network diverged' : `${f.integer(networks)} networks diverged`,
  steps: (done: number, all: number) => `${f.integer(done)} of ${f.integer(all)} steps`,
  progress: (variant: string) => `Progress of ${variant}`,
  rate: (stepsPerSecond: number) => `${f.number(stepsPerSecond, 3)} steps/s`,
  left: (seconds: number) => `${f.duration(seconds)} left`,
  took: (seconds: number) => `${f.duration(seconds)} of training`,
  errorCurve: (variant: string) => `Error of ${variant}`,
  lossCurve: (variant: string) => `Loss of ${variant}`,
  quantity: 'Curves show',
};

export const backend = {
  name: {
    webgl: 'WebGL',
    wasm: 'WebAssembly',
    cpu: 'plain JavaScript',
  } satisfies Record<BackendName, string>,
  label: 'Computes with',
  bits: (bits: number) => `float${bits}`,
  /** Why this backend, in one sentence. */
  why: {
    hardware: 'A GPU renders here, so WebGL was taken.',
    software: 'You asked for WebGL, and it runs on a software renderer.',
    noGpu: 'WebGL on a GPU could not be had, so WebAssembly was taken.',
    last: 'Nothing faster could be had here.',
    asked: 'You asked for this one.',
    fastest: 'It was the fastest on this experiment.',
  },
  measured: (name: string, milliseconds: number) =>
    Number.isFinite(milliseconds)
      ? `${name}: ${f.number(milliseconds, 3)} ms a step`
      : `${name}: not possible here`,
  half: 'Numbers have 16 bits, as on phones: expect rounding.',
};

export const estimatorText: Record<EstimatorName, (k: number) => string> = {
  off: () => 'dropout off',
  'members-mean': (k) => `mean of its ${f.integer(k)} networks`,
  'arithmetic-mean': (k) => `arithmetic mean of ${f.integer(k)} subnetworks`,
  'geometric-mean': (k) => `geometric mean of ${f.integer(k)} subnetworks`,
  'one-subnetwork': () => 'one subnetwork alone',
  'exact-arithmetic-mean': (k) => `arithmetic mean of all ${f.integer(k)} subnetworks, exact`,
  'exact-geometric-mean': (k) => `geometric mean of all ${f.integer(k)} subnetworks, exact`,
};

/** Before the first run. */
export const welcome = {
  title: 'What will happen',
  steps: (variants: number, wrongLabels: boolean, dropout: boolean) => [
    `${variants === 1 ? 'One network learns from these data.' : `${f.integer(variants)} kinds of network learn from these data at the same time.`} A chart here shows the test error meanwhile.`,
    ...(wrongLabels
      ? ['Watch what happens to the wrongly labelled rows: who learns the mistakes by heart?']
      : []),
    ...(dropout
      ? [
          'At the end, many subnetworks are drawn and averaged. Does their mean meet the one network with dropout turned off?',
        ]
      : []),
  ],
  button: (variants: number) => (variants === 1 ? 'Train it' : `Train all ${f.integer(variants)}`),
};
