import { mailContract } from '../../contracts/mail.ts';
import { recordingMail } from '../../support/ports/recording-mail.ts';

mailContract('recording', () => {
  const mail = recordingMail();
  return Promise.resolve({
    mail,
    arrived: () => Promise.resolve(mail.messages),
    close: () => Promise.resolve(),
  });
});
