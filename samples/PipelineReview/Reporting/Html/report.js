"use strict";

// Search, the filter by owner and the order of the lists. Without it the page shows every row, in the order of the review.
{
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase(language);
  const fill = (element, ...values) => {
    element.textContent = element.dataset.text.replace(/\{(\d)\}/g, (_, i) => values[i].toLocaleString(language));
  };

  const search = document.getElementById("search");
  const owner = document.getElementById("owner");
  const tools = document.querySelector(".tools");
  const total = tools.querySelector("output");
  const lists = [...document.querySelectorAll("table.deals")].map(table => ({
    table,
    headers: [...table.tHead.rows[0].cells],
    count: table.closest("section").querySelector(".count"),
    deals: [...table.tBodies[0].rows].map((row, place) => ({ row, place, text: fold(row.textContent) })),
  }));

  const filter = () => {
    const words = fold(search.value).split(/\s+/).filter(word => word !== "");
    let shown = 0;
    let all = 0;
    for (const { deals, count } of lists) {
      let here = 0;
      for (const { row, text } of deals) {
        row.hidden = !(owner.value === "" || row.dataset.owner === owner.value) || !words.every(word => text.includes(word));
        if (!row.hidden) here++;
      }

      fill(count, here, deals.length);
      count.hidden = here === deals.length;
      shown += here;
      all += deals.length;
    }

    fill(total, shown, all);
  };

  // A value that is not known comes last in either direction.
  const sort = (list, header) => {
    const first = header.classList.contains("number") ? "descending" : "ascending";
    const second = first === "ascending" ? "descending" : "ascending";
    const order = header.getAttribute("aria-sort") === first ? second : first;
    const sign = order === "ascending" ? 1 : -1;
    const column = list.headers.indexOf(header);
    const cellOf = deal => deal.row.cells[column];
    const isOrdered = list.deals.some(deal => cellOf(deal).dataset.order !== undefined);
    for (const deal of list.deals) {
      const cell = cellOf(deal);
      deal.key = isOrdered ? Number(cell.dataset.order ?? NaN) : cell.textContent.trim();
    }

    const isUnknown = key => isOrdered ? Number.isNaN(key) : key === "" || key === "-";
    list.deals.sort((a, b) =>
      isUnknown(a.key) - isUnknown(b.key)
      || (isUnknown(a.key) ? 0 : sign * (isOrdered ? a.key - b.key : collator.compare(a.key, b.key)))
      || a.place - b.place);
    list.table.tBodies[0].append(...list.deals.map(deal => deal.row));
    for (const other of list.headers) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", order);
  };

  for (const list of lists) {
    list.table.classList.add("sortable");
    for (const header of list.headers) {
      if (header.classList.contains("details")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(list, header));
      header.append(button);
    }
  }

  search.addEventListener("input", filter);
  owner.addEventListener("change", filter);
  owner.parentElement.hidden = owner.options.length < 3;
  tools.hidden = lists.length === 0;
  filter();
}
