// The report's sections as small pages, each a way to it. A small page is the report's own markup and style, copied and
// scaled: nothing is drawn twice. A browser that cannot style a copy by itself (Safari before 16.4) has their names alone.

/** A stretch of the report under one heading. `id`: what a link leads to; "" is its beginning. */
interface Page {
  id: string;
  title: string;
  drawn: Element[];
}

/** As wide as a section is on paper, with a margin; a small page is 84 wide (leaving.css). */
const SMALL = `
.small {
  position: absolute;
  top: 0;
  left: 0;
  width: 762px;
  min-height: 100%;
  padding: 40px;
  background: #fff;
  transform: scale(.1102);
  transform-origin: 0 0;
}
.small > :first-child { margin-top: 0; }`;
const CAN_COPY = 'adoptedStyleSheets' in Document.prototype;

/** The report's own style, which comes as text, for a copy of a part of it: what holds for all of it holds for that. */
function styleOf(report: Document) {
  const own = report.querySelector('template')?.content.textContent ?? '';
  const made = new CSSStyleSheet();
  made.replaceSync(own.replace(':root', ':host').replace(/^(\s*)body\b/gm, '$1.small') + SMALL);
  return made;
}

function pagesOf(report: Document): Page[] {
  const main = report.querySelector('main');
  if (!main) return [];
  const parts = [...main.children];
  const begins = parts.findIndex((part) => part.matches('section, .two'));
  const head = { id: '', title: main.querySelector('h1')?.textContent ?? '', drawn: parts.slice(0, begins) };
  const sections = [...main.querySelectorAll('section')].map((section) => ({
    id: section.id,
    title: section.querySelector('h2')?.textContent ?? '',
    drawn: [section],
  }));
  return [head, ...sections];
}

const isSame = (a: Page, b: Page) =>
  a.id === b.id &&
  a.drawn.length === b.drawn.length &&
  a.drawn.every((part, n) => part.isEqualNode(b.drawn[n]!));

/** Where a text stands: first as all that is said there, else within more. As outputs/formats/pointed.py looks for it. */
function placeOf(text: string, pages: Page[]): number {
  let within = -1;
  for (const [n, { drawn }] of pages.entries())
    for (const part of drawn) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const said = node.nodeValue ?? '';
        if (!said.includes(text) || node.parentElement?.closest('svg')) continue;
        if (said.trim() === text) return n;
        if (within < 0) within = n;
      }
    }
  return within;
}

/** The copy is for the eye: whoever hears the page, or goes by keys, has the link's words. */
function drawn(page: Page, style: CSSStyleSheet) {
  const host = document.createElement('span');
  host.className = 'small-page';
  host.inert = true;
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [style];
  const small = document.createElement('div');
  small.className = 'small';
  small.append(...page.drawn.map((part) => document.importNode(part, true)));
  root.append(small);
  return host;
}

function linkTo(page: Page, style: CSSStyleSheet | null, open: () => void) {
  const link = document.createElement('a');
  link.href = `#${page.id}`;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    open();
  });
  const title = document.createElement('span');
  title.textContent = page.title;
  link.append(...(style ? [drawn(page, style)] : []), title);
  return link;
}

/** In `nav`. `open`: somebody wants to see the section of this id. */
export function smallPages(nav: HTMLElement, open: (id: string) => void) {
  const list = nav.querySelector('ol') as HTMLElement;
  let pages: Page[] = [];
  let links: HTMLAnchorElement[] = [];
  let here = -1;

  /** The one that is shown has a ring, and is in sight; the window itself does not move. */
  const ring = (at: number) => {
    here = at < 0 ? here : at;
    links.forEach((link, n) => {
      if (n === here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    const link = links[here];
    if (!link) return;
    const left = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
    nav.scrollTo(left, link.offsetTop - (nav.clientHeight - link.offsetHeight) / 2);
  };

  return {
    /** Made of the report as it is now; a small page stays where its section is as it was. */
    show(report: Document) {
      const now = pagesOf(report);
      const style = CAN_COPY ? styleOf(report) : null;
      links = now.map((page, n) => {
        const [before, link] = [pages[n], links[n]];
        const opens = () => {
          ring(n);
          open(page.id);
        };
        return before && link && isSame(before, page) ? link : linkTo(page, style, opens);
      });
      pages = now;
      list.replaceChildren(
        ...links.map((link) => {
          const item = document.createElement('li');
          item.append(link);
          return item;
        }),
      );
      nav.hidden = now.length === 0;
      ring(here);
    },
    /** The ring goes to where this text stands; it stays where it was when the text is nowhere. */
    follow: (text: string) => ring(text ? placeOf(text, pages) : -1),
  };
}
