/** How long the crew waits, and how many it hires. Times in milliseconds. */
export const limits = {
  /** Most workers at once. */
  hands: 8,
  /**
   * Most workers at once on WebGL: browsers cap live contexts, and the GPU is shared with the page.
   */
  webglHands: 4,
  /** Until a worker says that it is ready: its script has to be fetched. */
  ready: 60_000,
  /** Until data are drawn or read: up to 70,000 images. */
  data: 300_000,
  /** Until a backend is fetched, compiled and proved, and the network built. */
  prepare: 180_000,
  /** Calls that only read or set something; they are answered between two steps. */
  call: 120_000,
  /** Until every member has passed over all examples. */
  evaluate: 600_000,
  /** Without news a worker that trains counts as hung. */
  news: 60_000,
  /** `news` in steps, for machines where a step is slow; the longer of the two holds. */
  newsSteps: 100,
  /** Without a new curve a worker that averages counts as hung. */
  averaging: 180_000,
  /** Between two checkpoints of a variant that trains. */
  checkpoint: 5_000,
  /** A WebGL context lost again within this time is not asked for a third time. */
  lostAgain: 60_000,
  /** How often the worker of a variant is replaced at most. */
  replacements: 3,
};
export type Limits = typeof limits;
