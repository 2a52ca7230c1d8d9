/** Markup that is safe to send as it is. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Content = Html | string | number | false | readonly (Html | string)[];

/** Markup in which everything that is put in is text, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.reduce((markup, part, at) => markup + textOf(contents[at - 1] ?? '') + part));
}

function textOf(content: Content): string {
  if (content === false) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(textOf).join('');
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return String(content).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
