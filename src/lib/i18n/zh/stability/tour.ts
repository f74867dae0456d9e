import type { StabilityTexts } from '../../en/stability.ts';

/** 一步一步的导览。 */
export const tour: StabilityTexts['tour'] = {
  title: '课堂导览',
  lead: '十二站，从 2 × 2 × 2……一直到能够训练的五十层网络。每一站都会设置好下面的一切；随意改动，再回来即可。',
  begin: '开始导览',
  next: '下一站',
  back: '上一站',
  changed: '你改动了这一站，上面的话说的是改动之前。',
  restore: '恢复原样',
  all: '所有站点',
  stop: (n, of) => `第 ${n} 站，共 ${of} 站：`,
  stops: {
    products: {
      title: '二的一百次方',
      look: '把 2 连乘一百次，一次一个因子：看 float16 在哪里撑不住，而 float32 和 float64 还能继续。',
    },
    sums: {
      title: '连乘与连加',
      look: '同样的一百个随机数，一边连乘，一边连加：看乘积的分布散得有多开。把乘积变成求和正是一种解法。',
    },
    matrices: {
      title: '一百个随机矩阵',
      look: '4×4 高斯矩阵每多乘一个，乘积大约变为原来的 1.75 倍：看它的大小的直方图有多宽。',
    },
    'small-weights': {
      title: '太小的权重',
      look: '五十层 ReLU，权重为 N(0, 0.01²)：每一层只留下信号大小的大约十二分之一；看从哪一层起 float32 里只剩下 0。',
    },
    sigmoid: {
      title: 'sigmoid 的梯度消失',
      look: '前向看起来一切正常；再看梯度：往下每过一层就失去四分之三以上。',
    },
    taylor: {
      title: '零附近的激活函数',
      look: '在零附近 tanh 就是恒等函数，而 sigmoid 是 ½ + x/4：看那里的斜率，以及网络的预激活值落在哪里。',
    },
    'scaled-sigmoid': {
      title: '4σ(x) − 2：零附近的恒等函数',
      look: '把零点的斜率调成 1，同样的 sigmoid 就能把梯度保持得久得多：与前面 sigmoid 的那一站比较。',
    },
    'half-precision': {
      title: '半精度最先失守',
      look: '同样的 sigmoid 网络，改用 float16：找出梯度从哪一层起恰好变成 0。',
    },
    'loss-scaling': {
      title: '损失缩放',
      look: '在顶层乘上一个数，读取时再除回去，梯度就能多活几层：看多了几层。',
    },
    stuck: {
      title: '训练不动的五十层',
      look: '还是 N(0, 0.01²)，这次来训练：损失纹丝不动，因为输出层以下的各层根本得不到梯度。',
    },
    rescued: {
      title: '同样的五十层，加上 h + f(h)',
      look: '权重、学习率和步数都相同，只是每一层把自己的输出加到输入上：看损失虽有尖峰却一路下降，再看一直填到最底层的热图。',
    },
    explodes: {
      title: '两种解法同时用，反成了病',
      look: 'He 初始化与 h + f(h) 一起用，会让信号的方差在每一层都翻倍：看这次训练怎样收场；再选“按范数裁剪，界限 1”，然后回放。',
    },
  },
};
