import { arrivingCardNames, arrivingCards } from './support/arriving-cards.ts';
import { onEveryPhone } from './support/on-every-phone.ts';

const screens = { 'small phone': 320, desktop: 640 };

onEveryPhone('Invitations as they arrive,', arrivingCardNames, arrivingCards, screens);
