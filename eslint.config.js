import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Rules that need types; they find the promise that nobody waits for. */
const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
};

const parserOptions = {
  // One a thread, as for the type check.
  project: [
    'tsconfig.json',
    'workers/tsconfig.json',
    'src/cli/tsconfig.json',
    'tests/tsconfig.json',
  ],
  tsconfigRootDir: import.meta.dirname,
  extraFileExtensions: ['.svelte'],
};

const MATH_RANDOM = 'Every random number comes from the counter-based generator in src/lib/random.';

const restrictedSyntax = [
  {
    selector: "VariableDeclarator[init.name='Math'] > ObjectPattern > Property[key.name='random']",
    message: MATH_RANDOM,
  },
  { selector: 'TSEnumDeclaration', message: 'Not erasable: use a union of strings.' },
];

const hiring = {
  selector: "NewExpression[callee.name='Worker']",
  message: 'Workers are hired in src/lib/crew/hire/factory.ts alone.',
};

export default ts.config(
  {
    ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'playwright-report/'],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: MATH_RANDOM },
        { object: 'crypto', property: 'getRandomValues', message: MATH_RANDOM },
      ],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      // TypeScript finds undefined names, and knows the globals of each thread.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/array-type': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // Calls props unused that a template uses; TypeScript finds those that really are.
      'svelte/no-unused-props': 'off',
      // The site is served from any path: its links are relative by construction.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions },
    rules: typed,
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { ...parserOptions, parser: ts.parser } },
    rules: typed,
  },
  {
    files: ['**/*.{js,mjs,cjs}', 'src/cli/**', 'tests/**', '*.config.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**'],
    ignores: ['src/lib/crew/hire/factory.ts', 'src/cli/**'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax, hiring] },
  },
  {
    files: ['src/app.d.ts'],
    rules: { '@typescript-eslint/no-namespace': 'off' },
  },
);
