import type { Format } from '../format.ts';
import { forms } from '../plural-forms.ts';

const providers = forms('provider', 'providers');

export const search = {
  title: 'Find a solution provider',
  textLabel: 'Name, place, service or product',
  textPlaceholder: 'For example: Azure migration Lyon',
  search: 'Search',
  filters: 'Filters',
  clear: 'Clear filters',
  any: {
    country: 'Any country',
    offering: 'Any service or product',
    function: 'Any function',
    industry: 'Any industry',
    size: 'Any size',
  },
  counted: (label: string, count: string) => `${label} (${count})`,
  found: (format: Format, first: number, last: number, total: number) => {
    const all = `${format.number(total)} ${format.plural(total, providers)}`;
    return first === 1 && last === total ? all : `${format.number(first)}–${format.number(last)} of ${all}`;
  },
  narrowedBy: (filters: string) => `Narrowed by: ${filters}`,
  open: (name: string) => `Open ${name}`,
  select: (position: number) => `Select ${position}`,
  selected: (names: string) => `Selected: ${names}`,
  selectedElsewhere: (format: Format, count: number) => `${format.number(count)} on other pages`,
  previous: 'Previous',
  next: 'Next',
  contactSelected: 'Contact selected',
  noneTitle: 'No provider matches all of this',
  noneLead: 'Give up one of these, and there are some:',
  noneAtAll: 'Not even parts of it match. Check the spelling, or start again without words.',
  relax: (what: string, count: string) => `Without ${what} (${count})`,
  quoted: (words: string) => `“${words}”`,
  everyProvider: 'Show every provider',
  noSuchResult: 'That one is not on this page. Say which of these, for example “the second one”.',
};

export const provider = {
  functions: 'Works with you as',
  services: 'Services',
  products: 'Products',
  industries: 'Industries',
  sizes: 'Organisation sizes',
  designations: 'Designations',
  languages: 'Languages',
  email: 'E-mail',
  phone: 'Phone',
  website: 'Website',
  openWebsite: 'Open website',
  logo: (name: string) => `Logo of ${name}`,
  contact: 'Contact',
  back: 'Back to results',
};
