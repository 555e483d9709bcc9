/** The same items, the next of which is asked for while the one before is dealt with. */
export async function* ahead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = iterator.next();
      yield value;
    }
  } finally {
    // Where the caller left early, what was asked for in vain must not fail unheard.
    await next.catch(() => undefined);
  }
}
