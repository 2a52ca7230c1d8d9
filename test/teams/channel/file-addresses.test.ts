import assert from 'node:assert/strict';
import { isAcceptedFileAddress } from '../../../src/teams/channel/file-addresses.ts';

describe('Where a file may be uploaded', () => {
  for (const address of [
    'https://contoso-my.sharepoint.com/personal/adele/_api/v2.0/drive/items/1/uploadSession?guid=2',
    'https://contoso.sharepoint.us/upload',
    'https://contoso-my.sharepoint.cn/upload',
  ]) {
    it(`is ${address}`, () => {
      assert.equal(isAcceptedFileAddress(address, { loopbackOnly: false }), true);
      assert.equal(isAcceptedFileAddress(address, { loopbackOnly: true }), false);
    });
  }

  for (const address of [
    'http://contoso-my.sharepoint.com/upload',
    'https://sharepoint.com/upload',
    'https://evilsharepoint.com/upload',
    'https://contoso.sharepoint.com.evil.example/upload',
    'https://contoso.sharepoint.com@evil.example/upload',
    'https://evil.example/contoso.sharepoint.com',
    'https://user:password@contoso.sharepoint.com/upload',
    'https://contoso.sharepoint.com:8443/upload',
    'http://127.0.0.1:3000/upload',
    'file:///etc/passwd',
    'not an address',
  ]) {
    it(`is not ${address}`, () => {
      assert.equal(isAcceptedFileAddress(address, { loopbackOnly: false }), false);
    });
  }

  it('is this machine alone in a sandbox', () => {
    for (const address of ['http://127.0.0.1:3000/upload', 'http://localhost/upload'])
      assert.equal(isAcceptedFileAddress(address, { loopbackOnly: true }), true);
  });
});
