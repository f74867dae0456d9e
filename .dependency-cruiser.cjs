/**
 * Who may know whom. Random, fields, data, experiment, protocol and tables are pure and at the bottom; the workers stand
 * on them; the page knows of the workers only their types. On the page, labs stand on controls, charts
 * and words, and none knows another. Nothing reaches back.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const PURE = '^src/lib/(random|fields|data|experiment|protocol|tables)/';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle means that two files are one idea, or that an idea is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-rooms-know-nobody-above',
      comment:
        'random, fields, data, experiment, protocol and tables run in a page, in a worker and in Node alike.',
      severity: 'error',
      from: { path: PURE },
      to: { path: '^(src|workers|tests|scripts)/', pathNot: PURE },
    },
    {
      name: 'pure-rooms-know-no-platform',
      comment: 'No Svelte, no tfjs, no Node module in a pure room.',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '(^|node_modules/)(svelte|@sveltejs/[^/]+|@tensorflow/[^/]+|comlink|uplot|d3-scale)(/|$)|^\\$(app|env)(/|$)',
      },
    },
    {
      name: 'pure-rooms-know-no-node',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'fields-know-no-lab',
      comment: 'The engine of links and settings is handed its table, and knows no experiment.',
      severity: 'error',
      from: { path: '^src/lib/fields/' },
      to: { path: '^src/', pathNot: '^src/lib/fields/' },
    },
    {
      name: 'workers-know-only-pure-rooms',
      comment: 'A worker never imports from routes, crew, charts, controls, site, labs or i18n.',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(src|tests|scripts)/', pathNot: PURE },
    },
    {
      name: 'workers-know-no-svelte',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '(^|node_modules/)(svelte|@sveltejs/[^/]+|uplot)(/|$)|^\\$(app|env)(/|$)' },
    },
    {
      name: 'page-knows-types-of-workers-only',
      comment:
        "import type; the URL of a worker's file stands in src/lib/crew/hire/factory.ts alone.",
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^workers/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-lab-knows-no-other-lab',
      comment: 'What two labs need stands below both: in controls, charts, experiment or the crew.',
      severity: 'error',
      from: { path: '^src/lib/labs/([^/]+)/' },
      to: { path: '^src/lib/labs/', pathNot: '^src/lib/labs/$1/' },
    },
    {
      name: 'charts-and-controls-know-no-lab',
      comment: 'They serve every lab, those to come included.',
      severity: 'error',
      from: { path: '^src/lib/(charts|controls|lab-frame|site|crew)/' },
      to: { path: '^src/lib/labs/' },
    },
    {
      name: 'controls-know-no-frame',
      comment: 'A control serves any page; the frame is made of controls.',
      severity: 'error',
      from: { path: '^src/lib/(controls|site)/' },
      to: { path: '^src/lib/lab-frame/' },
    },
    {
      name: 'charts-know-no-controls',
      comment: 'A chart is drawn without the page around it: in a card, in an export.',
      severity: 'error',
      from: { path: '^src/lib/charts/' },
      to: { path: '^src/lib/(controls|lab-frame|site|crew)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'i18n-knows-no-lab',
      comment: 'A type that words need stands below both, in experiment or tables.',
      severity: 'error',
      from: { path: '^src/lib/i18n/' },
      to: { path: '^src/lib/(labs|lab-frame|controls|site)/' },
    },
    {
      name: 'tfjs-in-workers-only',
      severity: 'error',
      from: { pathNot: '^(workers|tests)/' },
      // The addresses of the `.wasm` files are the page's to give.
      to: { path: '(^|node_modules/)@tensorflow/', pathNot: '\\.wasm$' },
    },
    {
      name: 'tfjs-backends-by-dynamic-import',
      comment: 'Only the backend that a run uses is fetched.',
      severity: 'error',
      from: { path: '^workers/' },
      to: {
        path: '(^|node_modules/)@tensorflow/tfjs-backend-[a-z]+/.*\\.js$',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'no-umbrella-tfjs',
      comment: 'The whole of tfjs is the rival in the benchmark; what ships takes its packages.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '(^|node_modules/)@tensorflow/(tfjs|tfjs-layers|tfjs-data|tfjs-converter)/' },
    },
    {
      name: 'nothing-knows-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^\\$(app|env)(/|$)|^\\./\\$types|\\?(url|raw|worker)$',
      },
    },
    {
      name: 'declared',
      comment: 'What is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'ships-from-dependencies',
      comment: 'What is bundled stands under dependencies, not devDependencies.',
      severity: 'error',
      // The command line, and a `.server.ts`, which runs while the site is built, never ship.
      from: { path: '^(src|workers)/', pathNot: '^src/cli/|\\.(test|d|server)\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(svelte|@sveltejs)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // "specify" keeps imports of types apart from imports of values.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs', 'tsd'],
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
