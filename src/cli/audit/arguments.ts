import { parseArgs } from 'node:util';
import { exportFormats, type ExportFormat } from '../../domain/history/export-format.ts';
import { canonicalTenantId, type TenantId } from '../../domain/identifiers.ts';
import { timeZoneNamed, type TimeZone } from '../../domain/time-zone.ts';

export const usage = `Usage: npm run -s audit -- verify [--tenant ID] [--noted FILE]
       npm run -s audit -- export [--tenant ID] [--format FORMAT] [--time-zone ZONE] > FILE

Reads the desk's history, also while the desk runs, and changes nothing.

verify  checks the chain of hashes and reports every entry that was changed, removed or moved, with file and line.
        It also misses what the desk saw when it last ran: it keeps the newest hash of each tenant in DATA_DIR.
        Anyone who can write the desk's files can rewrite all of that. To detect it, store what verify prints, or the
        desk's log, in another place, and pass that file with --noted.
export  writes every entry to standard output, oldest first.

  --tenant ID   only the history of this tenant
  --noted FILE  newest hashes that were noted before: the desk's log, the output of verify, or lines with a tenant, a
                number of entries and a hash. verify names each that is no longer in the chain, and each tenant of
                which nothing is left. A hash alone, instead of a file, must be in any chain
  --format FORMAT
                csv       CSV with commas, times in ISO 8601, for programs; the default
                excel-en  CSV that Excel in English opens as a table, with times that it takes for times
                excel-fr  the same for Excel in French: semicolons, times such as 27/11/2026 05:09:54
                jsonl     everything that was recorded, one JSON object a line
  --time-zone ZONE
                of the times for Excel, such as Europe/Paris; the default is UTC
  --help        show this

Environment: DATA_DIR is the desk's data folder (default ./data).
Exit codes: 0 success; 1 something is wrong with the history, or it cannot be read; 2 usage error.
`;

/** The parsed command line. */
export type Command =
  | { readonly kind: 'verify'; readonly tenant: TenantId | undefined; readonly noted: string | undefined }
  | {
      readonly kind: 'export';
      readonly tenant: TenantId | undefined;
      readonly format: ExportFormat;
      readonly timeZone: TimeZone | undefined;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly reason: string };

export function parseArguments(args: readonly string[]): Command {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        noted: { type: 'string' },
        format: { type: 'string' },
        'time-zone': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'mistake', reason: error.message };
    throw error;
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [command, ...rest] = positionals;
  if (rest.length > 0) return { kind: 'mistake', reason: `What is “${rest.join(' ')}” for?` };
  const tenant = values.tenant === undefined ? undefined : canonicalTenantId(values.tenant);
  if (command === 'verify') {
    if (values.format !== undefined) return { kind: 'mistake', reason: 'Only export has a format.' };
    if (values['time-zone'] !== undefined) return { kind: 'mistake', reason: 'Only export has a time zone.' };
    return { kind: 'verify', tenant, noted: values.noted };
  }
  if (command === 'export') {
    if (values.noted !== undefined) return { kind: 'mistake', reason: 'Only verify takes what was noted.' };
    const format = exportFormats.find((known) => known === (values.format ?? 'csv'));
    if (format === undefined)
      return {
        kind: 'mistake',
        reason: `Unknown format: ${values.format ?? ''}. It is one of ${exportFormats.join(', ')}.`,
      };
    const zone = values['time-zone'];
    const timeZone = timeZoneNamed(zone);
    if (zone !== undefined && timeZone === undefined)
      return { kind: 'mistake', reason: `Unknown time zone: ${zone}. Name one such as Europe/Paris.` };
    return { kind: 'export', tenant, format, timeZone };
  }
  return {
    kind: 'mistake',
    reason: command === undefined ? 'Say what to do.' : `Unknown command: ${command}`,
  };
}
