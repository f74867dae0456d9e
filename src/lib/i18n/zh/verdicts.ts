import type { Contestant, Verdict } from '#lib/experiment/verdicts.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { formats } from '../formats.ts';
import { estimatorText, variantText } from './run.ts';

const f = formats('zh');

/** 例如：“暂退法（10 个子网络的算术平均）”。 */
function contestant({ variant, estimator, k }: Contestant): string {
  const { name, short } = variantText[variant];
  return variant === 'single' ? name : `${short}（${estimatorText[estimator](k)}）`;
}

function pair({ kind, subject, object }: Verdict): [string, string] {
  if (kind === 'against-single') return [contestant(subject), contestant(object)];
  const { short } = variantText[subject.variant];
  return [`${short}的 ${estimatorText[subject.estimator](subject.k)}`, '同一组权重关闭暂退法'];
}

export const verdicts = {
  leftOut: (variants: readonly VariantName[]) =>
    `训练发散，不作比较：${f.list(variants.map((name) => variantText[name].name))}。`,
  title: '结论',
  rule: '只有在同一批测试样本上，成对差异的 95% 置信区间不包含零时，才会说“更好”或“更差”。',
  caveat: '一次运行只是权重、掩码和数据的一次抽取：换一个种子，结果可能不同。',
  sentence: (verdict: Verdict) => {
    const [subject, object] = pair(verdict);
    const { relation, subjectError, objectError, difference, low, high, examples, step } = verdict;
    const figures = `训练 ${f.integer(step)} 步后，在 ${f.integer(examples)} 个测试样本上的错误率为 ${f.percent(subjectError)} 对 ${f.percent(objectError)}，相差 ${f.points(difference)} 个百分点，95% 置信区间为 ${f.points(low)} 到 ${f.points(high)}`;
    switch (relation) {
      case 'better':
        return `在这次运行中，${subject}比${object}更好：${figures}。`;
      case 'worse':
        return `在这次运行中，${subject}比${object}更差：${figures}。`;
      case 'no clear difference':
        return `在这次运行中，${subject}与${object}没有明显差异：${figures}。`;
    }
  },
};
