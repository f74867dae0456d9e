import type { StabilityTexts } from '../../en/stability.ts';

/** 页面上每个实验的名称，以及它要问的问题。 */
export const views: StabilityTexts['views'] = {
  products: {
    title: '一次一个因子',
    lead: '最简单的连乘。每种精度能跟到哪里？',
  },
  sums: {
    title: '连乘与连加',
    lead: '同样的随机数，既相乘，也相加。哪一个更可靠？',
  },
  matrices: {
    title: '随机矩阵',
    lead: '深层线性网络就是矩阵的连乘。它会变得多大？',
  },
  taylor: {
    title: '零附近的激活函数',
    lead: '在零附近，激活函数就是它的泰勒多项式。这在多大范围内成立？网络的预激活值又落在哪里？',
  },
  signals: {
    title: '信号逐层传播',
    lead: '训练之前的随机网络：往上走的激活值有多大，往下走的梯度又有多大？',
  },
  recurrence: {
    title: '沿时间传播',
    lead: '普通循环网络在每个时间步相乘，LSTM 的单元则相加。两者的梯度各能回溯多远？',
  },
  learning: {
    title: '训练深层网络',
    lead: '同样的网络，这次来训练。哪些层在学习，什么能治好其余的层？',
  },
  grid: {
    title: '对学习率的敏感度',
    lead: '每个学习率与每种初始化、深度或激活函数各训练一次。哪里收敛，哪里缓慢，哪里发散？',
  },
};
