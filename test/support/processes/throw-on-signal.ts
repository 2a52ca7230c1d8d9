/** Loaded before a program, throws outside any promise when the process receives SIGUSR2. */
process.on('SIGUSR2', () => {
  throw new Error('the secret in an error message');
});
