import { formats } from '../../formats.ts';
import type { SubnetworksTexts } from '../../en/subnetworks.ts';

const { integer, percent, nats } = formats('zh');

type Quantity = 'error' | 'loss';
const value = (quantity: Quantity, of: number) => (quantity === 'error' ? percent(of) : nats(of));
const less = (quantity: Quantity) =>
  quantity === 'error' ? '错误少于关闭暂退法的网络' : 'NLL 低于关闭暂退法的网络';
const power = (units: number) => (units <= 30 ? integer(2 ** units) : `2^${units}`);

/** 全部子网络一起看。 */
export const crowd: SubnetworksTexts['crowd'] = {
  title: '子网络群像',
  lead: '每个子网络都单独测试。它们各自有多好？它们的平均有多好？关闭暂退法的那一个网络在其中排在哪里？',
  quantity: '显示',
  quantities: { error: '测试错误率', loss: '测试 NLL' },
  shared: (members) =>
    `这里用的是“共享权重的子网络”的权重，它只在 ${integer(members)} 个固定掩码下训练过。这里的子网络大多不在其中。`,
  one: '这里没有可以丢弃或保留的单元：只有一个网络。',
  stop: '停止',
  again: '重新计算',
  progress: '已测试的子网络',
  done: (met, members) => `${integer(met)} / ${integer(members)}`,
  basis: {
    all: (members, examples) =>
      `全部 ${integer(members)} 个子网络，在前 ${integer(examples)} 个测试样本上。每个按其概率计入：条形的高度是像训练时那样抽到的掩码落在这里的概率。`,
    some: (met, members, covered, examples) =>
      `目前是 ${integer(members)} 个子网络中概率最大的 ${integer(met)} 个，合计占概率的 ${percent(covered)}，在前 ${integer(examples)} 个测试样本上。每个按其概率计入。`,
    drawn: (met, units, examples) =>
      `从 ${power(units)} 个子网络中抽取 ${integer(met)} 次，在前 ${integer(examples)} 个测试样本上。每次抽取权重相同，同一个子网络可能被抽到不止一次。再多就太费时间了。`,
  },
  chart: {
    title: (quantity) => `子网络按${quantity === 'error' ? '测试错误率' : '测试 NLL'}的分布`,
    x: { error: '测试样本上的错误率', loss: '测试样本上的 NLL（纳特）' },
    y: { all: '概率', drawn: '占抽取次数的比例' },
    read: '用方向键读取条形',
    range: (quantity, low, high) =>
      value(quantity, low) === value(quantity, high)
        ? value(quantity, low)
        : `${value(quantity, low)} 到 ${value(quantity, high)}`,
    beyond: (quantity, low) => `高于 ${value(quantity, low)}`,
    bar: (range, count, share, kind) =>
      kind === 'all'
        ? `${range}：${integer(count)} 个子网络，占概率的 ${share}`
        : `${range}：抽到 ${integer(count)} 次，占 ${share}`,
    point: '指向一个条形，或使用方向键。',
  },
  marks: {
    caption: '图中的标记',
    name: '标记',
    interval: '95% 置信区间',
    best: '最好的成员',
    mean: '成员的平均水平',
    average: '它们的平均',
    off: '关闭暂退法',
    single: '单个网络，无暂退法',
  },
  help: '“成员的平均水平”是单个成员平均有多好；“它们的平均”是对它们的预测取平均得到的预测器。最好的成员是看着测试标签挑出来的，事先没有人能挑中：换一批样本，它多半不会这么好。',
  intervals: {
    all: '区间针对的是：在这组权重下换一批同类测试样本；各个标记在很大程度上会一起移动。',
    drawn: '区间针对的是：在这组权重下换一批同类测试样本；成员平均水平的区间针对的是重新抽取。',
  },
  better: {
    all: (quantity, better, same, members, share) =>
      `在这些样本上，${integer(members)} 个子网络中有 ${integer(better)} 个（合计占概率的 ${percent(share)}）${less(quantity)}${equal(same)}。`,
    some: (quantity, better, same, met, share) =>
      `在这些样本上，目前测试的 ${integer(met)} 个中有 ${integer(better)} 个（占它们概率的 ${percent(share)}）${less(quantity)}${equal(same)}。`,
    drawn: (quantity, better, same, met, [low, high]) =>
      `在这些样本上，${integer(met)} 次抽取中有 ${integer(better)} 次${less(quantity)}：${percent(better / met)}；在全部子网络中占 ${percent(low)} 到 ${percent(high)}（95% 置信区间）${equal(same)}。`,
  },
  table: {
    range: '范围',
    count: { all: '子网络数', drawn: '抽取次数' },
    share: { all: '概率', drawn: '比例' },
  },
};

function equal(same: number): string {
  return same > 0 ? `；另有 ${integer(same)} 个与它完全持平` : '';
}
