import { partnerAuthorityContract } from '../../contracts/partner-authority.ts';
import { received } from '../examples/invitation-examples.ts';
import { slowAuthority } from './slow-authority.ts';

partnerAuthorityContract('An authority like Microsoft 365', () => {
  const authority = slowAuthority({ now: () => received });
  return {
    authority,
    show: ({ id }) => {
      authority.show(id);
    },
    showRemoval: ({ partner }) => {
      authority.showRemoval(partner.id);
    },
  };
});
