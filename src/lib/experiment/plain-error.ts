/** An error as plain data, which can be posted and kept. */
export interface PlainError {
  name: string;
  message: string;
}

/** The name and the message of an error, whatever was thrown. */
export function plainError(error: unknown): PlainError {
  if (typeof error !== 'object' || error === null || !('message' in error))
    return { name: '', message: String(error) };
  const { name, message } = error as Error;
  return { name, message };
}
