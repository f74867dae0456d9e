// Finds a Chromium for the end-to-end tests and the page benchmark, or gets one.
//   node scripts/browser.mjs     prints the browser's path
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './install.mjs';

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
];

function usualPaths() {
  const { PROGRAMFILES, LOCALAPPDATA, HOME = '' } = process.env;
  const windows = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA];
  return [
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(HOME, 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    ...windows
      .filter(Boolean)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ];
}

function installed() {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH) && starts(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH names no browser that starts: ${CHROME_PATH}`);
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPaths()].find((path) => existsSync(path) && starts(path));
}

/** A browser that is there may still lack a library, or be a stub that asks for another package. */
function starts(path) {
  if (process.platform === 'win32') return true;
  const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
  return status === 0;
}

/** Playwright's own browser, when it has been downloaded and this machine can start it. */
async function playwrights() {
  try {
    const { chromium } = await import('playwright');
    const path = chromium.executablePath();
    return existsSync(path) && starts(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function getDebians() {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  console.error('Installing chromium with apt-get');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (apt('-qq', 'update') !== 0) return undefined;
  if (apt('-qq', 'install', '-y', '--no-install-recommends', 'chromium') !== 0) return undefined;
  // A font for looking at Chinese pages; without it they still work.
  apt('-qq', 'install', '-y', '--no-install-recommends', 'fonts-noto-cjk');
  return installed();
}

async function getPlaywrights() {
  console.error('Downloading a browser with Playwright');
  run('playwright', ['install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return playwrights();
}

/** The arguments that Chromium is started with. */
export function launchArguments({ webgl }) {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const graphics = webgl
    ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
    : ['--disable-gpu', '--disable-3d-apis', '--disable-software-rasterizer'];
  // Chromium refuses to start its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, ...quiet, ...graphics];
}

/** The browser that is there, without getting one. */
export async function findInstalledBrowser() {
  return installed() ?? (await playwrights());
}

/**
 * A browser and the arguments to launch it with; WebGL is software by default, or switched off.
 *
 * @returns {Promise<{ executablePath: string, args: string[] }>}
 * @throws when no browser is there and none can be had
 */
export async function findBrowser({ webgl = true } = {}) {
  // Debian's package brings the libraries that it needs; Playwright's browser expects to find them.
  const executablePath = (await findInstalledBrowser()) ?? getDebians() ?? (await getPlaywrights());
  if (!executablePath) {
    throw new Error(
      'No Chrome or Chromium was found and none could be installed. ' +
        'Install one, or name its file in the environment variable CHROME_PATH.',
    );
  }
  return { executablePath, args: launchArguments({ webgl }) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log((await findBrowser()).executablePath);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
