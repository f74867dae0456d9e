import type { ParameterName, Section, StatementId, StatementKind } from '#lib/experiment/theory.ts';
import type { DetailName } from '#workers/theory/statement.ts';
import type { Measures, StatementText, TheoryTexts } from '../en/theory.ts';
import { formats } from '../formats.ts';

const f = formats('zh');

/** 范围的上限：整数写出全部位数。 */
const bound = (max: number) => (Number.isInteger(max) ? f.integer(max) : f.number(max));

const equal: Measures = {
  measured: '测得',
  closedForm: '闭式解',
  difference: '差',
  tolerance: '容差',
};

const sections: Record<Section, { title: string; line: string }> = {
  averages: {
    title: '关闭暂退法，什么时候就是平均？',
    line: '每个子网络按它的概率计入。它们的平均是否等于关闭暂退法的网络，取决于用哪一种平均，也取决于掩码放在哪里。',
  },
  gain: {
    title: '平均带来什么？',
    line: '平均不会比它的成员平均起来更差，而增益正是成员之间的离散程度。',
  },
  penalty: {
    title: '暂退法是一种惩罚',
    line: '对线性模型来说，输入上的噪声就是对权重的惩罚，仅此而已。',
  },
  masks: {
    title: '掩码、抽样、对称性',
    line: '一个掩码对一个单元做了什么，p 的两端会怎样，以及抽样得到的平均多快接近真值。',
  },
  'not-in-general': {
    title: '常有人说，但并非总是成立',
    line: '每一条都有反例。其中还有一个成立的上界，放在那个不成立的旁边。',
  },
};

const kinds: Record<StatementKind, string> = {
  identity: '恒等式',
  inequality: '不等式',
  statistical: '在随机误差内成立',
  'negative-control': '对照：必须不成立',
  'not-an-identity': '并非总是成立',
};

const measures: Record<StatementKind, Measures> = {
  identity: equal,
  inequality: { ...equal, closedForm: '界', difference: '超出界多少' },
  statistical: { ...equal, closedForm: '期望值' },
  'negative-control': { ...equal, closedForm: '若成立应为' },
  'not-an-identity': { ...equal, closedForm: '所说的上限', difference: '超出多少' },
};

const parameters: Record<ParameterName, string> = {
  inputs: '输入数',
  classes: '类别数',
  p: '丢弃概率 p',
  layers: '层数',
  units: '每层单元数',
  examples: '样本数',
  noise: '噪声标准差 s',
  steps: '训练步数',
  draws: '抽取个数 k',
  repeats: '重复次数',
  networks: '网络个数',
  cases: '试验的单元数',
};

const details: Record<DetailName, (value: number) => string> = {
  share: (value) => `在 ${f.percent(value)} 的情形中，这个说法不成立。`,
  randomShare: (value) => `如果标签是盲目抽取的，则为 ${f.percent(value)}。`,
  normaliser: (value) => `遇到的最小的 Z：${f.number(value)}。`,
  standardErrors: (value) =>
    `在第一个样本上做 50,000 次高斯抽样，与闭式解相差 ${f.number(value, 2)} 个标准误差；允许 4.5 个。`,
  room: (value) => `平均还有 ${f.number(value, 3)} 的余量。`,
};

const checks: Partial<Record<StatementId, (n: string) => string>> = {
  'kept-fraction': (n) => `共 ${n} 个单元。`,
  'nothing-dropped': (n) => `共检查了 ${n} 个数。`,
  'everything-dropped': (n) => `共检查了 ${n} 个数。`,
  'monte-carlo-variance': (n) => `共 ${n} 种取法。`,
  'monte-carlo-slope': (n) => `由 ${n} 个平均得出。`,
  'gap-shrinks': (n) => `共 ${n} 个网络。`,
  'always-helps': (n) => `在 ${n} 个新样本上。`,
};

