import type { StabilityTexts } from '../../en/stability.ts';

/** 零附近的激活函数。 */
export const taylor: StabilityTexts['taylor'] = {
  functions: {
    none: 'x',
    relu: 'ReLU(x)',
    sigmoid: 'σ(x)',
    tanh: 'tanh x',
    'scaled-sigmoid': '4σ(x) − 2',
  },
  layer: '网络的第几层',
  of: (layer, depth) => `第 ${layer} 层，共 ${depth} 层`,
  legend: {
    polynomial: (order) => `它的 ${order} 阶泰勒多项式`,
    identity: '恒等函数 x',
    zone: '函数与多项式相差不超过 0.01 的范围',
    bars: '网络的预激活值',
  },
  axes: {
    x: 'x，即预激活值',
    value: '函数值',
    derivative: '导数',
    remainder: '|函数 − 多项式|',
    density: '预激活值：每单位 x 的比例',
  },
  panels: {
    function: '函数与它在 0 处的泰勒多项式',
    derivative: '函数的导数',
    remainder: '函数与多项式相差多远',
    preActivations: '这一层的预激活值落在哪里',
  },
  words: {
    polynomial: (name, polynomial) =>
      `在 0 附近，${name} ≈ ${polynomial}${polynomial.endsWith('…') ? '' : '。'}`,
    zone: (low, high, tolerance, reach) => {
      if (low === null && high === null)
        return `在画出的整个范围（−${reach} 到 ${reach}）内，误差都不超过 ${tolerance}。`;
      if (high === null) return `从 ${low} 往上，误差不超过 ${tolerance}。`;
      if (low === null) return `直到 ${high}，误差不超过 ${tolerance}。`;
      return `从 ${low} 到 ${high}，误差不超过 ${tolerance}。`;
    },
    share: (layer, stack, share) =>
      `网络的激活函数是 ${stack}；在它的第 ${layer} 层，约 ${share} 的预激活值落在这个范围内。`,
    bins: (least, most) => `（条形只能确定在 ${least} 到 ${most} 之间。）`,
    between: (layer, stack, least, most) =>
      `网络的激活函数是 ${stack}；在它的第 ${layer} 层，有 ${least} 到 ${most} 的预激活值落在这个范围内：仅凭条形无法说得更准。`,
    slope: (slope) => `0 处的斜率是 ${slope}。`,
    kink: '0 右侧的斜率是 1，左侧是 0；多项式取的是右侧的。',
    next: (term) => `舍去的第一项是 ${term}。`,
    none: '没有舍去任何项。',
    radius: (radius) => `级数只在 |x| < ${radius} 时收敛：超出它，阶数越高反而越差。`,
  },
  lost: '这一层没有任何有限的数。',
  other: (name) => `网络自己的激活函数是 ${name}。`,
  draw: (name) => `改画 ${name}`,
  table: {
    showCurves: '以表格显示曲线',
    showSpread: '以表格显示预激活值',
    curves: ['x', '函数', '多项式', '导数', '函数 − 多项式'],
    spread: ['预激活值', '比例'],
  },
};
