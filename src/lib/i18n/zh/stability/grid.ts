import type { StabilityTexts } from '../../en/stability.ts';

/** 学习率与初始化、深度或激活函数的网格。 */
export const grid: StabilityTexts['grid'] = {
  start: '训练整个网格',
  resume: (missing) => `继续：还差 ${missing} 格`,
  anew: '重新训练',
  count: (done, of) => `已训练 ${done} 格，共 ${of} 格`,
  caption: '每次训练的结局及其损失',
  corner: '学习率 →',
  layers: (depth) => `${depth} 层`,
  where: (row, rate) => `${row}，学习率 ${rate}`,
  waiting: '还没有训练。',
  training: '正在训练……',
  failed: '它的工作线程失败了三次。',
  shortFailed: '失败',
  verdicts: {
    converged: '收敛',
    slow: '缓慢或停滞',
    diverged: '发散',
  },
  short: {
    converged: '收敛',
    slow: '缓慢',
    diverged: '发散',
  },
  nan: 'Inf、NaN',
  loss: (loss, steps) => `${steps} 步中最后十分之一的损失为 ${loss}。`,
  lost: (step) => `第 ${step} 步出现了无穷大或 NaN。`,
  opens: '打开这次训练。',
  hint: '指向某一格，或用方向键移动，即可读出；按下它便可逐步查看这次训练。',
  rule: (chance) =>
    `随机猜测的损失为 ln(类别数)${chance}。收敛：低于它的一半；发散：高于它的两倍，或出现 Inf、NaN；缓慢：介于两者之间，什么也没学到的也算。`,
  made: (depth, width, steps) =>
    `每一格是一个${depth === null ? '' : ` ${depth} 层、`}每层至多 ${width} 个单元的网络，用同一个种子训练 ${steps} 步：换一个种子，边界可能移动一列。`,
};
