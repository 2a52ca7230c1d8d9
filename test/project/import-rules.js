/**
 * Who may import whom, type-only imports included. dependency-cruiser reads this file (`npm run check`), and
 * `import-rules.test.ts` tests each rule.
 */

/** What each layer must not import. `desk.ts` and `desk/` are the composition, which only `index.ts` and tests use. */
const forbiddenLayers = {
  domain: ['application', 'i18n', 'teams', 'http', 'adapters', 'cli', 'config'],
  i18n: ['application', 'teams', 'http', 'adapters', 'cli', 'config'],
  application: ['i18n', 'teams', 'http', 'adapters', 'cli', 'config'],
  teams: ['http', 'adapters', 'cli', 'config'],
  http: ['teams', 'adapters', 'cli', 'config'],
  adapters: ['teams', 'http', 'cli', 'config'],
  config: ['teams', 'http', 'cli'],
  cli: ['teams', 'http'],
};

/** The floors of each layer, top down: a folder may import itself and the floors below. */
const towers = {
  domain: [
    ['history'],
    ['reviews'],
    ['tenant'],
    ['partners'],
    ['invitations'],
    ['contact'],
    ['providers', 'notifications'],
  ],
  application: [
    ['reviews'],
    ['tenant'],
    ['partners'],
    ['invitations'],
    ['contact', 'notifications', 'history'],
    ['providers'],
    ['runtime'],
    ['ports'],
  ],
  teams: [
    ['bot'],
    ['reviews'],
    ['tenant'],
    ['partners'],
    ['history'],
    ['contact', 'invitations'],
    ['providers', 'notifications', 'help'],
    ['turn'],
    ['cards', 'channel', 'understanding'],
  ],
};

const oneOf = (names) => `(${names.join('|')})`;

function forbid(name, from, to, comment) {
  return { name, severity: 'error', comment, from, to };
}

/** `npm run setup` opens parts of the desk as the desk does, to try them. */
const composesTheDesk = '^src/cli/setup';

const layerRules = Object.entries(forbiddenLayers).map(([layer, others]) =>
  forbid(
    'layers',
    { path: `^src/${layer}/`, pathNot: composesTheDesk },
    { path: `^src/(${oneOf(others)}/|desk/|index\\.ts$|desk\\.ts$)` },
    'domain ← application ← {teams, http, adapters, cli} ← desk.ts ← index.ts; i18n is a leaf beside the domain.',
  ),
);

const towerRules = Object.entries(towers).flatMap(([layer, floors]) =>
  floors.flatMap((floor, level) =>
    floor.map((folder) => {
      const below = floors.slice(level + 1).flat();
      const refused = floors.flat().filter((other) => other !== folder && !below.includes(other));
      return forbid(
        'tower',
        { path: `^src/${layer}/${folder}/` },
        { path: `^src/${layer}/${oneOf(refused)}/` },
        `src/${layer}/${folder} stands on ${below.join(', ') || 'nothing in its layer'}.`,
      );
    }),
  ),
);

export default {
  forbidden: [
    forbid(
      'no cycles',
      {},
      { circular: true },
      'To understand one file of a cycle, you have to read them all.',
    ),
    ...layerRules,
    ...towerRules,
    forbid(
      'ground',
      { path: '^src/domain/[^/]+$' },
      { path: '^src/domain/[^/]+/' },
      'Files directly in src/domain import none of the seven words.',
    ),
    forbid(
      'no frameworks',
      { path: '^src/(domain|application)/' },
      { path: 'node_modules/(botbuilder|botframework|restify|lowdb|nodemailer|pino|adaptivecards)' },
      'The rules of the product do not depend on how it is delivered.',
    ),
    forbid(
      'no input or output',
      { path: '^src/(domain|application)/' },
      { dependencyTypes: ['core'], path: '^(node:)?(fs|http|https|net|child_process)(/|$)' },
      'Input and output belong behind a port.',
    ),
    forbid(
      'Bot Framework SDK',
      { path: '^src/', pathNot: '^src/(teams/(channel|turn|bot)|adapters/bot-state|domain|application)/' },
      { path: 'node_modules/(botbuilder|botframework)' },
      'The SDK is archived: little code depends on it, so that it can be replaced.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
