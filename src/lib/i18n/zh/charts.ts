import { formats } from '../formats.ts';

const f = formats('zh');

/** 图表：名称、坐标轴和旁边的说明。 */
export const charts = {
  table: {
    summary: '以表格显示',
    thinned: (shown: number, total: number) =>
      `共 ${f.integer(total)} 行，显示 ${f.integer(shown)} 行`,
  },
  lost: {
    sentence: '无法绘制图表：页面的一部分没有加载成功。图中的数值见下方表格。',
    again: '重试',
  },
  empty: '第一轮结束后就会出现数据点。',
  cursor: '用方向键读取数值',
  reading: (where: string, values: readonly string[]) => f.entry(where, f.clause(values)),
  step: '步',
  error: '错误率',
  loss: '负对数似然（nat）',
  trainError: '训练错误率',
  testError: '测试错误率',
  trainLoss: '训练负对数似然',
  testLoss: '测试负对数似然',
  quantity: '显示',
  compare: {
    title: '所有网络放在一起',
    help: (rows: number) =>
      `每条线是一种网络，越低越好。有了后面的数据点之后，最初几步（从随机猜测急剧下降的部分）不再画出。曲线最多只用前 ${f.integer(rows)} 个样本测量，结果表用全部样本。`,
  },
  wrong: {
    title: '标签错误的样本：谁把它们背了下来？',
    help: (rows: number) =>
      `有 ${f.integer(rows)} 个训练样本的标签在重新抽取后是错的；这里按错误的标签计算错误率。曲线降到 0，说明网络把这些错误死记硬背了下来。`,
    name: '标签错误样本上的错误率',
  },
};

/** 平均曲线图。 */
export const averaging = {
  title: 'k 个子网络的平均',
  help: '子网络取自用暂退法训练的权重。曲线表示参与平均的子网络越来越多时效果如何；水平线是关闭暂退法后的同一个网络。',
  before: '等到有网络在用暂退法训练时，就可以对子网络取平均了。',
  unavailable:
    '所选的网络都没有使用暂退法，因此没有可以平均的子网络。请在“网络种类”中加入“暂退法”。',
  now: '现在取平均',
  stop: '停止取平均',
  of: '取平均的对象',
  quantity: '平均曲线图显示',
  xAxis: '参与平均的子网络数 k',
  arithmetic: '算术平均',
  geometric: '几何平均',
  off: '关闭暂退法',
  exactArithmetic: '精确的算术平均',
  exactGeometric: '精确的几何平均',
  exactProgress: (subnetworks: number) => `正在精确地平均全部 ${f.integer(subnetworks)} 个子网络`,
  exactProgressName: '精确平均的进度',
  band: '色带表示互不重叠的各组（每组 k 次抽取）之间的范围：不足 20 组时是全部范围，否则是中间的 95%。',
  groups: '组数（每组 k 次抽取）',
  fewGroups: '组数较少',
  empty: '还没有取过平均。',
  quantities: { error: '测试错误率', loss: '测试负对数似然' },
  progress: (drawn: number, draws: number) =>
    `已抽取 ${f.integer(drawn)} / ${f.integer(draws)} 个子网络`,
  progressName: '已抽取的子网络',
  basis: (step: number, examples: number, backend: string) =>
    `使用第 ${f.integer(step)} 步的权重，在前 ${f.integer(examples)} 个测试样本上用 ${backend} 计算。`,
  stopped: '已停止取平均；图中是停止之前的结果。',
  failed: (reason: string) => `取平均失败：${reason}。`,
};

/** 结果表。 */
export const table = {
  title: '结果',
  caption: '所有网络与预测方法',
  before: '有网络训练完毕后，表格就会填上。也可以先测量此刻的数值：',
  evaluate: '现在测量',
  method: '方法',
  trainError: '训练错误率',
  testError: '测试错误率',
  interval: '95% 置信区间',
  intervalHelp: '区间针对的是：在这组训练好的权重下，对所有可能的同类测试样本的错误率。',
  loss: '测试负对数似然',
  parameters: '参数个数',
  time: '训练时间',
  divergedHelp:
    '发散的网络已停止训练，表中是发散之前的权重给出的数字，不是结果；下面的结论不包括它。',
  onFirst: (examples: number) =>
    `在前 ${f.integer(examples)} 个测试样本上；训练样本最多也取前这么多个。`,
};

export const downloads = {
  title: '带走结果',
  results: '下载结果',
  resultsHelp: '一个 JSON 文件：实验、运行环境，以及显示过的所有数值。',
  model: '下载模型',
  modelHelp: '权重与掩码，任何人都可以在别处重新计算这些平均。',
};

/** 丢弃概率过大时的提醒。 */
export const caution = {
  highDrop:
    '丢弃概率达到 0.8 或更大而学习率不变时，训练本身就会失效：这时结果变差，并不说明平均不好。',
};