const cards: Record<StatementId, StatementText> = {
  'softmax-geometric-mean': {
    title: 'softmax 回归：几何平均就是关闭暂退法',
    statement:
      '在 softmax 回归的输入上使用暂退法，把全部 2ⁿ 个子网络按概率加权，作几何平均再归一化，结果恰好就是关闭暂退法的网络，对任何 p 都成立。偏置不丢弃。',
    source: 'Goodfellow、Bengio、Courville，《Deep Learning》（2016），§7.12',
  },
  'softmax-arithmetic-mean': {
    title: '算术平均是另一回事',
    statement:
      '对同样的子网络取普通的平均，等式就不成立了。人们所说的“集成”的平均，并不是关闭暂退法所算的东西。',
    source: '上一张卡片的对照',
  },
  'sigmoid-unit': {
    title: '一个 sigmoid 单元',
    statement:
      '设 G 是一个 sigmoid 单元各输出的加权几何平均，G′ 是它们的补的加权几何平均。归一化之后，就是平均输入的 sigmoid。',
    source: 'Baldi、Sadowski，《Understanding Dropout》（2013）',
  },
  'deep-linear': {
    title: '线性网络，不论多深',
    statement:
      '没有非线性，并且每一层用各自独立的掩码时，全部子网络的算术平均就是关闭暂退法的网络。',
    source: 'Baldi、Sadowski（2013）',
  },
  'reused-mask': {
    title: '两层共用一个掩码',
    statement:
      '两层共用一个掩码时，一个因子会与自己相乘：它的平方的均值是 1/(1−p)，而不是 1。掩码必须相互独立。',
    source: '上一张卡片的对照',
  },
  'one-hidden-layer': {
    title: '一个隐藏层：同样没有差距',
    statement:
      '只在最后一个隐藏层上使用暂退法，不论激活函数是什么，logits 对掩码都是线性的，几何平均就是关闭暂退法。这里对 ReLU、tanh 和 sigmoid 都作了计算。',
    source: 'Hinton 等，《Improving neural networks by preventing co-adaptation》（2012）',
  },
  'mask-before-nonlinearity': {
    title: '掩码放在非线性之前',
    statement:
      '把掩码移到激活函数之前，几何平均就不再等于关闭暂退法。深层网络的差距正是从这里来的。',
    source: '上一张卡片的对照',
  },
  'jensen-nll': {
    title: '平均不会比成员更差',
    statement:
      '算术平均的负对数似然不超过各子网络负对数似然的平均。这里比较的是平均与它的成员，而不是平均与关闭暂退法。',
    source: '詹森不等式：−ln 是凸函数',
  },
  'geometric-nll': {
    title: '几何平均的增益恰好是 −ln Z',
    statement:
      '归一化几何平均的负对数似然，等于各子网络负对数似然的平均加上 ln Z；Z 是归一化之前各类的几何平均之和，不超过 1。',
    source: 'Hinton 等（2012）',
  },
  ambiguity: {
    title: '增益就是离散程度',
    statement:
      '平均的平方误差，等于成员的平均平方误差减去成员围绕平均的离散程度。成员意见一致，就没有增益。',
    source: 'Krogh、Vedelsby，《Neural Network Ensembles》（1995）',
  },
  'jensen-relu': {
    title: 'ReLU 的平均不小于平均的 ReLU',
    statement:
      '对每个单元，relu(S) 在全部掩码上的平均不小于 S 的平均的 relu。所以关闭暂退法绝不会高估这样一个单元的均值。',
    source: '詹森不等式：relu 是凸函数',
  },
  'linear-regression': {
    title: '线性回归：暂退法是一种惩罚',
    statement:
      '对任何权重，输入暂退法下的期望平方误差，等于原来的平方误差加上一个岭惩罚，其中每个权重按对应输入的大小计入。',
    source: 'Srivastava 等，《Dropout》（2014），§9.1，此处为反向缩放（inverted）的形式',
  },
  'ridge-minimiser': {
    title: '这个惩罚通向哪里',
    statement:
      '使期望误差最小的权重有闭式解，就是岭回归的解。这里用枚举全部掩码再求最小值的办法来测量。',
    source: 'Srivastava 等（2014），§9.1，此处为反向缩放（inverted）的形式',
  },
  'input-noise': {
    title: '输入上的高斯噪声就是权重衰减',
    statement:
      '在线性模型的输入上加方差为 s² 的噪声，期望平方误差就增加 s²‖w‖²。期望用高斯–埃尔米特节点精确计算，并与高斯抽样对照。',
    source: 'Bishop，《Training with Noise is Equivalent to Tikhonov Regularization》（1995）',
  },
  'mask-moments': {
    title: '被丢弃的单元的均值和方差',
    statement:
      '反向缩放的暂退法不改变任何激活值的均值，并使它的方差为 h²p/(1−p)。对一层的全部掩码计算。',
    source: '《动手学深度学习》，暂退法',
  },
  'kept-fraction': {
    title: '实际使用的掩码保留了应有的比例',
    statement:
      '本实验室训练所用的掩码保留的单元比例是 1−p，误差在 4.5 个标准误差之内。一个可靠的随机数发生器，每 150,000 次才会有一次通不过。',
    source: '二项分布',
  },
  'nothing-dropped': {
    title: 'p = 0 就是没有暂退法，每一位都相同',
    statement:
      'p = 0 时，以及评估时不论 p 为多少，训练和预测都与没有暂退法的网络逐位相同。这里统计有差别的数的个数。',
    source: '《动手学深度学习》，暂退法',
  },
  'everything-dropped': {
    title: 'p = 1 得到零，而且什么也不会坏',
    statement: '全部丢弃时，进入每一层的都是零，损失和梯度仍然有限。这里统计不是这样的数的个数。',
    source: '《动手学深度学习》，暂退法',
  },
  'monte-carlo-variance': {
    title: 'k 个样本的平均，偏差为 tr Cov / k',
    statement:
      '随机抽取的 k 个子网络的平均，与全部子网络的平均之间的期望平方距离，等于单个子网络的离散程度除以 k。对 k 个的每一种取法精确计算。',
    source: '独立抽样均值的方差',
  },
  'monte-carlo-slope': {
    title: '抽样增加到四倍，误差减半',
    statement: '抽样平均的误差与 k 的平方根成反比。对九个 k 值各重复数千次，测量双对数图中的斜率。',
    source: '独立抽样均值的方差',
  },
  'constant-weights': {
    title: '相等的权重永远相等',
    statement:
      '如果所有权重的初值相同，梯度下降永远分不开同一隐藏层的单元：不论训练多少步，它们的差恰好是 0。',
    source: '《动手学深度学习》，数值稳定性和模型初始化',
  },
  'constant-weights-dropout': {
    title: '暂退法打破平局',
    statement:
      '有了暂退法，这些单元遇到不同的掩码，就各走各的路。所以“它们一直相等”在这里必须不成立。',
    source: '《动手学深度学习》，数值稳定性和模型初始化',
  },
  'ensemble-beats-off': {
    title: '“对全部子网络取平均，胜过关闭暂退法”',
    statement:
      '子网络的平均往往更不自信。当关闭暂退法的网络说得对时，平均就要为此付出代价：这里的标签按关闭暂退法的预测抽取，在多数网络中，平均的负对数似然更高。',
    source: '反例：吉布斯不等式',
  },
  'output-variance-bound': {
    title: '“sigmoid 单元的差距不超过 2E(1−E)|1−2E|”',
    statement:
      '这是一个有用的近似，有时被当作上界。它在 E = ½ 处等于 0，而差距未必为 0；大约十个随机单元中有一个超过它，输入越多，超过的越多。',
    source: 'Baldi、Sadowski（2013）',
  },
  'input-variance-bound': {
    title: '一个成立的上界',
    statement:
      '同样这些单元的差距，不超过输入方差除以 12√3，因为 sigmoid 的弯曲程度不会超过这个值。',
    source: '泰勒定理，max |σ″| = 1/(6√3)',
  },
  'gap-shrinks': {
    title: '“网络越宽，差距越小”',
    statement:
      '如果子网络的平均与关闭暂退法之间的距离像 1/√n 那样减小，那么四倍宽的网络至多只有一半的差距。在随机的 ReLU 网络中，它根本不减小。',
    source: '反例：He 初始化，3、6、12 个隐藏单元，枚举全部掩码',
  },
  'always-helps': {
    title: '“暂退法总是有好处”',
    statement:
      '没有噪声需要抑制时，惩罚只有坏处。这里的目标完全是线性的：普通最小二乘能找到权重，暂退法却把它们从真值缩小了。',
    source: '反例：没有噪声的线性回归',
  },
};

