import type { StabilityTexts } from '../../en/stability.ts';
import { claim } from './signals/claim.ts';
import { derivation } from './signals/derivation.ts';

/** 信号穿过深度。 */
export const signals: StabilityTexts['signals'] = {
  show: '显示',
  modes: {
    both: '信号与梯度',
    mean: '均值',
    variance: '方差',
    weights: '权重的梯度',
    blocked: '死亡或饱和',
  },
  lines: {
    signal: '信号，向上 →',
    gradient: '梯度，向下 ←',
    mean: '激活值的均值',
    variance: '激活值的方差',
    weights: '权重的梯度',
    dead: '死亡的单元',
    saturated: '饱和的单元',
  },
  networks: (done, of) => `${of} 个随机网络中的 ${done} 个`,
  means: '同时画出各网络的均值',
  chart: {
    title: {
      both: '信号与梯度逐层有多大',
      mean: '激活值的均值，逐层',
      variance: '激活值的方差，逐层',
      weights: '权重的梯度逐层有多大',
      blocked: '每一层有多少单元不让梯度通过',
    },
    y: {
      both: '均方根：一个典型数的大小',
      mean: '对单元和输入求均值',
      variance: '对单元和输入求方差',
      weights: '单个输入的导数的均方根',
      blocked: '占该层的比例',
    },
    x: '层（0 为输入）',
    read: '逐层读图',
    hint: '指向某一层，或用方向键，即可读出数值。',
    at: (layer) => `第 ${layer} 层`,
    median: '中位数',
    band: '网络的 5% 到 95%',
    mean: '各网络的均值',
    theory: '闭式解',
    theoryBand: '其 5% 与 95%',
    waiting: '第一个网络正在计算。',
    colon: '：',
    comma: '，',
    semicolon: '；',
  },
  stray: {
    value: { zero: '0', infinite: '∞', nan: 'NaN' },
    underflow: '平方小于 10⁻³²³',
    overflow: '平方大于 10³⁰⁸',
    up: (value, layer) => `从第 ${layer} 层起：${value}`,
    down: (value, layer) => `第 ${layer} 层及以下：${value}`,
    between: (value, from, to) => `第 ${from} 到 ${to} 层：${value}`,
    one: (value, layer) => `第 ${layer} 层：${value}`,
  },
  levels: {
    largest: (precision) => `${precision} 的最大数`,
    smallest: (precision) => `${precision} 的最小数`,
    'scaled-largest': (precision) => `${precision} 的最大梯度（已除去损失缩放）`,
    'scaled-smallest': (precision) => `${precision} 的最小梯度（已除去损失缩放）`,
  },
  notes: {
    known: {
      signal: {
        law: '这里的信号只取第一个输入：对这一宽度的网络，它的分布是精确已知的，虚线为其对数的均值。',
        exact: '信号上的虚线是对所有网络的精确期望；中位数可能低于它。',
        'mean-field': '信号上的虚线是平均场理论，即层很宽时的极限。',
        nothing: '对这样的权重，信号没有闭式解。',
      },
      gradient: {
        law: '梯度也只取第一个输入，它的分布同样精确已知。',
        exact: '梯度上的虚线是对所有网络的精确期望；中位数可能低于它。',
        'mean-field': '梯度上的虚线是平均场理论，即层很宽时的极限。',
        nothing: '对这样的网络，梯度没有闭式解。',
      },
    },
    weights: '对每个权重的导数先对一批输入求和；这里的均方已除以输入的个数。',
    median: (mean, median) =>
      `为什么用中位数：大小是许多随机因子的乘积，均值由少数几个幸运的网络决定。在顶层，信号的均方对各网络的均值为 ${mean}，中位数为 ${median}。`,
    agree: (median) =>
      `这里各网络的均值与中位数一致（顶层为 ${median}）：各网络的信号几乎一样大。当大小是许多随机因子的乘积时，均值就由少数几个幸运的网络决定。`,
    variance: '均方 = 方差 + 均值²。sigmoid 与 ReLU 的均值不为 0。',
    blocked: '饱和：激活函数的斜率不到其最大值的百分之一。死亡：对这一批的每个输入都如此。',
    settled: (q, chi) =>
      `在网络深处，预激活值的方差稳定在 q* = ${q}，每一层把梯度的均方乘以 χ = ${chi}。`,
  },
  troubles: {
    title: '第一个 Inf、NaN 或 0',
    none: (precision) => `用 ${precision} 计算，没有数变成无穷或 NaN，也没有哪一层全部变成 0。`,
    passes: { forward: '向上', backward: '向下', update: '更新时' },
    operations: {
      weights: '权重',
      'pre-activation': '加权和',
      activation: '激活值',
      branch: '支路',
      skip: '与捷径之和',
      loss: '损失',
      gradient: '对激活值的梯度',
      delta: '对加权和的梯度',
      'weight-gradient': '对权重的梯度',
      update: '新的权重',
    },
    zero: (pass, layer, operation) => `${pass}，第 ${layer} 层：${operation}全部变成了 0。`,
    infinite: (pass, layer, operation, value) =>
      `${pass}，第 ${layer} 层：${operation}中出现了第一个 ${value}。`,
    reaches: (layer) => `因此第 ${layer} 层的激活值得不到任何梯度：图中从这一层起就是 0。`,
    starved: '梯度为 0 是因为信号为 0：没有信号到达的地方，ReLU 什么也不让通过。',
    cures: '试试解法',
    scale: (factor) => `损失缩放：×${factor}`,
    unscale: '把损失缩放设为 1',
    precision: (precision) => `同样的网络，用 ${precision}`,
    scaling: (factor) =>
      `顶层的梯度先乘以 ${factor}，读取时再除以它：很小的梯度被移到该精度能表示的范围里。`,
  },
  histogram: {
    title: '激活值逐层落在哪里',
    lead: '第一个网络的所有激活值：颜色越深，该层落在那里的激活值越多；每层最深处是最常见的值。',
    y: '激活值',
    beyond: '最上和最下一行是图外的所有激活值。',
    read: '逐层读激活值',
    hint: '指向某一层，或用方向键，即可读出激活值落在哪里。',
    words: (layer, low, middle, high) =>
      `第 ${layer} 层：四分之一的激活值低于 ${low}，一半低于 ${middle}，四分之三低于 ${high}。`,
    outside: (layer, below, above) =>
      `第 ${layer} 层：${below} 的激活值低于图的下缘，${above} 高于上缘。`,
    layer: '层',
    between: (low, high) => `${low} 到 ${high}`,
    below: (edge) => `低于 ${edge}`,
    above: (edge) => `高于 ${edge}`,
  },
  derivation,
  claim,
};
