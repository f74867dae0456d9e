import type { SignalsTexts } from '../../../en/stability/signals.ts';

/** 推导，一步一步，代入当前网络的数值。 */
export const derivation: SignalsTexts['derivation'] = {
  title: '讲义略去的推导',
  lead: '一层把前向的信号、反向的梯度各拉伸多少，代入上面网络的数值。',
  kinds: {
    exact: '无论层有多宽，这些闭式解都精确成立。',
    'mean-field': '这些闭式解是层很宽时的极限（平均场）。',
  },
  layer: '对第几层：',
  up: '前向',
  down: '反向',
  compromise: '一个方差，兼顾两个方向',
  formula: '公式',
  constant:
    '常数权重不是随机的：一层的所有单元算出同样的结果，下面的步骤都不成立。请换一种初始化。',
  steps: {
    sum: ({ inputs, variance }) =>
      `每个单元把 nᵢₙ = ${inputs} 个“权重 × 激活值”相加。权重的均值为 0，方差 σ² = ${variance}，且与进入该层的值无关。`,
    centred: () => '因此无论激活值是什么，加权和的均值都是 0。',
    variance: ({ inputs, variance, up }) =>
      `各个乘积互不相关，方差相加：nᵢₙ σ² = ${inputs} × ${variance} = ${up}。`,
    linear: () => '没有激活函数时，到此为止。',
    relu: () => 'z 关于 0 对称，ReLU 把负的一半变成 0：均方损失一半。这就是 He 的因子 ½。',
    curved: ({ activation, square }) =>
      `对服从正态分布的 z，${activation} 的积分在这里为 ${square} × Var[z]。`,
    mask: ({ p, keep }) => `暂退法以概率 1 − p 保留单元，并除以 1 − p：× 1/(1 − ${p}) = ${keep}。`,
    skip: ({ alpha, ratio }) =>
      `支路的均值为 0，所以均方相加。α = ${alpha} 时，这一层的因子为 ${ratio}。`,
    crossed: ({ alpha, ratio }) =>
      `支路以激活函数结尾，其均值不总为 0，于是多出一项。α = ${alpha} 时，这一层的因子为 ${ratio}。`,
    chain: ({ outputs }) =>
      `链式法则：一个激活值通向 nₒᵤₜ = ${outputs} 个单元，它的导数把各单元传回的部分相加。`,
    backward: ({ outputs, variance, down }) =>
      `同样的一步，只是 nᵢₙ 换成 nₒᵤₜ：nₒᵤₜ σ² = ${outputs} × ${variance} = ${down}。（权重与传回的梯度无关：没有激活函数或用 ReLU 时精确成立，其他函数在层很宽时成立。）`,
    linearSlope: () => '没有激活函数时，斜率为 1。',
    reluSlope: () => '对一半的加权和，ReLU 的斜率为 1；对另一半为 0。',
    curvedSlope: ({ activation, slope }) =>
      `${activation} 的斜率平方的均值在这里为 ${slope}；它不可能超过 ${activation.startsWith('sigmoid') ? '1/16' : '1'}。`,
    backwardSkip: ({ alpha, chi, ratio }) =>
      `梯度一边穿过支路（× χ = ${chi}），一边从旁绕过。α = ${alpha} 时，这一层的因子为 ${ratio}。`,
    both: ({ inputs, outputs, forUp, forDown }) =>
      `没有激活函数时，要让两个方向都不被拉伸，须有 σ² = 1/${inputs} = ${forUp}，同时 σ² = 1/${outputs} = ${forDown}。只有 nᵢₙ = nₒᵤₜ 时才做得到。`,
    xavier: ({ xavier }) => `Xavier 的折中让两者的平均为 1：这一层的 σ² = ${xavier}。`,
    uniform: ({ bound }) => `若按均匀分布抽取，这样的权重落在 ±${bound} 之间。`,
    he: ({ he, variance }) =>
      `对 ReLU，He 补回前向的因子 ½：σ² = ${he}。当前网络的 σ² = ${variance}。`,
  },
  second: (n) => `支路的第二个矩阵乘以 n σ₂² = ${n.second}，并使其均值为 0。`,
  backMask: (n) => `掩码在反向时也起作用：× ${n.keep}。`,
  table: {
    caption: '均方被乘以多少',
    step: '因子',
    expected: '闭式解，期望',
    typical: '闭式解，典型值',
    measured: '测量，典型值',
    size: '测量，按大小',
    upLayer: (layer) => `前向，第 ${layer} 层`,
    upAll: (layers) => `前向，全部 ${layers} 层`,
    downLayer: (layer) => `反向，第 ${layer} 层`,
    downAll: (layers) => `反向，全部 ${layers} 层`,
    note: '典型值：各网络对数的均值再取指数；括号内为上下各两个标准误。它低于期望，因为少数很大的网络抬高了期望。大小是均方的平方根。',
  },
};
