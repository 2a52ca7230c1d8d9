import { openChat, type Chat } from './support/chat.ts';
import { theSandbox } from './support/sandbox.ts';

const mail = 'Wide World Importers Bordeaux';
const licences = 'Wide World Importers Nantes';
const helpdesk = 'Wide World Importers Rennes';

describe('A review of the partners in the chat', () => {
  const chat = openChat();

  before(async function () {
    const { invite } = await theSandbox();
    const { press, reads } = chat();
    for (const partner of [mail, licences, helpdesk]) {
      await invite('--function', 'resellerAndDelegatedAdministrator', '--partner', partner);
      await reads('Accept Partner Invitation', partner);
      await press('Authorize');
      await press('Authorize and grant');
      await reads('Invitation authorized');
    }
  });

  it('shows one after the other what each may do; one is kept, with a note', async () => {
    const { say, reads, fill, press, picture } = chat();
    await say('review partners');
    await reads('Review of partners', 'Nothing decided yet', 'Privileged', 'Never reviewed');
    await skipUntil(chat(), mail);
    await fill('Note (optional)', 'Runs our mail until the move is done.');
    await picture('review');
    await press('Keep');
    await reads(`${mail}: Alex Wilber kept its delegated permissions`, '1 kept');
  });

  it('takes the permissions of another away, after the question', async () => {
    const { press, reads } = chat();
    await press('Remove delegated permissions');
    await reads('Remove delegated permissions?', licences, 'Back to the review');
    await press('Remove delegated permissions');
    await reads('Delegated permissions removed', licences);
    await press('Go on with the review');
    await reads(`${licences}: Alex Wilber removed its delegated permissions`, '1 kept · 1 removed');
  });

  it('goes on in French for those who read it', async () => {
    const { say, press, reads } = chat();
    await say('en français');
    await say('revue des partenaires');
    await reads('Revue des partenaires', helpdesk, '1 conservé · 1 supprimé', 'Jamais passé en revue');
    await press('Conserver');
    await reads('Tous les partenaires ont été passés en revue', '2 conservés');
    await say('in English');
    await reads('English it is');
  });

  it('is finished, and is on record then', async () => {
    const { say, press, reads, picture } = chat();
    await say('review partners');
    await reads('Every partner has been looked at', mail, licences, helpdesk);
    await press('Finish the review');
    await reads(
      'Review finished',
      'Alex Wilber finished this review',
      'Runs our mail until the move is done.',
    );
    await picture('review-finished');
    await say('history');
    await reads('Review of partners finished', '2 kept · 1 removed');
  });
});

/** Skips partners that other suites left in the sandbox; they sort before these by name. */
async function skipUntil({ card, press, reads }: Chat, name: string): Promise<void> {
  for (let position = 1; ; position += 1) {
    await reads(new RegExp(`Partner ${position} of`));
    if ((await card.innerText()).includes(name)) return;
    await press('Skip for now');
  }
}
