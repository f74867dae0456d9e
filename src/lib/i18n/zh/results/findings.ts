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

const { integer, number } = formats('zh');

/** 把一张表允许得出的结论写成句子；用哪个词由数字决定。 */
export function sentence(statement: Statement): string {
  return spaced(words(statement));
}

/** 汉字与数字、字母之间空一格，汉字之间不空。 */
function spaced(text: string): string {
  return text
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .replace(/(\p{Script=Han})([\dA-Za-z])/gu, '$1 $2')
    .replace(/([\dA-Za-z%])(\p{Script=Han})/gu, '$1 $2');
}

function words(statement: Statement): string {
  switch (statement.kind) {
    case 'comparison': {
      const { subject, object, quantity, place, subjectMean, objectMean, difference } = statement;
      const [a, b] = [side(subject), side(object)];
      const figures = `${quantities[quantity]} ${meanText(quantity, subjectMean)} 对 ${meanText(quantity, objectMean)}，相差 ${size(quantity, difference)}`;
      const start = place ? `${placeText(place)}，` : '';
      const { relation } = difference;
      return relation === 'no clear difference'
        ? `${start}${a}与${b}没有明显差异：${figures}。`
        : `${start}${a}比${b}${relation === 'better' ? '更好' : '更差'}：${figures}。`;
    }
    case 'against-control': {
      const { quantity, control, controlMean, others } = statement;
      const labels = { better: '更好', 'no clear difference': '没有明显差异', worse: '更差' };
      const groups = byRelation(others, ({ difference }) => difference).map(
        ({ relation, members }) => {
          const names = members.map(
            ({ side: one, difference: { mean, standardError } }) =>
              `${side(one)}（${differenceText(quantity, mean, standardError)}）`,
          );
          return `${labels[relation]}：${names.join('；')}`;
        },
      );
      return `与${side(control)}（${quantities[quantity]} ${meanText(quantity, controlMean)}）相比，单位是${unit(quantity)}。${groups.join('。')}。`;
    }
    case 'meeting':
      return meeting(statement);
    case 'flat':
      return flat(statement);
    case 'places': {
      const { quantity, key, at, against, atMean, againstMean, difference } = statement;
      const labels = { better: '更低', worse: '更高', 'no clear difference': '没有明显差异' };
      return `${quantities[quantity]}在 ${value(key, at)} 时为 ${meanText(quantity, atMean)}，在 ${value(key, against)} 时为 ${meanText(quantity, againstMean)}：前者${labels[difference.relation]}，相差 ${size(quantity, difference)}。`;
    }
    case 'gains':
      return gains(statement);
    case 'gap':
      return gap(statement);
  }
}

function meeting({ quantity, key, subject, object, from, end, atEnd }: Meeting): string {
  const [a, b] = [side(subject), side(object)];
  const start = `就${quantities[quantity]}而言，${a}`;
  if (from === null) {
    return `${start}到 ${value(key, end)} 时仍明显比${b}差（${size(quantity, atEnd)}）。`;
  }
  return `${start}从 ${value(key, from)} 起不再明显比${b}差；在 ${value(key, end)} 时${clearly[atEnd.relation]}（${size(quantity, atEnd)}）。`;
}

function flat({ quantity, key, best, bestMean, from, to, worse }: Flat): string {
  const about =
    from === to
      ? '与它相邻的都明显更差'
      : `从 ${value(key, from)} 到 ${value(key, to)} 都没有明显更差的`;
  const outside =
    worse.length === 0
      ? ''
      : `明显更差的：${valuesText(
          key,
          worse.map((one) => one.value),
        )}。`;
  return `${quantities[quantity]}在 ${value(key, best)} 时最低（${meanText(quantity, bestMean)}），${about}。${outside}`;
}

function gains({ quantity, key, subject, control, places, peak, endAgainstPeak }: Gains): string {
  const parts = byRelation(places, ({ gain }) => gain).map(({ relation, members }) => {
    const values = members.map((one) => one.value);
    return values.length === places.length
      ? `处处${clearly[relation]}，从${value(key, values[0])}到${value(key, values[values.length - 1])}`
      : `${clearly[relation]}：${valuesText(key, values)}`;
  });
  const start = `${side(subject)}与${side(control)}相比，${parts.join('；')}。`;
  const top = places.find((one) => one.value === peak);
  const end = places[places.length - 1];
  if (!top || !(top.gain.mean > 0)) return start;
  const most = `好处最大的是 ${value(key, peak)}，为 ${size(quantity, top.gain)}`;
  if (!endAgainstPeak) return `${start}${most}。`;
  const less = endAgainstPeak.relation === 'better' ? '明显更小' : '并不明显更小';
  return `${start}${most}；${value(key, end.value)} 时为 ${size(quantity, end.gain)}，${less}。`;
}

function gap({ network, k, first, gap: left }: Gap): string {
  const words = {
    better: '明显低于 0',
    worse: '明显高于 0',
    'no clear difference': '与 0 没有明显差异',
  };
  return `${placeText({ network })}，${integer(k)} 个子网络的几何平均与关闭暂退法的负对数似然之差为 ${differenceText('loss-gap', left.mean, left.standardError)}，${words[left.relation]}；k = ${integer(first.k)} 时为 ${meanText('loss-gap', first.mean)}。`;
}

const clearly: Record<Difference['relation'], string> = {
  better: '明显更好',
  worse: '明显更差',
  'no clear difference': '没有明显差异',
};

const quantities: Record<Quantity, string> = {
  'test-error': '测试错误率',
  'train-error': '训练错误率',
  'test-loss': '测试负对数似然',
  'loss-gap': '负对数似然之差',
};

function side({ name, value }: Side): string {
  return nameWithin(name, value);
}

function unit(quantity: Quantity): string {
  return quantity === 'test-error' || quantity === 'train-error' ? '百分点' : 'nat';
}

function size(quantity: Quantity, { mean, standardError }: Difference): string {
  const shown = differenceText(quantity, mean, standardError);
  return unit(quantity) === 'nat' ? `${shown} nat` : `${shown} 个${unit(quantity)}`;
}

function placeText(place: Place): string {
  if ('network' in place) return place.network === 'one-layer' ? '一个隐藏层时' : '两个隐藏层时';
  return place.key === 'train'
    ? `有 ${integer(place.value)} 个训练样本时`
    : `${value(place.key, place.value)} 时`;
}

/** 几个位置，共同的词只说一次。 */
function valuesText(key: AxisKey, values: readonly number[]): string {
  if (values.length === 1) return value(key, values[0]);
  switch (key) {
    case 'k':
    case 'p':
      return `${key}\u00a0=\u00a0${values.map((one) => number(one)).join('、')}`;
    case 'train':
      return `${values.map(integer).join('、')} 个样本`;
    case 'test-noise':
      return `噪声 ${values.map((one) => number(one)).join('、')}`;
  }
}

function value(key: AxisKey, at: number): string {
  switch (key) {
    case 'k':
      return `k\u00a0=\u00a0${integer(at)}`;
    case 'p':
      return `p\u00a0=\u00a0${number(at)}`;
    case 'train':
      return `${integer(at)} 个样本`;
    case 'test-noise':
      return at === 0 ? '无噪声' : `噪声 ${number(at)}`;
  }
}
