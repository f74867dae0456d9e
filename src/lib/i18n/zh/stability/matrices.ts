import { formats } from '../../formats.ts';
import type { StabilityTexts } from '../../en/stability.ts';

const { integer } = formats('zh');

/** 随机矩阵的连乘。 */
export const matrices: StabilityTexts['matrices'] = {
  again: '重新抽取',
  progress: '已算出的乘积',
  runs: (done, of) => `${integer(done)} / ${integer(of)} 个乘积`,
  histogram: {
    title: '最后的乘积中最大元素的大小',
    x: '乘积中最大的 |元素|',
    y: '占全部乘积的比例',
    measured: (size, matrices) => `${integer(matrices)} 个 ${size}×${size} 的 N(0, 1) 矩阵的乘积`,
    law: '理论：一列的长度',
  },
  marks: {
    brief: {
      typical: (size) => `典型：${size}`,
      mean: (size) => `均值：${size}`,
    },
    typical: (size) => `典型大小（对数的均值）：${size}`,
    mean: (size) => `大小的均值：${size}`,
  },
  fan: {
    title: '一次一次地乘过去',
    x: '相乘次数',
    y: '最大的 |元素|',
    median: '中位数',
    half: '中间 50%',
    most: '中间 90%',
    one: '第一个乘积',
    theory: '理论：对数的增长',
    border: (precision) => `${precision} 的最大数`,
    lost: (precision, k) => `${precision}：从第 ${k} 次起一半已溢出`,
  },
  words: {
    size: (typical, from, to, orders) =>
      `最大的元素典型大小为 ${typical}，但中间 95% 的乘积从 ${from} 一直到 ${to}：相差 ${orders} 个数量级。`,
    mean: (mean, smaller, runs, share, expected) =>
      `大小的均值会误导人：它是 ${mean}，而 ${integer(runs)} 个乘积中有 ${integer(smaller)} 个比它小；仅最大的那一个就占了它的 ${share}。从期望看，一列长度的均方根更是高达约 ${expected}，这来自极其罕见、几乎哪次实验都遇不到的乘积。`,
    theory: (mean, error, deviation, lawMean, lawDeviation, size) =>
      `最大元素的 log₁₀：均值 ${mean}（标准误 ${error}），标准差 ${deviation}。理论上一列的长度：均值 ${lawMean}，标准差 ${lawDeviation}。${size === 1 ? '只有一个元素时，两者是一回事。' : `${size * size} 个元素中最大的并不等于这个长度：两者差一点点，但这个差不再增长。`}`,
    growth: (factor) => `长远来看，每乘一次，乘积就变为原来的 ${factor} 倍。`,
    lost: (precision, k) => `从第 ${k} 次相乘起，至少一半的乘积已超出 ${precision}。`,
    kept: (precision, share, near) =>
      `到最后${share === null ? '没有乘积' : `有 ${share} 的乘积`}超出了 ${precision}${near === null ? '' : `；照这样增长，到第 ${near} 次左右会有一半超出`}。`,
  },
  table: {
    range: '最大元素的 log₁₀',
    share: '测得',
    law: '理论（一列）',
    fan: [
      '相乘次数',
      '5%',
      '25%',
      '中位数',
      '75%',
      '95%',
      '第一个乘积',
      '理论',
      'float16 中溢出',
      'float32 中溢出',
    ],
  },
};
