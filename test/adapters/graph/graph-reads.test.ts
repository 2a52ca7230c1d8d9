import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as reads from '../../../src/adapters/graph/graph-reads.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import {
  readMessagesSince,
  readMime,
  tryInbox,
  wireMail,
} from '../../../src/adapters/graph/mail/mail-reads.ts';

const id = '22222222-0000-4000-8000-000000000001';
const { wireBatch, wireRequest } = reads;
const all: readonly reads.GraphRead[] = [
  reads.readPartners(),
  reads.readConstraints(id),
  reads.readAssignments(),
  reads.readAssignmentsOf(id),
  reads.readAssignmentsOfRole(id),
  reads.readEligibilitiesOf(id),
  reads.readEligibilitiesOfRole(id),
  reads.readSubscriptions(),
  reads.readTenantName(id),
  reads.readAudits(instantFrom(0), 10),
  reads.readPartnerSignIns(instantFrom(0), 'interactiveUser'),
  { kind: 'checkMemberGroups', person: id, groups: [id] },
  { kind: 'getByIds', ids: [id], types: ['group'] },
];

/** Every POST that may be sent, each of which only reads. */
const posts = ['/users/{id}/checkMemberGroups', '/directoryObjects/getByIds', '/$batch'];

describe('What is sent to Microsoft Graph', () => {
  it('is read with GET, but for the documented POSTs that only read', () => {
    for (const read of all) {
      const { method, call } = wireRequest(read);
      assert.equal(method, posts.includes(call) ? 'POST' : 'GET', call);
    }
  });

  it('is nothing else inside a batch', () => {
    const { method, call, body } = wireBatch(
      all.flatMap((read, index) => (read.kind === 'report' ? [] : [[String(index), read] as const])),
    );
    assert.deepEqual([method, call], ['POST', '/$batch']);
    const { requests } = body as { requests: readonly { method: string; url: string }[] };
    for (const request of requests) {
      const isPost = /^\/(?:users\/[^/]+\/checkMemberGroups|directoryObjects\/getByIds)$/.test(request.url);
      assert.equal(request.method, isPost ? 'POST' : 'GET', request.url);
    }
    assert.equal(requests.length, all.length - 2);
  });

  it('has no other method anywhere in the code that calls Graph', () => {
    const folder = new URL('../../../src/adapters/graph/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const code = files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    assert.doesNotMatch(code.join('\n'), /['"`](?:PUT|PATCH|DELETE)['"`]/i);
    const sending = code.filter((text) => /\bfetch\(/.test(text));
    assert.equal(sending.length, 1, 'one place sends');
  });

  it('is a GET for all that is read of a mailbox', () => {
    const reads = [
      readMessagesSince("o'hara/../x@contoso.com", instantFrom(0)),
      readMime('a@contoso.com', 'AAMk/2222='),
      tryInbox('a@contoso.com'),
    ].map(wireMail);
    for (const { method, body, path, call } of reads) {
      assert.equal(method, 'GET');
      assert.equal(body, undefined);
      assert.match(path, /^\/v1\.0\/users\/[^/]+\//);
      assert.doesNotMatch(call, /@|2222/);
    }
    assert.match(
      reads[0]?.path ?? '',
      /^\/v1\.0\/users\/o'hara%2F..%2Fx%40contoso.com\/mailFolders\/inbox\//,
    );
  });

  it('leaves ids out of what is logged', () => {
    for (const read of all) assert.doesNotMatch(wireRequest(read).call, /2222/);
  });
});
