import type { SubnetworksTexts } from '../../en/subnetworks.ts';
import { formats } from '../../formats.ts';

const { integer } = formats('zh');

type Place = 'below' | 'within' | 'above';

const among = (figure: string, place: Place | null, low: string, high: string, k: number) => {
  if (place === null) return `${figure}。`;
  const others = `完整集成的 ${integer(k)} 个网络（${low} 到 ${high}）`;
  return {
    below: `${figure}，比${others}都小。`,
    within: `${figure}，在${others}之间。`,
    above: `${figure}，比${others}都大。`,
  }[place];
};

/** 网络的容量：用到多少参数，参数有多大。 */
export const capacity: SubnetworksTexts['capacity'] = {
  title: '容量：参数有多少，又有多大',
  lead: '要防止网络学得太多，有两种办法：减少参数的个数，或者缩小参数的取值范围。常说暂退法属于前者，权重衰减属于后者。训练出来的网络是怎样的呢？',
  count: {
    title: '有多少：用到的参数',
    axis: (all) => `从 0 到全部 ${integer(all)} 个`,
    drawn: (mean, all, low, high, masks) =>
      `${integer(all)} 个里平均用到 ${mean} 个；${integer(masks)} 个掩码中为 ${integer(low)} 到 ${integer(high)} 个`,
    each: (mean, all, low, high, networks) =>
      `${integer(all)} 个里平均用到 ${mean} 个；${integer(networks)} 个网络中为 ${integer(low)} 到 ${integer(high)} 个`,
    same: (used, all) => `总是 ${integer(all)} 个里的 ${integer(used)} 个`,
    all: (all, networks) =>
      networks > 1
        ? `${integer(networks)} 个网络各用全部 ${integer(all)} 个`
        : `全部 ${integer(all)} 个`,
    table: '用到的参数：各个数有多少网络或掩码',
    bin: '参数个数',
  },
  range: {
    title: '有多大：权重',
    axis: (limit) => `从 −${limit} 到 ${limit}`,
    figures: (deviation, largest) => `标准差 ${deviation}，最大 ${largest}`,
    table: '权重：各处有多少',
    bin: '权重',
  },
  help: '一个权重两端的单元都被保留时才算用到，一个偏置所在的单元被保留时才算用到。左边柱子的高度以最常见的个数为准；右边是各类网络权重所占的比例，用同一刻度。暂退法一栏里的竖线，是对全部掩码的平均值，由公式算出。权重为反向暂退法形式下的权重，不含偏置；稀疏网络只计用到的权重。',
  words: {
    title: '用文字说明',
    many: '有多少',
    drawn: (expected, all, share, mean, error, n) =>
      `对全部掩码平均，暂退法的一个子网络用到 ${integer(all)} 个参数中的 ${expected} 个（${share}）；抽取的 ${integer(n)} 个掩码平均为 ${mean} 个（± ${error}）。`,
    large: '有多大',
    correlated: '单元有多相似',
    deviation: {
      dropout: (value, ...rest) => among(`暂退法的权重标准差为 ${value}`, ...rest),
      'weight-decay': (value, ...rest) => among(`权重衰减的为 ${value}`, ...rest),
    },
    correlation: {
      dropout: (value, ...rest) => among(`暂退法的两个隐藏单元平均相关 ${value}`, ...rest),
      'weight-decay': (value, ...rest) => among(`权重衰减的为 ${value}`, ...rest),
    },
    sum: '总之',
    dropout: {
      below: '暂退法每次用到的参数更少；在这次运行中，它的权重也比这里的每一个完整网络都小。',
      within: '暂退法每次用到的参数更少；在这次运行中，它的权重与这些完整网络一样大。',
      above: '暂退法每次用到的参数更少；但在这次运行中，它的权重比这里的每一个完整网络都大。',
    },
    'weight-decay': {
      below: '权重衰减用到全部参数；在这次运行中，它的权重比这里的每一个完整网络都小。',
      within: '权重衰减用到全部参数；按这里的设置，它的权重与这些完整网络一样大。',
      above: '权重衰减用到全部参数；在这次运行中，它的权重比这里的每一个完整网络都大。',
    },
    yardstick: (k) =>
      `比较的尺度是完整集成：${integer(k)} 个与单个网络同样训练、只是初始权重不同的网络。再多一个这样的网络，仅凭偶然就有 1/${integer(k + 1)} 的概率比它们都小。`,
    alone: '没有完整集成，就无从知道这些数值仅凭偶然会相差多少：请在设置里选上它。',
  },
  layers: {
    title: '逐层来看',
    legend: '表中显示',
    figure: {
      frobenius: '权重的范数',
      incoming: '进入单元的最大范数',
      idle: '不活动的单元',
      correlation: '单元的相关',
    },
    help: {
      frobenius: '一层中用到的全部权重的弗罗贝尼乌斯范数 √Σw²。',
      incoming: '进入一个单元的权重的范数，取最大的那个单元：最大范数约束限制的就是它。',
      correlation: (chance) =>
        `一层中所有单元对的 |r| 的平均，r 是两个单元的激活值在测试样本上的皮尔逊相关系数：它衡量单元之间的共适应。在所有样本上都不变的单元没有相关系数，不计在内。相互独立的单元，仅凭偶然也会有 ${chance}。`,
    },
    idle: {
      relu: '激活值为 0 的比例，对单元和测试样本统计。',
      tanh: '|h| > 0.99 的激活值的比例，对单元和测试样本统计：tanh 在那里是平的。',
      sigmoid: '在 0.01 到 0.99 之外的激活值的比例，对单元和测试样本统计：sigmoid 在那里是平的。',
    },
    variant: '网络种类',
    hidden: (layer) => `隐藏层 ${integer(layer)}`,
    into: (layer) => `进入隐藏层 ${integer(layer)}`,
    output: '进入输出层',
    ends: (low, high) => `${low} 到 ${high}`,
    several: '有多个网络时：上面是平均，下面是最小和最大。',
    basis: (examples) =>
      `激活值取自前 ${integer(examples)} 个测试样本；暂退法与共享权重的子网络关闭暂退法，独立的子网络保持稀疏。`,
    constant: (constant, all) =>
      constant === 0
        ? `这些网络的 ${integer(all)} 个隐藏单元都有变化。`
        : `这些网络的 ${integer(all)} 个隐藏单元中，有 ${integer(constant)} 个在所有样本上都不变。`,
    none: '没有隐藏层。',
  },
};
