/** Distinct values, the most urgent first, and in order of arrival where they are equally urgent. */
export interface PrioritySet<Value> {
  /** Adds a value at its priority, 0 for the most urgent. One that is there stays, or moves if it becomes more urgent. */
  add(value: Value, priority: number): void;
  delete(value: Value): void;
  /** The first value other than `passed`; `passed` if there is no other. */
  first(passed?: Value): { readonly value: Value; readonly priority: number } | undefined;
  size(): number;
}

export function createPrioritySet<Value>(): PrioritySet<Value> {
  // Sparse: priorities are few and small.
  const byPriority: Set<Value>[] = [];
  const priorities = new Map<Value, number>();

  function first(passed?: Value) {
    for (const [priority, values] of byPriority.entries()) {
      for (const value of values) if (value !== passed) return { value, priority };
    }
    const priority = passed === undefined ? undefined : priorities.get(passed);
    return passed === undefined || priority === undefined ? undefined : { value: passed, priority };
  }

  function remove(value: Value): void {
    const priority = priorities.get(value);
    if (priority === undefined) return;
    byPriority[priority]?.delete(value);
    priorities.delete(value);
  }

  return {
    add(value, priority) {
      const known = priorities.get(value);
      if (known !== undefined && known <= priority) return;
      remove(value);
      while (byPriority.length <= priority) byPriority.push(new Set());
      byPriority[priority]?.add(value);
      priorities.set(value, priority);
    },
    delete: remove,
    first,
    size: () => priorities.size,
  };
}
