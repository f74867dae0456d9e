import type { Trainer, TrainerJob } from '#lib/protocol/protocol.ts';
import { openBackend, probeBackends, type OpenBackend } from '../backend.ts';
import { handOver } from '../hand-over.ts';
import { exposeReady } from '../ready.ts';
import { sessionOf, type Session } from '../training/session.ts';
import { timeSteps } from '../training/time-steps.ts';

/** The Comlink endpoint of one variant: opens a backend, hands every call to the session. */

let session: Session | null = null;
let backend: OpenBackend | null = null;

function open(job: TrainerJob): Promise<OpenBackend> {
  return openBackend(job.backend, job.experiment.precision, job.wasmPaths);
}

function current(): Session {
  if (!session) throw new Error('The trainer was called before it was prepared.');
  return session;
}

const trainer: Trainer = {
  probe: probeBackends,
  time: async (job) => timeSteps(job, await open(job)),
  async prepare(job) {
    session?.dispose();
    backend = await open(job);
    session = sessionOf(job, backend);
    return backend.environment;
  },
  train: (step, report) => current().train(step, (progress) => report(handOver(progress))),
  pause: async () => current().pause(),
  setChanges: async (changes) => current().setChanges(changes),
  checkpoint: async () => handOver(await current().checkpoint()),
  evaluate: async () => handOver(await current().evaluate()),
  loseContext: async () => backend?.loseContext() ?? false,
};

exposeReady(trainer);
