import type { SignalsTexts } from '../../../en/stability/signals.ts';

/** 检验讲义里的一句话。 */
export const claim: SignalsTexts['claim'] = {
  title: '检验讲义里的一句话',
  quote: 'ReLU 更容易爆炸，sigmoid 更容易消失。',
  lead: (depth, width, networks) =>
    `同样的网络，分别用 ReLU 和 sigmoid，${depth} 层、每层 ${width} 个单元，权重由小到大；各 ${networks} 个网络。一层把梯度的大小乘以多少？`,
  test: '检验',
  again: '再检验一次',
  progress: '已计算的网络种类',
  done: (done, of) => `${of} 种中的 ${done} 种`,
  lines: { relu: 'ReLU', sigmoid: 'sigmoid' },
  one: '1：既不消失也不爆炸',
  chart: {
    title: '一层对梯度做了什么，随权重大小变化',
    x: 'σ√n，权重的大小',
    y: '每层梯度大小的因子',
    read: '按权重大小读图',
    hint: '指向某处，或用方向键，即可读出数值。',
    at: (gain) => `σ√n = ${gain}`,
    waiting: '还没有计算。',
  },
  verdicts: {
    holds: (wins, of) =>
      `作为比较，它在这里成立：权重相同时，${of} 种大小中有 ${wins} 种是 ReLU 的因子更大。`,
    mixed: (wins, of) =>
      `作为比较，它在这里并不总成立：${of} 种大小中只有 ${wins} 种是 ReLU 的因子更大。`,
    fails: (of) => `它在这里不成立：${of} 种大小中，没有一种是 ReLU 的因子更大。`,
    both: '但若当作两个函数自身的性质，它会误导人，因为决定一切的是权重：',
    crosses: (name, below, above) => `${name} 在 σ√n 不超过 ${below} 时消失，从 ${above} 起爆炸。`,
    vanishes: (name) => `${name} 在试过的每种大小下都消失。`,
    explodes: (name) => `${name} 在试过的每种大小下都爆炸。`,
    other: (name) => `${name} 并不是在某一个大小上从一种变成另一种。`,
  },
  basis:
    '因子是对各层取几何平均后的平方根；区间为网络的 5% 到 95%。整个区间都更大（或都在 1 的一侧）时，才算更大（或高于、低于 1）。宽度、暂退法、残差和输入与上面的网络相同；权重为 N(0, σ²)，用 float32。',
};
