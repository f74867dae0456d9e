import { transfer } from 'comlink';

/** Posts the typed arrays of a value, which must not be used any more, by transfer and not by copy. */
export function handOver<Value>(value: Value): Value {
  return transfer(value, [...buffersOf(value)]);
}

/** The buffers of all typed arrays in a value, each once. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found);
  return found;
}
