#pragma once

#include <string_view>

// The page's fixed parts. The script fills them; without it, they say so.

namespace rollcall::html_page {

inline constexpr std::string_view head = R"html(<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Attendance report</title>
)html";

inline constexpr std::string_view body = R"html(<a class="skip" href="#findings">To the findings</a>
<a class="skip" href="#meetings">To the meetings</a>
<header>
  <h1>Attendance report</h1>
  <p id="verdict"></p>
  <p id="tool" class="quiet"></p>
</header>
<noscript><p class="notice">This page draws what was judged with a script that it brings along, and scripts are off
here. Turn them on for this page; it loads nothing from elsewhere.</p></noscript>
<main>
  <section id="totals" aria-label="Totals"></section>
  <section id="unjudged" class="notice" aria-labelledby="unjudged-title" hidden>
    <h2 id="unjudged-title"></h2>
    <ul></ul>
  </section>
  <section id="rules" aria-labelledby="rules-title" hidden>
    <h2 id="rules-title">Findings by rule</h2>
    <p class="quiet no-print">Choose a rule to see its findings alone.</p>
    <ul></ul>
  </section>
  <section id="findings" aria-labelledby="findings-title" tabindex="-1">
    <h2 id="findings-title">Findings</h2>
    <form id="filter" class="no-print" role="search" aria-label="Filter the findings">
      <label class="wide">Text <input type="search" id="filter-text" autocomplete="off" spellcheck="false"
        placeholder="message, name, place …"></label>
      <label>File <select id="filter-file"></select></label>
      <label>Rule <select id="filter-rule"></select></label>
      <fieldset>
        <legend>Severity</legend>
        <label class="error"><input type="checkbox" value="error" checked> <span>errors</span></label>
        <label class="warning"><input type="checkbox" value="warning" checked> <span>warnings</span></label>
        <label class="info"><input type="checkbox" value="info" checked> <span>infos</span></label>
      </fieldset>
      <button type="reset">Show all</button>
    </form>
    <p id="count" role="status"></p>
    <div id="table" role="grid" aria-labelledby="findings-title">
      <div class="table-head" role="row">
        <span role="columnheader">Severity</span><span role="columnheader">Rule</span>
        <span role="columnheader">What is wrong</span><span role="columnheader">Who</span>
        <span role="columnheader">Where</span>
      </div>
      <div class="viewport" role="rowgroup"><div class="rows" role="presentation"></div></div>
    </div>
    <p class="quiet no-print">Arrow keys move, Enter shows a finding where it happened, Escape goes back.</p>
  </section>
  <section id="meetings" aria-labelledby="meetings-title" tabindex="-1" hidden>
    <h2 id="meetings-title">Meetings</h2>
    <div class="legend" role="list" aria-label="What the drawings mean">
      <span role="listitem"><i class="bar"></i> there</span>
      <span role="listitem"><i class="bar error"></i> with an error</span>
      <span role="listitem"><i class="bar warning"></i> with a warning</span>
      <span role="listitem"><i class="bar info"></i> with a remark</span>
      <span role="listitem"><i class="gap"></i> away in between</span>
      <span role="listitem"><i class="overlap"></i> twice at once</span>
      <span role="listitem"><i class="bar open"></i> one end not known</span>
      <span role="listitem"><i class="window"></i> the meeting</span>
      <span role="listitem"><i class="break"></i> time left out</span>
    </div>
    <p class="quiet">Times are UTC.<span class="no-print"> Point at a bar for exact values, choose it for its
      findings. Arrow keys move between participants and their sessions.</span></p>
    <label class="only no-print"><input type="checkbox" id="only-found"> only those with findings</label>
    <div id="meeting-list"></div>
    <button id="more-meetings" class="no-print" type="button" hidden></button>
  </section>
  <p id="no-meetings" class="quiet" hidden>Who was there when is not shown: this page was made from reports, which say how
    many attended, but not who. A page made from the captures themselves shows it.</p>
</main>
<aside id="details" class="no-print" aria-labelledby="details-title" tabindex="-1" hidden>
  <button type="button" class="close" aria-label="Close the details">×</button>
  <h2 id="details-title"></h2>
  <div class="content"></div>
</aside>
<div id="tip" role="tooltip" hidden></div>
)html";

} // namespace rollcall::html_page
