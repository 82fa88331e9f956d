import js from '@eslint/js';
import globals from 'globals';
import typescript from 'typescript-eslint';

const asMarkup = 'Text from people is never markup: let Preact or textContent show it.';

/** Libraries first, then what lies furthest up; one statement for what runs and one for types. */
const imports = {
  create(context) {
    const placed = ({ source: { value } }) => (value.startsWith('.') ? `1${value}` : `0${value}`);
    return {
      Program({ body }) {
        const all = body.filter((node) => node.type === 'ImportDeclaration');
        const early = all.find((node, at) => at && placed(node) < placed(all[at - 1]));
        if (early) context.report({ node: early, message: 'Imports stand in the order of their paths.' });
      },
    };
  },
};

export default [
  { ignores: ['static/built/', 'static/src/contract.d.ts', 'node_modules/', 'build/', '.venv/'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'error',
      'no-alert': 'error',
      'no-implicit-globals': 'error',
      complexity: ['error', 16],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: asMarkup },
        { property: 'outerHTML', message: asMarkup },
        { property: 'insertAdjacentHTML', message: asMarkup },
        { object: 'document', property: 'write', message: asMarkup },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Identifier[name="dangerouslySetInnerHTML"], Literal[value="dangerouslySetInnerHTML"]',
          message: asMarkup,
        },
      ],
    },
  },
  {
    files: ['static/src/**'],
    plugins: { house: { rules: { imports } } },
    rules: { 'house/imports': 'error' },
  },
  // A view is laid out one property a line: what it does is short all the same.
  {
    files: ['**/*.tsx'],
    rules: {
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 130, skipBlankLines: true, skipComments: true }],
    },
  },
  // A view takes its part's type from contract.d.ts.
  {
    files: ['static/src/{phone,screen,console,office}/**/*.tsx'],
    rules: { '@typescript-eslint/no-explicit-any': 'error' },
  },
  {
    files: ['tests/js/**', 'tests/engines/**', 'tests/journeys/**', 'bin/**'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
    },
  },
  { files: ['*.js'], languageOptions: { globals: globals.node } },
];
