// A file that a page cannot do without: asked for until it is here.

export const PAUSES = [1000, 2000, 4000, 8000]; // ms; the last again and again

/** A module of the workshop's. Each time by another address: a browser may remember that nothing came by one. */
export async function fetched<Module>(
  url: string,
  get: (url: string) => Promise<Module> = (from) => import(from),
  pause = (ms: number): Promise<unknown> => new Promise((done) => setTimeout(done, ms)),
): Promise<Module> {
  for (let n = 0; ; n += 1) {
    try {
      return await get(n ? `${url}&try=${n}` : url);
    } catch {
      await pause(PAUSES[Math.min(n, PAUSES.length - 1)]);
    }
  }
}
