#!/usr/bin/python3
"""Opens the report on the sample articles, and on a text of doubts, in a real Chromium and does what a reader does.

usage: report_test.py PATH_TO_SELON SAMPLES_FOLDER

A probe script, added to a copy of the page, presses keys, clicks, filters and writes what it sees as JSON into the
document; the checks are here. Exit 77 (skipped) where there is no Chromium."""
import html, json, os, re, shutil, subprocess, sys, tempfile

PROBE = """
<script>
(() => {
  const seen = {errors: window.probeErrors || []};
  const $ = (s) => document.querySelector(s), all = (s) => [...document.querySelectorAll(s)];
  const key = (k) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: k, bubbles: true}));
  try {
    seen.counts = all('#counts div').map((d) => [d.querySelector('dt').textContent, Number(d.querySelector('dd').textContent)]);
    seen.articles = all('#pick option').length;
    seen.marks = all('#text mark.claim').length;
    seen.before = $('#detail').textContent;
    key('n');
    seen.afterKey = $('#detail').textContent;
    seen.on = all('mark.claim.on').length;
    key('Escape');
    seen.afterEscape = $('#detail').textContent;
    $('#text mark.claim').click();
    seen.afterClick = $('#detail').textContent;
    const inside = $('#claims .scroll');
    seen.cut = inside.scrollWidth - inside.clientWidth;
    seen.rows = all('#table tbody tr').length;
    seen.bold = all('#table td.words').filter((e) => e.querySelectorAll('b').length !== 1).length;
    const event = all('#filters select')[1];
    event.value = 'ACCUSE';
    event.dispatchEvent(new Event('change'));
    seen.filtered = all('#table tbody .event').map((e) => e.textContent);
    seen.matching = $('#matching').textContent;
    event.value = '';
    event.dispatchEvent(new Event('change'));
    const words = $('#filters input');
    words.value = 'REGRETTE';
    words.dispatchEvent(new Event('input'));
    seen.searched = all('#table td.words').map((e) => e.textContent);
    const pick = $('#pick');
    pick.value = String(seen.articles - 1);
    pick.dispatchEvent(new Event('change'));
    seen.lastTitle = $('#text .title') ? $('#text .title').textContent : '';
    seen.networks = all('#worlds svg').length;
    seen.edges = all('#edges tbody tr').length;
    seen.dots = all('#axis .dot').length;
    seen.days = all('#days > li').length;
    seen.heads = all('#picture polygon.head').length;
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    const voice = $('#voice');
    seen.collisions = [];
    for (let i = 0; i < voice.options.length; i++) {
      voice.value = String(i);
      voice.dispatchEvent(new Event('change'));
      for (const drawn of i ? [$('#picture svg')] : all('#worlds svg')) {
        const boxes = [...drawn.querySelectorAll('text')].map((e) => [e.textContent, e.getBoundingClientRect()]), all = drawn.getBoundingClientRect();
        boxes.forEach(([a, box], n) => {
          if (box.left < all.left || box.right > all.right || box.top < all.top || box.bottom > all.bottom) seen.collisions.push(a + ' / the edge');
          for (const [b, other] of boxes.slice(n + 1)) if (!apart(box, other)) seen.collisions.push(a + ' / ' + b);
        });
      }
    }
    seen.lineage = all('#links li').map((e) => e.textContent);
    seen.unlabelled = all('select, input, button').filter((e) => !e.closest('label') && !document.querySelector(`label[for="${e.id}"]`) && !e.textContent.trim()).length;
    seen.outside = all('script[src], link[href], img[src]').length;
  } catch (e) { seen.errors.push(String(e)); }
  document.body.append(Object.assign(document.createElement('pre'), {id: 'probe', textContent: JSON.stringify(seen)}));
})();
</script>
"""
# What is denied, negated, yet to come, and told of periods.
DOUBTS = """La Russie a démenti avoir bombardé Kharkiv le 3 mars 2022.

L'Ukraine n'a pas attaqué Belgorod le 4 mars 2022.

La Chine bombardera Taïwan le 8 mars 2023.

L'armée turque aurait attaqué Afrin le 5 mars 2022.

La Russie a bombardé Grozny au printemps 2021. La Turquie a attaqué la Syrie entre 2015 et 2018.

L'Iran a attaqué l'Irak dans les années 1980. Le Soudan a attaqué le Tchad.

Si la Chine avait attaqué le Japon, l'Inde aurait soutenu la Chine. L'OTAN attaquera-t-elle la Russie ?
"""
DOUBTS_PROBE = """
<script>
(() => {
  const seen = {errors: window.probeErrors || []};
  const all = (s) => [...document.querySelectorAll(s)];
  try {
    seen.query = document.querySelector('#query').hidden ? '' : document.querySelector('#query').textContent;
    seen.foot = document.querySelector('#foot').textContent;
    seen.days = all('#days ul li').map((e) => e.textContent);
    const heads = all('#table th').map((e) => e.textContent);
    seen.column = all('#table tbody tr').map((e) => e.children[heads.indexOf('Date')].textContent);
    seen.open = all('#picture path.open title').map((e) => e.textContent);
    seen.lines = all('#picture path:not(.open) title').map((e) => e.textContent);
    seen.edges = all('#edges tbody tr').map((e) => e.textContent);
    seen.caption = document.querySelector('#picture').textContent;
    seen.dates = all('#days time').map((e) => e.textContent);
    seen.bars = all('#axis .dot.period').map((e) => [e.querySelector('title').textContent.slice(0, 4), Number(e.getAttribute('width'))]);
    seen.dated = document.querySelector('#dated').textContent;
    seen.dots = all('#axis .dot title').map((e) => e.textContent);
    seen.marks = all('#text mark.claim').map((e) => e.title);
  } catch (e) { seen.errors.push(String(e)); }
  document.body.append(Object.assign(document.createElement('pre'), {id: 'probe', textContent: JSON.stringify(seen)}));
})();
</script>
"""
# What a reader on a phone sees.
NARROW_PROBE = """
<script>
(() => {
  const seen = {errors: window.probeErrors || []};
  const $ = (s) => document.querySelector(s), all = (s) => [...document.querySelectorAll(s)];
  try {
    seen.width = window.innerWidth;
    seen.page = document.documentElement.scrollWidth;
    seen.scale = Math.min(...all('#worlds svg, #axis svg').map((e) => e.getBoundingClientRect().width / e.viewBox.baseVal.width));
    seen.small = all('#worlds svg text').length;
    const marks = all('#text mark.claim');
    seen.hidden = [];
    for (const mark of [marks[0], marks[1], marks[marks.length - 1]]) {
      mark.scrollIntoView({block: 'end'});
      mark.click();
      const box = mark.getBoundingClientRect(), panel = $('#detail').getBoundingClientRect();
      if (panel.top >= innerHeight - 40 || panel.bottom > innerHeight + 1) seen.hidden.push('panel of ' + mark.textContent);
      if (box.bottom > panel.top || box.top < 0) seen.hidden.push(mark.textContent);
    }
    $('#detail button').click();
    seen.closed = $('#detail').textContent;
  } catch (e) { seen.errors.push(String(e)); }
  document.body.append(Object.assign(document.createElement('pre'), {id: 'probe', textContent: JSON.stringify(seen)}));
})();
</script>
"""
# Eight tellings of one tie, of which the table of a world shows six at first.
MANY = "\n\n".join(f"La Russie a attaqué l'Ukraine en {year}." for year in range(2014, 2022))
MANY_PROBE = """
<script>
(() => {
  const seen = {errors: window.probeErrors || []};
  const all = (s) => [...document.querySelectorAll(s)];
  try {
    seen.before = all('#edges tbody button').map((e) => e.textContent.trim());
    all('#edges tbody button').pop().click();
    seen.after = all('#edges tbody button').map((e) => e.textContent.trim());
    seen.focus = all('#edges tbody button').indexOf(document.activeElement);
  } catch (e) { seen.errors.push(String(e)); }
  document.body.append(Object.assign(document.createElement('pre'), {id: 'probe', textContent: JSON.stringify(seen)}));
})();
</script>
"""
CATCH = "<script>window.probeErrors = []; window.addEventListener('error', (e) => window.probeErrors.push(e.message));</script>"

