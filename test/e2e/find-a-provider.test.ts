import assert from 'node:assert/strict';
import { openChat } from './support/chat.ts';

describe('Finding a solution provider in the chat', () => {
  const chat = openChat();

  it('begins with a welcome that says what can be said', async () => {
    const { reads, picture } = chat();
    await reads('Welcome to Partner Desk', 'a reseller in Lyon for Azure', 'Sandbox: sample data');
    await picture('welcome');
  });

  it('opens the directory, five providers a page', async () => {
    const { say, reads, card, picture } = chat();
    await say('find a provider');
    await reads(/1–5 of \d{3} providers/);
    assert.equal(await card.getByRole('button', { name: /^Open / }).count(), 5);
    await picture('directory');
  });

  it('pages forth and back', async () => {
    const { say, press, reads } = chat();
    await say('find a provider');
    await press('Next');
    await reads(/6–10 of \d{3} providers/);
    await press('Previous');
    await reads(/1–5 of \d{3} providers/);
  });

  it('searches for what is typed into the box', async () => {
    const { say, fill, press, reads } = chat();
    await say('find a provider');
    await fill('Name, place, service or product', 'montreal autopilot');
    await press('Search');
    await reads('3 providers', 'Montréal, Canada', 'Windows Autopilot');
  });

  it('narrows by a list, whose values say how many providers each leaves', async () => {
    const { say, press, choose, reads, picture } = chat();
    await say('find a provider');
    await press('Filters');
    await choose('Country', /^France \(\d+\)$/);
    await choose('Function', /^Reseller \(\d+\)$/);
    await picture('filters');
    await press('Search');
    await reads('Narrowed by: France · Reseller', 'Clear filters');
    await press('Clear filters');
    await reads(/1–5 of \d{3} providers/);
  });

  it('is asked in plain words, and refined in plain words', async () => {
    const { say, reads, pictureOfAll } = chat();
    await say('I need a reseller in Paris for Azure');
    await reads(/Narrowed by: Paris · Azure · Reseller/, 'Paris, France');
    await pictureOfAll('chat');
    await say('only in Canada');
    await reads('Narrowed by: Canada · Azure · Reseller', /1–5 of/);
    await say('next page');
    await reads(/6–\d+ of/);
  });

  it('shows everything about one, and goes back to the same results', async () => {
    const { say, press, reads, picture } = chat();
    await say('find a provider in the United Kingdom');
    await press('Next');
    await reads(/6–10 of/);
    await press(/^Open /);
    await reads('Works with you as', 'Services', 'Products', 'Languages', 'Open website');
    await picture('details');
    await press('Back to results');
    await reads(/6–10 of/, 'Narrowed by: United Kingdom');
  });

  it('opens the one that is named by its place', async () => {
    const { say, card, reads } = chat();
    await say('find a provider in Switzerland');
    await reads(/1–5 of/);
    const second = await card
      .getByRole('button', { name: /^Open / })
      .nth(1)
      .getAttribute('aria-label');
    await say('the second one');
    await reads('Works with you as', second?.replace('Open ', '') ?? '');
  });

  it('says what to give up where nothing is found, one press each', async () => {
    const { say, press, reads, picture } = chat();
    await say('find an MPSA partner in Nairobi for Dynamics 365');
    await reads('No provider matches all of this', 'Give up one of these');
    await picture('no-result');
    await press(/^Without Nairobi/);
    await reads(/\d providers?/, 'Dynamics 365');
  });

  it('offers words that it does not understand as a search', async () => {
    const { say, press, reads, picture } = chat();
    await say('blue quarterly penguins');
    await reads('I did not understand that', 'find a provider');
    await picture('not-understood');
    await press(/^Search for “blue quarterly penguins”/);
    await reads('1. Blue');
  });
});
