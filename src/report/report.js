// Draws the report from the records in the page. Offsets in the records count code points; strings here count UTF-16
// units, so each text is cut into an array of code points once.
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const $ = (id) => document.getElementById(id);
  const el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'on') for (const [event, f] of Object.entries(value)) node.addEventListener(event, f);
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
    }
    node.append(...children.filter((c) => c !== null && c !== undefined));
    return node;
  };
  const svg = (tag, attributes = {}, ...children) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const POSITIVE = new Set('AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT ALLIED MEMBER'.split(' '));
  const kindOf = (event) => (event === 'REQUEST' ? 'ask' : POSITIVE.has(event) ? 'good' : 'bad');
  // Eight hues that stay apart for most readers, each with a contrast of three to one on light and dark paper; the narrator is grey.
  const HUES = ['#2f7ed8', '#c9711c', '#2a8f61', '#b5479b', '#8a6fd1', '#9b8417', '#15879a', '#c4574c'];
  const NARRATOR = '#858a92';

  const claims = [];
  data.documents.forEach((d, index) => {
    d.points = Array.from(d.document.text || '');
    d.index = index;
    for (const c of d.claims) {
      c.doc = d;
      c.number = claims.length;
      c.voice = c.voices.length ? c.voices[c.voices.length - 1].name : d.narrator;
      c.narrated = c.voices.length === 0;
      claims.push(c);
    }
  });
  const titleOf = (d) => d.document.title || d.document.id;
  const names = (list) => list.map((a) => a.name).join(', ') || '—';
  const count = (list, key) => {
    const map = new Map();
    for (const item of list) map.set(key(item), (map.get(key(item)) || 0) + 1);
    return [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const firm = (c) => [c.polarity === 'neg' ? 'not' : '', c.certainty === 'asserted' ? '' : c.certainty,
    c.hypothetical ? 'hypothetical' : ''].filter(Boolean).join(', ') || 'plain';
  // What keeps a claim from being a plain past fact of its voice, "[not, denied, future]"; nothing where nothing does.
  const reserve = (c) => {
    const words = [firm(c) === 'plain' ? '' : firm(c), c.time === 'past' ? '' : c.time].filter(Boolean);
    return words.length ? `[${words.join(', ')}]` : '';
  };
  const inWords = (c) => [`${c.voice}:`, names(c.actors), c.event + (c.mode ? ' · ' + c.mode : ''), names(c.recipients), reserve(c)]
    .filter(Boolean).join(' ');

  // ---------------------------------------------------------------- head
  if (data.query) {
    $('query').hidden = false;
    $('query').textContent = `Not the whole store, only claims that were asked for: ${data.query}. Other articles, and what else these say, are not shown.`;
  }
  const voices = count(claims, (c) => c.voice);
  const facts = [['articles', data.documents.length], ['claims', claims.length], ['voices', voices.length],
    ['actors', new Set(claims.flatMap((c) => [...c.actors, ...c.recipients].map((a) => a.entity || a.name))).size],
    ['independent origins', new Set(data.origins).size]];
  for (const [name, n] of facts) $('counts').append(el('div', {}, el('dt', {}, name), el('dd', {}, String(n))));
  for (const part of ['articles', 'claims', 'worlds', 'timeline', 'lineage'])
    $('tabs').append(el('a', {href: '#' + part}, part[0].toUpperCase() + part.slice(1)));

  // ---------------------------------------------------------------- reader
  let shown = null, chosen = null, colours = new Map();

  function eventBadge(c) { return el('span', {class: 'event ' + kindOf(c.event)}, c.event + (c.mode ? ' · ' + c.mode : '')); }

  function people(list) {
    if (!list.length) return ['—'];
    return list.flatMap((a, i) => [i ? ', ' : '', el('span', {class: 'who'}, a.name), el('span', {class: 'code'}, a.code)]);
  }

  // The words of a claim, those that tell the event in bold.
  function wordsOf(c) {
    const cut = (a, b) => c.doc.points.slice(a, b).join('');
    return [cut(c.quote.start, c.trigger.start), el('b', {}, c.trigger.text), cut(c.trigger.end, c.quote.end)];
  }

  function showDetail(c) {
    const panel = $('detail');
    panel.replaceChildren();
    panel.classList.toggle('chosen', !!c);
    if (!c) {
      panel.append(el('p', {class: 'hint'}, 'Choose underlined words to see whose they are, who acts on whom, and how firmly.'));
      return;
    }
    panel.append(el('button', {class: 'close', 'aria-label': 'Close', on: {click: () => { const mark = chosenMark(); choose(null); if (mark) mark.focus(); }}}, '×'));
    panel.append(eventBadge(c), el('blockquote', {}, ...wordsOf(c)));
    panel.append(el('h3', {}, 'On whose word'));
    const chain = el('ol', {class: 'chain'}, el('li', {style: '--depth:0'}, c.doc.narrator, ' ', el('span', {class: 'hint'}, '(this document)')));
    c.voices.forEach((v, i) => chain.append(el('li', {style: `--depth:${i + 1}`}, '↳ ', el('span', {class: 'who'}, v.name),
      v.cue ? ' ' : '', v.cue ? el('q', {}, v.cue.text) : '', ' ', el('span', {class: 'code'}, v.kind + ', ' + v.report))));
    panel.append(chain);
    const rows = [['who', people(c.actors)], ['to whom', people(c.recipients)], ['how firmly', [firm(c)]], ['time', [c.time]]];
    const part = (ids) => ids.map((id) => c.doc.parts[id]).filter(Boolean);
    const when = part(c.when).map((p) => p.span.text + (p.value ? ' = ' + p.value : ' (unresolved)'));
    const where = part(c.where).map((p) => p.span.text + (p.country ? ' (' + p.country + ')' : ''));
    const many = part(c.quantities).map((p) => p.span.text);
    if (when.length) rows.push(['when', [when.join('; ')]]);
    if (where.length) rows.push(['where', [where.join('; ')]]);
    if (many.length) rows.push(['how many', [many.join('; ')]]);
    if (c.contexts.length) rows.push(['context', [c.contexts.join(', ')]]);
    rows.push(['CAMEO', [`${c.cameo} (score ${c.score})`]], ['rule', [c.rule]], ['claim', [c.id]]);
    panel.append(el('dl', {}, ...rows.flatMap(([k, v]) => [el('dt', {}, k), el('dd', {}, ...v)])));
  }

  function highlight(c) {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.delete('quote');
    if (!c) return;
    const range = new Range();
    let open = false;
    const walker = document.createTreeWalker($('text'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement.closest('[data-from]');
      if (!holder || node.parentElement.closest('[data-from]') !== node.parentElement) continue;
      const from = Number(holder.dataset.from), points = Array.from(node.data);
      const units = (n) => points.slice(0, n).join('').length;
      if (!open && c.quote.start < from + points.length && c.quote.start >= from) {
        range.setStart(node, units(c.quote.start - from));
        open = true;
      }
      if (open && c.quote.end <= from + points.length) {
        range.setEnd(node, units(c.quote.end - from));
        CSS.highlights.set('quote', new Highlight(range));
        return;
      }
    }
  }

  const chosenMark = () => document.querySelector('mark.claim.on');
  // In one column the panel lies over the lower part of the text.
  function covered(mark) {
    const box = mark.getBoundingClientRect(), panel = $('detail').getBoundingClientRect();
    return box.bottom > panel.top && box.top < panel.bottom && box.left < panel.right && box.right > panel.left;
  }
  function choose(c, scroll) {
    chosen = c;
    for (const m of document.querySelectorAll('mark.claim')) m.classList.toggle('on', !!c && m.dataset.claims.split(' ').includes(String(c.number)));
    showDetail(c);
    highlight(c);
    const mark = c && chosenMark();
    if (mark && (scroll || covered(mark))) mark.scrollIntoView({block: 'center'});
    if (mark && scroll) mark.focus({preventScroll: true});
  }

  function piece(d, from, to) { return el('span', {'data-from': from}, d.points.slice(from, to).join('')); }

  function blockNode(d, block) {
    const {start, end} = block.span;
    const p = el('p', {class: block.kind});
    const inside = d.claims.filter((c) => c.trigger.start >= start && c.trigger.end <= end)
      .sort((a, b) => a.trigger.start - b.trigger.start || b.trigger.end - a.trigger.end);
    let at = start;
    for (let i = 0; i < inside.length; i++) {
      const c = inside[i];
      if (c.trigger.start < at) continue;  // shares its words with the one before, which lists it
      const here = inside.filter((o) => o.trigger.start < c.trigger.end && o.trigger.end > c.trigger.start);
      if (c.trigger.start > at) p.append(piece(d, at, c.trigger.start));
      const classes = ['claim', c.certainty, c.polarity].join(' ');
      const mark = el('mark', {class: classes, tabindex: 0, role: 'button', 'data-from': c.trigger.start,
        'data-claims': here.map((o) => o.number).join(' '), style: '--voice:' + colours.get(c.voice),
        title: inWords(c),
        on: {click: () => choose(nextOf(here)), keydown: (e) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); choose(nextOf(here)); } }}});
      mark.textContent = d.points.slice(c.trigger.start, c.trigger.end).join('');
      p.append(mark);
      at = c.trigger.end;
    }
    if (at < end) p.append(piece(d, at, end));
    if (block.speaker && block.kind === 'turn') p.title = block.speaker;
    return p;
  }
  // Claims on the same words take turns.
  const nextOf = (list) => list[(list.indexOf(chosen) + 1) % list.length];

  function show(index) {
    shown = data.documents[index];
    const d = shown, doc = d.document;
    $('pick').value = String(index);
    const order = count(d.claims.filter((c) => !c.narrated), (c) => c.voice);
    colours = new Map([[d.narrator, NARRATOR]]);
    order.forEach(([voice], i) => colours.set(voice, HUES[i % HUES.length]));
    const rows = [['outlet', doc.outlet], ['author', doc.author], ['published', doc.published], ['translator', doc.translator],
      ['original', doc.original ? [doc.original.title, doc.original.outlet, doc.original.published].filter(Boolean).join(', ') : ''],
      ['cites', (doc.cites || []).join(', ')], ['language', doc.language]];
    $('meta').replaceChildren(el('dl', {}, ...rows.filter((r) => r[1]).flatMap(([k, v]) => [el('dt', {}, k), el('dd', {}, v)])));
    const own = d.claims.filter((c) => c.narrated).length;
    $('legend').replaceChildren(...[[d.narrator + ' (own words)', own, NARRATOR], ...order.map(([v, n]) => [v, n, colours.get(v)])]
      .map(([v, n, colour]) => el('li', {}, el('i', {style: 'background:' + colour}), `${v} · ${n}`)));
    const text = $('text');
    text.replaceChildren();
    text.lang = doc.language || '';
    const left = [];
    for (const b of d.blocks) {
      if (b.kind === 'boilerplate') left.push(b);
      else text.append(blockNode(d, b));
    }
    if (left.length) text.append(el('details', {}, el('summary', {}, `${left.length} passages that are not the article`),
      ...left.map((b) => el('p', {}, b.span.text))));
    choose(null);
  }
  data.documents.forEach((d, i) => $('pick').append(el('option', {value: i}, titleOf(d))));
  $('pick').addEventListener('change', (e) => show(Number(e.target.value)));
  document.addEventListener('keydown', (e) => {
    if (e.target.closest('input, select, textarea') || e.ctrlKey || e.metaKey || e.altKey || !shown) return;
    const list = [...shown.claims].sort((a, b) => a.trigger.start - b.trigger.start);
    const at = list.indexOf(chosen);
    if (e.key === 'n' && list.length) choose(list[(at + 1) % list.length], true);
    else if (e.key === 'p' && list.length) choose(list[(at - 1 + list.length) % list.length], true);
    else if (e.key === 'Escape') choose(null);
  });

  // ---------------------------------------------------------------- table
  const filters = {voice: '', event: '', firmness: '', text: ''};
  let limit = 60;
  function option(key, label, values) {
    const select = el('select', {on: {change: (e) => { filters[key] = e.target.value; limit = 60; table(); }}}, el('option', {value: ''}, 'all'),
      ...values.map(([v, n]) => el('option', {value: v}, n ? `${v} (${n})` : v)));
    return el('label', {}, label, select);
  }
  $('filters').append(option('voice', 'According to', voices), option('event', 'Event', count(claims, (c) => c.event)),
    option('firmness', 'How firmly', count(claims, firm)),
    el('label', {}, 'Words or names', el('input', {type: 'search', on: {input: (e) => { filters.text = e.target.value; limit = 60; table(); }}})));
  $('filters').addEventListener('submit', (e) => e.preventDefault());
  const plain = (s) => s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').toLowerCase();
  // The dates that the text gives the event; the day of the article is not one of them.
  const dates = (c) => {
    const parts = c.when.map((id) => c.doc.parts[id]).filter(Boolean);
    if (!parts.length) return ['—'];
    return parts.flatMap((p, i) => [i ? '; ' : '', ...(p.from ? p.value.split('/') : [p.span.text])
      .flatMap((end, k) => [k ? ' to ' : '', p.from ? el('span', {class: 'day'}, end) : end])]);
  };
  function table() {
    const wanted = plain(filters.text);
    const found = claims.filter((c) => (!filters.voice || c.voice === filters.voice) && (!filters.event || c.event === filters.event) &&
      (!filters.firmness || firm(c) === filters.firmness) &&
      (!wanted || plain([c.quote.text, names(c.actors), names(c.recipients), c.voice].join(' ')).includes(wanted)));
    $('matching').textContent = `${found.length} of ${claims.length} claims`;
    const head = ['According to', 'Who', 'Does what', 'To whom', 'How firmly', 'Time', 'Date', 'Words', 'Article, its day'];
    $('table').replaceChildren(el('thead', {}, el('tr', {}, ...head.map((h) => el('th', {scope: 'col'}, h)))),
      el('tbody', {}, ...found.slice(0, limit).map((c) => el('tr', {},
        el('td', {}, c.narrated ? c.voice + ' (own words)' : c.voice), el('td', {}, names(c.actors)), el('td', {}, eventBadge(c)),
        el('td', {}, names(c.recipients)), el('td', {}, firm(c)), el('td', {}, c.time), el('td', {}, ...dates(c)),
        el('td', {class: 'words'}, el('button', {on: {click: () => jump(c)}}, ...wordsOf(c))), el('td', {}, titleOf(c.doc), ' ', el('span', {class: 'day soft'}, c.doc.document.published || ''))))));
    $('more').hidden = found.length <= limit;
  }
  $('more').addEventListener('click', () => { limit += 200; table(); });
  function jump(c) {
    show(c.doc.index);
    location.hash = 'articles';
    choose(c, true);
  }

  // ---------------------------------------------------------------- worlds
  // Pictures are drawn as wide as there is room, so that their words are as large as the page's.
  const roomIn = (id, most) => Math.max(280, Math.min(most, $(id).clientWidth || most));
  const label = (key) => data.parties[key] || key;
  // "3 claims, 1 [hedged]"
  const howMany = (list) => `${list.length} claim${list.length === 1 ? '' : 's'}` +
    count(list.map((n) => reserve(claims[n])).filter(Boolean), (r) => r).map(([r, n]) => `, ${n} ${r}`).join('');
  function picture(world, size, most) {
    const weight = new Map();
    for (const e of world.edges) for (const who of [e.actor, e.recipient]) weight.set(who, (weight.get(who) || 0) + e.claims.length);
    const who = [...weight].sort((a, b) => b[1] - a[1]).slice(0, most).map(([k]) => k);
    // Half of the actors to the right, half to the left, evenly down an ellipse: a label has its side and its height for itself.
    const h = Math.max(size * .6, Math.ceil(who.length / 2) * 26 + 40), room = size * .3, place = new Map();
    const radius = (k) => Math.min(4 + Math.sqrt(weight.get(k)) * 1.3, 12);
    who.forEach((k, i) => {
      const side = i % 2 ? -1 : 1, rows = Math.ceil((who.length - (i % 2)) / 2), row = Math.floor(i / 2);
      const height = rows > 1 ? 2 * (row + .25 + (i % 2) * .5) / rows - 1 : 0;
      place.set(k, [size / 2 + side * Math.sqrt(1 - height * height * .9) * (size / 2 - room), h / 2 + height * (h / 2 - 14), side]);
    });
    const edges = world.edges.filter((e) => place.has(e.actor) && place.has(e.recipient));
    const lines = edges.flatMap((e) => {
      const [x1, y1] = place.get(e.actor), [x2, y2] = place.get(e.recipient);
      const bend = (e.sign === '+' ? 0.08 : e.sign === '-' ? -0.08 : 0.18) * (e.open ? 1.8 : 1);
      const mx = (x1 + x2) / 2 + (y2 - y1) * bend, my = (y1 + y2) / 2 - (x2 - x1) * bend;
      const kind = (e.sign === '+' ? 'good' : e.sign === '-' ? 'bad' : 'ask') + (e.open ? ' open' : '');
      const thick = Math.min(1 + Math.sqrt(e.claims.length), 6);
      const path = svg('path', {d: `M${x1} ${y1}Q${mx} ${my} ${x2} ${y2}`, fill: 'none', class: kind, 'stroke-width': thick});
      path.append(svg('title', {}, `${label(e.actor)} ${e.sign === '+' ? 'with or for' : e.sign === '-' ? 'against' : 'asks'} ${label(e.recipient)}${e.open ? ', only asked or supposed' : ''}: ${howMany(e.claims)}`));
      // Two who do it to each other, with no side of whom it is done to, have no arrow.
      if (e.claims.every((n) => !claims[n].recipients.length)) return [path];
      const far = Math.hypot(x2 - mx, y2 - my) || 1, ux = (x2 - mx) / far, uy = (y2 - my) / far;
      const tx = x2 - ux * (radius(e.recipient) + 1), ty = y2 - uy * (radius(e.recipient) + 1), long = 7 + thick, wide = 3 + thick / 2;
      return [path, svg('polygon', {class: 'head ' + kind, points: [[tx, ty], [tx - ux * long - uy * wide, ty - uy * long + ux * wide],
        [tx - ux * long + uy * wide, ty - uy * long - ux * wide]].map((p) => p.map((v) => v.toFixed(1)).join(',')).join(' ')})];
    });
    const letters = Math.floor((room - 18) / 7.5);
    const nodes = who.flatMap((k) => {
      const [x, y, side] = place.get(k), name = label(k);
      const text = svg('text', {x: x + side * (radius(k) + 5), y: y + 4, 'text-anchor': side > 0 ? 'start' : 'end'});
      text.textContent = name.length > letters ? name.slice(0, letters - 1) + '…' : name;
      text.append(svg('title', {}, name));
      return [svg('circle', {cx: x, cy: y, r: radius(k), class: 'node'}), text];
    });
    const drawn = svg('svg', {viewBox: `0 0 ${size} ${h}`, width: size, height: h, role: 'img',
      'aria-label': `Network of ${who.length} actors according to ${world.voice}; the table beside it holds the same`}, ...lines, ...nodes);
    return {drawn, hidden: weight.size - who.length};
  }
  const claimButton = (n) => el('button', {title: `${inWords(claims[n])}: “${claims[n].quote.text}”`, on: {click: () => jump(claims[n])}}, claims[n].event.toLowerCase() + ' ');
  // "+3", which gives its place to the three.
  const moreClaims = (list) => el('button', {'aria-label': `${list.length} more claims`, on: {click: (event) => {
    const buttons = list.map(claimButton);
    event.currentTarget.replaceWith(...buttons);
    buttons[0].focus();
  }}}, `+${list.length}`);
  const worlds = [...data.worlds].sort((a, b) => b.edges.reduce((n, e) => n + e.claims.length, 0) - a.edges.reduce((n, e) => n + e.claims.length, 0));
  function world(index) {
    const w = worlds[index];
    if (!w) { $('picture').textContent = 'No claim ties two actors.'; return; }
    const {drawn, hidden} = picture(w, roomIn('picture', 720), 16);
    const rejected = claims.filter((c) => c.voice === w.voice && (c.polarity === 'neg' || c.certainty === 'denied')).length;
    $('picture').replaceChildren(drawn, el('figcaption', {}, `According to ${w.voice}` + (hidden > 0 ? `; ${hidden} more actors in the table` : '') +
      (rejected ? `; ${rejected} of its claims negated or denied, which tie nobody` : '')));
    $('edges').replaceChildren(el('thead', {}, el('tr', {}, ...['Who', 'Stands', 'To whom', 'Claims'].map((h) => el('th', {scope: 'col'}, h)))),
      el('tbody', {}, ...w.edges.map((e) => el('tr', {}, el('td', {}, label(e.actor)),
        el('td', {}, e.sign === '+' ? '+ with, for' : e.sign === '-' ? '− against' : '? asks', e.open ? ' (only asked or supposed)' : ''), el('td', {}, label(e.recipient)),
        el('td', {}, ...e.claims.slice(0, 6).map(claimButton), e.claims.length > 6 ? moreClaims(e.claims.slice(6)) : '')))));
  }
  worlds.forEach((w, i) => $('voice').append(el('option', {value: i}, w.voice)));
  $('voice').addEventListener('change', (e) => world(Number(e.target.value)));
  world(0);
  for (const w of worlds.slice(1, 7)) {
    const {drawn, hidden} = picture(w, roomIn('small', 490) - 20, 8);
    $('small').append(el('figure', {}, el('figcaption', {}, `According to ${w.voice}` + (hidden > 0 ? `; ${hidden} more actors` : '')), drawn));
  }
  if (worlds.length > 7) $('small').append(el('p', {class: 'hint'}, `${worlds.length - 7} more voices are in the list above.`));

  // ---------------------------------------------------------------- timeline
  // Each date of a claim as the page's maker read it: its first and last day.
  const dated = [];
  for (const c of claims) for (const id of c.when) {
    const part = c.doc.parts[id];
    if (part && part.from) dated.push({part, c});
  }
  const days = (item) => item.part.from + item.part.to + item.part.value;
  dated.sort((a, b) => (days(a) < days(b) ? -1 : days(a) > days(b) ? 1 : 0));
  const year = (day, after) => {
    const [y, m, d] = day.split('-').map(Number);
    return y + ((m - 1) * 30.44 + d - 1 + after) / 365.3;
  };
  // "2015 to 2018"; "198X: 1980-01-01 to 1989-12-31".
  const dateOf = (part) => (part.value.includes('X') ? `${part.value}: ${part.from} to ${part.to}` : part.value.replace('/', ' to '));
  const told = new Set(dated.map((item) => item.c)).size;
  const loose = claims.filter((c) => c.when.length && !c.when.some((id) => c.doc.parts[id] && c.doc.parts[id].from)).length;
  $('dated').textContent = `${told} of ${claims.length} claims stand here. Of the others, the text gives ${claims.length - told - loose} no time` +
    ` and ${loose} only a duration or a time that no date can be given to.`;
  if (dated.length) {
    // The middle nine tenths set the scale; a lone medieval date would flatten the rest.
    const spans = dated.map(({part}) => [year(part.from, 0), year(part.to, 1)]);
    const xs = spans.map(([from, to]) => (from + to) / 2).sort((a, b) => a - b);
    const lo = Math.floor(xs[Math.floor(xs.length * .05)]), hi = Math.ceil(xs[Math.ceil(xs.length * .95) - 1] + .01);
    const width = roomIn('axis', 1100), x = (v) => 30 + (Math.min(Math.max(v, lo), hi) - lo) / (hi - lo) * (width - 60);
    const outside = spans.filter(([from, to]) => to < lo || from > hi).length;
    const rights = [];  // of each level, where its last mark ends
    const placed = spans.map(([from, to], i) => {
      const period = dated[i].part.from !== dated[i].part.to, long = x(to) - x(from);
      const [left, right] = period && long > 8 ? [x(from), x(to)] : [(x(from) + x(to)) / 2 - 4, (x(from) + x(to)) / 2 + 4];
      return {left, right, period, item: dated[i]};
    }).sort((a, b) => a.left - b.left);
    for (const mark of placed) {
      const free = rights.findIndex((right) => right < mark.left);
      mark.level = free < 0 ? rights.length : free;
      rights[mark.level] = mark.right;
    }
    const step = Math.min(10, 320 / rights.length), base = Math.max(rights.length * step, 60) + 12, height = base + 34;
    const dots = placed.map(({left, right, period, level, item: {part, c}}) => {
      const dot = svg('rect', {x: left, y: base - 10 - level * step, width: right - left, height: 8, rx: 4,
        class: `dot ${kindOf(c.event)}${period ? ' period' : ''}`});
      dot.append(svg('title', {}, `${dateOf(part)} ${inWords(c)}: “${c.quote.text}”`));
      return dot;
    });
    const ticks = [], every = Math.max(1, Math.ceil((hi - lo) / Math.min(12, width / 60)));
    for (let y = lo; y <= hi; y += every) {
      const text = svg('text', {x: x(y), y: height - 8, 'text-anchor': 'middle'});
      text.textContent = String(y);
      ticks.push(svg('line', {x1: x(y), x2: x(y), y1: base, y2: base + 8, class: 'tick'}), text);
    }
    $('axis').append(svg('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': 'Claims by date; the list below holds the same'},
      svg('line', {x1: 20, x2: width - 20, y1: base, y2: base, class: 'tick'}), ...ticks, ...dots));
    if (outside) $('axis').append(el('p', {class: 'hint'}, `${outside} before ${lo} or after ${hi} are drawn at the axis's ends; the list has their dates.`));
    const byDate = new Map();
    for (const item of dated) byDate.set(dateOf(item.part), [...(byDate.get(dateOf(item.part)) || []), item]);
    for (const [date, list] of byDate) $('days').append(el('li', {}, el('time', {datetime: /^[0-9T:-]+$/.test(date) && date}, date),
      el('ul', {}, ...list.map(({part, c}) => el('li', {},
        el('span', {class: 'who'}, c.voice), ': ', names(c.actors), ' ', eventBadge(c), ' ', names(c.recipients), ' ',
        reserve(c) ? el('span', {class: 'reserve'}, reserve(c)) : '', ' ', el('q', {class: 'when'}, part.span.text), ' ',
        el('button', {on: {click: () => jump(c)}}, 'words'))))));
  } else {
    $('axis').append(el('p', {class: 'hint'}, 'No claim has a resolved date.'));
  }

  // ---------------------------------------------------------------- lineage
  const roots = new Set(data.origins).size;
  $('origins').textContent = `${data.documents.length} articles go back to ${roots} independent origin${roots === 1 ? '' : 's'}, as far as their words and credits tell.`;
  for (const l of data.lineage) $('links').append(el('li', {}, el('strong', {}, titleOf(data.documents[l.later])), ` (${data.documents[l.later].narrator}) ${l.kinship} `,
    el('strong', {}, titleOf(data.documents[l.earlier])), ` (${data.documents[l.earlier].narrator})`, l.kinship === 'reprints' ? `: ${Math.round(l.share * 100)} % of its five-word runs` : ''));

  const coder = data.documents.length ? data.documents[0].document.coder : null;
  $('foot').textContent = `Selon ${coder ? coder.version : ''}, from ${data.source}${data.query ? ', ' + data.query : ''}. Models ${coder ? coder.model : '—'}, tables ${coder ? coder.lexicons : '—'}.`;
  if (data.documents.length) show(0);
  table();
})();
