import { expect, it } from 'vitest';
import type { Checkpoint } from '#lib/protocol/protocol.ts';
import { averagesOf } from '../../../src/cli/experiment/averages.ts';
import { fakeFactory, world } from '../crew/fake-staff.ts';
import { data, tenSteps } from '../crew/harness.ts';

it('averages are over as many test examples as the experiment says, as on the page', async () => {
  const experiment = tenSteps(['dropout']);
  experiment.averaging.examples = 1;
  const here = world();
  const parameters = new Float32Array(1);
  const checkpoint: Checkpoint = {
    variant: 'dropout',
    step: 10,
    parameters,
    moments: [],
    stopped: [],
  };
  const { signal } = new AbortController();
  await averagesOf(fakeFactory(here), { experiment, data }, checkpoint, signal);
  const { job } = here.averagers[0];
  expect(job?.test.labels).toHaveLength(1);
  expect(job?.test.rows).toHaveLength(data.inputs);
  expect(job?.train).toBeNull();
});
