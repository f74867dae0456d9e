/** Milliseconds that a worker computes before it looks for messages. */
export const slice = 30;

/** Milliseconds between two pieces of news. */
const between = 100;

/**
 * Lets the thread take a message before the promise resolves: calls from the page are answered between
 * two steps. A message to oneself, since timers are held back to 4 ms.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * A function to await in a long loop: it breathes once a slice has passed since the last breath.
 */
export function breather(): () => Promise<void> {
  let breathed = performance.now();
  return async () => {
    if (performance.now() - breathed <= slice) return;
    await breathe();
    breathed = performance.now();
  };
}

/**
 * A function that calls `tell` only when news is due: at most ten times a second, and so seldom
 * that telling takes no more than a tenth of the time. With `must` it is called in any case.
 */
export function newsPace(): (tell: () => void, must?: boolean) => void {
  let next = performance.now() + between;
  return (tell, must = false) => {
    const began = performance.now();
    if (began < next && !must) return;
    tell();
    const now = performance.now();
    next = now + Math.max(between, 9 * (now - began));
  };
}
