/** What a variant has been told to do. Every control comes down to one of these. */
export type Order =
  | { kind: 'hold' }
  | { kind: 'run' }
  /** That many more steps, counted from the step at which the variant rests next. */
  | { kind: 'more'; steps: number }
  | { kind: 'until'; step: number }
  | { kind: 'stop' };

/** The order after being told `steps` more: a second telling adds to the first. */
export function more(order: Order, steps: number): Order {
  if (order.kind === 'until') return { kind: 'until', step: order.step + steps };
  if (order.kind === 'more') return { kind: 'more', steps: order.steps + steps };
  return { kind: 'more', steps };
}

/** The step to train to, given the steps done and the steps in all. */
export function target(order: Order, step: number, steps: number): number {
  if (order.kind === 'run') return steps;
  if (order.kind === 'until') return Math.min(Math.max(order.step, step), steps);
  return step;
}
