import { describe, expect, it } from 'vitest';
import { activationNames } from '#lib/experiment/experiment.ts';
import { openHosts } from '../unit/network/host.ts';
import { engineIdentities } from './engine-identities.ts';
import { hostFunctions } from './float32-bound.ts';

const backends = await openHosts();

describe.each(backends.map((backend) => [backend.environment.backend, backend] as const))(
  'in float32 on %s',
  (_, backend) => {
    it.each([1, 2])(
      'the identities hold within what its roundings allow, seed %i',
      async (seed) => {
        const checks = await engineIdentities(backend, hostFunctions, activationNames, seed);
        for (const { row, what, control, difference, allowed } of checks) {
          // A bound that a control could slip under would prove nothing.
          if (control) expect(difference, what).toBeGreaterThan(100 * allowed);
          else expect(difference, what).toBeLessThanOrEqual(allowed);
          expect(allowed, what).toBeLessThan(1e-4);
          // The bound is for the worst case of every rounding; probabilities come much closer.
          if (!control && row !== 3) expect(difference, what).toBeLessThan(1e-6);
        }
        expect(new Set(checks.map(({ row }) => row))).toEqual(new Set([1, 3, 4, 9]));
      },
    );
  },
);
