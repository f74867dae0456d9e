import { openHosts } from '../network/host.ts';

/** WASM, opened in this thread. */
export const memory = await (await openHosts())[0].memory();
