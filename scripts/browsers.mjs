// npm run browsers: the long test of browsers, and its table for docs/reliability.md.
//   npm run browsers -- --last     the table of the last run, without another
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './install.mjs';

/** The table of the results: one line per act, one column per browser. */
function tableOf(rows) {
  const engines = [...new Set(rows.map(({ engine }) => engine))];
  const acts = [...new Set(rows.map(({ act }) => act))];
  const versionOf = (engine) =>
    rows
      .find((row) => row.engine === engine && row.version !== '')
      ?.version.replace(/^firefox\//, '');
  const heads = engines.map((engine) =>
    [engine, versionOf(engine)?.replace(`${engine} `, '')].filter(Boolean).join(' '),
  );
  const cell = (engine, act) =>
    rows.find((row) => row.engine === engine && row.act === act)?.outcome ?? '';
  return [
    `| what was done on the built site | ${heads.join(' | ')} |`,
    `| --- |${' --- |'.repeat(engines.length)}`,
    ...acts.map((act) => `| ${[act, ...engines.map((engine) => cell(engine, act))].join(' | ')} |`),
  ].join('\n');
}

install();
const last = process.argv.includes('--last');
const code = last ? 0 : run('vitest', ['run', '--project', 'browsers']);
const rows = JSON.parse(readFileSync(join(root, 'test-results', 'browsers.json'), 'utf8'));
const file = join(root, 'docs', 'reliability.md');
const [before, after] = ['<!-- browsers -->', '<!-- /browsers -->'];
const text = readFileSync(file, 'utf8');
const begin = text.indexOf(before) + before.length;
writeFileSync(
  file,
  `${text.slice(0, begin)}\n\n${tableOf(rows)}\n\n${text.slice(text.indexOf(after))}`,
);
run('prettier', ['--write', '--log-level', 'warn', file]);
process.exitCode = code;
