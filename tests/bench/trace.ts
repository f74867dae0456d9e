/** The parts of a Chromium trace event that are read here. Times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

/**
 * The longest task on the main thread of a page, in milliseconds: by the clock, and by the time that the
 * thread had a core (two tasks, perhaps: with more busy threads than cores a short one may wait long). `from`
 * and `to` are `performance.mark`s of that page; tasks count that began until `after` milliseconds after
 * `to`, or, without that, up to the end.
 * The Long Tasks API tells only of tasks of 50 ms and more; a trace tells of all.
 */
export function longestTaskOf(
  trace: Buffer,
  from: string,
  to: string,
  after: number,
): { wall: number; cpu: number } {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const begin = traceEvents.find(({ name }) => name === from);
  if (!begin) throw new Error(`The trace has no mark "${from}".`);
  const end = traceEvents.find(({ name, pid }) => name === to && pid === begin.pid);
  const last = end ? end.ts + after * 1000 : Infinity;
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid, ts, dur }) =>
      name === 'ThreadControllerImpl::RunTask' &&
      ph === 'X' &&
      pid === begin.pid &&
      tid === begin.tid &&
      // Those in which the run began and ended are among them.
      ts + (dur ?? 0) >= begin.ts &&
      ts <= last,
  );
  if (tasks.length === 0) throw new Error('The trace has no tasks of the main thread.');
  const longest = (time: (task: TraceEvent) => number) =>
    tasks.reduce((most, task) => Math.max(most, time(task)), 0) / 1000;
  return { wall: longest(({ dur }) => dur ?? 0), cpu: longest(({ tdur }) => tdur ?? 0) };
}
