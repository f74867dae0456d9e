import type { Reason, ReasonKind } from '#lib/crew/hire/reason.ts';

/** 先用中文说明，再附上程序给出的英文说明，供查找原因时参考。 */
const after = (text: string) => (why: Reason) =>
  why.detail === '' ? text : `${text}：${why.detail.replace(/\.$/, '')}`;

const sentences: Record<ReasonKind, (reason: Reason) => string> = {
  'not-opened': after('无法启动后台线程'),
  'not-fetched': () => '后台线程的文件没有加载成功；请检查网络连接，然后重试或重新加载页面',
  died: after('后台线程意外结束'),
  hung: after('后台线程没有响应'),
  retired: () => '不再需要这个后台线程',
  'no-offscreen-canvas': () => '这个浏览器的后台线程不能使用 WebGL',
  'no-webgl-in-safari': () => 'TensorFlow.js 不能在 Safari 的后台线程中使用 WebGL',
  'no-webgl2': () => '这个浏览器没有为后台线程提供 WebGL 2',
  'no-webassembly': () => '这个浏览器不支持 WebAssembly',
  'backend-not-started': after('无法启动'),
  'half-precision': () => '这里的 WebGL 只能用 16 位浮点数渲染，许多手机都是这样',
  'software-renderer': after('只有软件渲染器'),
  'no-backend': after('没有可用的计算后端'),
  'not-trained': () => '这个网络还没有训练过',
  'no-data': () => '没有可供训练的数据',
  'other-data': () => '无法准备设置所指定的数据，正在使用的是另一份数据',
  'not-loaded': (why) =>
    `页面的一部分没有加载成功（${why.detail}）；请检查网络连接，然后重试或重新加载页面`,
  unforeseen: after('出现意外错误'),
};

/** 出错的原因：句子的一部分，末尾不带句号。 */
export const reason = (why: Reason): string => sentences[why.kind](why);
