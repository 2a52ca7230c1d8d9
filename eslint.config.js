import tseslint from 'typescript-eslint';

/** Who may import whom: domain ← application ← {teams, http, adapters, cli} ← index.ts. i18n is a leaf beside the domain. */
const forbidden = {
  domain: ['application', 'i18n', 'teams', 'http', 'adapters', 'cli', 'index', 'config'],
  i18n: ['application', 'teams', 'http', 'adapters', 'cli', 'index', 'config'],
  application: ['i18n', 'teams', 'http', 'adapters', 'cli', 'index', 'config'],
  teams: ['http', 'adapters', 'cli', 'index', 'config'],
  http: ['teams', 'adapters', 'cli', 'index', 'config'],
  adapters: ['teams', 'http', 'cli', 'index', 'config'],
  cli: ['teams', 'http', 'index'],
};

const purePackages = [
  'botbuilder',
  'botbuilder-*',
  'restify',
  'lowdb',
  'lowdb/*',
  'nodemailer',
  'pino',
  'adaptivecards-templating',
];

const boundaries = Object.entries(forbidden).map(([folder, layers]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${layers.join('|')})(/|\\.ts$)`,
            message: `src/${folder} must not know this layer: imports point domain ← application ← teams, http, adapters, cli ← index.ts.`,
          },
          ...(folder === 'domain' || folder === 'application'
            ? [
                { group: purePackages, message: `src/${folder} knows no framework.` },
                {
                  group: ['node:fs*', 'node:http*', 'node:net'],
                  message: `src/${folder} does no input or output of its own.`,
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

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
  ...boundaries,
);
