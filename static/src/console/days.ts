// Days of evidence, to the month ("2026-03") or to the day ("2026-03-05"): as one reads them, and whether they are over.

/** "2026-03" as one reads it; what is no day stays as it is. */
export function month(when: string) {
  const date = new Date(`${when.slice(0, 7)}-01T12:00:00Z`);
  return Number.isNaN(date.getTime())
    ? when
    : date.toLocaleDateString(document.documentElement.lang || 'en-GB', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
}

/** Whether a month or a day lies behind us; a month is over when its last day is, and "" never is. `now` in seconds. */
export const isOver = (day: string, now: number) =>
  day !== '' && day < new Date(now * 1000).toISOString().slice(0, day.length);