/** 理论页的中文文字。 */
export const theory: TheoryTexts = {
  pageTitle: '暂退法的理论，在你的浏览器里计算 · Dropout 实验室',
  description:
    '关于暂退法和子网络平均的每一条教科书论断，附公式和出处，都在这里对全部掩码计算；还有必须不成立的对照和反例。',
  title: '每一条论断，当场计算',
  lead: [
    '关于暂退法和它的子网络，理论说了些什么：每条论断一张卡片，都在你的浏览器里对全部掩码计算，并与闭式解对照。',
    '对照必须不成立，否则检验就没有意义；常有人说却不成立的说法，则附有反例。',
  ],
  sections,
  kinds,
  measures,
  parameters,
  details,
  cards,
  seed: '随机种子',
  source: '出处',
  formula: (title) => `公式：${title}`,
  anchor: (title) => `这张卡片的链接：${title}`,
  contents: '本页内容',
  computeAll: '全部计算',
  compute: '在这里计算',
  computeName: (title) => `在这里计算：${title}`,
  computing: '正在计算……',
  settings: '规模和随机种子',
  settingsName: (title) => `规模和随机种子：${title}`,
  range: (min, max) => `${f.number(min)} 到 ${bound(max)}`,
  refused: (got, range, whole, inUse) =>
    `“${got}”不可用：应为 ${range} 的${whole ? '整数' : '数'}。仍使用 ${inUse}。`,
  checks: (id, n) =>
    checks[id]?.(f.integer(n)) ?? (n === 1 ? '一次比较。' : `${f.integer(n)} 次比较中最差的一次。`),
  space: '',
  verdicts: {
    identity: { holds: '成立。', broken: '在这里不成立。' },
    inequality: { holds: '成立。', broken: '在这里不成立。' },
    statistical: { holds: '在随机误差内成立。', broken: '偏差超出了随机误差。' },
    'negative-control': { broken: '不成立，正应如此。', holds: '没有失效，而它本该失效。' },
    'not-an-identity': {
      broken: '并非总是成立：这就是反例。',
      holds: '用这些数没有找到反例。',
    },
  },
  failed: (why) => `没能算出来：${why}。`,
  progress: (done, all) => `已计算 ${f.integer(done)} 条，共 ${f.integer(all)} 条。`,
  summary: (holds, broke, counter) =>
    `${f.integer(holds)} 条成立，${f.integer(broke)} 个对照如期失效，找到 ${f.integer(counter)} 个反例。`,
  unexpected: (n) => `有 ${f.integer(n)} 条的结果与预期不同。`,
  series: {
    'monte-carlo-slope': { caption: 'k 个样本的平均的误差', x: 'k' },
    'gap-shrinks': { caption: '差距随隐藏单元数的变化', x: '单元数' },
    measured: '测得',
    closedForm: { 'monte-carlo-slope': '√(tr Cov / k)', 'gap-shrinks': '若像 1/√n 那样减小' },
  },
  seeInLab: '看训练的结果：干净的数字，暂退法没有明显的好处',
  noScript: '打开 JavaScript，就可以在这里计算每一条论断。',
};
