// Installs the dependencies when they are missing or older than the lock file. Runs on Node 20,
// before anything is installed, and so imports nothing but Node's own modules.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const bin = join(root, 'node_modules', '.bin');

/** The environment for child processes: the project's own Node and tools come first on the path. */
export function environment(extra = {}) {
  const env = { ...process.env, ...extra };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = [bin, env[key]].filter(Boolean).join(delimiter);
  return env;
}

/** Runs a command in the root folder; resolves paths of the project's tools. Returns its exit code. */
export function run(command, args, { env = {}, ...options } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(env),
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

function isInstalled() {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp) || !existsSync(join(bin, 'vite'))) return false;
  return statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Whether Node is new enough: the script that installs the project's own may have been skipped. */
function hasNode() {
  const { status, stdout } = spawnSync('node', ['--version'], {
    env: environment(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= 22;
}

/** Makes `node_modules` right, or ends the process with a sentence that says what is wrong. */
export function install() {
  if (!isInstalled()) {
    console.log('Installing dependencies');
    // npm would warn of packages that ask for a newer Node, although that Node is itself a package.
    const quiet = ['--include=dev', '--loglevel=error'];
    if (run('npm', ['ci', ...quiet]) !== 0 && run('npm', ['install', ...quiet]) !== 0) {
      console.error('The dependencies could not be installed: npm needs its registry, once.');
      process.exit(1);
    }
  }
  if (!hasNode()) run('npm', ['rebuild', 'node']);
  if (!hasNode()) {
    console.error(
      'The build needs Node 22.17 or later. The package "node" brings one, but its install script ' +
        'did not run: allow it (npm rebuild node) or install a newer Node.',
    );
    process.exit(1);
  }
  // tsconfig.json extends a file that SvelteKit generates.
  const generated = join(root, 'node_modules', '$app', 'tsconfig.json');
  if (!existsSync(generated)) run('svelte-kit', ['sync']);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) install();
