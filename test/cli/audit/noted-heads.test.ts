import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { knownHeadsIn } from '../../../src/adapters/data-folder/known-heads-file.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { verifyHistory } from '../../../src/cli/audit/verify-history.ts';
import type { ChainHead } from '../../../src/domain/history/audit-chain.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { appendAudit } from '../../support/examples/stored-values.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const contoso = tenantId('contoso');
const fabrikam = tenantId('fabrikam');

describe('npm run audit -- verify --noted FILE', () => {
  const folder = temporaryFolder();
  const data = () => join(folder(), 'data');
  const noted = () => join(folder(), 'noted');
  let heads: { readonly contoso: ChainHead; readonly fabrikam: ChainHead };

  /** Adds entries. @returns the head after each */
  async function append(tenant: typeof contoso, from: number, to: number): Promise<ChainHead[]> {
    const store = openLowdbStore({ folder: data(), log: recordedLog() });
    const after: ChainHead[] = [];
    for (let number = from; number <= to; number++) {
      await store.commit(tenant, [appendAudit(number)]);
      const { count, hash } = await store.head(tenant, 'audit');
      after.push({ count, hash });
    }
    await store.close();
    return after;
  }

  const lastOf = (all: readonly ChainHead[]) => all.at(-1) ?? assert.fail();

  beforeEach(async () => {
    heads = { contoso: lastOf(await append(contoso, 1, 5)), fabrikam: lastOf(await append(fabrikam, 1, 2)) };
  });

  async function verify(content?: string | Buffer, tenant?: typeof contoso) {
    if (content !== undefined) await writeFile(noted(), content);
    const output = new PassThrough();
    const request = { dataDirectory: data(), tenant, noted: content === undefined ? undefined : noted() };
    const exitCode = await verifyHistory({ ...request, output, errors: output });
    output.end();
    return { exitCode, report: (await text(output)).replaceAll(folder(), '') };
  }

  const logged = (tenant: string, { count: entries, hash }: ChainHead) =>
    JSON.stringify({
      level: 'info',
      time: '2026-11-23T09:00:00.000Z',
      tenant,
      entries,
      hash,
      msg: 'chain head',
    });

  const byHand = (tenant: string, { count, hash }: ChainHead) => `${tenant} ${count} ${hash}`;

  const remove = (tenant: string) => rm(join(data(), 'tenants', tenant), { recursive: true });

  /** Another history in place of the one there was. */
  async function rewrite(tenant: typeof contoso, from: number, to: number) {
    await remove(tenant);
    await append(tenant, from, to);
  }

  it('finds what was noted, also when the histories have gone on', async () => {
    const log = [
      '> partner-desk serve',
      '{"level":"info","msg":"Partner Desk is listening"}',
      `desk-1  | ${logged('contoso', heads.contoso)}`,
      JSON.stringify({ log: `${logged('fabrikam', heads.fabrikam)}\n`, stream: 'stdout' }),
      '{"broken',
    ].join('\n');
    for (let round = 0; round < 2; round++) {
      const { exitCode, report } = await verify(log);
      assert.match(report, /\n\/noted: 2 noted, of 2 tenants\n$/);
      assert.equal(exitCode, 0);
      await append(contoso, 6, 9);
    }
  });

  it('takes notes by hand, and what verify printed, in UTF-16 too', async () => {
    const { report } = await verify();
    const hand = `My notes of Monday\r\n${byHand('contoso', heads.contoso)}\r\n\r\n`;
    for (const content of [report, hand, Buffer.from(`\uFEFF${report}${hand}`, 'utf16le')]) {
      const checked = await verify(content);
      assert.match(checked.report, /\n\/noted: [12] noted, of [12] tenants\n$/);
      assert.equal(checked.exitCode, 0);
      await rewrite(contoso, 11, 15);
      assert.equal((await verify(content)).exitCode, 1);
      await rewrite(contoso, 1, 5);
    }
  });

  it('names a tenant of which nothing is left, and what was noted of it when', async () => {
    await remove('fabrikam');
    const { exitCode, report } = await verify(
      `${logged('contoso', heads.contoso)}\n${logged('fabrikam', heads.fabrikam)}`,
    );
    assert.match(
      report,
      new RegExp(
        `\ntenant fabrikam: nothing is left, but 2 entries ending with ${heads.fabrikam.hash} were noted \\(on 2026-11-23T09:00:00\\.000Z, /noted:2\\)\n`,
      ),
    );
    assert.equal(exitCode, 1);
    const asked = await verify(byHand('fabrikam', heads.fabrikam), fabrikam);
    assert.match(asked.report, /holds nothing of tenant fabrikam/);
    assert.match(asked.report, /tenant fabrikam: nothing is left, but 2 entries/);
    assert.equal(asked.exitCode, 1);
    assert.equal((await verify(byHand('fabrikam', heads.fabrikam), contoso)).exitCode, 0);
  });

  it('names a history that is shorter than noted', async () => {
    await rewrite(contoso, 1, 3);
    assert.equal((await verify()).exitCode, 0);
    const { exitCode, report } = await verify(byHand('contoso', heads.contoso));
    assert.match(
      report,
      /^tenant contoso: there are 3 entries, but 5 entries ending with \S{43} were noted: the newest are gone \(\/noted:1\)\n/,
    );
    assert.equal(exitCode, 1);
  });

  it('names a history that was rewritten, although it is unbroken and has gone on', async () => {
    await rewrite(contoso, 11, 20);
    assert.equal((await verify()).exitCode, 0);
    const { exitCode, report } = await verify(logged('contoso', heads.contoso));
    assert.match(
      report,
      /^tenant contoso: entry 5 is not the one that was noted with hash \S{43}: the history was rewritten \(on 2026-11-23\S+, \/noted:1\)\n/,
    );
    assert.equal(exitCode, 1);
  });

  it('takes no other file for a history as it was noted', async () => {
    const { exitCode, report } = await verify('something else\n');
    assert.match(report, /\/noted: 0 noted, of 0 tenants\n$/);
    assert.equal(exitCode, 1);
    const mistyped = await verify(
      byHand('contoso', { ...heads.contoso, hash: heads.contoso.hash.slice(0, -1) }),
    );
    assert.equal(mistyped.exitCode, 1);
    await rm(noted());
    const output = new PassThrough();
    const request = { dataDirectory: data(), tenant: undefined, noted: noted(), output, errors: output };
    assert.equal(await verifyHistory(request), 1);
    output.end();
    assert.match(await text(output), /ENOENT/);
  });

  it('without notes, still misses what the desk saw when it last ran', async () => {
    await knownHeadsIn(data()).write([
      { tenant: contoso, ...heads.contoso, at: monday },
      { tenant: fabrikam, ...heads.fabrikam, at: monday },
    ]);
    assert.equal((await verify()).exitCode, 0);
    await remove('fabrikam');
    await rewrite(contoso, 1, 4);
    const { exitCode, report } = await verify();
    assert.match(
      report,
      /^tenant contoso: there are 4 entries, but 5 [^]*\ntenant fabrikam: nothing is left, but 2 [^\n]*\/data\/chain-heads\.json\)\n$/,
    );
    assert.equal(exitCode, 1);
    await writeFile(join(data(), 'chain-heads.json'), '{"heads":[]');
    const corrupt = await verify();
    assert.match(corrupt.report, /chain-heads\.json: not JSON: what the desk saw last is unknown\n/);
    assert.equal(corrupt.exitCode, 1);
  });
});
