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
    ignores: ['components/store/{tab-memory,acknowledged}.ts'],
    rules: {
      // A browser may forbid it: what keeps something in it survives that.
      'no-restricted-globals': ['error', 'sessionStorage', 'localStorage'],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'sessionStorage' },
        { object: 'window', property: 'localStorage' },
      ],
    },
  },
  {
    files: ['components/**'],
    // What is open closes with Escape; a field with results is walked as the ARIA practices have it.
    ignores: [
      'components/ui/use-escape.ts',
      'components/filters/filter-panel.tsx',
      'components/search/search-panel.tsx',
      'components/views/processes/{column-choice,list-options}.tsx',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='event'][property.name='key']",
          message: 'Keys are bound by the list of lib/keys, which the help tells.',
        },
      ],
    },
  },
  {
    files: ['bench/**', 'e2e/**'],
    rules: { 'no-console': 'off', 'react-hooks/rules-of-hooks': 'off' },
  },
);
