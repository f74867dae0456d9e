import { frameQueue } from './frames.ts';

let queue: ReturnType<typeof frameQueue> | undefined;

/** The one queue of all charts of the page. */
export function pageFrames(): ReturnType<typeof frameQueue> {
  return (queue ??= frameQueue(
    (run) => requestAnimationFrame(run),
    () => performance.now(),
  ));
}
