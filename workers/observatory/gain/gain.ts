import { canDrop } from '#lib/experiment/exact-sums.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { thinnedNetwork, type ThinnedNetwork } from '../../averaging/thinned.ts';
import { addLosses, noLosses, type AllLosses } from './losses.ts';
import { membersOf, type Member } from '../members.ts';
import type { Question } from '../../asking.ts';
import { networkOf, subnetworkOf, trainedOf, type Study } from '../study.ts';

export interface GainJob {
  /** Subnetworks that are drawn of the network trained with dropout. */
  draws: number;
}

/** What averaging some networks of a variant gives, on each test example. */
export interface Average extends AllLosses {
  variant: VariantName;
  /** Networks averaged. */
  k: number;
  /** Disjoint groups of k networks; the losses are the mean over the groups. */
  groups: number;
}

/**
 * The losses of one network on each test example: members and mean are the same, the spread is 0.
 */
export interface Reference extends AllLosses {
  variant: VariantName;
}

export interface GainAnswer {
  /** How many test examples the losses are of, from the first. */
  examples: number;
  averages: Average[];
  references: Reference[];
}

/** Networks predicted so far, and in all. */
export interface GainNews {
  done: number;
  all: number;
}

/** The variants whose networks are averaged, and those that are one network to compare with. */
const averaged = ['dropout', 'subnetworks', 'shared-subnetworks', 'full-ensemble'] as const;
const alone = ['single', 'dropout', 'weight-decay', 'input-noise'] as const;
/** Most log-probabilities that are held at once: 8 MB of float32. */
const held = 2e6;

/** Subnetworks of the network trained with dropout; one where they are all the same. */
function drawn(study: Study, draws: number): Member[] {
  const parameters = networkOf(study, 'dropout');
  const count = study.p.some(canDrop) ? draws : 1;
  return Array.from({ length: count }, (_, index) => ({
    ...subnetworkOf(study, index),
    parameters,
  }));
}

/** How many examples are predicted at once, by `members` networks. */
function blockOf(examples: number, members: number, classes: number): number {
  return Math.max(1, Math.min(examples, Math.floor(held / (members * classes))));
}

/**
 * Losses on the first `examples` test examples of the averages of each of `sizes` of the networks;
 * null once `goesOn`, asked after each network, says no.
 */
async function lossesOf(
  { spec, test, inputs, classes, memory }: Study,
  members: readonly Member[],
  sizes: readonly number[],
  examples: number,
  goesOn: () => Promise<boolean>,
): Promise<AllLosses[] | null> {
  const losses = sizes.map(() => noLosses(examples));
  const block = blockOf(examples, members.length, classes);
  for (let first = 0; first < examples; first += block) {
    const count = Math.min(block, examples - first);
    const rows = test.rows.subarray(first * inputs, (first + count) * inputs);
    const labels = test.labels.subarray(first, first + count);
    const logs: Float32Array[] = [];
    let network: ThinnedNetwork | null = null;
    try {
      for (const [m, member] of members.entries()) {
        if (member.parameters !== members[m - 1]?.parameters) {
          network?.release();
          network = thinnedNetwork(spec, member.parameters, rows, count, memory);
        }
        logs.push(network!.predict(member));
        if (!(await goesOn())) return null;
      }
    } finally {
      network?.release();
    }
    sizes.forEach((k, i) => {
      const groups = Math.floor(members.length / k);
      for (let g = 0; g < groups; g++)
        addLosses(losses[i], first, 1 / groups, logs.slice(g * k, (g + 1) * k), labels, classes);
    });
  }
  return losses;
}

/**
 * The loss of the average member, the spread of the members and the loss of their average, for every
 * ensemble of the study. Of dropout there are two: the mean of all draws, and means of as many as the
 * other ensembles have, since an average over more networks gains more.
 */
export const gain: Question<Study, GainJob, GainAnswer, GainNews> = async (
  study,
  { draws },
  conversation,
) => {
  const { experiment, test, classes } = study;
  const trained = (variant: VariantName) => trainedOf(study, variant) !== undefined;
  const examples = Math.min(test.labels.length, experiment.averaging.examples);
  const ensembles = averaged.filter(trained).map((variant) => {
    const members = variant === 'dropout' ? drawn(study, draws) : membersOf(study, variant);
    const few = variant === 'dropout' && experiment.members < members.length;
    const sizes = few ? [members.length, experiment.members] : [members.length];
    return { variant, members, sizes };
  });
  const singles = alone.filter(trained).map((variant) => ({
    variant,
    members: membersOf(study, variant),
  }));

  let done = 0;
  const all = [...ensembles, ...singles].reduce(
    (sum, { members: { length } }) =>
      sum + length * Math.ceil(examples / blockOf(examples, length, classes)),
    0,
  );
  const goesOn = () => {
    done++;
    conversation.tell(() => ({ done, all }));
    return conversation.goesOn();
  };

  const answer: GainAnswer = { examples, averages: [], references: [] };
  for (const { variant, members } of singles) {
    const losses = await lossesOf(study, members, [1], examples, goesOn);
    if (!losses) return answer;
    answer.references.push({ variant, ...losses[0] });
  }
  for (const { variant, members, sizes } of ensembles) {
    const losses = await lossesOf(study, members, sizes, examples, goesOn);
    if (!losses) return answer;
    sizes.forEach((k, i) => {
      const groups = Math.floor(members.length / k);
      answer.averages.push({ variant, k, groups, ...losses[i] });
    });
  }
  return answer;
};