FLAGS = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync --virtual-time-budget=5000").split()


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True).stdout


# What `probe` sees on the page of what `inputs` hold.
def look(selon, chromium, inputs, probe, *query, size="1400,1000"):
    with tempfile.TemporaryDirectory() as folder:
        store, page = os.path.join(folder, "s.db"), os.path.join(folder, "report.html")
        run(selon, "--quiet", "ingest", inputs, "--store", store)
        run(selon, "--quiet", "export", "html", "--store", store, "--output", page, *query)
        text = open(page, encoding="utf-8").read()
        text = text.replace("<script>", CATCH + "<script>", 1).replace("</body>", probe + "</body>")
        open(page, "w", encoding="utf-8").write(text)
        dom = run(chromium, *FLAGS, "--window-size=" + size, "--user-data-dir=" + os.path.join(folder, "profile"), "--dump-dom", "file://" + page)
    found = re.search(r'<pre id="probe">(.*?)</pre>', dom, re.S)
    assert found, "the page's script did not run to its end"
    return json.loads(html.unescape(found.group(1)))


def look_at_text(selon, chromium, text, probe, *query):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.txt")
        open(path, "w", encoding="utf-8").write(text)
        return look(selon, chromium, path, probe, *query)


def main():
    selon, samples = sys.argv[1:3]
    chromium = shutil.which("chromium")
    if not chromium:
        print("no chromium: skipped")
        sys.exit(77)
    seen = look(selon, chromium, samples, PROBE)
    counts = dict(seen["counts"])

    failures, done = [], []
    def check(name, holds):
        done.append(name)
        print(("ok    " if holds else "FAILED"), name)
        if not holds: failures.append(name)

    check("no script error", seen["errors"] == [])
    check("every sample is listed", counts["articles"] == seen["articles"] >= 10)
    check("claims, voices and actors are counted", counts["claims"] > 50 and counts["voices"] > 10 and counts["actors"] > 20)
    check("reprint and translation are one origin", counts["independent origins"] <= counts["articles"] - 2)
    check("the article shows its claims", seen["marks"] > 3)
    check("the key n chooses a claim", seen["on"] == 1 and "On whose word" in seen["afterKey"] and "rule" in seen["afterKey"])
    check("Escape leaves it", seen["afterEscape"] == seen["before"])
    check("a click chooses one", "how firmly" in seen["afterClick"])
    check("the table lists claims", seen["rows"] > 30)
    check("the table fits a wide window", seen["cut"] <= 0)
    check("the words of each row show what tells the event", seen["bold"] == 0)
    check("the event filter keeps its event alone", seen["filtered"] and all(e.startswith("ACCUSE") for e in seen["filtered"]))
    check("the search ignores accents and case", seen["searched"] and all("regrett" in w for w in seen["searched"]))
    check("another article opens", len(seen["lastTitle"]) > 5)
    check("networks are drawn, with their table", seen["networks"] > 2 and seen["edges"] > 0)
    check("the timeline has points and their list", seen["dots"] > 5 and seen["days"] > 2)
    check("lines point at whom it is done to", seen["heads"] > 0)
    check("labels do not overlap: " + "; ".join(seen["collisions"][:5]), not seen["collisions"])
    check("lineage is told", any("reprints" in l for l in seen["lineage"]) and any("translates" in l for l in seen["lineage"]))
    check("every control has a name", seen["unlabelled"] == 0)
    check("nothing is loaded from elsewhere", seen["outside"] == 0)

    narrow = look(selon, chromium, samples, NARROW_PROBE, size="400,800")
    check("no script error on a phone", narrow["errors"] == [])
    check("a narrow page does not scroll sideways", narrow["page"] <= narrow["width"] <= 500)
    check("a chosen claim and its words are in sight: " + "; ".join(narrow["hidden"]), not narrow["hidden"])
    check("pictures are not shrunk", narrow["scale"] > 0.95)
    check("a claim can be closed without a key", "Choose underlined words" in narrow["closed"])

    many = look_at_text(selon, chromium, MANY, MANY_PROBE)
    check("the claims of a tie that are left out can be shown", many["errors"] == [] and many["before"] == ["assault"] * 6 + ["+2"]
          and many["after"] == ["assault"] * 8 and many["focus"] == 6)

    doubts = look_at_text(selon, chromium, DOUBTS, DOUBTS_PROBE)
    check("no script error on doubts", doubts["errors"] == [])
    for where in "days", "dots", "marks":
        said = lambda who, words: any(who in t and words in t for t in doubts[where])
        check(f"{where}: denied, negated, future, hedged are told", said("Russia ASSAULT", "[denied]") and said("Ukraine ASSAULT", "[not]")
              and said("China ASSAULT", "[future]") and said("Afrin", "[hedged]"))
    check("periods keep their ends, decades are there", all(d in doubts["dates"] for d in
          ("2021-03-20 to 2021-06-20", "2015 to 2018", "198X: 1980-01-01 to 1989-12-31", "2022-03-03")))
    check("periods are drawn as long as they are", dict(doubts["bars"])["2015"] > dict(doubts["bars"])["2021"] >= 8)
    check("the timeline says how many it leaves out", re.match(r"7 of 12 claims stand here", doubts["dated"]))
    check("the table tells the dates of the text, and no other", {"2022-03-03", "2015 to 2018", "198X", "—"} <= set(doubts["column"]))
    supposed = [("NATO", "Russia"), ("China", "Japan"), ("India", "China")]
    check("what is asked or supposed is a line apart", all(any(a in t and b in t and "only asked or supposed" in t for t in doubts[where])
          for a, b in supposed for where in ("open", "edges")) and not any(w in t for t in doubts["lines"] for w in ("NATO", "Japan", "India")))
    check("the picture says how much it leaves out", "2 of its claims negated or denied" in doubts["caption"] or
          "1 of its claims negated or denied" in doubts["caption"])
    check("a hedged line says so", any("Turkey against Syria" in t and "1 [hedged]" in t for t in doubts["lines"]))
    check("a whole store says nothing of a question", doubts["query"] == "")
    asked = look_at_text(selon, chromium, DOUBTS, DOUBTS_PROBE, "--actor", "Ukraine", "--since", "2020")
    check("a page of a question names it", all("actor Ukraine; since 2020 (1 of 12 claims)" in asked[where] for where in ("query", "foot")))

    print(f"{len(done) - len(failures)} passed, {len(failures)} failed")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
