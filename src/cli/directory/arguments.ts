import { parseArgs } from 'node:util';

export const usage = `Usage: npm run directory -- import FILE [--replace] [--skip-bad]

Imports solution providers into the desk's directory. A running desk shows them within seconds.

FILE is CSV, as Excel in any language saves "CSV UTF-8" or "Unicode Text", or JSON (an array of objects, or one object a
line). Its columns, in any order:
  id                 the id of the provider's tenant, a GUID; while it is unknown, an id of your own with a hyphen and a
                     number at its end, such as partner-12
  name, description  at most 256 and 4,000 characters
  website            http:// or https://; may be empty
  email              where contact requests are sent
  phone              may be empty
  country            ISO 3166-1 alpha-2, such as FR
  city
  services, products, industries, designations
                     several values are separated by ; in CSV, and are a list in JSON
  organizationSizes  of 1-9, 10-50, 51-250, 251-1000, 1001-5000, 5001+
  languages          codes such as en;fr
  functions          of reseller, delegatedAdministrator, resellerAndDelegatedAdministrator, partner, mpsaPartner,
                     oemPcPartner, lineOfBusinessPartner; one at least
  logo               https://; the column may be left out

All bad rows are reported; if there are any, nothing is imported without --skip-bad.

  --replace   replace all imported providers; otherwise those with a known id are updated and the others added
  --skip-bad  skip bad rows and import the others
  --help      show this

Environment: DATA_DIR is the desk's data folder (default ./data).
Exit codes: 0 imported; 1 not imported; 2 usage error.
`;

/** The parsed command line. */
export type Command =
  | { readonly kind: 'import'; readonly file: string; readonly replace: boolean; readonly skipBad: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly reason: string };

export function parseArguments(args: readonly string[]): Command {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'mistake', reason: error.message };
    throw error;
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [command, file, ...rest] = positionals;
  if (command === undefined) return { kind: 'mistake', reason: 'Say what to do: import FILE.' };
  if (command !== 'import') return { kind: 'mistake', reason: `Unknown command: ${command}` };
  if (file === undefined) return { kind: 'mistake', reason: 'Name the file to import.' };
  if (rest.length > 0) return { kind: 'mistake', reason: 'Import one file at a time.' };
  return { kind: 'import', file, replace: values.replace, skipBad: values['skip-bad'] };
}
