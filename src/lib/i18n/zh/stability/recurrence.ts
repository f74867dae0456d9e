import type { StabilityTexts } from '../../en/stability.ts';

/** 沿时间传播：普通循环网络与 LSTM 并排。 */
export const recurrence: StabilityTexts['recurrence'] = {
  formulas: {
    plain: '普通循环：h ← tanh(W h + U x)。每回溯一步，梯度都要乘上 Wᵀ 和一个斜率。',
    lstm: 'LSTM：c ← f · c + i · u。每回溯一步，梯度乘上遗忘门 f，再加上从各个门传来的部分。',
  },
  networks: (done, of) => `${of} 对随机网络中的 ${done} 对`,
  lines: {
    plain: '普通循环网络',
    lstm: 'LSTM 单元',
    path: '仅加法通路 ∏ f',
  },
  chart: {
    title: '回溯这么多个时间步之后，梯度还有多大',
    x: '回溯的时间步',
    y: '对状态的导数的均方根',
    read: '逐步读图',
    hint: '指向某一步，或用方向键，即可读出数值。',
    at: (steps) => `回溯 ${steps} 步`,
    median: '中位数',
    band: '网络的 5% 到 95%',
    mean: '各网络的均值',
    theory: '闭式解',
    theoryBand: '其 5% 与 95%',
    waiting: '第一批网络正在计算。',
    colon: '：',
    comma: '，',
    semicolon: '；',
  },
  stray: {
    value: { zero: '0', infinite: '∞', nan: 'NaN' },
    on: (value, step) => `从回溯 ${step} 步起为 ${value}`,
  },
  reach: {
    title: '各自能回溯多远',
    falls: (name, step) => `${name}：从回溯 ${step} 步起，低于最初大小的百分之一。`,
    stays: (name, steps, size) => `${name}：回溯 ${steps} 步时仍为最初大小的 ${size} 倍。`,
    explodes: (name, steps, size) =>
      `${name}：梯度爆炸，回溯 ${steps} 步时为最初大小的 ${size} 倍。`,
  },
  verdict: {
    explodes: (name, size, steps) =>
      `${name}的梯度爆炸：按中位数，回溯 ${steps} 步时为最初大小的 ${size} 倍。`,
    lstm: (factor, steps) =>
      `按中位数，回溯 ${steps} 步时 LSTM 的梯度是普通循环网络的 ${factor} 倍。`,
    plain: (factor, steps) =>
      `在这里普通循环网络回溯得更远：按中位数，回溯 ${steps} 步时它的梯度是 LSTM 的 ${factor} 倍。`,
    same: (steps) => `回溯 ${steps} 步时没有明显差别：两者居中一半的网络互相重叠。`,
  },
  spread: '各网络相差很大：一种里有些网络与另一种里的有些网络不相上下。',
  path: (factor, bias, gate) =>
    `沿着加法通路，每一步乘以遗忘门：按中位数每步 ${factor}。没有输入和状态时，遗忘门为 σ(${bias}) = ${gate}。`,
  theory: (chi) => `普通循环网络上的虚线是平均场理论：每一步把均方乘以 χ = ${chi}。`,
  note: '加法通路并不是保证：遗忘门若在 ½ 附近，它和任何连乘一样快地消失。正的遗忘门偏置只在开始时把门打开；能否一直开着，要看训练。',
};
