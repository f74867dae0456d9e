import type { StabilityView } from '#lib/experiment/stability/state.ts';

/** What each experiment of the page is called, and what it asks. */
export const views = {
  products: {
    title: 'One factor at a time',
    lead: 'The simplest product there is. How far does each precision follow it?',
  },
  sums: {
    title: 'Product against sum',
    lead: 'The same random numbers, multiplied and added. Which of the two can one rely on?',
  },
  matrices: {
    title: 'Random matrices',
    lead: 'A deep linear network is a product of matrices. How large does it get?',
  },
  taylor: {
    title: 'Activations near zero',
    lead: 'Near zero an activation is its Taylor polynomial. How far does that hold, and where do the pre-activations of the stack lie?',
  },
  signals: {
    title: 'Signals through depth',
    lead: 'Random networks before any training: how large are the activations on the way up, and the gradients on the way down?',
  },
  recurrence: {
    title: 'Through time',
    lead: 'A plain recurrence multiplies at every time step; an LSTM’s cell adds. How far back does the gradient of each reach?',
  },
  learning: {
    title: 'Training deep networks',
    lead: 'The same stacks, trained. Which layers learn, and what cures the others?',
  },
  grid: {
    title: 'Sensitivity to the learning rate',
    lead: 'A training run for each learning rate and initialisation, depth or activation. Where does it converge, where is it slow, where does it diverge?',
  },
} satisfies Record<StabilityView, { title: string; lead: string }>;
