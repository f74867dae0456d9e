import { formats } from '../formats.ts';
import type { UnitsTexts } from '../en/units.ts';

const { integer } = formats('zh');

/** 五个单元的一层。 */
export const units = {
  pageTitle: '一层，五个单元 · Dropout 实验室',
  pageDescription: '对一个有五个单元的隐藏层抽取暂退法掩码，看均值和方差如何趋近它们的闭式解。',
  title: '一层，五个单元',
  lead: '暂退法（dropout）以概率 p 把每个单元置为 0，并放大其余单元，使期望保持不变。按“抽样”看一看。',
  sample: '抽样',
  many: (n: number) => `抽样 ${integer(n)} 次`,
  play: '播放',
  pause: '暂停',
  reset: '重新开始',
  p: '丢弃概率 p',
  mode: { label: '模式', training: '训练', inference: '推断' },
  scaling: { label: '缩放', inverted: '保留值 ÷ (1 − p)', none: '不缩放' },
  samples: (n: number) => `已抽样 ${integer(n)} 次`,
  drawing: (values: string) => `这次抽样之后的一层：${values}。`,
  none: '还没有抽样：显示的是原来的一层。',
  legend: {
    layer: 'h，原来的一层',
    sample: 'x′，这次抽样',
    mean: '到目前为止 x′ 的均值',
    expected: 'E[x′]',
  },
  dropped: '丢弃',
  table: {
    caption: '每个单元：这次抽样的值，以及到目前为止的统计量与闭式解的对照',
    unit: '单元',
    layer: 'h',
    sample: '现在的 x′',
    mean: '均值',
    expectedMean: 'E[x′]',
    variance: '方差',
    expectedVariance: 'Var[x′]',
  },
  words: {
    training: {
      inverted: 'E[x′] = h：期望不变。代价是噪声：Var[x′] = h²·p/(1 − p)，当 p 接近 1 时无限增大。',
      none: '不缩放时 E[x′] = (1 − p)·h：上一层在训练时看到的比推断时小，除非推断时把它的权重乘以 1 − p。',
    },
    inference: {
      inverted: '推断时既不丢弃也不缩放：x′ = h，每次都一样。',
      none: '推断时 x′ = h，但训练时平均看到的是 (1 − p)·h：下一层必须把权重乘以 1 − p。反向缩放（inverted dropout）免去了这一步。',
    },
    zero: '当 p = 0 时什么都不丢弃：等于没有暂退法。',
    one: '当 p = 1 时全部丢弃：任何系数都无法恢复均值，所以 E[x′] = 0 而不是 h。各个库此时都给出零，本页也一样。',
  },
  source: 'Srivastava 等人，2014，第 4 节（采用反向缩放的形式）。',
  toLab: '看看它对整个网络的作用',
} satisfies UnitsTexts;
