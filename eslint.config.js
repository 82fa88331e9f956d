import js from '@eslint/js';
import globals from 'globals';

const asMarkup = 'Text from people is never markup: let Preact or textContent show it.';

export default [
  { ignores: ['static/built/', 'node_modules/', 'build/', '.venv/'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'error',
      'no-alert': 'error',
      'no-implicit-globals': 'error',
      complexity: ['error', 16],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: asMarkup },
        { property: 'outerHTML', message: asMarkup },
        { property: 'insertAdjacentHTML', message: asMarkup },
        { object: 'document', property: 'write', message: asMarkup },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'Identifier[name="dangerouslySetInnerHTML"], Literal[value="dangerouslySetInnerHTML"]', message: asMarkup },
      ],
    },
  },
  {
    files: ['tests/js/**', 'tests/engines/**'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
  { files: ['*.js'], languageOptions: { globals: globals.node } },
];
