import { failure, type DataProblem } from './problem.ts';

/** Thrown while a file is read: what is wrong with the file, whose name the reader knows. */
export class FileError extends Error {
  override name = 'FileError';
  readonly problem: Omit<DataProblem, 'file'>;

  constructor(problem: Omit<DataProblem, 'file'>, cause: unknown) {
    super(problem.got, { cause });
    this.problem = problem;
  }
}

/** The outcome of reading `file` where that threw `error`. Throws what is not the fault of a file. */
export function refused(error: unknown, file: string) {
  if (error instanceof FileError) return failure({ file, ...error.problem });
  throw error;
}
