import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { layoutOf } from '../../../src/application/history/file-layout.ts';
import { exportFormats } from '../../../src/domain/history/export-format.ts';
import { invitationId, personId, providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import { timeZoneNamed } from '../../../src/domain/time-zone.ts';

const forms = exportFormats.filter((format) => format !== 'jsonl');
const delimiters = { 'excel-en': ',', 'excel-fr': ';', csv: ',' } as const;

const cancelled = (name: string, reason: string) => ({
  tenant: tenantId('contoso'),
  entry: {
    at: instantFrom(Date.UTC(2026, 10, 27, 4, 9, 54, 38)),
    by: { person: personId('ada'), name },
    event: {
      kind: 'invitationCancelled',
      invitation: invitationId('invitation-1'),
      partner: providerId('partner-1'),
      function: 'reseller',
      reason,
    },
  } as const,
});

/** Texts with all that a spreadsheet could take for something else. */
const anyText = fc
  .string({ unit: fc.constantFrom(...'aé日 =+-@;,"\'\n\r|\t1('.split('')), maxLength: 14 })
  .map((text) => `x${text}`);

describe('The history as a table', () => {
  const file = (format: (typeof forms)[number], name: string, reason: string, partner: string) => {
    const layout = layoutOf(format, timeZoneNamed('Europe/Paris'));
    return layout.start + layout.lines([{ filed: cancelled(name, reason), names: [partner] }]);
  };
  const rowsOf = (text: string, delimiter: string) =>
    parse(text, { bom: true, delimiter, record_delimiter: '\r\n' }) as unknown as readonly string[][];

  it('opens in Excel in French: semicolons, BOM, CRLF, times in the time zone that the header names', () => {
    assert.equal(
      file('excel-fr', 'Ada', 'parce que', 'Société Générale Conseil'),
      '\ufeffwhen (Europe/Paris);who;id;what;partner;partnerName;reference;before;after;effect;reason;tenant;utc\r\n' +
        '27/11/2026 05:09:54;Ada;ada;invitationCancelled;partner-1;Société Générale Conseil;invitation-1;;;;parce que;' +
        'contoso;2026-11-27T04:09:54.038Z\r\n',
    );
  });

  it('opens in Excel in English: commas, and a date that is read alike everywhere', () => {
    assert.equal(
      file('excel-en', 'Ada', 'because', 'Fabrikam'),
      '\ufeffwhen (Europe/Paris),who,id,what,partner,partnerName,reference,before,after,effect,reason,tenant,utc\r\n' +
        '2026-11-27 05:09:54,Ada,ada,invitationCancelled,partner-1,Fabrikam,invitation-1,,,,because,' +
        'contoso,2026-11-27T04:09:54.038Z\r\n',
    );
  });

  it('has the columns of earlier versions in their places as plain CSV, and the name behind them', () => {
    assert.equal(
      file('csv', 'Ada', 'because', 'Fabrikam'),
      '\ufeffwhen,who,id,what,partner,reference,before,after,effect,reason,tenant,partnerName\r\n' +
        '2026-11-27T04:09:54.038Z,Ada,ada,invitationCancelled,partner-1,invitation-1,,,,because,contoso,Fabrikam\r\n',
    );
  });

  it('names several partners in the order of their ids, and leaves out what is not known', () => {
    const layout = layoutOf('csv', undefined);
    const event = {
      kind: 'contactRequested',
      request: 'request-1',
      reference: 'PD-1',
      providers: ['a', 'b', 'c'],
    } as const;
    const filed = { ...cancelled('Ada', ''), entry: { ...cancelled('Ada', '').entry, event } };
    assert.match(layout.lines([{ filed, names: ['A', '', 'C'] }]), /,a; b; c,.*,A; ; C\r\n$/);
    assert.match(layout.lines([{ filed, names: ['', '', ''] }]), /,a; b; c,.*,contoso,\r\n$/);
  });

  it('holds every text, but for an apostrophe before what could be a formula', () => {
    const property = fc.property(fc.constantFrom(...forms), anyText, anyText, anyText, (format, ...texts) => {
      const [name, reason, partner] = texts;
      const [header = [], row = [], ...others] = rowsOf(
        file(format, name, reason, partner),
        delimiters[format],
      );
      assert.deepEqual(others, []);
      const cells = ['who', 'reason', 'partnerName'].map((column) => row[header.indexOf(column)] ?? '');
      const without = (text: string) => text.replace(/'(?=[=+\-@])/g, '');
      assert.deepEqual(cells.map(without), texts.map(without));
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('has no cell that is a formula, whatever delimiter the reader expects', () => {
    const property = fc.property(
      fc.constantFrom(...forms),
      fc.constantFrom(',', ';'),
      anyText,
      anyText,
      (format, delimiter, name, reason) => {
        const cells = file(format, name, reason, name)
          .split(/[\r\n]/)
          .flatMap((line) => line.split(delimiter));
        for (const cell of cells) assert.doesNotMatch(cell.replace(/^[\s"]+/, ''), /^[=+\-@]/);
      },
    );
    fc.assert(property, { numRuns: 1000, examples: [['excel-en', ';', 'x;=1+1', 'x\n=1+1']] });
  });
});
