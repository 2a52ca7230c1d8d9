import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { messagesIn } from '../../src/i18n/messages.ts';
import { actions } from '../../src/teams/bot/card-actions.ts';
import { buttonsOf, nodesOf } from '../support/cards/card-text.ts';
import { exampleCards } from '../support/cards/example-cards.ts';
import { pseudoMessages } from '../support/cards/pseudo-language.ts';
import { hostileText } from '../support/examples/hostile-text.ts';

const folder = new URL('../../cards/', import.meta.url);
const templates = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const definedCards = templatesIn(new URL('../../src/teams/', import.meta.url));
const inSandbox = { isSandbox: true, isOnlyRecorded: false };
const inProduction = { isSandbox: false, isOnlyRecorded: true };
const inTenant = { isSandbox: false, isOnlyRecorded: false, readsTenant: true };
const languages = {
  English: messagesIn('en', undefined, inSandbox),
  French: messagesIn('fr', undefined, inSandbox),
  'a pseudo-language': pseudoMessages(inSandbox),
  'English, of a desk that only records': messagesIn('en', undefined, inProduction),
  'French, of a desk that only records': messagesIn('fr', undefined, inProduction),
  'a pseudo-language, of a desk that only records': pseudoMessages(inProduction),
  'English, of a desk that reads Microsoft 365': messagesIn('en', undefined, inTenant),
  'French, of a desk that reads Microsoft 365': messagesIn('fr', undefined, inTenant),
  'a pseudo-language, of a desk that reads Microsoft 365': pseudoMessages(inTenant),
};
const maxCardBytes = 28 * 1024;

describe('cards', () => {
  it('each have an example here', () => {
    assert.deepEqual(templates.toSorted(), [...new Set(exampleCards.map(({ name }) => name))].toSorted());
    assert.deepEqual(definedCards.toSorted(), templates.toSorted());
  });

  it('hold no words of their own: every text of a template comes from the catalogue or from data', () => {
    for (const name of templates) {
      const template: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
      for (const text of proseIn(template)) assert.match(text, /^\$\{[\w.]+\}$/, `${name} says “${text}”`);
    }
  });

  it('send verbs that each have an action, and every action has a button somewhere', () => {
    const verbs = exampleCards.flatMap(({ card }) =>
      buttonsOf(card(languages.English)).map(({ verb }) => verb),
    );
    assert.deepEqual(
      [...new Set(verbs.filter((verb) => verb !== undefined))].toSorted(),
      [...actions.keys()].toSorted(),
    );
  });

  for (const [language, messages] of Object.entries(languages)) {
    describe(`in ${language}`, () => {
      for (const { name, state, card: cardIn } of exampleCards) {
        describe(`${name}: ${state}`, () => {
          const card = cardIn(messages);
          const nodes = nodesOf(card);

          it('is valid for Microsoft’s own renderer', () => {
            const context = new SerializationContext();
            const parsed = new AdaptiveCard();
            parsed.parse(JSON.parse(JSON.stringify(card)), context);
            const problems = parsed.validateProperties().validationEvents.map(({ message }) => message);
            const events = Array.from(
              { length: context.eventCount },
              (_, index) => context.getEventAt(index).message,
            );
            assert.deepEqual([...events, ...problems], []);
          });

          it('is small enough for Teams', () => {
            assert.ok(
              Buffer.byteLength(JSON.stringify(card)) <= maxCardBytes,
              String(JSON.stringify(card).length),
            );
          });

          it('has at most six buttons in a row', () => {
            for (const node of nodes)
              assert.ok(!Array.isArray(node['actions']) || node['actions'].length <= 6);
          });

          it('names every input and every picture', () => {
            for (const node of nodes) {
              const type = String(node['type']);
              if (type === 'Input.Toggle') assert.notEqual(node['title'], '');
              else if (type.startsWith('Input.')) assert.match(String(node['label']), /\S/);
              if (type === 'Image') assert.match(String(node['altText']), /\S/);
            }
          });

          it('uses nothing that Teams does not show on every client', () => {
            for (const node of nodes) assert.notEqual(node['type'], 'Table');
          });

          it('does the same without Universal Actions: each Execute falls back to a Submit', () => {
            for (const node of nodes.filter(({ type }) => type === 'Action.Execute')) {
              const { fallback, verb, data } = node as {
                fallback?: { type: string; data: object };
                verb: string;
                data?: object;
              };
              assert.equal(fallback?.type, 'Action.Submit');
              assert.deepEqual(fallback.data, { ...data, verb });
            }
          });

          it('shows text from outside as it was written, never as Markdown', () => {
            for (const node of nodes) {
              const markdown = [
                node['type'] === 'TextBlock' ? node['text'] : '',
                node['label'],
                node['type'] === 'Input.Toggle' ? node['title'] : '',
              ];
              assert.ok(
                !markdown.some((text) => String(text).includes(hostileText.slice(0, 12))),
                JSON.stringify(node),
              );
            }
          });

          it('leaves no binding open', () => {
            const withoutHostileText = JSON.stringify(card).replaceAll('${name} <b>', '');
            assert.ok(!withoutHostileText.replaceAll('${name}', '').includes('${'), withoutHostileText);
            for (const node of nodes) for (const text of textsIn(node)) assert.equal(typeof text, 'string');
          });
        });
      }
    });
  }
});

/** The template of each card defined in the source. */
function templatesIn(source: URL): readonly string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(new URL(file, source), 'utf8').matchAll(/ = defineCard\('([^']+)'/g)])
    .map(([, template = '']) => template);
}

const prose = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText'];

/** The texts of the element itself. */
function textsIn(element: Readonly<Record<string, unknown>>): readonly unknown[] {
  const runs = nodesOf(element['inlines'] ?? []);
  return [element, ...runs].flatMap((shown) => prose.flatMap((key) => (key in shown ? [shown[key]] : [])));
}

function proseIn(node: unknown): readonly string[] {
  return nodesOf(node).flatMap((element) => [
    ...prose.flatMap((key) => (typeof element[key] === 'string' ? [element[key]] : [])),
    ...(Array.isArray(element['inlines']) ? proseIn(element['inlines']) : []),
  ]);
}
