import {
  momentsOf,
  type Ensemble,
  type EnsembleSpec,
  type EnsembleState,
  type Held,
} from '../ensemble.ts';
import { layoutOf } from '../layout.ts';
import { allFinite } from './all-finite.ts';
import type { Matrix, Memory } from './memory.ts';
import { predictMember } from './prediction.ts';
import type { Training } from './step.ts';
import { takeStep } from './take-step.ts';
import { transpose } from './transpose.ts';

interface HostHeld extends Held {
  /** Inputs `[inputs, count]`: the right-hand matrix of every first layer, packed once. */
  byUnit: Matrix;
}

/**
 * The ensemble on WASM or CPU: matrix products by tfjs, each a plain a·b (XNNPACK's fast path), and
 * everything between them as fused loops over the same memory.
 */
export function hostEnsemble(spec: EnsembleSpec, memory: Memory): Ensemble {
  const { sizes, members } = spec;
  const inputs = sizes[0];
  const classes = sizes[sizes.length - 1];
  const layout = layoutOf(sizes, members);
  const parameters = new Float32Array(layout.total);
  const moments = Array.from(
    { length: momentsOf(spec.optimizer) },
    () => new Float32Array(layout.total),
  );
  const stopped = new Uint8Array(members);
  const losses = new Float32Array(members);
  const training: Training = {
    spec,
    layout,
    parameters,
    memory,
    moments,
    stopped,
    losses,
    biasGradient: new Float32Array(Math.max(...sizes)),
    maskBytes: Array.from({ length: members }, () =>
      sizes.slice(0, -1).map((units) => new Uint8Array(units * spec.batch)),
    ),
  };

  /** Whether all weights and biases of a member are finite. */
  function isFiniteMember(member: number): boolean {
    const start = member * layout.perMember;
    return allFinite(parameters.subarray(start, start + layout.perMember));
  }

  const copy = (): EnsembleState => ({
    parameters: parameters.slice(),
    moments: moments.map((moment) => moment.slice()),
  });
  const write: Ensemble['write'] = (state) => {
    parameters.set(state.parameters);
    moments.forEach((moment, i) => {
      const given = state.moments?.[i];
      if (given) moment.set(given);
      else moment.fill(0);
    });
  };
  let marked: EnsembleState | null = null;

  return {
    spec,
    largestHold: Number.MAX_SAFE_INTEGER,
    step: (batch, number, settings) => takeStep(training, { batch, number, settings }),
    mark: () => void (marked = copy()),
    rollback() {
      if (marked) write(marked);
    },
    losses: () =>
      Promise.resolve(losses.map((loss, member) => (isFiniteMember(member) ? loss : Number.NaN))),
    stop: (member) => void (stopped[member] = 1),
    hold(rows, count): HostHeld {
      const byUnit = memory.make(inputs, count);
      transpose(rows, count, inputs, memory.view(byUnit));
      return { count, byUnit, release: () => memory.free(byUnit) };
    },
    predict(held, rule = { kind: 'none' }, p = []) {
      const { byUnit, count } = held as HostHeld;
      const size = count * classes;
      const out = new Float32Array(members * size);
      for (let m = 0; m < members; m++) {
        const part = out.subarray(m * size, (m + 1) * size);
        predictMember(training, m, byUnit, count, rule, p, part);
      }
      return Promise.resolve(out);
    },
    read: () => Promise.resolve(copy()),
    write,
    dispose() {},
  };
}
