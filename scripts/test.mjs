// npm test: everything, in turn, and the counts of all tests on the last line.
//   npm test                    every stage
//   npm test -- unit e2e        only these stages
//   npm run test:long           what takes longer: the built site in every browser that there is
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { install, run } from './install.mjs';

const reports = mkdtempSync(join(tmpdir(), 'dropout-lab-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const npm = (script) => () => run('npm', ['run', '--silent', script]);

/** What the stages share: the browser, once it is found. */
const env = {};

const shortStages = {
  install: () => {
    install();
    return 0;
  },
  browser: async () => {
    const { executablePath } = await findBrowser();
    env.CHROME_PATH = executablePath;
    console.log(executablePath);
    return 0;
  },
  format: npm('format:check'),
  lint: npm('lint'),
  check: npm('check'),
  rules: npm('rules'),
  knip: npm('knip'),
  build: npm('build'),
  notices: () => run('node', ['scripts/notices.mjs', '--check']),
  size: npm('size'),
  unit: () => vitest('--project=!browsers'),
  e2e: () =>
    run('playwright', ['test', '--reporter=list,json'], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    }),
};

/** What `npm run test:long` does. */
const longStages = {
  install: shortStages.install,
  browser: shortStages.browser,
  build: shortStages.build,
  browsers: () => vitest('--project=browsers'),
};

function vitest(...project) {
  const reporters = ['--reporter=default', '--reporter=json'];
  return run('vitest', ['run', ...project, ...reporters, `--outputFile.json=${vitestReport}`], {
    env,
  });
}

/** A file that cannot even be loaded holds no failed test, and is a failure all the same. */
function vitestFailures(report) {
  if (!report || report.success) return 0;
  return Math.max(1, report.numFailedTests);
}

/** The tests that were run, from the reports that vitest and playwright left. */
function counts() {
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  const vitest = read(vitestReport);
  const playwright = read(playwrightReport)?.stats;
  return {
    passed: (vitest?.numPassedTests ?? 0) + (playwright?.expected ?? 0),
    failed: vitestFailures(vitest) + (playwright?.unexpected ?? 0) + (playwright?.flaky ?? 0),
  };
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function main(asked) {
  const long = asked.includes('--long');
  const wanted = asked.filter((name) => name !== '--long');
  const stages = long ? longStages : shortStages;
  const unknown = wanted.filter((name) => !(name in stages));
  if (unknown.length > 0) {
    console.error(`No stage "${unknown[0]}"; there are: ${Object.keys(stages).join(', ')}`);
    return 2;
  }
  const begun = performance.now();
  let code = 0;
  for (const [name, stage] of Object.entries(stages)) {
    // What a stage depends on runs even if it was not asked for.
    const needed = name === 'install' || (name === 'browser' && wanted.includes('e2e'));
    if (wanted.length > 0 && !wanted.includes(name) && !needed) continue;
    console.log(`\n== ${name}`);
    const started = performance.now();
    try {
      code = await stage();
    } catch (error) {
      console.error(error.message);
      code = 1;
    }
    console.log(`== ${name}: ${code === 0 ? 'ok' : 'FAILED'}, ${seconds(started)}`);
    if (code !== 0) break;
  }
  const { passed, failed } = counts();
  rmSync(reports, { recursive: true, force: true });
  console.log(`\nIn all ${seconds(begun)}`);
  console.log(`${passed} passed, ${failed} failed`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
