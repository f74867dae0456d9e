import type { TourStop } from '#lib/experiment/stability/tour.ts';

interface Stop {
  title: string;
  /** What to look at, in a sentence. */
  look: string;
}

/** The walk through, stop by stop. */
export const tour = {
  title: 'A walk through, for a lecture',
  lead: 'A dozen stops, from 2 × 2 × 2 … to fifty layers that train. Each sets everything below; change what you like and come back.',
  begin: 'Begin the walk',
  next: 'Next stop',
  back: 'Back',
  changed: 'You have changed this stop: the words are of how it began.',
  restore: 'As it was',
  all: 'All stops',
  stop: (n: number, of: number) => `Stop ${n} of ${of}: `,
  stops: {
    products: {
      title: 'Two to the hundredth',
      look: 'Multiply by 2 a hundred times, one factor at a time: look where float16 gives up, and that float32 and float64 go on.',
    },
    sums: {
      title: 'A product against a sum',
      look: 'The same hundred random numbers, multiplied and added: look how much wider the product scatters. Turning products into sums is a cure.',
    },
    matrices: {
      title: 'A hundred random matrices',
      look: 'The product of 4×4 Gaussian matrices grows by a factor of about 1.75 with each: look at how wide the histogram of its size is.',
    },
    'small-weights': {
      title: 'Weights that are too small',
      look: 'Fifty ReLU layers with N(0, 0.01²): each leaves about a twelfth of the signal’s size; look for the layer from which float32 holds nothing but 0.',
    },
    sigmoid: {
      title: 'The sigmoid’s vanishing gradient',
      look: 'Forward the sigmoid looks healthy; look at the gradient: it loses more than three quarters of its size with each layer on the way down.',
    },
    taylor: {
      title: 'Activations near zero',
      look: 'Near zero tanh is the identity, the sigmoid is ½ + x/4: look at the slope there, and where the pre-activations of the stack lie.',
    },
    'scaled-sigmoid': {
      title: '4σ(x) − 2: the identity near zero',
      look: 'Scaled to slope 1 at zero the same sigmoid keeps its gradient for far longer: compare with stop 5, the plain sigmoid.',
    },
    'half-precision': {
      title: 'Half precision loses it first',
      look: 'The same sigmoid stack in float16: look for the layer at which the gradient becomes exactly 0.',
    },
    'loss-scaling': {
      title: 'Loss scaling',
      look: 'Multiplied at the top and divided where it is read, the gradient survives some layers more: look how many.',
    },
    stuck: {
      title: 'Fifty layers that do not train',
      look: 'N(0, 0.01²) again, now trained: the loss does not move, since no layer below the output gets any gradient.',
    },
    rescued: {
      title: 'The same fifty layers, with h + f(h)',
      look: 'The same weights, rate and steps, but each layer adds to what it got: look at the loss, which falls in spite of its spikes, and at the heat map that is filled to the bottom.',
    },
    explodes: {
      title: 'Two cures at once are a disease',
      look: 'He initialisation and h + f(h) together double the signal’s variance in every layer: look at how the run ends; then choose “clip the norm to 1” and replay.',
    },
  } satisfies Record<TourStop, Stop>,
};
