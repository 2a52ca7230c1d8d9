import { onEveryPhone } from './support/on-every-phone.ts';
import { tenantCardNames, tenantCards } from './support/tenant-cards.ts';

onEveryPhone('Changes in Microsoft 365', tenantCardNames, tenantCards);
