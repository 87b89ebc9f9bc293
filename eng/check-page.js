// Uses the page of the review as a reader does, and tells the page that frames it what is wrong.
{
  const width = Number(location.hash.slice(1));
  const wrong = [];
  const expect = (holds, what) => {
    if (!holds) wrong.push(what);
  };
  const isShown = element => element.getBoundingClientRect().width > 0;
  const lists = [...document.querySelectorAll("table.deals")];
  const rowsOf = list => [...list.tBodies[0].rows];
  const shown = () => lists.flatMap(rowsOf).filter(isShown);
  const change = (control, value, event) => {
    control.value = value;
    control.dispatchEvent(new Event(event));
  };

  // Nothing beyond the page but what scrolls in its own box; one chart, whose texts have at least 10 pixels.
  expect(innerWidth === width, `the width is ${innerWidth}`);
  expect(document.documentElement.scrollWidth <= width, `the page scrolls to ${document.documentElement.scrollWidth}`);
  for (const element of document.querySelectorAll("body *:not(caption)")) {
    if (element.getBoundingClientRect().right > width + 0.5 && element.closest(".table") === null) {
      expect(false, `${element.tagName}.${element.className} is beyond the page`);
    }
  }

  const charts = [...document.querySelectorAll("svg")].filter(isShown);
  expect(charts.length === 1, `${charts.length} charts are shown`);
  for (const text of charts.flatMap(chart => [...chart.querySelectorAll("text")])) {
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    expect(size >= 10 || text.textContent.trim() === "", `"${text.textContent}" has ${size} pixels`);
  }

  // Search narrows the rows, and the owner those of all lists.
  const search = document.getElementById("search");
  const owner = document.getElementById("owner");
  const all = shown().length;
  expect(lists.length >= 6 && all > 100, `there are ${lists.length} lists with ${all} rows`);
  const wanted = rowsOf(lists[0])[3].querySelector("th").textContent;
  change(search, ` ${wanted.toUpperCase()} `, "input");
  const found = shown();
  expect(found.length > 0 && found.length < 10, `the search for ${wanted} shows ${found.length} rows`);
  expect(found.every(row => row.textContent.includes(wanted)), `the search for ${wanted} shows another deal`);
  expect(document.querySelector(".tools output").textContent.includes(found.length), "the number of rows isn't that of the search");
  change(search, "", "input");
  change(owner, owner.options[2].value, "change");
  const owned = shown();
  expect(owned.length > 0 && owned.length < all, `the owner has ${owned.length} rows`);
  expect(owned.every(row => row.dataset.owner === owner.value), "the deal of another owner is shown");
  change(owner, "", "change");
  expect(shown().length === all, "not all rows are back");

  // Sorting orders by values, not by what they look like: numbers from the highest, days and texts from the lowest.
  const language = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  let sorted = 0;
  for (const list of lists) {
    for (const header of list.tHead.rows[0].cells) {
      if (header.classList.contains("details")) continue;
      const button = header.querySelector("button");
      button.focus();
      expect(document.activeElement === button, `"${header.textContent}" can't be reached by the keyboard`);
      for (const [click, order] of [header.classList.contains("number") ? "descending" : "ascending", null].entries()) {
        button.click();
        const state = header.getAttribute("aria-sort");
        expect(order === null ? state !== null : state === order, `click ${click + 1} on "${header.textContent}" gives ${state}`);
        expect(list.querySelectorAll("[aria-sort]").length === 1, "two columns say that they are sorted");
        const cells = rowsOf(list).map(row => row.cells[header.cellIndex]);
        const numbers = cells.filter(cell => cell.dataset.order !== undefined);
        const sign = state === "ascending" ? 1 : -1;
        const compare = numbers.length > 0
          ? (a, b) => Number(a.dataset.order) - Number(b.dataset.order)
          : (a, b) => language.compare(a.textContent.trim(), b.textContent.trim());
        const known = numbers.length > 0 ? numbers : cells.filter(cell => !["", "-"].includes(cell.textContent.trim()));
        expect(cells.slice(0, known.length).every((cell, i) => cell === known[i]), `unknown values of "${header.textContent}" aren't last`);
        expect(known.every((cell, i) => i === 0 || sign * compare(known[i - 1], cell) <= 0), `"${header.textContent}" isn't ${state}`);
        sorted++;
      }
    }
  }

  expect(sorted > 60, `${sorted} columns were sorted`);
  expect(shown().length === all, "sorting lost rows");
  parent.postMessage(wrong.length === 0 ? `the page works at ${width} pixels` : wrong.slice(0, 20).join("; "), "*");
}
