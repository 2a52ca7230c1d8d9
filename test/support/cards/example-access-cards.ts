import { later } from '../../../src/domain/instant.ts';
import { attentionOf } from '../../../src/domain/partners/attention.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import type { AccessEnd } from '../../../src/application/partners/read-access-end.ts';
import { accessEndCard } from '../../../src/teams/partners/access-end-view.ts';
import { exampleRelationship } from '../examples/example-relationship.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { fabrikam, offerOf, received } from '../examples/invitation-examples.ts';
import { exampleCard } from './example-card.ts';

const day = 24 * 60 * 60 * 1000;
const end = later(received, 730 * day);
const everyRole = [...roleTemplates.map(({ id }) => id), '00000000-0000-4000-8000-000000000777'];
const name = { value: `${hostileText} ${'Wide World Importers '.repeat(20)}`.slice(0, 256), claimed: true };
const relationship = exampleRelationship(
  { ...offerOf('resellerAndDelegatedAdministrator'), partner: { ...fabrikam, name } },
  { ...offerOf('partner'), partner: { ...fabrikam, name } },
);

function example(state: string, shown: Partial<AccessEnd>) {
  const now = shown.now ?? later(end, -7 * day);
  const whole: AccessEnd = {
    kind: 'accessEnding',
    listed: { relationship, attention: attentionOf(relationship, now, 90) },
    autoExtends: false,
    lost: everyRole,
    end,
    now,
    mayRemove: true,
    ...shown,
  };
  return exampleCard(accessEndCard, state, (messages) => accessEndCard(messages, whole));
}

const over = {
  ...relationship,
  delegatedAdmin: { kind: 'ended', at: end, grants: [] },
} as const;

export const exampleAccessCards = [
  example('ends soon', {}),
  example('ends tomorrow, roles not known', {
    now: later(end, -day),
    lost: 'notKnown',
    autoExtends: 'notKnown',
  }),
  example('extends itself', { autoExtends: true, mayRemove: false }),
  example('ended', {
    kind: 'accessEnded',
    now: end,
    listed: { relationship: over, attention: attentionOf(over, end, 90) },
  }),
  example('ended, others go on', { kind: 'accessEnded', lost: everyRole.slice(0, 1) }),
];
