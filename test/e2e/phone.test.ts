import { everydayCards } from './support/everyday-cards.ts';
import { onEveryPhone } from './support/on-every-phone.ts';

const cardNames = [
  'results',
  'unwieldy results',
  'details',
  'unwieldy details',
  'form',
  'form with problems',
  'sent',
  'requests',
  'help',
  'language',
  'nothing found',
  'not understood',
  'nobody selected',
  'review',
  'unwieldy review',
  'review at its end',
  'review finished',
];

onEveryPhone('Everyday cards', cardNames, everydayCards);
