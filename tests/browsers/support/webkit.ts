import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { patience, type OpenTab } from './tab.ts';

/** The folders in which distributions put WebKitGTK's small browser. */
const browsers = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
];

/** The key of an element in an answer, by the W3C's WebDriver. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

function missing(): string | null {
  const commands = ['WebKitWebDriver', 'Xvfb'].filter((name) => !isThere(name));
  if (commands.length > 0) return `no ${commands.join(' and no ')} was found`;
  if (!browsers.some((path) => existsSync(path))) return 'no MiniBrowser of WebKitGTK was found';
  // Under "C" the browser's language is no valid tag, and `Intl` throws at every use.
  const locales = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '';
  return /^en_US\.utf-?8$/im.test(locales) ? null : 'the locale en_US.UTF-8 was not made';
}

const isThere = (name: string) => spawnSync('which', [name]).status === 0;

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** A display that nobody sees; resolves with its name. */
function openDisplay(): Promise<{ display: string; server: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3]!.once('data', (number) =>
      done({ display: `:${String(number).trim()}`, server }),
    );
  });
}

/** One command of the W3C's WebDriver; throws what the driver says went wrong. */
async function ask(url: string, body?: unknown, method = body ? 'POST' : 'GET'): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(600_000),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (value?.error) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

async function started(address: string): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      await ask(`${address}/status`);
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** WebKit by WebKitGTK's own driver, which speaks plain WebDriver over HTTP. */
export const openWebkit: OpenTab = async () => {
  const why = missing();
  if (why) return { missing: why };
  const { display, server } = await openDisplay();
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    LC_ALL: 'en_US.UTF-8',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    // As root, in a container, its sandbox cannot be made.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
  const end = () => {
    driver.kill();
    server.kill();
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await started(address);
    const binary = browsers.find((path) => existsSync(path));
    const { sessionId, capabilities } = (await ask(`${address}/session`, {
      capabilities: {
        alwaysMatch: {
          pageLoadStrategy: 'normal',
          timeouts: { script: 600_000, pageLoad: patience },
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const session = `${address}/session/${sessionId}`;
    return {
      name: 'WebKit',
      version: `WebKitGTK ${capabilities.browserVersion}`,
      exceptions: [],
      goto: async (url) => void (await ask(`${session}/url`, { url })),
      async run(does, ...args) {
        // The callback is the driver's last argument; an exception comes back as a value.
        const script = `const tell = arguments[arguments.length - 1];
          (async () => (${String(does)})(...JSON.parse(arguments[0])))().then(
            (value) => tell({ value }), (error) => tell({ thrown: String(error) }));`;
        const answer = (await ask(`${session}/execute/async`, {
          script,
          args: [JSON.stringify(args)],
        })) as { value?: unknown; thrown?: string };
        if (answer.thrown) throw new Error(answer.thrown);
        return answer.value as never;
      },
      async choose(selector, paths) {
        const found = (await ask(`${session}/element`, {
          using: 'css selector',
          value: `${selector} input[type=file]`,
        })) as Record<string, string>;
        await ask(`${session}/element/${found[ELEMENT]}/value`, { text: paths.join('\n') });
      },
      async close() {
        try {
          await ask(session, undefined, 'DELETE');
        } finally {
          end();
        }
      },
    };
  } catch (error) {
    end();
    throw error;
  }
};
