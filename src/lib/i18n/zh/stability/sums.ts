import { formats } from '../../formats.ts';
import type { StabilityTexts } from '../../en/stability.ts';

const { integer } = formats('zh');

/** 连乘与连加。 */
export const sums: StabilityTexts['sums'] = {
  again: '重新抽取',
  runs: (runs) => `重复 ${integer(runs)} 次`,
  scale: '坐标轴',
  scales: { size: '共用一个坐标轴', own: '各用各的坐标轴' },
  product: (count) => `${integer(count)} 个数的乘积`,
  sum: (count) => `同样 ${integer(count)} 个数的和`,
  theory: '理论',
  nothing: '每个数都是 0，乘积与和也都是 0。',
  chart: {
    label: (of) => `${of}：在各次重复中如何分布`,
    y: '占重复次数的比例',
    size: '大小（以大小的中位数为 1）',
    product: '乘积的大小',
    sum: '和',
  },
  middle: {
    orders: (orders) => `中间 95%：${orders} 个数量级`,
    factor: (factor) => `中间 95%：大小之比 ${factor}`,
    range: (low, high) => `中间 95%：${low} 到 ${high}`,
  },
  words: {
    product: (runs, low, high, orders) =>
      `${integer(runs)} 个乘积中，中间 95% 从 ${low} 一直到 ${high}：跨 ${orders} 个数量级。`,
    sum: (low, high, factor, orders) =>
      `同样这些数的和，中间 95% 只从 ${low} 到 ${high}：大小之比为 ${factor}，即 ${orders} 个数量级。`,
    signs: (low, high) => `同样这些数的和，中间 95% 从 ${low} 到 ${high}，正负都有。`,
    why: (count) =>
      `乘积的对数是 ${integer(count)} 个对数的和：对数像和一样散布，乘积本身因此按数量级散布。`,
  },
  figures: {
    caption: '测得的与理论的均值和散布',
    of: '在各次重复中',
    mean: '均值 ± 标准误',
    deviation: '标准差',
    theory: '理论',
    product: '乘积大小的 log₁₀',
    sum: '和',
    note: '理论：两者的均值和标准差都是精确的。和恰好服从正态分布；数的个数较多时，乘积的对数近似服从正态分布。',
  },
  table: {
    caption: '同样这些数的乘积与和在各次重复中的分布',
    head: [
      '乘积（在其坐标轴上的范围）',
      '测得',
      '理论',
      '和（在其坐标轴上的范围）',
      '测得',
      '理论',
    ],
  },
};
