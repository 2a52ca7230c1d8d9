import assert from 'node:assert/strict';
import {
  highImpactRoleIds,
  ordinaryRoleIds,
  privilegedRoleIds,
} from '../../../src/domain/partners/role-template-ids.ts';
import { isGlobalAdministrator, roleTemplate } from '../../../src/domain/partners/role-template.ts';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

describe('roleTemplate', () => {
  it('knows what Microsoft labels as privileged, and what comes just below', () => {
    assert.deepEqual(roleTemplate(globalAdministrator), {
      id: globalAdministrator,
      key: 'globalAdministrator',
      level: 'privileged',
    });
    assert.equal(roleTemplate('f2ef992c-3afb-46b9-b7cf-a126ee74c451')?.level, 'privileged');
    assert.equal(roleTemplate('29232cdf-9323-42fd-ade2-1d097af3e4de')?.level, 'highImpact');
    assert.equal(roleTemplate('4d6ac14f-3453-41d0-bef9-a3e0c569773a')?.level, 'ordinary');
    assert.equal(
      roleTemplate('fc8ad4e2-40e4-4724-8317-bcda7503ecbf')?.key,
      'customerDelegatedAdminRelationshipAdministrator',
    );
  });

  it('takes ids in any case', () => {
    assert.equal(roleTemplate(` ${globalAdministrator.toUpperCase()} `)?.key, 'globalAdministrator');
  });

  it('has nothing for a role that it does not know', () => {
    for (const id of ['', 'globalAdministrator', '00cf5c54-4693-4f59-a0ac-ab79ef0a974d']) {
      assert.equal(roleTemplate(id), undefined);
    }
  });

  it('finds every role by its own id, and no two by the same', () => {
    const everyRole = Object.entries({ ...privilegedRoleIds, ...highImpactRoleIds, ...ordinaryRoleIds });
    for (const [key, id] of everyRole) assert.equal(roleTemplate(id)?.key, key);
    for (const [key, id] of everyRole) assert.match(id, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, key);
  });
});

describe('isGlobalAdministrator', () => {
  it('is true of one role only', () => {
    assert.equal(isGlobalAdministrator(globalAdministrator.toUpperCase()), true);
    assert.equal(isGlobalAdministrator(privilegedRoleIds.privilegedRoleAdministrator), false);
    assert.equal(isGlobalAdministrator('unknown'), false);
  });
});
