import type { Claim, ClaimKey, Outcome } from '#lib/tables/findings/claim.ts';
import { formats } from '../../formats.ts';

const { integer } = formats('zh');

/** 已发表的结论和判断规则；是否成立由数字计算。 */
const texts: Record<ClaimKey, string> = {
  'dropout-beats-single': '用暂退法训练的网络，测试错误率低于不用的。',
  'mean-meets-off': '大约 50 个子网络的平均就与关闭暂退法一样好（从 10 到 250 个之间都算成立）。',
  'mean-stays-with-off': '平均更多的子网络，结果一样好或略好。',
  'flat-in-the-middle': '当 0.2 ≤ p ≤ 0.6 时，测试错误率是平的。',
  'rises-outside': '在这个范围之外，朝两端升高。',
  'half-is-near-the-best': 'p = 0.5 接近最优。',
  'width-mends-large-p': '加宽各层，可以消去 p 很大时的大部分误差。',
  'no-gain-with-little-data': '数据很少时，暂退法没有好处。',
  'gain-with-more-data': '数据多一些，它就有好处。',
  'gain-declines': '数据很多时，好处又变小。',
  'max-norm-beats-l2': '最大范数约束比 L2 更好。',
  'dropout-beats-l2': '暂退法比 L2 更好。',
  'both-beat-max-norm': '暂退法加最大范数约束，比单用最大范数约束更好。',
  'geometric-is-nearer': '与算术平均相比，几何平均更接近关闭暂退法。',
  'gap-vanishes':
    '只有一个隐藏层时，差距趋于 0（在噪声之内，或低于 k = 1 时的百分之一，都算成立）。',
  'gap-remains': '非线性之前若有掩码，无论平均多少个子网络，都可能留下差距。',
  'noise-beats-single': '在带噪声的输入上训练，有助于应对输入上的噪声。',
};

const outcomes: Record<Outcome, string> = {
  holds: '在这里成立',
  'in-part': '在这里部分成立',
  fails: '在这里不成立',
  unclear: '这些种子无法判断',
};

export const claims = {
  text: ({ key, train }: Claim) =>
    train === undefined ? texts[key] : `${texts[key]}（${integer(train)} 个样本）`,
  outcome: (outcome: Outcome) => outcomes[outcome],
  /** 目录里对一张表的总评。 */
  together: {
    holds: '与已发表的结果一致',
    'in-part': '部分一致',
    fails: '不一致',
    unclear: '无法判断',
  } satisfies Record<Outcome, string>,
};
