// Waiting for a connection, for as long as it takes.

/** Returns null: it is there */
export function connected(state: {
  peek: () => string;
  subscribe: (heard: (now: string) => void) => () => void;
}): Promise<void> | null {
  if (state.peek() === 'online') return null;
  return new Promise((done) => {
    const stop = state.subscribe((now) => {
      if (now !== 'online') return;
      setTimeout(() => stop(), 0);
      done();
    });
  });
}
