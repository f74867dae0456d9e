import { formats } from '../../formats.ts';
import type { StabilityTexts } from '../../en/stability.ts';

const { integer } = formats('zh');

/** 一次一个因子。 */
export const products: StabilityTexts['products'] = {
  factor: '因子',
  quick: { two: '2', tenth: '0.1', quarter: '0.25，即 sigmoid 的最大斜率' },
  multiplied: '已乘的因子数',
  of: (k, count) => `${integer(k)} / ${integer(count)}`,
  play: '播放',
  pause: '暂停',
  step: '再乘一个',
  back: '退回一个',
  chart: {
    title: (factor, count) => `${integer(count)} 个 ${factor} 的乘积在每种精度下的大小`,
    x: '因子个数',
    y: '乘积的大小',
    truth: '精确的乘积',
    ends: {
      infinite: (precision, k) => `${precision}：从第 ${integer(k)} 个因子起为 Inf`,
      zero: (precision, k) => `${precision}：从第 ${integer(k)} 个因子起为 0`,
      stuck: (precision, k) => `${precision}：从第 ${integer(k)} 个因子起不再变化`,
    },
    shortEnds: {
      infinite: (_, k) => `第 ${integer(k)} 个起为 Inf`,
      zero: (_, k) => `第 ${integer(k)} 个起为 0`,
      stuck: (_, k) => `第 ${integer(k)} 个起不变`,
    },
  },
  levels: {
    largest: '最大数',
    smallestNormal: '最小规格化数',
    smallestSubnormal: '最小正数',
  },
  now: {
    title: (k) => `乘过 ${integer(k)} 个因子之后`,
    exact: '精确值',
    bits: '符号 · 指数 · 尾数',
    exponent: '它的二进制位：符号、指数、尾数',
  },
  states: {
    infinite: '无穷大',
    zero: '零',
    subnormal: '低于规格化数：有效位正在丢失',
    times: (times) => `是应有大小的 ${times} 倍`,
    miss: (percent) => `误差 ${percent}`,
  },
  words: {
    infinite: (precision, k, largest) =>
      `${precision} 存不下大于 ${largest} 的数：从第 ${integer(k)} 个因子起，乘积就是无穷大。`,
    zero: (precision, k, smallest) =>
      `${precision} 在 0 与 ${smallest} 之间没有任何数：从第 ${integer(k)} 个因子起乘积就是 0，此后无论再乘什么都还是 0。`,
    stuck: (precision, k, value) =>
      `${precision} 从第 ${integer(k)} 个因子起停在 ${value}：之后的每个乘积都被舍入回这个数。`,
    same: (precision, factor, held) =>
      `${precision} 把 ${factor} 存成了 ${held}：乘积始终是 ${held}。`,
    held: (precision, k, value) =>
      `${precision} 一路走到底：乘过 ${integer(k)} 个因子之后是 ${value}。`,
    subnormal: (k) => `从第 ${integer(k)} 个因子起它已低于规格化数，有效位开始丢失。`,
  },
  table: { factors: '因子个数', exact: '精确值' },
};
