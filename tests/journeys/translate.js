// What browsers that translate do to a page (Chrome, Edge, Safari): every text node is taken out, and elements with other
// words are put in its place; what arrives later is translated when it arrives. They ask no page for its leave.
(() => {
  const LEFT_ALONE = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA'];
  let turn = 0;
  const wrapped = (words) => {
    turn += 1;
    if (turn % 3 === 0) { // as one browser does it: one element
      const span = document.createElement('span');
      span.textContent = `«${words}»`;
      return span;
    }
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]; // as the others do: two
    inner.textContent = `«${words}»`;
    outer.append(inner);
    return outer;
  };
  const one = (node) => {
    const parent = node.parentNode;
    if (!parent || !node.data.trim() || LEFT_ALONE.includes(parent.nodeName)) return;
    if (node.data.startsWith('«') || parent.closest('[translate="no"]')) return;
    parent.replaceChild(wrapped(node.data), node);
  };
  const all = (root) => {
    if (root.nodeType === 3) one(root);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node; (node = walk.nextNode());) found.push(node);
    found.forEach(one);
  };
  const begin = () => {
    all(document.body);
    new MutationObserver((records) => {
      for (const record of records) for (const node of record.addedNodes) if (node.isConnected) all(node);
    }).observe(document.body, { childList: true, subtree: true });
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
})();
