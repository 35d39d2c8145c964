"use strict";
// Sorting and filtering of the tables of this page. It reads and moves what the page holds; it makes no markup of text.
(() => {
  const tools = document.getElementById("tools");
  const find = document.getElementById("find");
  const shared = document.getElementById("shared");
  const comparable = document.getElementById("comparable");
  const count = document.getElementById("count");
  const frames = [...document.querySelectorAll(".frame")];
  const bodies = frames.flatMap((frame) => [...frame.querySelectorAll("tbody")]);
  const texts = new Map();
  const names = new Map();
  const order = new Map();
  bodies.forEach((body, at) => {
    order.set(body, at);
    names.set(body, body.querySelector("th[scope=rowgroup]"));
    for (const row of body.rows) {
      const name = names.get(body);
      const text = (name && !row.contains(name) ? name.textContent + " " : "") + row.textContent;
      texts.set(row, text.toLowerCase());
    }
  });

  function wanted(row, words) {
    if (words.some((word) => !texts.get(row).includes(word))) return false;
    if (!row.closest("table.comparison")) return true;
    if (shared.checked && !(Number(row.dataset.plans) > 1)) return false;
    return !comparable.checked || row.dataset.verdict === "A" || row.dataset.verdict === "B";
  }

  // The name of an indicator stands in the first of its rows that is shown, and reaches over the others.
  function rename(body) {
    const name = names.get(body);
    const rows = [...body.rows].filter((row) => !row.hidden);
    if (!name || rows.length === 0) return;
    rows[0].prepend(name);
    name.rowSpan = rows.length;
  }

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    let all = 0;
    for (const body of bodies) {
      for (const row of body.rows) {
        row.hidden = !wanted(row, words);
        all += 1;
        shown += row.hidden ? 0 : 1;
      }
      body.hidden = [...body.rows].every((row) => row.hidden);
      rename(body);
    }
    for (const frame of frames) {
      const empty = [...frame.querySelectorAll("tbody")].every((body) => body.hidden);
      frame.hidden = empty;
      const above = frame.previousElementSibling;
      if (above && above.tagName === "H3") above.hidden = empty;
    }
    const said = shown === 0 ? count.dataset.none : shown === all ? count.dataset.all : count.dataset.some;
    count.textContent = said.replace("{shown}", String(shown)).replace("{all}", String(all));
  }

  // What a group of rows is sorted by: a number, or words; nothing goes last in both directions.
  function key(body, column) {
    const row = [...body.rows].find((one) => !one.hidden) || body.rows[0];
    const cell = row.cells[column - (names.get(body) && !row.contains(names.get(body)) ? 1 : 0)];
    if (!cell) return null;
    if (cell.dataset.order !== undefined) return Number(cell.dataset.order);
    if (row.dataset.verdict && cell === row.cells[row.cells.length - 1]) return row.dataset.verdict;
    if (cell.querySelector(".quiet")) return null;
    return cell.textContent.trim() || null;
  }

  function compare(one, other) {
    if (typeof one === "number" && typeof other === "number") return one - other;
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return one.localeCompare(other, document.documentElement.lang);
  }

  function sort(table, column, direction) {
    const sorted = [...table.tBodies].map((body) => ({ body, key: key(body, column) }));
    sorted.sort((one, other) => {
      if (direction !== 0) {
        if (one.key === null || other.key === null) {
          if (one.key !== other.key) return one.key === null ? 1 : -1;
        } else {
          const result = compare(one.key, other.key) * direction;
          if (result !== 0) return result;
        }
      }
      return order.get(one.body) - order.get(other.body);
    });
    table.append(...sorted.map((entry) => entry.body));
  }

  for (const head of document.querySelectorAll(".frame thead th")) {
    const label = head.querySelector("span");
    const button = document.createElement("button");
    button.type = "button";
    button.title = count.dataset.sort;
    button.textContent = label.textContent;
    label.replaceWith(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
      const now = before === "ascending" ? "descending" : before === "descending" ? null : "ascending";
      if (now) head.setAttribute("aria-sort", now);
      sort(head.closest("table"), head.cellIndex, now === null ? 0 : now === "ascending" ? 1 : -1);
    });
  }

  // A link never leads to a row that the filter hides.
  function reach() {
    const place = document.getElementById(location.hash.slice(1));
    const row = place && place.closest("tr");
    if (row && row.hidden) {
      tools.reset();
      filter();
      place.scrollIntoView();
    }
  }

  tools.addEventListener("input", filter);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("reset", () => setTimeout(filter));
  addEventListener("hashchange", reach);
  tools.hidden = false;
  filter();
})();
