import type { SubnetworksTexts } from '../../en/subnetworks.ts';
import { formats } from '../../formats.ts';

const { integer, number } = formats('zh');

/** 测试时的缩放。 */
export const scaling: SubnetworksTexts['scaling'] = {
  title: '缩放的对与错',
  lead: '最早的论文里，暂退法在训练时并不放大被保留的单元。测试时所有单元都在，下一层得到的就比训练时多，因此要把被丢弃层的输出乘以单元的保留概率 1 − p。如果忘了乘，或者错乘了 p，会怎样？',
  inverted:
    '这里的放大在训练时就已完成（反向暂退法，inverted dropout）。若这种形式的权重是 W，那么 W/(1 − p) 就是最早形式的权重：在训练中，每个掩码下两者都是同一个函数。下面在测试时缩放的就是后者。',
  names: {
    none: '不缩放',
    drop: '乘以 p',
    keep: '乘以 1 − p',
    inverted: '反向暂退法：无需处理',
  },
  both: '乘以 1 − p，或反向暂退法',
  now: (p) => `刚才训练的网络，p = ${p.join('、')}`,
  table: {
    scaling: '测试时',
    factor: '下一层得到',
    error: '测试错误率',
    loss: '测试负对数似然',
    ece: '校准误差',
    difference: '与反向暂退法的最大差异',
    interval: (low, high) => `${low} 到 ${high}`,
    times: (factors) => factors.map((factor) => `× ${factor}`).join('、'),
    unscaled: '与训练时相同',
  },
  same: (difference) =>
    `乘以 1 − p 与反向暂退法是同一个函数：所有测试样本的概率相差都不超过 ${difference}，这只是 float32 的舍入。`,
  sameExactly:
    '乘以 1 − p 与反向暂退法是同一个函数：这里所有测试样本的每个概率，直到最后一位都相同。',
  half: '在 p = 0.5 时，这个错误看不出来，因为 p = 1 − p。',
  library:
    '这个错误很容易犯，而 p = 0.5 又是常用值：ConvNetJS 0.3.0（npm 上的最新版本）在预测时就把激活值乘以丢弃概率（build/convnet.js 中的 DropoutLayer.forward）。2016 年的第 61 号合并请求指出了这一点：github.com/karpathy/convnetjs/pull/61。',
  reliability: {
    title: '有多确信，又有多少次正确？',
    help: '按预测类别的概率，把测试样本分成 15 组。每个点代表一组：横坐标是平均概率，纵坐标是正确的比例及其 95% 置信区间。在虚线上，网络说有多确信，就有多少次正确；在虚线下方，它过于自信。下面的小条表示各组样本所占的比例。',
    ece: (ece, chance) => `校准误差 ${ece}；仅由偶然造成的为 ${chance}。`,
    sure: (sure, right) => `平均有 ${sure} 的把握；${right} 正确。`,
    eceHelp:
      '期望校准误差是到虚线的平均距离，各组按样本数加权（Guo 等，2017）。样本这么少时它不会是 0：即使网络的确信程度恰到好处，平均也会有第二个数值那么大。',
    choose: '网络',
    trained: '刚才训练的网络',
    rate: (p) => `以 p = ${number(p)} 训练`,
    x: '预测类别的概率',
    y: '正确的比例',
    label: (name, ece) => `可靠性图，${name}：期望校准误差 ${ece}。数值见下表。`,
    table: '逐组的可靠性',
    bin: '区间',
    count: '样本数',
    confidence: '平均概率',
    accuracy: '正确的比例',
  },
  grid: {
    title: '各种丢弃概率',
    help: '对 0.1 到 0.9 的每个 p 用暂退法训练一个网络，所有隐藏层的 p 相同（没有隐藏层时用于输入），其余设置同上。',
    train: (n) => `训练 ${integer(n)} 个网络`,
    more: (n) => `再训练 ${integer(n)} 个网络`,
    stop: '停止',
    progress: '已训练的网络',
    done: (done, all) => `已训练 ${integer(done)} / ${integer(all)} 个网络`,
    failed: (p, reason) => `p = ${number(p)} 没有结果：${reason}。`,
    legend: '图中显示',
    metric: { error: '测试错误率', loss: '测试负对数似然', ece: '校准误差' },
    figure: {
      error: '各种缩放下，测试错误率随丢弃概率的变化',
      loss: '各种缩放下，测试负对数似然随丢弃概率的变化',
      ece: '各种缩放下，期望校准误差随丢弃概率的变化',
    },
    x: '丢弃概率 p',
    zone: 'p = 1 − p',
    band: {
      error: '色带是针对测试样本的 95% 置信区间。',
      loss: '色带是针对测试样本的 95% 置信区间。',
      ece: '这里没有给出校准误差的置信区间。',
    },
    empty: '还没有为这张图训练网络。',
    caveat:
      '每个 p 只训练了一个网络：换一个种子，结果可能不同。p 达到 0.8 或更大时，训练本身可能失效；这里比较的是同一个网络在测试时的不同缩放。',
  },
  words: {
    title: '用文字说明',
    none: '不缩放，与乘以 1 − p 相比',
    drop: '乘以 p，与乘以 1 − p 相比',
    metric: { error: '测试错误率', loss: '测试负对数似然' },
    outcome: {
      worse: (p) => `p = ${p} 时更差`,
      better: (p) => `p = ${p} 时更好`,
      'no clear difference': (p) => `p = ${p} 时没有明显差异`,
      same: (p) => `p = ${p} 时预测完全相同`,
    },
    rates: (p) => p.map((one) => number(one)).join('、'),
    sentence: (metric, parts) => `${metric}：${parts.join('；')}。`,
  },
  nothing: '这里没有丢弃任何单元，因此没有什么可以缩放。',
  all: 'p = 1 时没有单元被保留，1/(1 − p) 不是一个数：没有什么可以比较。',
};
