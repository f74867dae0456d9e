import type { SubnetworksTexts } from '../../en/subnetworks.ts';
import { formats } from '../../formats.ts';

const { integer } = formats('zh');

type Said = Parameters<SubnetworksTexts['gain']['words']['members']>[0];

const interval = ({ difference, low, high }: Said) =>
  `相差 ${difference}，95% 置信区间为 ${low} 到 ${high}`;

/** 平均的增益从何而来。 */
export const gain: SubnetworksTexts['gain'] = {
  title: '增益从何而来',
  lead: '若干网络的平均有多好，只取决于两件事：平均成员有多好，以及成员之间相差多远。取平均减去的，恰好是它们的离散程度。',
  kind: {
    legend: '衡量指标',
    nll: '负对数似然',
    brier: '平方误差',
    error: '错误率',
  },
  identity: {
    nll: '平均成员的负对数似然 − 成员的离散程度 = 平均的负对数似然。离散程度是 log p̄(y)/p(y) 对成员的平均，其中 p̄ 是它们的平均，y 是真实类别；由詹森不等式，它不会是负的。',
    brier:
      '平均成员的平方误差 − 成员的离散程度 = 平均的平方误差（Krogh 与 Vedelsby，1995）。误差是概率与真实类别的距离平方（Brier 分数），离散程度是成员到平均的距离平方的平均。',
    error:
      '错误率没有这样的恒等式：平均出错的次数，可能比平均成员少，也可能更多。这里标出的只是两者之差。',
  },
  residual: (size) =>
    `离散程度与损失是分开计算的。在任一测试样本上，等式两边的最大差异为 ${size}。`,
  figure: {
    nll: '平均的负对数似然，以及取平均减去的部分',
    brier: '平均的平方误差，以及取平均减去的部分',
    error: '平均的错误率，以及它与平均成员之差',
  },
  axis: { nll: '负对数似然（nat）', brier: '平方误差', error: '错误率' },
  legend: {
    mean: '平均',
    gain: '取平均减去的部分：离散程度',
    difference: '与平均成员之差',
    error: '平均的 ± 1 个标准误',
  },
  mark: { single: '单个网络', dropout: '关闭暂退法' },
  of: (k) => (k === 1 ? '1 个网络' : `${integer(k)} 个网络的平均`),
  groups: (k, groups) => `${integer(k)} 个网络的平均，共 ${integer(groups)} 组`,
  bar: (name, members, gain, mean) =>
    `${name}：平均成员为 ${members}，取平均减去 ${gain}，平均为 ${mean}`,
  table: {
    name: '网络',
    members: '平均成员',
    gain: '离散程度',
    difference: '差',
    mean: '平均',
    error: '± 标准误',
  },
  basis: (examples) =>
    `在前 ${integer(examples)} 个测试样本上；标准误针对这些样本，训练好的权重视为给定。`,
  draws: (draws, k, groups) =>
    `暂退法抽取了 ${integer(draws)} 个子网络。参与平均的网络越多，可以减去的也越多，因此暂退法在这里出现两次：第二次与其他方法一样只取 ${integer(k)} 个的平均，共 ${integer(groups)} 组。`,
  words: {
    title: '用文字说明',
    averaging: '取平均带来什么',
    takesOff: (parts) => `取平均减去：${parts.join('；')}。`,
    changes: (parts) => `从平均成员到平均，错误率的变化（百分点）：${parts.join('；')}。`,
    part: (amount, error, name) => `${name} ${amount}（± ${error}）`,
    sharing: '共享权重带来什么',
    sharingHow: (k) =>
      `这 ${integer(k)} 个共享子网络与 ${integer(k)} 个独立子网络的掩码完全相同。区别在于：它们共用一组权重（包括初始值），而且每个样本每次只训练其中一个。`,
    members: (said) =>
      ({
        better: `共享权重时，平均成员更好：${interval(said)}。`,
        worse: `共享权重时，平均成员更差：${interval(said)}。`,
        'no clear difference': `两者的平均成员没有明显差异：${interval(said)}。`,
      })[said.relation],
    gain: (said) =>
      ({
        better: `共享权重时，取平均减去的更少：${interval(said)}。`,
        worse: `共享权重时，取平均减去的更多：${interval(said)}。`,
        'no clear difference': `取平均减去的部分没有明显差异：${interval(said)}。`,
      })[said.relation],
    mean: (said) =>
      ({
        better: `合起来，共享权重时的平均更好：${interval(said)}。`,
        worse: `合起来，共享权重时的平均更差：${interval(said)}。`,
        'no clear difference': `合起来，两者的平均没有明显差异：${interval(said)}。`,
      })[said.relation],
    against: '与一个网络相比',
    average: (name, k) => (k > 1 ? `${name}（${integer(k)} 个的平均）` : name),
    compared: (relation, object, parts) => {
      const all = parts.join('；');
      return {
        better: `比${object}更好：${all}。`,
        worse: `比${object}更差：${all}。`,
        'no clear difference': `与${object}没有明显差异：${all}。`,
      }[relation];
    },
    compare: (subject, { difference, low, high }) =>
      `${subject} ${difference}（${low} 到 ${high}）`,
    names: {
      single: '单个网络',
      dropout: '暂退法',
      subnetworks: '独立的子网络',
      'shared-subnetworks': '共享权重的子网络',
      'full-ensemble': '完整集成',
      'weight-decay': '权重衰减',
      'input-noise': '输入噪声',
    },
    off: '关闭暂退法的网络',
    points: (value) => `${value} 个百分点`,
    signs: '差值为前者减后者，括号里是 95% 置信区间：负数表示前者更好。',
  },
  none: '训练过的变体里没有可以取平均的网络。请在设置里选择“暂退法”、一种子网络或“完整集成”。',
};
