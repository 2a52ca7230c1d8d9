import assert from 'node:assert/strict';
import type { Part } from '../../../src/http/health/health-routes.ts';
import { openDesk } from '../../support/desk/open-desk.ts';

const works = () => Promise.resolve();
const fails = () => Promise.reject(new Error('EACCES /srv/data'));

describe('GET /health and /ready', () => {
  const store: Part = { isNeeded: true, reason: 'The data folder cannot be written.', check: works };
  const mail: Part = {
    isNeeded: false,
    reason: 'The mail server accepted none of the latest e-mails.',
    check: works,
  };

  async function ready(parts: Readonly<Record<string, Part>>) {
    const desk = await openDesk({ parts });
    const answer = await fetch(`${desk.url}/ready`);
    const told = { code: answer.status, ...((await answer.json()) as object) };
    await desk.close();
    return told;
  }

  it('say that the process lives, and that every part works', async () => {
    const desk = await openDesk();
    assert.deepEqual(await (await fetch(`${desk.url}/health`)).json(), { status: 'alive' });
    await desk.close();
    assert.deepEqual(await ready({ store, mail }), {
      code: 200,
      status: 'ready',
      parts: { store: { status: 'ready' }, mail: { status: 'ready' } },
    });
  });

  it('say which part does not work and why, in plain words and nothing of its insides', async () => {
    assert.deepEqual(await ready({ store: { ...store, check: fails }, mail }), {
      code: 503,
      status: 'not ready',
      parts: {
        store: { status: 'not ready', reason: 'The data folder cannot be written.' },
        mail: { status: 'ready' },
      },
    });
  });

  it('stay in service without a part that is waited for, but do not say that all is well', async () => {
    assert.deepEqual(await ready({ store, mail: { ...mail, check: fails } }), {
      code: 200,
      status: 'degraded',
      parts: {
        store: { status: 'ready' },
        mail: { status: 'not ready', reason: 'The mail server accepted none of the latest e-mails.' },
      },
    });
  });
});
