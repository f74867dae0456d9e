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
