// Finds what a person would: by role and words, shown, not covered, not disabled. page.py calls it in every engine.
// (what, role, words, exact, nth) => for 'spot': {x, y} of the middle, or {why}; for 'count': how many; for 'words': ...
(what, role, words, exact, nth) => {
  const squeeze = (text) => (text || '').replace(/\s+/g, ' ').trim();
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  const tag = ({ localName, attributes }) => `<${[localName, ...[...attributes].map((a) => `${a.name}="${a.value}"`)].join(' ')}>`;

  const NATIVE = {
    button: 'button, summary, input[type=button], input[type=submit]',
    link: 'a[href]',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=email], input[type=password], input[type=search]',
    heading: 'h1, h2, h3, h4',
    dialog: 'dialog',
    progressbar: 'progress',
    navigation: 'nav',
  };

  /** Words in it, without what is hidden from assistive technology. */
  function wordsIn(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    if (node.nodeName === 'IMG') return node.alt;
    if (!node.checkVisibility()) return '';
    return [...node.childNodes].map(wordsIn).join(getComputedStyle(node).display === 'inline' ? '' : ' ');
  }

  function nameOf(element) {
    const by = element.getAttribute('aria-labelledby');
    if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(wordsIn).join(' '));
    if (element.getAttribute('aria-label')) return squeeze(element.getAttribute('aria-label'));
    if (element.labels?.length) return squeeze([...element.labels].map(wordsIn).join(' '));
    return squeeze(wordsIn(element)) || squeeze(element.placeholder || element.title || element.value);
  }

  /** A radio or checkbox may be drawn by its label: that is what a finger meets. */
  function met(element) {
    const drawn = element.matches('input[type=radio], input[type=checkbox]') && element.labels?.[0];
    return drawn && shown(drawn) ? drawn : element;
  }

  function found() {
    const explicit = `[role="${role}"]`;
    const selector = NATIVE[role] ? `${NATIVE[role]}, ${explicit}` : explicit;
    const top = (role !== 'dialog' && [...document.querySelectorAll('dialog:modal')].pop()) || document;
    return [...top.querySelectorAll(selector)]
      .filter((element) => !element.hasAttribute('role') || element.getAttribute('role') === role)
      .filter((element) => shown(met(element)) && !element.closest('[inert], [aria-hidden=true]'))
      .filter((element) => (exact ? nameOf(element) === words : nameOf(element).includes(words)));
  }

  /** Whether it has been drawn where it is: an engine that scrolls beside the page would hit what was there before. */
  function atRest(element, at) {
    const last = window.tourLast;
    if (last?.element === element && last.x === at.x && last.y === at.y) return last.drawn;
    const now = window.tourLast = { element, ...at, drawn: false };
    requestAnimationFrame(() => requestAnimationFrame(() => { now.drawn = true; }));
    return false;
  }

  function spot() {
    const all = found();
    const element = all.at(nth);
    if (!element) return { why: `no ${role} says “${words}”` };
    if (element.disabled || element.getAttribute('aria-disabled') === 'true') return { why: `“${words}” is disabled` };
    const target = met(element);
    const isMet = (there) => there && (target.contains(there) || element.contains(there));
    // Not where it can be met already: whoever asks an engine for the centre again and again may be moved to and fro by a pixel.
    if (!isMet(hit(middle(target)))) target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const at = middle(target);
    if (!atRest(element, at)) return { why: `“${words}” moves` };
    const there = hit(at);
    if (isMet(there)) return at;
    return { why: `“${words}” lies under ${there ? tag(there) : 'nothing: it is outside of the page'}` };
  }

  function middle(target) {
    const box = target.getClientRects()[0];
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  function hit({ x, y }) {
    return document.elementFromPoint(x, y);
  }

  /** Whether what is there now has been drawn: a picture of it would show what was there before. */
  function isDrawn() {
    const now = window.tourDrawn ??= { frames: 0 };
    requestAnimationFrame(() => { now.frames += 1; });
    if (now.frames < 2) return false;
    window.tourDrawn = undefined;
    return true;
  }

  const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const answers = {
    spot,
    count: () => found().length,
    names: () => found().map(nameOf),
    value: () => found().at(nth)?.value,
    pressed: () => found().some((element) => element.matches('[aria-pressed=true], [aria-checked=true], :checked')),
    says: () => squeeze(document.body?.innerText),
    within: () => {
      const asked = new XMLHttpRequest(); // a frame that may run no script answers no question itself
      asked.open('GET', document.querySelector(role).src, false);
      asked.send();
      return squeeze(asked.responseText);
    },
    widest: () => [...document.body.querySelectorAll('*')].map((each) => [each.getBoundingClientRect().right, tag(each)])
      .sort(([a], [b]) => b - a)[0]?.[1],
    sideways: () => Math.max(0, wide()),
    still: () => document.readyState === 'complete' && document.fonts.status === 'loaded'
      && document.getAnimations().every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity
        || each.effect?.target?.closest('details:not([open])')) // Firefox never ends one that nobody sees
      && isDrawn(),
  };
  return answers[what]();
}
