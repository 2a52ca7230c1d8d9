import { onEveryPhone } from './support/on-every-phone.ts';
import { partnerCards } from './support/partner-cards.ts';

const cardNames = ['partners', 'no partners', 'partner', 'removal', 'removed', 'history', 'no history'];

onEveryPhone('Partners', cardNames, partnerCards);
