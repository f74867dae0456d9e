import { formats } from '../../formats.ts';
import { powerOfTwo } from '../../power-of-two.ts';
import type { SubnetworksTexts } from '../../en/subnetworks.ts';

const f = formats('zh');
const { integer } = f;

/** 子网络页面的框架。 */
export const page: SubnetworksTexts['page'] = {
  pageTitle: '看得见的子网络 · Dropout 实验室',
  description: '在浏览器里用暂退法训练一个小网络，逐个查看它的子网络，并对全部子网络取平均。',
  title: '看得见的子网络',
  lead: '每个掩码都留下一个子网络。训练一个小网络，逐个查看它的子网络，再对每一个取平均。',
  train: '训练',
  before: '还没有训练。只需几秒钟。',
  look: '查看现在的网络',
  behind: (step) => `显示的是第 ${integer(step)} 步之后的样子。`,
  shown: (step, units) =>
    units > 0
      ? `训练了 ${integer(step)} 步。有 ${integer(units)} 个单元可以被丢弃：共 ${powerOfTwo(units, f)} 个子网络。`
      : `训练了 ${integer(step)} 步。没有单元可以被丢弃：只有一个网络。`,
  failed: (reason) => `无法查看：${reason}。`,
  computing: '计算中……',
  stop: '停止',
  stopped: '已停止。',
  ahead: '训练之后可以看到',
  contents: '本页内容',
  settings: '设置',
  noDropout: '这里需要变体“暂退法”，但它没有被训练。请在设置里选上它。',
  toUnits: '一层，五个单元',
  toTheory: '理论，当场计算',
};
