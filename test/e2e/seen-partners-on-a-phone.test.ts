import { onEveryPhone } from './support/on-every-phone.ts';
import { seenCardNames, seenPartnerCards } from './support/seen-partner-cards.ts';

onEveryPhone('Partners in Microsoft 365', seenCardNames, seenPartnerCards);
