import { formats } from '../../formats.ts';
import type { SubnetworksTexts } from '../../en/subnetworks.ts';

const { integer, number } = formats('zh');

/** 各个网络在平面上的判断。 */
export const boundary: SubnetworksTexts['boundary'] = {
  title: '决策边界',
  lead: '各个网络把类别之间的界线划在哪里？让 k 增大，看看 k 个子网络的平均会变成什么样。',
  needsPlane: '这些图需要有两个输入的数据，也就是平面上的点。',
  openPlane: '用“双月”数据打开本页',
  shared: '图 1 是不用暂退法训练的网络；其余各图都来自同一个用暂退法训练的网络。',
  nothingDropped: '这里所有掩码都相同，所以图 2、图 3 和图 5 也相同。',
  k: '子网络个数 k',
  subnetworks: (k) => `${integer(k)} 个子网络`,
  play: '播放',
  pause: '暂停',
  double: '加倍',
  drawing: (done, draws) => `已抽取 ${integer(done)} / ${integer(draws)} 个子网络`,
  maps: {
    single: '不用暂退法',
    member: (k) => `第 ${integer(k)} 号子网络`,
    mean: (k) => `${integer(k)} 个的平均`,
    off: '关闭暂退法',
    exact: (all) =>
      all === 1 ? '唯一的子网络' : all ? `全部 ${integer(all)} 个的平均` : '全部的平均',
    spread: '分歧',
  },
  notTrained: '没有训练不用暂退法的网络。请在设置里选上它。',
  tooMany: (most, n) =>
    `只有可丢弃的单元不超过 ${integer(most)} 个时才能计算精确平均；这里有 ${integer(n)} 个。`,
  exactly: '正在对每一个子网络取平均',
  compute: '计算精确平均',
  legend: {
    probability: (name) => `类别 ${name} 的概率`,
    classes: '颜色表示概率最大的类别，越淡越没有把握',
    classNamed: (name) => `类别 ${name}`,
    line: '各类别概率相等之处',
    wrong: '标签错误',
    points: (shown, total) =>
      shown < total
        ? `共 ${integer(total)} 个训练点，显示 ${integer(shown)} 个。`
        : `显示了全部 ${integer(total)} 个训练点。`,
    spread: '标准差',
  },
  cursor: {
    name: '图上的位置',
    at: (x, y) => `x₁ = ${x}，x₂ = ${y}`,
    help: '指向任意一张图，或在这里使用方向键。',
  },
  table: {
    caption: '六张图的数值',
    map: '图',
    probability: (name) => `光标处类别 ${name} 的概率`,
    mostProbable: '光标处最可能的类别',
    same: '与关闭暂退法判为同类的面积',
    distance: '与精确平均的距离',
    spread: '分歧（标准差）',
  },
  distance: '距离：概率之差在整张图上的均方根。',
  expected: (sigma, k) =>
    `单独一个子网络与精确平均的典型距离是 σ = ${number(sigma, 2)}，随机抽取的 k 个的平均则是 σ/√k：k = ${integer(k)} 时为 ${number(sigma / Math.sqrt(k), 2)}。`,
  asNear: (off, k) =>
    `关闭暂退法与精确平均相距 ${number(off, 2)}：接近，但不相等。大约 ${integer(k)} 个子网络的平均才同样接近。`,
  source:
    '分歧是概率在 k 个子网络上的标准差，也就是蒙特卡洛暂退法的不确定性（Gal 和 Ghahramani，2016）。它说明子网络在哪里意见不一，而不是在哪里出错。',
};
