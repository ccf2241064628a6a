#pragma once

#include <string_view>

// What fills the page. It reads the data that stands in the page and makes elements of it; texts become text nodes and
// nothing else. Long lists are windowed: only the rows that can be seen are in the document.

namespace rollcall::html_page {

inline constexpr std::string_view script = R"js(
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const severities = ["error", "warning", "info"];
  const most = { meetings: 25, files: 500, printedRows: 500, bars: 80, breaks: 5 };

  // ---------------------------------------------------------------- words

  const number = value => value.toLocaleString("en");
  const counted = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

  /** Shows what would not be seen, or would change how other text is seen. */
  const visible = text => text
    .replace(/[\u0000-\u001f]/g, character => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
      character => `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`);

  const duration = seconds => {
    const whole = Math.floor(Math.abs(seconds));
    const sign = seconds < 0 ? "−" : "";
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    if (hours >= 48) return `${sign}${Math.floor(hours / 24)} days ${hours % 24} h`;
    if (hours > 0) return `${sign}${hours} h ${String(minutes).padStart(2, "0")} min`;
    if (minutes > 0) return `${sign}${minutes} min ${whole % 60} s`;
    return `${sign}${whole} s`;
  };

  // ---------------------------------------------------------------- times

  /** Milliseconds since 1970 of a date-time as payloads write it, or null. */
  const timeOf = text => {
    const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text ?? "");
    if (!parts) return null;
    const [, seconds, fraction, sign, hours, minutes] = parts;
    const offset = sign ? (Number(hours) * 60 + Number(minutes)) * 60000 * (sign === "-" ? -1 : 1) : 0;
    const whole = Date.parse(seconds + "Z");
    return Number.isNaN(whole) ? null : whole - offset + Number(fraction ?? 0) * 1000;
  };
  const dayOf = time => new Date(time).toISOString().slice(0, 10);
  const clockOf = (time, withSeconds = true) => new Date(time).toISOString().slice(11, withSeconds ? 19 : 16);
  const spanOf = (from, to) => dayOf(from) === dayOf(to)
    ? `${dayOf(from)}, ${clockOf(from)} – ${clockOf(to)} UTC`
    : `${dayOf(from)} ${clockOf(from)} – ${dayOf(to)} ${clockOf(to)} UTC`;

  // ---------------------------------------------------------------- elements

  /** Makes an element. Children that are text become text nodes. */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "on") for (const [event, handler] of Object.entries(value)) made.addEventListener(event, handler);
      else if (key === "tip") tips.set(made, value);
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  };
  /** Text from a file, kept apart from what stands beside it. */
  const foreign = text => element("bdi", { dir: "auto" }, visible(text));
  const mark = (severity, text) => element("span", { class: `mark ${severity}` }, text);
  const tips = new WeakMap();
  const place = (made, left, width) => {
    made.style.left = `${left}%`;
    if (width !== undefined) made.style.width = `${width}%`;
    return made;
  };

  // ---------------------------------------------------------------- what was judged

  const dataOf = script => {
    const data = JSON.parse(script.textContent);
    script.remove();
    return data;
  };
  const files = [...document.querySelectorAll("script.file")].map(dataOf);
  const summary = dataOf(document.querySelector("script.summary"));
  const ruleById = new Map(summary.rules.map(rule => [rule.id, rule]));
  const findings = [];
  const meetings = [];

  const nameOf = participant => visible(participant.name || participant.email || participant.id) ||
    (participant.line ? `no name (line ${participant.line})` : `no name (${participant.pointer || "the record"})`);

  const addMeeting = (meeting, file, payload) => {
    Object.assign(meeting, { file, payload, findings: [], from: timeOf(meeting.start), to: timeOf(meeting.end) });
    for (const participant of meeting.participants)
      Object.assign(participant, { meeting, findings: [], label: nameOf(participant) });
    meetings.push(meeting);
  };
  /** The participant whose record a finding is in, and the rest of the pointer. */
  const ownerOf = (participants, prefix, pointer) => {
    for (let begin = pointer; ; begin = begin.slice(0, begin.lastIndexOf("/"))) {
      const participant = participants.get(prefix + begin);
      if (participant) return [participant, pointer.slice(begin.length)];
      if (begin === "") return [null, pointer];
    }
  };
  const meetingOf = (candidates, pointer) => candidates
    .filter(meeting => pointer === meeting.pointer || pointer.startsWith(`${meeting.pointer}/`))
    .reduce((best, meeting) => !best || meeting.pointer.length > best.pointer.length ? meeting : best, null);

  for (const file of files) {
    file.findings = 0;
    for (const meeting of file.meetings) addMeeting(meeting, file, null);
    const onLines = new Map(file.meetings.flatMap(meeting => meeting.participants)
      .map(participant => [`${participant.line} ${participant.pointer}`, participant]));
    for (const payload of file.payloads) {
      for (const meeting of payload.meetings) addMeeting(meeting, file, payload);
      const participants = new Map(payload.meetings.flatMap(meeting => meeting.participants)
        .map(participant => [participant.pointer, participant]));
      for (const finding of payload.findings) {
        const [participant, rest] = onLines.size > 0
          ? ownerOf(onLines, `${payload.line} `, finding.pointer)
          : ownerOf(participants, "", finding.pointer);
        const interval = /^\/attendanceIntervals\/(\d+)/.exec(rest);
        const meeting = participant?.meeting ?? meetingOf(payload.meetings, finding.pointer);
        Object.assign(finding, { file, payload, participant, meeting,
          interval: participant && interval ? Number(interval[1]) : null });
        (participant ?? meeting)?.findings.push(finding);
        findings.push(finding);
        ++file.findings;
      }
    }
  }
  const foundIn = meeting => meeting.findings.concat(meeting.participants.flatMap(participant => participant.findings));
  const worstOf = found => severities.find(severity => found.some(finding => finding.severity === severity));

  // ---------------------------------------------------------------- lists of which only a part is drawn

  const lists = new Set();
  let printing = false;

  /** Rows of one height in a box that scrolls. `current`, where the keyboard is, is always in the document. */
  class WindowedRows {
    constructor(viewport, rows, render) {
      Object.assign(this, { viewport, rows, render, items: [], drawn: new Map(), current: 0, waiting: false });
      viewport.addEventListener("scroll", () => this.updateSoon(), { passive: true });
      new ResizeObserver(() => this.measure()).observe(viewport);
      lists.add(this);
    }

    show(items, current = 0) {
      this.items = items;
      this.current = Math.max(0, Math.min(current, items.length - 1));
      this.redraw();
    }

    redraw() {
      for (const row of this.drawn.values()) row.remove();
      this.drawn.clear();
      this.measure();
    }

    measure() {
      const height = parseFloat(getComputedStyle(this.viewport).getPropertyValue("--row"));
      if (height !== this.height) for (const [index, row] of this.drawn) row.style.top = `${index * height}px`;
      this.height = height;
      this.rows.style.height = `${this.items.length * height}px`;
      this.update();
    }

    updateSoon() {
      if (this.waiting) return;
      this.waiting = true;
      requestAnimationFrame(() => {
        this.waiting = false;
        this.update();
      });
    }

    /** Which rows are to be drawn, in order. */
    wanted() {
      const around = 6;
      const top = this.viewport.scrollTop;
      const first = printing ? 0 : Math.max(0, Math.floor(top / this.height) - around);
      const last = Math.min(this.items.length - 1, printing ? most.printedRows - 1
        : Math.ceil((top + this.viewport.clientHeight) / this.height) + around);
      const indexes = [];
      for (let index = first; index <= last; ++index) indexes.push(index);
      if (!printing && this.items.length > 0) {
        if (this.current < first) indexes.unshift(this.current);
        if (this.current > last) indexes.push(this.current);
      }
      return indexes;
    }

    update() {
      const indexes = this.wanted();
      const keep = new Set(indexes);
      for (const [index, row] of this.drawn)
        if (!keep.has(index)) {
          row.remove();
          this.drawn.delete(index);
        }
      let behind = this.rows.firstChild;
      for (const index of indexes) {
        const known = this.drawn.get(index);
        if (known) {
          behind = known.nextSibling;
          continue;
        }
        const row = this.render(this.items[index], index, index === this.current);
        row.style.top = `${index * this.height}px`;
        row.setAttribute("aria-rowindex", index + 2);
        this.drawn.set(index, row);
        this.rows.insertBefore(row, behind);
      }
    }

    /** Scrolls to a row and gives it. */
    reveal(index) {
      const room = this.viewport.clientHeight - this.rows.offsetTop;
      const top = index * this.height;
      const { scrollTop } = this.viewport;
      if (top < scrollTop || top + this.height > scrollTop + room)
        this.viewport.scrollTop = Math.abs(top - scrollTop) > 2 * room ? top - room / 2
          : top < scrollTop ? top : top + this.height - room;
      this.current = index;
      this.update();
      return this.drawn.get(index);
    }

    /** How far a key moves, or null for other keys. */
    step(key) {
      const page = Math.max(1, Math.floor((this.viewport.clientHeight - this.rows.offsetTop) / this.height) - 1);
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
      return steps[key] ?? null;
    }
  }

  // ---------------------------------------------------------------- details beside the page

  const details = byId("details");
  let chosen = { finding: null, participant: null, interval: null };
  let goBack = null;

  const repaint = () => {
    for (const [index, row] of table.drawn) paintFinding(row, table.items[index]);
    for (const meeting of meetings) meeting.drawing?.repaint();
  };
  const openDetails = (title, ...content) => {
    byId("details-title").replaceChildren(title);
    details.querySelector(".content").replaceChildren(...content.filter(Boolean));
    details.hidden = false;
    details.scrollTop = 0;
  };
  const closeDetails = () => {
    if (details.hidden) return;
    details.hidden = true;
    chosen = { finding: null, participant: null, interval: null };
    repaint();
    goBack?.();
    goBack = null;
  };
  const listOf = entries => element("dl", {}, ...entries.filter(([, value]) => value !== "" && value !== null)
    .flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, typeof value === "string" ? foreign(value) : value)]));
  const action = (text, act) => element("button", { type: "button", on: { click: act } }, text);
  const placeOf = finding => finding.file.path + (finding.line ? `:${finding.line}:${finding.column}` : "");

  const showFinding = finding => {
    const rule = ruleById.get(finding.rule);
    openDetails(mark(finding.severity, finding.severity),
      element("p", {}, foreign(finding.message)),
      listOf([["expected", finding.expected], ["found", finding.found], ["right", finding.fix],
        ["who", finding.participant?.label ?? "in no record"], ["where", placeOf(finding)],
        ["in", finding.payload.source],
        ["payload", finding.bodyLine ? `line ${finding.bodyLine}, column ${finding.bodyColumn}` : ""], ["value", finding.pointer || "the whole payload"],
        ["rule", element("span", { class: "rule" }, finding.rule)],
        ["says", rule?.summary ?? ""], ["why", rule?.reason ?? ""]]),
      element("p", { class: "actions" },
        finding.participant ? action("All of this participant", () => chooseBar(finding.participant, null)) : null,
        action("Back to the finding", () => closeDetails())));
  };

  const showParticipant = (participant, interval) => {
    const session = interval === null ? null : participant.intervals[interval];
    const found = participant.findings.filter(finding => interval === null || finding.interval === interval);
    const other = participant.findings.length - found.length;
    openDetails(foreign(participant.label),
      listOf([...(session ? [["session", `${interval + 1} of ${participant.intervals.length + participant.unlisted}`],
        ["joined", session[0] ?? "not known"], ["left", session[1] ?? "not known"],
        ["duration", session[2] === null ? "not said" : `${session[2]} s (${duration(session[2])})`]] : []), ["e-mail", participant.email], ["role", participant.role], ["identity", participant.identity],
        ["id", participant.id], ["total", participant.total === null ? "" : `${participant.total} s (${duration(participant.total)})`],
        ["sessions", session ? "" : String(participant.intervals.length + participant.unlisted)],
        ["where", participant.meeting.file.path + (participant.line ? `:${participant.line}` : "")],
        ["value", participant.pointer]]),
      found.length === 0 ? element("p", {}, mark("good", "nothing was found here")) : element("ul",
        { "aria-label": "Findings" }, ...found.slice(0, 50).map(finding => element("li", {},
          element("button", { type: "button", on: { click: () => toFinding(finding) } },
            mark(finding.severity, finding.severity), " ", foreign(finding.message))))),
      found.length > 50 ? element("p", {}, `and ${number(found.length - 50)} more`) : null,
      other > 0 ? element("p", { class: "actions" },
        action(`${number(other)} more on this participant`, () => chooseBar(participant, null))) : null);
  };

  /** A finding was chosen: shows it where it happened. */
  const chooseFinding = finding => {
    chosen = { finding, participant: finding.participant, interval: finding.interval };
    goBack = () => toFinding(finding);
    showFinding(finding);
    repaint();
    if (finding.participant) revealBar(finding.participant, finding.interval);
    else if (finding.meeting) revealMeeting(finding.meeting);
    else details.focus();
  };
  /** A bar or participant was chosen: shows what was found there. */
  const chooseBar = (participant, interval) => {
    chosen = { finding: null, participant, interval };
    goBack = () => revealBar(participant, interval);
    showParticipant(participant, interval);
    const first = table.items.findIndex(isRelated);
    if (first >= 0) table.reveal(first);
    repaint();
    revealBar(participant, interval);
  };
  /** Goes to a finding in the table. */
  const toFinding = finding => {
    if (!table.items.includes(finding)) resetFilter();
    const index = table.items.indexOf(finding);
    goBack = null;
    chosen = { finding, participant: finding.participant, interval: finding.interval };
    details.hidden = true;
    focusFinding(index);
    repaint();
  };
  const isRelated = finding => chosen.participant !== null && finding.participant === chosen.participant &&
    (chosen.interval === null || finding.interval === chosen.interval);

  details.querySelector(".close").addEventListener("click", closeDetails);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      hideTip();
      closeDetails();
    }
  });

  // ---------------------------------------------------------------- the table of findings

  const paintFinding = (row, finding) => {
    row.classList.toggle("chosen", finding === chosen.finding);
    row.classList.toggle("related", finding !== chosen.finding && isRelated(finding));
    row.setAttribute("aria-selected", finding === chosen.finding);
  };
  const drawFinding = (finding, index, isCurrent) => {
    const cell = (kind, ...content) => element("span", { class: kind, role: "gridcell" }, ...content);
    const name = finding.file.path.slice(finding.file.path.lastIndexOf("/") + 1);
    const row = element("div", { class: "finding", role: "row", tabindex: isCurrent ? 0 : -1, tip: () => [placeOf(finding)],
        on: { click: () => { table.current = index; chooseFinding(finding); } } },
      cell("severity", mark(finding.severity, finding.severity)), cell("rule", finding.rule),
      cell("message", foreign(finding.message)), cell("who", finding.participant ? foreign(finding.participant.label) : "–"),
      cell("where", foreign(name + (finding.line ? `:${finding.line}:${finding.column}` : ""))));
    paintFinding(row, finding);
    return row;
  };
  const grid = byId("table");
  const table = new WindowedRows(grid.querySelector(".viewport"), grid.querySelector(".rows"), drawFinding);
  const focusFinding = index => {
    table.drawn.get(table.current)?.setAttribute("tabindex", -1);
    const row = table.reveal(index);
    row.setAttribute("tabindex", 0);
    row.focus({ preventScroll: true });
    grid.scrollIntoView({ block: "nearest" });
    row.scrollIntoView({ block: "nearest" });
  };
  grid.addEventListener("keydown", event => {
    const row = event.target.closest(".finding");
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = table.step(event.key);
    if (step !== null) focusFinding(Math.max(0, Math.min(table.items.length - 1, table.current + step)));
    else if (event.key === "Enter" || event.key === " ") chooseFinding(table.items[table.current]);
    else return;
    event.preventDefault();
  });

  const filter = { text: byId("filter-text"), file: byId("filter-file"), rule: byId("filter-rule"),
    severities: [...document.querySelectorAll("#filter input[type=checkbox]")] };
  const textOf = finding => finding.text ??= [finding.message, finding.rule, finding.pointer, finding.expected, finding.found,
    placeOf(finding), finding.participant?.label ?? "", finding.participant?.email ?? ""].join("\n").toLowerCase();

  const applyFilter = () => {
    const words = filter.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const file = filter.file.value === "" ? null : files[Number(filter.file.value)];
    const rule = filter.rule.value;
    const wanted = new Set(filter.severities.filter(box => box.checked).map(box => box.value));
    const shown = findings.filter(finding => wanted.has(finding.severity) && (rule === "" || finding.rule === rule) &&
      (!file || finding.file === file) && words.every(word => textOf(finding).includes(word)));
    table.viewport.scrollTop = 0;
    table.show(shown);
    grid.setAttribute("aria-rowcount", shown.length + 1);
    grid.querySelector(".empty")?.remove();
    if (shown.length === 0)
      grid.append(element("p", { class: "empty" },
        findings.length === 0 ? "There are no findings to show." : "No finding is like that. Show all to start anew."));
    byId("count").textContent = shown.length === findings.length
      ? `${counted(findings.length, "finding")}` : `${number(shown.length)} of ${counted(findings.length, "finding")}`;
    const unlisted = severities.reduce((sum, severity) => sum + summary.unlisted[severity], 0);
    if (unlisted > 0) byId("count").textContent += `; ${number(unlisted)} more are only counted`;
    for (const button of document.querySelectorAll("#rules button"))
      button.setAttribute("aria-pressed", button.dataset.rule === rule);
  };
  const resetFilter = () => {
    byId("filter").reset();
    applyFilter();
  };
  byId("filter").addEventListener("input", applyFilter);
  byId("filter").addEventListener("submit", event => event.preventDefault());
  byId("filter").addEventListener("reset", () => setTimeout(applyFilter));

  // ---------------------------------------------------------------- a time axis

  /** Where times lie, in percent. Long times in which nothing happens are left out. */
  const scaleOf = spans => {
    const blocks = [];
    for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
      const last = blocks.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else blocks.push([from, to]);
    }
    const covered = blocks.reduce((sum, [from, to]) => sum + to - from, 0);
    const leftOut = new Set(blocks.slice(1).map((block, index) => ({ index, size: block[0] - blocks[index][1] }))
      .filter(gap => gap.size > Math.max(2 * covered, 30 * 60000))
      .sort((one, other) => other.size - one.size).slice(0, most.breaks).map(gap => gap.index));
    const segments = [];
    blocks.forEach((block, index) => {
      if (index === 0 || leftOut.has(index - 1)) segments.push([...block]);
      else segments.at(-1)[1] = block[1];
    });
    for (const segment of segments) {
      const margin = Math.max((segment[1] - segment[0]) * 0.02, segment[1] === segment[0] ? 30000 : 1000);
      segment[0] -= margin;
      segment[1] += margin;
    }
    const breakWidth = 2.5;
    const all = segments.reduce((sum, [from, to]) => sum + to - from, 0);
    const shares = segments.map(([from, to]) => Math.max((to - from) / all, 0.12));
    const room = (100 - breakWidth * (segments.length - 1)) / shares.reduce((sum, share) => sum + share, 0);
    let left = 0;
    const parts = segments.map(([from, to], index) => {
      const part = { from, to, left, width: shares[index] * room };
      left += part.width + breakWidth;
      return part;
    });
    const at = time => {
      const part = parts.find(one => time <= one.to) ?? parts.at(-1);
      return part.left + part.width * Math.min(1, Math.max(0, (time - part.from) / (part.to - part.from)));
    };
    const breaks = parts.slice(1).map((part, index) => ({ left: part.left - breakWidth, width: breakWidth,
      from: parts[index].to, to: part.from }));
    return { parts, breaks, at };
  };

  const second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
  const steps = [1, 2, 5, 10, 15, 30].map(count => count * second)
    .concat([1, 2, 5, 10, 15, 30].map(count => count * minute), [1, 2, 3, 6, 12].map(count => count * hour),
      [1, 2, 7, 14, 30, 90, 365, 730, 3650, 36500, 365000].map(count => count * day));

  /** Times to write at the axis, none over another. */
  const ticksOf = (scale, pixels) => {
    let end = -Infinity;
    let day = "";
    const ticks = [];
    for (const tick of candidatesOf(scale, pixels)) {
      day = tick.day || day;
      const half = day ? 36 : 27;
      const middle = Math.min(Math.max(tick.left * pixels / 100, half), pixels - half);
      if (middle - half < end) continue;
      ticks.push({ ...tick, day });
      end = middle + half;
      day = "";
    }
    return ticks;
  };
  const candidatesOf = (scale, pixels) => scale.parts.flatMap(part => {
    const room = pixels * part.width / 100;
    const step = steps.find(one => room / ((part.to - part.from) / one) >= 84) ?? steps.at(-1);
    const ticks = [];
    for (let time = Math.ceil(part.from / step) * step; time <= part.to; time += step) ticks.push(time);
    if (ticks.length === 0) ticks.push((part.from + part.to) / 2);
    return ticks.map((time, index) => ({ time, left: scale.at(time),
      day: index === 0 || dayOf(time) !== dayOf(ticks[index - 1]) || step >= day ? dayOf(time) : "",
      clock: step >= day ? "" : clockOf(time, step < minute) }));
  });

  // ---------------------------------------------------------------- a meeting

  /** The sessions of a participant as bars, in order of time. Very many are drawn several to a bar. */
  const barsOf = participant => {
    if (participant.bars) return participant.bars;
    const bars = [];
    participant.intervals.forEach(([join, leave, seconds], index) => {
      const [from, to] = [timeOf(join), timeOf(leave)];
      if (from === null && to === null) return;
      const told = Math.max(seconds ?? 0, 0) * 1000;
      const ends = [from ?? to - told, to ?? from + told];
      bars.push({ from: Math.min(...ends), to: Math.max(...ends), intervals: [index], isOpen: from === null || to === null });
    });
    bars.sort((one, other) => one.from - other.from || one.to - other.to);
    const size = Math.ceil(bars.length / most.bars);
    participant.bars = size <= 1 ? bars : Array.from({ length: Math.ceil(bars.length / size) }, (ignored, index) => {
      const group = bars.slice(index * size, (index + 1) * size);
      return { from: group[0].from, to: Math.max(...group.map(bar => bar.to)), intervals: group.flatMap(bar => bar.intervals),
        isOpen: false };
    });
    for (const bar of participant.bars)
      bar.severity = worstOf(participant.findings.filter(finding => bar.intervals.includes(finding.interval)));
    return participant.bars;
  };

  const titleOf = meeting => {
    const what = { attendanceRecord: "Records on their own", attendanceRecordCollection: "Records of a meeting",
      meetingAttendanceReport: "Meeting" }[meeting.kind];
    if (meeting.from !== null && meeting.to !== null) return `${what}, ${spanOf(meeting.from, meeting.to)}`;
    if (meeting.from !== null) return `${what} from ${dayOf(meeting.from)} ${clockOf(meeting.from)} UTC`;
    const bars = meeting.participants.flatMap(barsOf);
    if (bars.length === 0) return `${what}, without times`;
    return `${what}, ${spanOf(bars.reduce((least, bar) => Math.min(least, bar.from), Infinity),
      bars.reduce((last, bar) => Math.max(last, bar.to), -Infinity))}`;
  };

  const orders = {
    "first to join": (one, other) => (barsOf(one)[0]?.from ?? Infinity) - (barsOf(other)[0]?.from ?? Infinity) || 0,
    "longest there": (one, other) => (other.total ?? 0) - (one.total ?? 0),
    "most findings": (one, other) => other.findings.length - one.findings.length,
    "by name": (one, other) => one.label.localeCompare(other.label, "en"),
    "as in the file": () => 0,
  };

  class MeetingDrawing {
    constructor(meeting) {
      this.meeting = meeting;
      this.cell = 0;
      this.id = `meeting-${meetings.indexOf(meeting)}`;
      this.section = element("section", { class: "meeting", "aria-labelledby": this.id, tabindex: -1 });
      this.section.append(this.head());
      this.box = element("div", { class: "timeline" });
      this.box.style.minHeight = `${Math.min(meeting.participants.length * 32 + 74, 400)}px`;
      this.section.append(this.box);
      soon.observe(this.section);
    }

    head() {
      const { meeting } = this;
      const people = meeting.participants.length + meeting.unlisted;
      const found = foundIn(meeting);
      const where = [meeting.file.path, meeting.payload?.source, meeting.report ? `report ${meeting.report}` : "", meeting.context];
      this.search = element("input", { type: "search", autocomplete: "off", on: { input: () => this.arrange() } });
      this.order = element("select", { on: { change: () => this.arrange() } },
        ...Object.keys(orders).map(name => element("option", {}, name)));
      return element("div", { class: "meeting-head" },
        element("h3", { id: this.id }, titleOf(meeting)),
        element("span", {}, counted(people, "participant")),
        found.length === 0 ? mark("good", "no findings") : mark(worstOf(found), counted(found.length, "finding")),
        meeting.participants.length < 4 ? null : element("span", { class: "meeting-tools no-print" },
          element("label", {}, "Find ", this.search), element("label", {}, "Order ", this.order)),
        element("p", { class: "quiet", tip: () => where.filter(Boolean).map(visible) },
          foreign(where.filter(Boolean).join(" · "))));
    }

    /** Draws what the section holds, once. */
    draw() {
      if (this.rows) return;
      soon.unobserve(this.section);
      const { meeting, box } = this;
      const spans = meeting.participants.flatMap(barsOf).map(bar => [bar.from, bar.to]);
      const window = [meeting.from ?? meeting.to, meeting.to ?? meeting.from];
      if (window[0] !== null) spans.push([Math.min(...window), Math.max(...window)]);
      this.scale = spans.length > 0 ? scaleOf(spans) : null;
      this.hasCurve = meeting.participants.length > 1;
      const axis = element("div", { class: `axis${this.hasCurve ? "" : " low"}`, "aria-hidden": true }, element("span", { class: "label" }, "Participant"),
        element("span", { class: "label sum" }, "Total"), this.axis = element("div", { class: "scale" }));
      this.lines = element("div", { class: "grid" });
      const rows = element("div", { class: "rows", role: "presentation" });
      const viewport = element("div", { class: "viewport", role: "grid", "aria-label": `Timeline: ${titleOf(meeting)}`,
        on: { keydown: event => this.move(event) } }, axis, rows);
      rows.append(this.lines);
      box.replaceChildren(viewport);
      box.style.minHeight = "";
      if (meeting.participants.length === 0)
        box.append(element("p", { class: "more quiet" }, meeting.unlisted ? "Its participants are only counted."
          : "No records came with this meeting."));
      else if (meeting.unlisted > 0)
        box.append(element("p", { class: "more quiet" }, `${counted(meeting.unlisted, "more participant")} only counted.`));
      this.rows = new WindowedRows(viewport, rows, (participant, index, isCurrent) => this.row(participant, index, isCurrent));
      this.arrange();
      new ResizeObserver(() => this.drawAxis()).observe(this.axis);
      this.drawAxis();
    }

    arrange() {
      if (!this.rows) return;
      const wanted = this.search.value.toLowerCase();
      const shown = this.meeting.participants.filter(one => wanted === "" ||
        `${one.label}\n${one.email}\n${one.id}\n${one.role}`.toLowerCase().includes(wanted));
      this.rows.viewport.scrollTop = 0;
      this.rows.viewport.setAttribute("aria-rowcount", shown.length + 1);
      this.rows.show(shown.sort(orders[this.order.value]));
    }

    drawAxis(width = this.axis.clientWidth) {
      if (!this.scale || width === this.drawnWidth) return;
      this.drawnWidth = width;
      const { meeting, scale } = this;
      const ticks = ticksOf(scale, this.drawnWidth);
      const { curve, peak } = this.curve();
      this.axis.replaceChildren(curve, ...scale.breaks.map(one => place(element("i", { class: "break" }), one.left, one.width)),
        ...ticks.map(tick => place(element("span", { class: `tick${tick.left < 6 ? " first" : tick.left > 94 ? " last" : ""}` },
          tick.day, tick.day && tick.clock ? element("br") : "", tick.clock), tick.left)), peak);
      this.lines.replaceChildren(...ticks.map(tick => place(element("i"), tick.left)),
        ...scale.breaks.map(one => place(element("i", { class: "break" }), one.left, one.width)));
      if (meeting.from !== null || meeting.to !== null) {
        const left = scale.at(meeting.from ?? meeting.to);
        const right = scale.at(meeting.to ?? meeting.from);
        this.lines.append(place(element("div", { class: "window" }), Math.min(left, right), Math.abs(right - left)));
      }
    }

    /** How many were there at each time. */
    curve() {
      if (!this.hasCurve) return { curve: "", peak: "" };
      const events = this.meeting.participants.flatMap(barsOf).flatMap(bar => [[bar.from, 1], [bar.to, -1]])
        .sort((one, other) => one[0] - other[0] || other[1] - one[1]);
      let [count, peak, peakTime] = [0, 0, null];
      const points = [];
      for (const [time, change] of events) {
        const left = this.scale.at(time);
        points.push([left, count], [left, count += change]);
        if (count > peak) [peak, peakTime] = [count, time];
      }
      // No more points than can be told apart.
      const thin = points.length > 4000 ? points.filter((point, index) => index % Math.ceil(points.length / 4000) === 0) : points;
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("class", "curve");
      svg.setAttribute("viewBox", "0 0 100 100");
      svg.setAttribute("preserveAspectRatio", "none");
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", `M0 100${thin.map(([left, there]) => `L${left.toFixed(2)} ${(100 - 100 * there / Math.max(peak, 1)).toFixed(1)}`)
        .join("")}L100 100Z`);
      svg.append(path);
      if (peak < 2) return { curve: events.length > 0 ? svg : "", peak: "" };
      const label = element("span", { class: "peak" }, `${number(peak)} at once, ${clockOf(peakTime)}`);
      const left = this.scale.at(peakTime);
      return { curve: svg, peak: left > 60 ? (label.style.right = `${100 - left}%`, label) : place(label, left) };
    }

    row(participant, index, isCurrent) {
      const bars = barsOf(participant);
      const track = element("div", { class: "track", role: "presentation" });
      const between = [];
      let [until, before] = [null, null];
      const drawn = bars.map((bar, position) => {
        const [left, right] = [this.scale.at(bar.from), this.scale.at(bar.to)];
        let remark = "";
        if (until !== null && bar.from < until) {
          remark = `overlaps session ${before.intervals[0] + 1}`;
          const end = this.scale.at(Math.min(until, bar.to));
          between.push(place(element("i", { class: "overlap" }), left, end - left));
        } else if (until !== null && bar.from > until) {
          remark = `${duration((bar.from - until) / 1000)} after session ${before.intervals[0] + 1}`;
          const end = this.scale.at(until);
          between.push(place(element("i", { class: "gap" }), end, left - end));
        }
        if (until === null || bar.to > until) [until, before] = [bar.to, bar];
        const lines = this.linesOf(participant, bar, remark);
        return place(element("div", { class: `bar${bar.severity ? ` ${bar.severity}` : ""}${bar.isOpen ? " open" : ""}`,
          role: "gridcell", tabindex: isCurrent && this.cell === position + 1 ? 0 : -1, "aria-label": lines.join(", "),
          tip: () => lines, on: { click: () => this.choose(participant, index, position + 1) } }), left, right - left);
      });
      track.append(...between, ...drawn);
      const untimed = participant.intervals.length - bars.reduce((sum, bar) => sum + bar.intervals.length, 0);
      const untold = untimed > 0 && bars.length === 0 ? `${counted(untimed, "session")} without times`
        : participant.intervals.length === 0 ? "no sessions" : "";
      if (untold) track.append(element("span", { class: "note" }, untold));
      const worst = worstOf(participant.findings);
      const name = element("div", { class: "name", role: "rowheader", tabindex: isCurrent && this.cell === 0 ? 0 : -1,
        "aria-label": [participant.label, participant.role && visible(participant.role),
          counted(participant.intervals.length + participant.unlisted, "session"), untold,
          worst ? counted(participant.findings.length, "finding") : "no findings"].filter(Boolean).join(", "),
        tip: () => [participant.label, participant.email, participant.role, participant.identity].filter(Boolean).map(visible),
        on: { click: () => this.choose(participant, index, 0) } },
        element("bdi", { dir: "auto" }, participant.label),
        worst ? mark(worst, number(participant.findings.length)) : null);
      const row = element("div", { class: "row", role: "row" }, name, track,
        element("span", { class: "sum", role: "gridcell" }, participant.total === null ? "" : duration(participant.total)));
      row.cells = [name, ...drawn];
      this.paint(row, participant);
      return row;
    }

    linesOf(participant, bar, remark) {
      const [join, leave, seconds] = participant.intervals[bar.intervals[0]];
      const found = participant.findings.filter(finding => bar.intervals.includes(finding.interval));
      const what = bar.intervals.length === 1
        ? [`joined ${join ?? "not known"}`, `left ${leave ?? "not known"}`, seconds === null ? "" : `${seconds} s (${duration(seconds)})`]
        : [counted(bar.intervals.length, "session"), `from ${clockOf(bar.from)} to ${clockOf(bar.to)}`];
      return [participant.label, ...what, remark, ...found.slice(0, 3).map(finding => `${finding.severity}: ${visible(finding.message)}`)]
        .filter(Boolean);
    }

    choose(participant, index, cell) {
      [this.rows.current, this.cell] = [index, cell];
      chooseBar(participant, cell === 0 ? null : barsOf(participant)[cell - 1].intervals[0]);
    }

    focus(index, cell, isFar = false) {
      for (const one of this.rows.drawn.get(this.rows.current)?.cells ?? []) one.setAttribute("tabindex", -1);
      const row = this.rows.reveal(index);
      this.cell = Math.max(0, Math.min(cell, row.cells.length - 1));
      const target = row.cells[this.cell];
      target.setAttribute("tabindex", 0);
      target.focus({ preventScroll: true });
      row.scrollIntoView({ block: isFar ? "center" : "nearest" });
    }

    move(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || !event.target.closest(".row")) return;
      const { rows } = this;
      const step = rows.step(event.key);
      if (event.key === "ArrowRight" || event.key === "ArrowLeft")
        this.focus(rows.current, this.cell + (event.key === "ArrowRight" ? 1 : -1));
      else if (step !== null) this.focus(Math.max(0, Math.min(rows.items.length - 1, rows.current + step)), this.cell);
      else if (event.key === "Enter" || event.key === " ") this.choose(rows.items[rows.current], rows.current, this.cell);
      else return;
      event.preventDefault();
    }

    paint(row, participant) {
      const isChosen = chosen.participant === participant;
      row.classList.toggle("chosen", isChosen);
      row.cells.slice(1).forEach((cell, position) =>
        cell.classList.toggle("chosen", isChosen && barsOf(participant)[position].intervals.includes(chosen.interval)));
    }

    remove() {
      soon.unobserve(this.section);
      if (this.rows) lists.delete(this.rows);
      this.section.remove();
    }

    repaint() {
      this.section.classList.toggle("chosen", chosen.finding !== null && !chosen.participant && chosen.finding.meeting === this.meeting);
      if (this.rows) for (const [index, row] of this.rows.drawn) this.paint(row, this.rows.items[index]);
    }
  }

  const soon = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen)
      if (isIntersecting) meetings.find(meeting => meeting.drawing?.section === target)?.drawing.draw();
  }, { rootMargin: "800px" });

  let meetingsListed = meetings;
  let meetingsShown = 0;
  const drawingOf = meeting => {
    if (!meeting.drawing) {
      meeting.drawing = new MeetingDrawing(meeting);
      const index = meetings.indexOf(meeting);
      const next = meetings.slice(index + 1).find(other => other.drawing);
      byId("meeting-list").insertBefore(meeting.drawing.section, next?.drawing.section ?? null);
    }
    return meeting.drawing;
  };
  const showMeetings = () => {
    const until = Math.min(meetingsListed.length, meetingsShown + most.meetings);
    for (; meetingsShown < until; ++meetingsShown) drawingOf(meetingsListed[meetingsShown]);
    const rest = meetingsListed.length - meetingsShown;
    byId("more-meetings").hidden = rest === 0;
    byId("more-meetings").textContent = `Show ${number(Math.min(rest, most.meetings))} more of ${counted(meetingsListed.length, "meeting")}`;
  };
  byId("more-meetings").addEventListener("click", showMeetings);
  byId("only-found").addEventListener("change", event => {
    for (const meeting of meetings) {
      meeting.drawing?.remove();
      meeting.drawing = null;
    }
    meetingsListed = event.target.checked ? meetings.filter(meeting => foundIn(meeting).length > 0) : meetings;
    meetingsShown = 0;
    showMeetings();
  });

  const revealMeeting = meeting => {
    const drawing = drawingOf(meeting);
    drawing.draw();
    drawing.section.focus({ preventScroll: true });
    drawing.section.scrollIntoView({ block: "start" });
  };
  const revealBar = (participant, interval) => {
    const drawing = drawingOf(participant.meeting);
    drawing.draw();
    if (!drawing.rows.items.includes(participant)) {
      drawing.search.value = "";
      drawing.arrange();
    }
    const cell = interval === null ? -1 : barsOf(participant).findIndex(bar => bar.intervals.includes(interval));
    drawing.focus(drawing.rows.items.indexOf(participant), cell + 1, true);
    drawing.repaint();
  };

  // ---------------------------------------------------------------- exact values beside the pointer

  const tip = byId("tip");
  const hideTip = () => { tip.hidden = true; };
  const showTip = event => {
    let target = event.target;
    while (target && !tips.has(target)) target = target.parentElement;
    if (!target || (event.type === "focusin" && !details.hidden)) return hideTip();
    tip.textContent = tips.get(target)().join("\n");
    tip.hidden = false;
    const box = target.getBoundingClientRect();
    const around = event.type === "pointerover" ? event.clientX : box.left + box.width / 2;
    const left = Math.max(4, Math.min(around - tip.offsetWidth / 2, document.documentElement.clientWidth - tip.offsetWidth - 4));
    const above = box.top - tip.offsetHeight - 8;
    tip.style.transform = `translate(${left}px, ${above > 0 ? above : box.bottom + 8}px)`;
  };
  document.addEventListener("pointerover", event => { if (event.pointerType !== "touch") showTip(event); });
  document.addEventListener("focusin", showTip);
  document.addEventListener("focusout", hideTip);
  document.addEventListener("scroll", event => { if (!event.target.contains?.(document.activeElement)) hideTip(); }, { capture: true, passive: true });

  // ---------------------------------------------------------------- the rest of the page

  const sentence = counts => severities.filter(severity => counts[severity] > 0)
    .map(severity => mark(severity, counted(counts[severity], severity)));

  const showTotals = () => {
    const marks = sentence(summary.findings);
    const inFiles = ` in ${counted(summary.files, "file")}`;
    byId("verdict").replaceChildren(...(marks.length > 0 ? [...marks, inFiles]
      : summary.payloads === 0 ? ["Nothing was judged", inFiles] : [mark("good", "Nothing to report"), inFiles]));
    byId("tool").textContent = `Judged by ${summary.tool}.`;
    document.title = `Attendance report: ${marks.length > 0 ? marks.map(one => one.textContent).join(", ") : "nothing to report"}`;
    const totals = [[summary.files, "files"], [summary.payloads, "payloads"], [summary.records, "records"]];
    const there = summary.attendance;
    if (there) totals.push([there.meetings, "meetings"], [there.participants, "participants"], [there.sessions, "sessions"],
      [Math.round(there.seconds / 360) / 10, "person-hours"]);
    byId("totals").replaceChildren(...totals.map(([count, name]) =>
      element("div", { class: "total" }, element("b", {}, number(count)), element("span", {}, name))));
  };

  const showUnjudged = () => {
    const broken = files.filter(file => file.error !== null);
    byId("unjudged").hidden = broken.length === 0;
    byId("unjudged-title").textContent = `${counted(broken.length, "file")} could not be judged`;
    byId("unjudged").querySelector("ul").replaceChildren(...broken.slice(0, most.files).map(file =>
      element("li", {}, foreign(file.path), ": ", foreign(file.error))));
  };

  const showRules = () => {
    const total = rule => severities.reduce((sum, severity) => sum + rule[severity], 0);
    const rules = [...summary.rules].sort((one, other) => severities.reduce((order, severity) => order || other[severity] - one[severity], 0));
    const largest = Math.max(...rules.map(total), 1);
    byId("rules").hidden = rules.length === 0;
    byId("rules").querySelector("ul").replaceChildren(...rules.map(rule => {
      const stack = element("span", { class: "stack", "aria-hidden": true });
      for (const severity of severities.filter(one => rule[one] > 0)) {
        const part = element("i", { class: `bar-${severity}` });
        part.style.width = `${100 * rule[severity] / largest}%`;
        part.style.background = `var(--${severity}-bar)`;
        stack.append(part);
      }
      const button = element("button", { type: "button", "aria-pressed": false, "data-rule": rule.id, on: { click: () => {
        filter.rule.value = filter.rule.value === rule.id ? "" : rule.id;
        applyFilter();
        if (filter.rule.value) byId("findings").scrollIntoView({ block: "start" });
      } } }, element("span", { class: "rule" }, rule.id), stack, element("span", { class: "counts" },
        ...severities.filter(one => rule[one] > 0).map(one => mark(one, counted(rule[one], one)))),
        rule.summary ? element("span", { class: "summary" }, rule.summary) : null);
      return element("li", {}, button);
    }));
  };

  const showFilter = () => {
    const option = (value, text) => element("option", { value }, text);
    const listed = files.map((file, index) => [file, index]).filter(([file]) => file.findings > 0);
    filter.file.replaceChildren(option("", "all files"),
      ...listed.slice(0, most.files).map(([file, index]) => option(index, `${visible(file.path)} (${number(file.findings)})`)));
    if (listed.length > most.files)
      filter.file.append(element("option", { disabled: true }, `${number(listed.length - most.files)} more: find them by their text`));
    const ids = [...new Set(findings.map(finding => finding.rule))].sort();
    filter.rule.replaceChildren(option("", "all rules"), ...ids.map(id => option(id, id)));
  };

  addEventListener("beforeprint", () => {
    printing = true;
    const widthOnPaper = 440;
    for (const { drawing } of meetings) {
      drawing?.draw();
      drawing?.drawAxis(widthOnPaper);
    }
    for (const list of lists) {
      list.measure();
      if (list.items.length > most.printedRows)
        list.viewport.after(element("p", { class: "more printed" },
          `The first ${number(most.printedRows)} of ${number(list.items.length)} are printed.`));
    }
  });
  addEventListener("afterprint", () => {
    printing = false;
    for (const note of document.querySelectorAll(".printed")) note.remove();
    for (const list of lists) list.measure();
    for (const { drawing } of meetings) if (drawing?.rows) drawing.drawAxis();
  });

  showTotals();
  showUnjudged();
  showRules();
  showFilter();
  applyFilter();
  byId("meetings").hidden = meetings.length === 0;
  byId("no-meetings").hidden = meetings.length > 0 || !summary.attendance?.participants;
  showMeetings();
  document.documentElement.dataset.ready = "yes";
})();
)js";

} // namespace rollcall::html_page
