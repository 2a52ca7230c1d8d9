import { readdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import tseslint from 'typescript-eslint';

/** More files than this, and the name of a folder no longer says what is in it. */
const maxFilesInFolder = 20;

const folderSize = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { tooMany: '{{folder}} holds {{count}} files; at most {{max}}: split it.' },
  },
  create: (context) => ({
    Program(node) {
      const folder = dirname(context.filename);
      const count = readdirSync(folder).filter((name) => name.endsWith('.ts')).length;
      if (count <= maxFilesInFolder) return;
      const data = { folder: relative(import.meta.dirname, folder), count, max: maxFilesInFolder };
      context.report({ node, messageId: 'tooMany', data });
    },
  }),
};

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'data', 'node_modules'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./test/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/application/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument here: take it from the clock port.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['describe', 'it'] }],
      'max-lines': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    plugins: { project: { rules: { 'folder-size': folderSize } } },
    rules: { 'project/folder-size': 'error' },
  },
  {
    // Adapters implement the store, the composition and the programs of operators open it.
    files: ['src/teams/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.type='MemberExpression']:matches([callee.object.name='store'], [callee.object.property.name='store'])",
          message: 'Only use cases read and write the store: ask one in src/application.',
        },
      ],
    },
  },
);
