import { formats } from '../../formats.ts';
import type { SubnetworksTexts } from '../../en/subnetworks.ts';

const { integer, number } = formats('zh');

const points = (share: number) => `${number(100 * share, 2)} 个百分点`;

/** 逐个查看子网络。 */
export const thinned: SubnetworksTexts['thinned'] = {
  title: '变稀疏的网络',
  lead: '掩码丢弃一部分单元，剩下的就是一个子网络，权重不变。一个接一个地抽样：每个子网络对同一个样本都有自己的看法。看看这些看法的平均值走向哪里。',
  shared: (members) =>
    `这里用的是“共享权重的子网络”的权重，它只在 ${integer(members)} 个固定掩码下训练过。这里抽到的子网络大多不在其中。`,
  nothing: '在这样的丢弃概率下，每个掩码都一样：没有什么可抽的。',
  next: '下一个子网络',
  key: 'S',
  keyHint: '或者焦点在这里时按 S 键',
  back: '后退',
  play: '播放',
  pause: '暂停',
  begin: '重新开始',
  speed: '播放速度',
  speeds: { slow: '每秒 1 个', medium: '每秒 5 个', fast: '每秒 25 个' },
  whole: '还没有抽子网络：显示的是关闭暂退法的整个网络。',
  showing: (index, kept, units) =>
    `第 ${integer(index)} 号子网络：可以丢弃的 ${integer(units)} 个单元中保留了 ${integer(kept)} 个。`,
  own: (kept, units) =>
    `你自己的掩码：${integer(units)} 个单元中保留了 ${integer(kept)} 个。它只供查看，不计入累计平均。`,
  figure: {
    label: '网络：按一个单元可以丢弃或保留它，方向键在单元之间移动',
    layer: (layer, last) =>
      layer === 0 ? '输入层' : layer === last ? '输出层' : `隐藏层 ${layer}`,
    short: (layer, last) => (layer === 0 ? '输入' : layer === last ? '输出' : `隐藏 ${layer}`),
    unit: (layer, unit, kept) => `${layer}，第 ${unit} 个单元，${kept ? '保留' : '丢弃'}`,
    input: (n) => `x${[...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`,
    kept: (kept, total) => `保留 ${integer(kept)} / ${integer(total)}`,
    drawn: (drawn, total) => `画出 ${integer(drawn)} / ${integer(total)}`,
    positive: '权重大于 0',
    negative: '权重小于 0',
    width: '线越粗，权重的绝对值在这两层之间画出的权重中越大。',
    toggle: '按一个单元，可以亲手丢弃或保留它。',
  },
  example: {
    label: '测试样本',
    previous: '上一个样本',
    next: '下一个样本',
    of: (total) => `共 ${integer(total)} 个`,
    disputed: '有争议的样本',
    disputedHelp:
      '一开始显示的是前 20 个子网络分歧最大的测试样本；“有争议的样本”换到分歧次大的。对其余大多数样本，它们看法一致。',
    truth: (name) => `它的类别：${name}`,
    place: (name) => `测试样本在训练点中的位置；它的类别是 ${name}`,
    picture: (name) => `测试样本的图像；它的类别是 ${name}`,
    values: '它的前几个输入',
  },
  bars: {
    title: '每个类别的概率',
    one: '这个子网络',
    own: '你的掩码',
    mean: (count) => (count === 0 ? '累计平均，还没有' : `前 ${integer(count)} 个的平均`),
    off: '关闭暂退法',
    exact: (subnetworks) => `全部 ${integer(subnetworks)} 个的精确平均`,
    truth: '真实类别',
    some: (shown, total) =>
      `画出了 ${integer(total)} 个类别中概率最大的 ${integer(shown)} 个；表格里有全部。`,
    class: '类别',
  },
  distance: {
    none: '还没有平均任何子网络。',
    mean: (count, toOff, toExact, all) =>
      `目前 ${integer(count)} 个子网络的平均与关闭暂退法的输出相差 ${points(toOff)}${toExact === null ? '' : `，与全部 ${integer(all)} 个的精确平均相差 ${points(toExact)}`}。`,
    off: (between, all) =>
      `关闭暂退法的输出本身与全部 ${integer(all)} 个的精确平均相差 ${points(between)}。`,
    tooMany: (most, units) =>
      `只有可以丢弃的单元不超过 ${integer(most)} 个时才能求精确平均；这里有 ${integer(units)} 个。`,
    measure: '取各类别中的最大差异。',
  },
};
