import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Experiment } from '#lib/experiment/experiment.ts';
import { preset, presetNames } from '#lib/experiment/presets.ts';
import { describeProblem } from '#lib/fields/problem.ts';
import { parseExperiment } from '#lib/experiment/validate.ts';
import { completed, isObject, unknownPaths } from './completed.ts';
import { InputError } from './input-error.ts';

/** An experiment, and the name under which its records are kept. */
export interface Source {
  name: string;
  experiment: Experiment;
}

/** The experiment of a preset or of a file. Throws `InputError`. */
export function readSource(source: string): Source {
  const name = presetNames.find((known) => known === source);
  if (name) return { name, experiment: preset(name) };
  let text: string;
  try {
    text = readFileSync(source, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : ` (${String(error)})`;
    throw new InputError(
      `Expected a readable file or one of the presets ${presetNames.join(', ')}; got "${source}"${why}.`,
    );
  }
  return {
    name: basename(source).replace(/\.json$/, ''),
    experiment: experimentIn(text, source),
  };
}

/**
 * The experiment in the text of a file: plain JSON, whole or what differs from a preset, or a result
 * file of the page. A key that an experiment does not have is refused: the setting would have no effect.
 * Throws `InputError`, which names the file.
 */
export function experimentIn(text: string, file: string): Experiment {
  const refuse = (sentence: string): never => {
    throw new InputError(`${file}: ${sentence}`);
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(`expected JSON, got a mistake: ${(error as Error).message}.`);
  }
  const given = isObject(json) && json.format === 'dropout-lab-result' ? json.experiment : json;
  if (!isObject(given)) {
    return refuse(`expected an experiment as a JSON object, got ${JSON.stringify(given)}.`);
  }
  if (given.preset !== undefined && !presetNames.some((name) => name === given.preset)) {
    const got = JSON.stringify(given.preset);
    return refuse(`preset: expected one of ${presetNames.join(', ')}, got ${got}.`);
  }
  const parsed = parseExperiment(completed(given));
  if (!parsed.ok) {
    const [first, ...more] = parsed.problems;
    const others = more.length > 0 ? ` (And ${more.length} more.)` : '';
    return refuse(describeProblem(first) + others);
  }
  const [unknown] = unknownPaths(given, parsed.experiment);
  if (unknown !== undefined) return refuse(`${unknown}: an experiment has no such field.`);
  return parsed.experiment;
}
