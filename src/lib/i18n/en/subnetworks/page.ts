import { formats } from '../../formats.ts';
import { powerOfTwo } from '../../power-of-two.ts';

const f = formats('en');
const { integer } = f;

/** The frame of the page of the subnetworks. */
export const page = {
  pageTitle: 'The subnetworks, seen · Dropout Lab',
  description:
    'Train a small network with dropout in your browser, look at its subnetworks one by one, and average over all of them.',
  title: 'The subnetworks, seen',
  lead: 'Every mask leaves a subnetwork. Train a small network, look at its subnetworks one by one, and average over every one of them.',
  train: 'Train',
  before: 'Nothing is trained yet. It takes a few seconds.',
  look: 'Look at it as it is now',
  behind: (step: number) => `Shown as it was after step ${integer(step)}.`,
  shown: (step: number, units: number) =>
    units > 0
      ? `Trained for ${integer(step)} steps. ${integer(units)} units can be dropped: ${powerOfTwo(units, f)} subnetworks.`
      : `Trained for ${integer(step)} steps. Nothing can be dropped: there is one network alone.`,
  failed: (reason: string) => `It could not be looked at: ${reason}.`,
  computing: 'Computing …',
  stop: 'Stop',
  stopped: 'Stopped.',
  ahead: 'What there will be to see',
  contents: 'On this page',
  settings: 'Settings',
  noDropout: 'This needs the variant “dropout”, which was not trained. Choose it in the settings.',
  toUnits: 'One layer, five units',
  toTheory: 'The theory, computed here',
};
