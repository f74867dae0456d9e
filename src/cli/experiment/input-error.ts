/**
 * What was asked for cannot be done as it was asked. The message is one sentence for the person who
 * asked: where, what was expected, what came. The command ends with exit code 2, and nothing is lost.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}
