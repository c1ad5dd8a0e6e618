import next from 'eslint-config-next';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.next/', 'dist/', 'node_modules/', '**/next-env.d.ts', 'lib/proc/fixtures/'] },
  ...next,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      // About React Compiler, which is not in use here.
      'react-hooks/incompatible-library': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['components/**', 'app/**'],
    ignores: ['components/store/tab-memory.ts'],
    rules: {
      // A browser may forbid it: one file uses it, and survives that.
      'no-restricted-globals': ['error', 'sessionStorage', 'localStorage'],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'sessionStorage' },
        { object: 'window', property: 'localStorage' },
      ],
    },
  },
  {
    files: ['bench/**', 'e2e/**'],
    rules: { 'no-console': 'off', 'react-hooks/rules-of-hooks': 'off' },
  },
);
