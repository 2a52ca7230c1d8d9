/** Runs work of the same key one after the other, in order of arrival. */
export type OneAtATime = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<void>>();

  return (key, work) => {
    const run = (last.get(key) ?? Promise.resolve()).then(work);
    const ended: Promise<void> = run.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, ended);
    void ended.then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
    return run;
  };
}
