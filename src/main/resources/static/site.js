/* Small extras. Every page works without this file. */
(() => {
  'use strict';

  /* Suggestions: turns <input data-suggest> into an ARIA combobox fed by /api/v1/suggest. When nothing answers, the
     field stays a plain search field. */
  let serial = 0;
  for (const input of document.querySelectorAll('input[data-suggest]')) {
    const id = 'sg' + ++serial;
    const box = document.createElement('ul');
    box.className = 'pop';
    box.id = id;
    box.hidden = true;
    box.setAttribute('role', 'listbox');
    box.setAttribute('aria-label', 'Suggestions');
    input.parentElement.append(box);
    const say = document.createElement('span');
    say.className = 'vh';
    say.setAttribute('role', 'status');
    input.parentElement.append(say);
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id };
    for (const name in roles) input.setAttribute(name, roles[name]);

    let at = -1;
    let timer = 0;
    let asked = null;
    let typed = '';

    const close = () => {
      clearTimeout(timer);
      if (asked) asked.abort();
      box.hidden = true;
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
      say.textContent = '';
    };
    const mark = n => {
      const items = [...box.children];
      at = (n + items.length) % items.length;
      items.forEach((li, k) => li.setAttribute('aria-selected', String(k === at)));
      input.setAttribute('aria-activedescendant', items[at].id);
      items[at].scrollIntoView({ block: 'nearest' });
    };
    const show = suggestions => {
      box.replaceChildren(...suggestions.slice(0, 7).map((s, k) => {
        const li = document.createElement('li');
        const name = document.createElement('span');
        const kind = document.createElement('small');
        li.id = id + '-' + k;
        li.dataset.url = s.url;
        li.setAttribute('role', 'option');
        li.setAttribute('aria-selected', 'false');
        name.textContent = s.label;
        kind.textContent = s.detail || '';
        li.append(name, kind);
        return li;
      }));
      at = -1;
      const n = box.children.length;
      box.hidden = !n;
      input.setAttribute('aria-expanded', String(n > 0));
      input.removeAttribute('aria-activedescendant');
      say.textContent = n ? n + (n === 1 ? ' suggestion' : ' suggestions') : '';
    };
    const ask = async () => {
      const words = input.value.trim();
      if (asked) asked.abort();
      if (words.length < 2) return close();
      asked = new AbortController();
      try {
        const kind = input.dataset.suggest && '&kind=' + input.dataset.suggest;
        const answer = await fetch('/api/v1/suggest?q=' + encodeURIComponent(words) + kind, { signal: asked.signal });
        if (!answer.ok) return close();
        const found = (await answer.json()).suggestions || [];
        if (document.activeElement === input) { typed = words; show(found); }
      } catch (e) {
        if (e.name !== 'AbortError') close();
      }
    };
    const open = li => { close(); location.href = li.dataset.url; };

    input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener('blur', close);
    input.form.addEventListener('submit', close);
    input.addEventListener('keydown', e => {
      if (e.key === 'Escape' && !box.hidden) { e.preventDefault(); close(); }
      else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        if (box.hidden) { if (input.value.trim() !== typed || !box.children.length) ask(); else { box.hidden = false; input.setAttribute('aria-expanded', 'true'); } }
        if (!box.hidden) { e.preventDefault(); mark(e.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1); }
      } else if (e.key === 'Enter' && at >= 0 && !box.hidden) { e.preventDefault(); open(box.children[at]); }
    });
    box.addEventListener('mousedown', e => {
      e.preventDefault();
      const li = e.target.closest('li');
      if (li) open(li);
    });
  }

  /* Copy a link and print: buttons stay hidden unless they can work. */
  for (const b of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) continue;
    const say = document.createElement('span');
    say.setAttribute('role', 'status');
    say.className = 'small';
    b.after(say);
    b.hidden = false;
    b.addEventListener('click', async () => {
      try { await navigator.clipboard.writeText(b.dataset.copy || location.href); say.textContent = 'Link copied'; }
      catch { say.textContent = 'Could not copy. Copy the address from your browser.'; }
    });
  }
  for (const b of document.querySelectorAll('[data-print]')) { b.hidden = false; b.addEventListener('click', () => print()); }

  /* Options that exclude the others: ticking one unticks them. Without this the page says so after it is sent. */
  for (const alone of document.querySelectorAll('[data-alone]')) {
    const others = [...alone.form.elements].filter(e => e.name === alone.name && e !== alone);
    alone.addEventListener('change', () => { if (alone.checked) for (const e of others) e.checked = false; });
    for (const e of others) e.addEventListener('change', () => { if (e.checked) alone.checked = false; });
  }
})();
