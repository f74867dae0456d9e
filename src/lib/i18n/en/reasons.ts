import type { Reason, ReasonKind } from '#lib/crew/hire/reason.ts';

/** What a program said, as a part of a sentence. */
const said = ({ detail }: Reason) =>
  detail.replace(/\.$/, '').replace(/^(The|This|No)\b/, (word) => word.toLowerCase());

const sentences: Record<ReasonKind, (reason: Reason) => string> = {
  'not-opened': said,
  'not-fetched': () =>
    'the file of a background worker could not be loaded; look at the connection, then try again or reload the page',
  died: said,
  hung: said,
  retired: said,
  'no-offscreen-canvas': () => 'this browser has no WebGL for background workers',
  'no-webgl-in-safari': () => 'TensorFlow.js does not run WebGL in background workers of Safari',
  'no-webgl2': () => 'this browser gives no WebGL 2 to background workers',
  'no-webassembly': () => 'this browser has no WebAssembly',
  'backend-not-started': said,
  'half-precision': () => 'WebGL renders 16-bit numbers here, as on many phones',
  'software-renderer': ({ detail }) => `software renderer: ${detail}`,
  'no-backend': (why) => `there is nothing to compute with: ${said(why)}`,
  'not-trained': () => 'this network has not been trained yet',
  'no-data': () => 'there are no data to train on',
  'other-data': () =>
    'the data that the settings name could not be prepared, and those in use are others',
  'not-loaded': (why) =>
    `a part of the page could not be loaded (${said(why)}); look at the connection, then try again or reload the page`,
  unforeseen: said,
};

/** Why something went wrong: part of a sentence, without a full stop. */
export const reason = (why: Reason): string => sentences[why.kind](why);
