// Days as people of this page's language write them.

/** "25 November 2026" for "2026-11-25"; what is not a day stays as it is. @param {string} day @param {string} [lang] */
export function saidDay(day, lang = document.documentElement.lang || 'en-GB') {
  const date = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Every day on the page. */
export function sayDays() {
  for (const time of document.querySelectorAll('time')) time.textContent = saidDay(time.dateTime);
}
