import { build } from 'vite';
import type { Page } from '@playwright/test';

/**
 * Bundles `entry` (a module that exports `main(argument)`) into one script, runs it in a module worker
 * of `page`, and gives what `main` resolves with. For what must be seen on WebGL without the site.
 * The page goes to a blank address of its own, where no Content-Security-Policy forbids such a worker.
 */
export async function runInWorker<Result>(
  page: Page,
  entry: string,
  argument: unknown,
  report: (line: string) => void = () => {},
): Promise<Result> {
  const code = await bundle(entry);
  await page.exposeFunction('report', report).catch(() => {});
  await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(blank);
  return page.evaluate(
    ([script, value]) =>
      new Promise<Result>((resolve, reject) => {
        const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
        const worker = new Worker(url, { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
          if ('line' in data) {
            (window as unknown as { report(line: string): void }).report(data.line);
            return;
          }
          worker.terminate();
          if ('error' in data) reject(new Error(data.error));
          else resolve(data.result);
        };
        worker.postMessage(value);
      }),
    [code, argument] as const,
  );
}

const blank = 'http://worker.test/';
const wrapper = 'virtual:worker-main';
const bundles = new Map<string, Promise<string>>();

function bundle(entry: string): Promise<string> {
  let code = bundles.get(entry);
  if (!code) {
    code = bundleOnce(entry);
    bundles.set(entry, code);
  }
  return code;
}

async function bundleOnce(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'worker-main',
        resolveId: (id) => (id === wrapper ? `\0${wrapper}` : undefined),
        load: (id) =>
          id === `\0${wrapper}`
            ? `import { main } from ${JSON.stringify(entry)};
self.onmessage = ({ data }) =>
  main(data, (line) => self.postMessage({ line })).then(
    (result) => self.postMessage({ result }),
    (error) => self.postMessage({ error: String(error && error.stack || error) }),
  );`
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      rollupOptions: {
        input: wrapper,
        output: { format: 'es', codeSplitting: false },
        preserveEntrySignatures: false,
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!('output' in first)) throw new Error('The bundle was not written to memory.');
  return first.output[0].code;
}
