// What a page looks like, by boxes and computed styles: `look()` lists what nobody would want to see, one line each.
// () => {words that lie over each other, beside the page, cut, broken; strips of buttons that scroll sideways where there
// is room; tables without heads; faces, sizes and colours}
() => {
  const TOUCH = 2; // pixels by which boxes of letters may meet
  const SHARE = 0.4; // of the lower of two lines that may lie under the other: lines of one text are set close
  const style = (element) => getComputedStyle(element);
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const offered = (element) => !element.closest('[inert], .visually-hidden, .sr');

  /** The part of a box that is left by what hides the rest of it. */
  function painted(element, box) {
    let { left, right, top, bottom } = box;
    for (let at = element; at !== document.body; at = at.parentElement) {
      if (style(at).overflowX === 'visible') continue; // what scrolls hides as much
      const held = at.getBoundingClientRect();
      [left, right] = [Math.max(left, held.left), Math.min(right, held.right)];
      [top, bottom] = [Math.max(top, held.top), Math.min(bottom, held.bottom)];
    }
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  }

  /** Every line of every text that is seen: its words, its box, and the element that says it. */
  function lines() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!squeeze(node.data) || element.closest('script, style, title')) continue;
      if (!shown(element) || !offered(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = squeeze(node.data).slice(0, 40);
      const boxes = [...range.getClientRects()].map((box) => painted(element, box));
      const seen = boxes.filter((box) => box.width > 1 && box.height > 1 && box.bottom + scrollY > 0);
      found.push(...seen.map((box) => ({ element, node, box, words })));
    }
    return found;
  }

  /** What lies over the page on purpose, and what is scrolled beneath it. */
  function layer(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (['fixed', 'sticky'].includes(style(at).position) || at.matches('dialog, .scrolls')) return at;
    }
    return document.body;
  }

  function overlapping(all) {
    const boxes = all
      .map((line) => ({ ...line, layer: layer(line.element) }))
      .sort((a, b) => a.box.top - b.box.top);
    const found = [];
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        if (other.box.top > one.box.bottom) break;
        if (one.layer !== other.layer || one.node === other.node) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const low = Math.min(one.box.height, other.box.height);
        if (across > TOUCH && down > SHARE * low) found.push(`“${one.words}” and “${other.words}”`);
      }
    });
    return found;
  }

  /** Words that end beside the block that holds them. */
  function spilt(all) {
    const held = (element) => {
      let at = element;
      while (at.parentElement && /^(inline|contents)$/.test(style(at).display)) at = at.parentElement;
      return at.getBoundingClientRect();
    };
    const beside = (box, block) => box.left < block.left - TOUCH || box.right > block.right + TOUCH;
    const html = all.filter(({ element }) => !element.closest('svg'));
    return html
      .filter(({ element, box }) => beside(box, held(element)))
      .map(({ words }) => `“${words}” ends beside its block`);
  }

  /** Words that end beside the window. */
  function outside(all) {
    const wide = document.documentElement.clientWidth;
    const more = document.documentElement.scrollWidth - wide;
    const page = more > 0 ? [`the page is ${more} wider than the window`] : [];
    const scrolls = (element) => {
      for (let at = element; at; at = at.parentElement)
        if (['auto', 'scroll'].includes(style(at).overflowX)) return true;
      return false;
    };
    const beside = all.filter(
      ({ box, element }) => (box.left < -1 || box.right > wide + 1) && !scrolls(element),
    );
    return [...page, ...beside.map(({ words }) => `“${words}” ends beside the window`)];
  }

  function cut() {
    const hides = [...document.body.querySelectorAll('*')].filter((e) => {
      const { overflowX, textOverflow } = style(e);
      return (
        overflowX === 'hidden' &&
        textOverflow !== 'ellipsis' &&
        offered(e) &&
        shown(e) &&
        squeeze(e.textContent)
      );
    });
    return hides
      .filter((e) => e.clientWidth > 4 && e.scrollWidth > e.clientWidth + 1)
      .map((e) => `“${squeeze(e.textContent).slice(0, 40)}” is cut`);
  }

  /** Ordinary words that go on in the next line, without a hyphen of their own. */
  function broken() {
    const ORDINARY = 18; // letters: a longer one may have no room on any page
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element.closest('script, style, title, svg') || !shown(element) || !offered(element)) continue;
      if (style(element).hyphens === 'auto') continue; // the browser divides them as the language does
      for (const { 0: word, index } of node.data.matchAll(/\p{L}+/gu)) {
        if (word.length < 4 || word.length > ORDINARY) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = [...range.getClientRects()]
          .filter((box) => box.width > 1)
          .map((box) => Math.round(box.top));
        if (new Set(tops).size > 1) found.push(`“${word}” is broken`);
      }
    }
    return found;
  }

  /** Buttons in a row of which some lie beside it, in a window that has room for them. */
  function scrolling() {
    const ROOM = 900;
    if (innerWidth < ROOM) return [];
    const rows = [...document.querySelectorAll('nav, [role=tablist], .tabs')].filter(shown);
    return rows
      .filter((e) => e.scrollWidth > e.clientWidth + 1)
      .map((e) => `“${squeeze(e.textContent).slice(0, 40)}” scrolls`);
  }

  function tables() {
    const bare = [...document.querySelectorAll('table')].filter((table) => {
      const heads = [...table.querySelectorAll('thead th[scope=col]')];
      const widths = [...table.rows].map((row) =>
        [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0),
      );
      const columns = Math.max(...widths);
      return heads.length !== columns || heads.some((head) => !squeeze(head.textContent));
    });
    return bare.map(
      (table) => `the table “${squeeze(table.textContent).slice(0, 40)}” has no head over each column`,
    );
  }

  /** Whether a strip has its proportions, and how many of its dots lie beside it. */
  function strip(svg) {
    const given = `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`;
    const [, , wide, high] = (svg.getAttribute('viewBox') ?? given).split(' ').map(Number);
    const box = svg.getBoundingClientRect();
    const beside = ({ left, right, top, bottom }) =>
      left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
    const dots = [...svg.querySelectorAll('circle')].map((dot) => dot.getBoundingClientRect());
    return {
      width: box.width,
      room: svg.parentElement.getBoundingClientRect().width,
      squeezed: Math.abs(box.height / box.width - high / wide) > 0.02,
      outside: dots.filter(beside).length,
    };
  }

  const all = lines();
  const html = all.filter(({ element }) => !element.closest('svg'));
  const own = (of) => [...new Set(html.map(({ element }) => of(style(element))))].sort();
  return {
    overlapping: overlapping(all),
    outside: outside(all),
    spilt: spilt(all),
    cut: cut(),
    broken: broken(),
    scrolling: scrolling(),
    tables: tables(),
    strips: [...document.querySelectorAll('svg.strip')]
      .filter((svg) => svg.getClientRects().length)
      .map(strip),
    faces: own((s) => s.fontFamily),
    sizes: own((s) => s.fontSize),
    colours: own((s) => s.color),
    lines: all.length,
  };
};
