import type { SideName } from '#lib/tables/findings/statement.ts';
import type { AxisKey, NameKey, Quantity } from '#lib/tables/table.ts';
import { formats } from '../../formats.ts';

const { integer, number } = formats('zh');

/** 每一种方法的名称，行名和句子里通用；`n` 是属于它的数。 */
const names: Record<SideName, (n: number | null) => string> = {
  single: () => '单个网络',
  dropout: () => '暂退法',
  subnetworks: (k) => (k === null ? '独立的子网络' : `${integer(k)} 个权重独立的子网络的平均`),
  'shared-subnetworks': (k) =>
    k === null ? '共享权重的子网络' : `${integer(k)} 个共享权重的子网络的平均`,
  'full-ensemble': (k) => (k === null ? '完整集成' : `${integer(k)} 个完整网络的平均`),
  'weight-decay': (l2) => `权重衰减${given('λ', l2)}`,
  'input-noise': (sd) => `输入噪声${given('标准差', sd)}`,
  'dropout-mean': (k) => `暂退法的 ${many(k)} 个子网络的平均`,
  off: () => '关闭暂退法',
  'arithmetic-mean': (k) => `${many(k)} 个子网络的算术平均`,
  'geometric-mean': (k) => `${many(k)} 个子网络的几何平均`,
  'early-stopping': () => '提前停止',
  'max-norm': (c) => `最大范数约束${given('c', c)}`,
  'dropout-max-norm': (c) => `暂退法加最大范数约束${given('c', c)}`,
  'one-layer': () => '一个隐藏层',
  'two-layers': () => '两个隐藏层',
  'wider-layers': () => '平均保留 128 个单元的加宽网络',
  'same-layers': () => '每层 256 个单元的网络',
};

const many = (k: number | null) => (k === null ? 'k' : integer(k));
const given = (sign: string, value: number | null) =>
  value === null ? '' : ` ${sign} = ${number(value)}`;

/** 句子里的名称。 */
export const nameWithin = (name: SideName, value: number | null) => names[name](value);

/** 单独出现的名称：行名、曲线名。 */
export const nameText = (name: NameKey, value: number | null) => names[name](value);

/** 没有名称的一列，用它的设置来称呼。 */
export function seriesText(settings: Readonly<Record<string, number | string>>): string {
  const { train, epochs } = settings;
  const parts = [
    ...(train === undefined ? [] : [`${integer(Number(train))} 个训练样本`]),
    ...(epochs === undefined ? [] : [`${integer(Number(epochs))} 轮`]),
  ];
  return parts.join('，');
}

export const axes: Record<AxisKey, string> = {
  k: '参与平均的子网络数 k',
  p: '丢弃概率 p',
  train: '训练样本数',
  'test-noise': '测试输入上噪声的标准差',
};

/** `long` 用于坐标轴，`short` 用于切换按钮。 */
export const quantities: Record<Quantity, { long: string; short: string }> = {
  'test-error': { long: '测试错误率', short: '测试错误率' },
  'train-error': { long: '训练错误率（按给定的标签计算）', short: '训练错误率' },
  'test-loss': { long: '测试负对数似然（nat）', short: '测试负对数似然' },
  'loss-gap': { long: '几何平均的负对数似然减去关闭暂退法的', short: '差距' },
};
