import { byRelation } from '#lib/tables/findings/by-relation.ts';
import type { Difference } from '#lib/tables/findings/paired.ts';
import type {
  Flat,
  Gains,
  Gap,
  Meeting,
  Place,
  Side,
  Statement,
} from '#lib/tables/findings/statement.ts';
import type { AxisKey, Quantity } from '#lib/tables/table.ts';
import { formats } from '../../formats.ts';
import { differenceText, meanText } from '../../table-figures.ts';
import { nameWithin } from './names.ts';

const { integer, list, number } = formats('en');

/** What a table allows to be said, in words; the numbers decide which words. */
export function sentence(statement: Statement): string {
  switch (statement.kind) {
    case 'comparison': {
      const { subject, object, quantity, place, subjectMean, objectMean, difference } = statement;
      const [a, b] = [side(subject), side(object)];
      const figures = `${quantities[quantity]} ${meanText(quantity, subjectMean)} against ${meanText(quantity, objectMean)}, difference ${size(quantity, difference)}`;
      const start = place ? `${placeText(place)}, ` : '';
      const relation = difference.relation;
      return relation === 'no clear difference'
        ? capital(`${start}no clear difference between ${a} and ${b}: ${figures}.`)
        : capital(`${start}${a} is ${relation} than ${b}: ${figures}.`);
    }
    case 'against-control': {
      const { quantity, control, controlMean, others } = statement;
      const groups = byRelation(others, ({ difference }) => difference).map(
        ({ relation, members }) => {
          const names = members.map(
            ({ side: one, difference: { mean, standardError } }) =>
              `${side(one)} (${differenceText(quantity, mean, standardError)})`,
          );
          return `${relation}: ${names.join('; ')}`;
        },
      );
      return `Against ${side(control)} (${quantities[quantity]} ${meanText(quantity, controlMean)}), in ${unit(quantity)}. ${groups.map(capital).join('. ')}.`;
    }
    case 'meeting':
      return meeting(statement);
    case 'flat':
      return flat(statement);
    case 'places': {
      const { quantity, key, at, against, atMean, againstMean, difference } = statement;
      const word = {
        better: 'lower',
        worse: 'higher',
        'no clear difference': 'no clear difference',
      };
      return capital(
        `${quantities[quantity]} at ${value(key, at)} is ${meanText(quantity, atMean)} against ${meanText(quantity, againstMean)} at ${value(key, against)}: ${word[difference.relation]}, ${size(quantity, difference)}.`,
      );
    }
    case 'gains':
      return gains(statement);
    case 'gap':
      return gap(statement);
  }
}

function meeting({ quantity, key, subject, object, from, end, atEnd }: Meeting): string {
  const [a, b] = [side(subject), side(object)];
  const start = `In ${quantities[quantity]} ${a} is`;
  const last = `at ${value(key, end)}`;
  return from === null
    ? `${start} still clearly worse than ${b} ${last} (${size(quantity, atEnd)}).`
    : `${start} no longer clearly worse than ${b} from ${value(key, from)} on; ${last} it is ${relationText(atEnd)} (${size(quantity, atEnd)}).`;
}

function flat({ quantity, key, best, bestMean, from, to, worse }: Flat): string {
  const about =
    from === to
      ? 'its neighbours are clearly worse'
      : `nothing from ${value(key, from)} to ${value(key, to)} is clearly worse`;
  const outside =
    worse.length === 0
      ? ''
      : ` Clearly worse: ${valuesText(
          key,
          worse.map((one) => one.value),
        )}.`;
  return `${capital(quantities[quantity])} is lowest at ${value(key, best)} (${meanText(quantity, bestMean)}), and ${about}.${outside}`;
}

function gains({ quantity, key, subject, control, places, peak, endAgainstPeak }: Gains): string {
  const parts = byRelation(places, ({ gain }) => gain).map(({ relation, members }) => {
    const values = members.map((one) => one.value);
    const words = relation === 'no clear difference' ? relation : `clearly ${relation}`;
    return values.length === places.length
      ? `${words} everywhere, from ${value(key, values[0])} to ${value(key, values[values.length - 1])}`
      : `${words} at ${valuesText(key, values)}`;
  });
  const start = `${side(subject)} against ${side(control)}: ${parts.join('; ')}.`;
  const top = places.find((one) => one.value === peak);
  const end = places[places.length - 1];
  if (!top || !(top.gain.mean > 0)) return capital(start);
  const most = `It gains most at ${value(key, peak)}, ${size(quantity, top.gain)}`;
  if (!endAgainstPeak) return `${capital(start)} ${most}.`;
  const less = endAgainstPeak.relation === 'better' ? 'clearly less' : 'not clearly less';
  return `${capital(start)} ${most}; at ${value(key, end.value)} it is ${size(quantity, end.gain)}, ${less}.`;
}

function gap({ network, k, first, gap: left }: Gap): string {
  const words = {
    better: 'clearly below 0',
    worse: 'clearly above 0',
    'no clear difference': 'not clearly different from 0',
  };
  return `${placeText({ network })} the NLL of the geometric mean of ${integer(k)} subnetworks less that of dropout off is ${differenceText('loss-gap', left.mean, left.standardError)}, ${words[left.relation]}; at k = ${integer(first.k)} it is ${meanText('loss-gap', first.mean)}.`;
}

const quantities: Record<Quantity, string> = {
  'test-error': 'test error',
  'train-error': 'train error',
  'test-loss': 'test NLL',
  'loss-gap': 'difference of NLL',
};

function relationText({ relation }: Difference): string {
  return relation === 'no clear difference' ? 'not clearly different' : `clearly ${relation}`;
}

function side({ name, value }: Side): string {
  return nameWithin(name, value);
}

function unit(quantity: Quantity): string {
  return quantity === 'test-error' || quantity === 'train-error' ? 'points' : 'nats';
}

function size(quantity: Quantity, { mean, standardError }: Difference): string {
  return `${differenceText(quantity, mean, standardError)} ${unit(quantity)}`;
}

function placeText(place: Place): string {
  if ('network' in place) {
    return place.network === 'one-layer' ? 'With one hidden layer' : 'With two hidden layers';
  }
  return place.key === 'train'
    ? `With ${integer(place.value)} training examples`
    : `At ${value(place.key, place.value)}`;
}

/** Several places on an axis, with the words that they share said once. */
function valuesText(key: AxisKey, values: readonly number[]): string {
  if (values.length === 1) return value(key, values[0]);
  switch (key) {
    case 'k':
    case 'p':
      return `${key}\u00a0=\u00a0${list(values.map((one) => number(one)))}`;
    case 'train':
      return `${list(values.map(integer))} examples`;
    case 'test-noise':
      return `noise ${list(values.map((one) => number(one)))}`;
  }
}

function value(key: AxisKey, at: number): string {
  switch (key) {
    case 'k':
      return `k\u00a0=\u00a0${integer(at)}`;
    case 'p':
      return `p\u00a0=\u00a0${number(at)}`;
    case 'train':
      return `${integer(at)} examples`;
    case 'test-noise':
      return at === 0 ? 'no noise' : `noise ${number(at)}`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
