import { describe, expect, it } from 'vitest';
import { observerDesk } from '#lib/crew/ask/observer.ts';
import { preset } from '#lib/experiment/presets.ts';
import { data } from './harness.ts';
import { fakeFactory, world } from './fake-staff.ts';

const study = {
  experiment: preset('tiny-moons'),
  inputs: 2,
  classes: 2,
  train: data.train,
  test: data.test,
  checkpoints: [],
};
const job = { variant: 'dropout', mask: 0, example: 0 } as const;

/** An observer that answers with what `answer` gives, and keeps what it was asked to hold and to stop. */
function observer(answer: (id: number) => unknown) {
  const held: unknown[] = [];
  const stopped: number[] = [];
  return {
    held,
    stopped,
    hold: async (given: unknown) => void held.push(given),
    ask: async (id: number) => answer(id),
    stop: async (id: number) => void stopped.push(id),
  };
}

describe('the desk of the observer', () => {
  it('opens one worker with the first question, which holds the study once', async () => {
    const here = world();
    const api = observer((id) => ({ id }));
    const desk = observerDesk(study, fakeFactory(here, undefined, undefined, api));
    expect(here.observers).toHaveLength(0);
    const answers = await Promise.all([0, 1, 2].map(() => desk.ask('subnetwork', job)));
    expect(answers).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }]);
    expect(here.observers).toHaveLength(1);
    expect(api.held).toHaveLength(1);
    desk.retire();
    expect(here.observers[0].alive).toBe(false);
  });

  it('says what went wrong, and asks another worker the next time', async () => {
    const here = world();
    const api = observer((id) => {
      if (id === 0) throw new RangeError('No member 0 of dropout was trained.');
      return {};
    });
    const desk = observerDesk(study, fakeFactory(here, undefined, undefined, api));
    await expect(desk.ask('subnetwork', job)).rejects.toThrow('No member 0');
    expect(await desk.ask('subnetwork', job)).toEqual({});
    expect(here.observers.map(({ alive }) => alive)).toEqual([false, true]);
    desk.retire();
  });

  it('ends one question early, by its number, and still gives its answer', async () => {
    const here = world();
    let end: (value: unknown) => void = () => undefined;
    const api = observer(() => new Promise((resolve) => (end = resolve)));
    const stop = api.stop;
    api.stop = async (id) => {
      await stop(id);
      end({ soFar: true });
    };
    const desk = observerDesk(study, fakeFactory(here, undefined, undefined, api));
    const abort = new AbortController();
    const answer = desk.ask('subnetwork', job, { signal: abort.signal });
    while (api.held.length === 0) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    expect(await answer).toEqual({ soFar: true });
    expect(api.stopped).toEqual([0]);
    desk.retire();
  });
});
