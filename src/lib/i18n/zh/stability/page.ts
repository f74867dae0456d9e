import type { StabilityTexts } from '../../en/stability.ts';

/** 数值稳定性页面的框架。 */
export const page: StabilityTexts['page'] = {
  pageTitle: '数值稳定性：梯度消失与爆炸 · Dropout 实验室',
  description:
    '在浏览器里观察信号与梯度如何经过多达 200 层而消失或爆炸，与闭式解并排比较，并找到解法。',
  title: '消失，还是爆炸',
  lead: '深层网络是很长的连乘，而很长的连乘不是趋于 0 就是趋于无穷。在真实的网络上测量它，与理论画在一起，再把它治好。',
  experiments: '实验',
  settings: '设置',
  compute: '计算',
  computing: '计算中……',
  stop: '停止',
  stopped: '已停止。',
  table: '以表格显示',
  automatic: '每一层的数途中都要查看，若用 WebGL，每个乘积都得取回来：所以用 WebAssembly。',
  gpu: '你指定了 WebGL：每个矩阵乘积都在 GPU 上计算，再取回来查看。',
  instead: (name, why) => `实验室改用 ${name} 以 float32 计算：${why}。`,
  slower: (precision) => `${precision} 由纯 JavaScript 计算，会慢一些。`,
  otherPrecisions: 'float64 与 float16 由纯 JavaScript 计算：TensorFlow.js 两者都没有。',
};
