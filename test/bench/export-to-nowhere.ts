/**
 * Exports a whole history to nowhere and reports time and memory to its parent; its own process, to measure its memory
 * alone.
 */
import { Writable } from 'node:stream';
import { exportHistory } from '../../src/cli/audit/export-history.ts';
import { exportFormats } from '../../src/domain/history/export-format.ts';

const [dataDirectory = '', asked = ''] = process.argv.slice(2);
const format = exportFormats.find((known) => known === asked) ?? 'csv';
let bytes = 0;
const output = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    bytes += chunk.length;
    done();
  },
});
const started = performance.now();
const exitCode = await exportHistory({
  dataDirectory,
  tenant: undefined,
  format,
  output,
  errors: process.stderr,
});
if (exitCode !== 0) throw new Error('the history could not be exported');
const seconds = (performance.now() - started) / 1000;
process.send?.({ seconds, bytes, megabytes: process.resourceUsage().maxRSS / 1000 }, () => process.exit(0));
