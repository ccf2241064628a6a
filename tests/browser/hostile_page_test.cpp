#include "page.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("whatever names hold, nothing of it runs and all of it can be read")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    box.write("hostile.json", R"({"value": [
        {"role": "<script>window.ran = 1</script>", "emailAddress": "</script><script>window.ran = 1</script>"},
        {"role": "<img src=x onerror='window.ran = 1'>", "identity": {"id": "\"><svg onload=window.ran=1>",
         "displayName": "<!--<script>"}},
        {"role": "a\u2028b\u2029c\u0000d\ne", "identity": {"displayName": "\u202Egnol\u2066 \u200F]]> &lt;b&gt;"}},
        {"role": "javascript:window.ran=1", "emailAddress": "]]>*/</style><style>body{display:none}",
         "identity": {"displayName": "__proto__"}},
        {"<u>": 1, "constructor": 2}]})");
    box.write("<img src=x onerror=window.ran=1>.json", "</script><script>window.ran = 1</script>");
    const page shown{*chromium, box, "hostile.json '<img src=x onerror=window.ran=1>.json'"};
    shown.run("document.getElementById('meetings').scrollIntoView()");
    for (int finding = 0; finding < 7; ++finding)
        shown.run("document.querySelectorAll('.finding')[" + std::to_string(finding) + "].click()");
    for (int row = 0; row < 5; ++row)
        shown.run("document.querySelectorAll('.row .name')[" + std::to_string(row) + "].click()");

    CHECK(shown.text("window.ran") == "undefined");
    CHECK(shown.number("document.querySelectorAll('script').length") == 1);
    CHECK(shown.number("document.querySelectorAll('style').length") == 1);
    CHECK(shown.number("document.querySelectorAll('img, u, b:not(.total b)').length") == 0);
    CHECK(shown.number("document.querySelectorAll('svg').length - document.querySelectorAll('svg.curve').length") == 0);
    CHECK(shown.holds("document.body.checkVisibility()"));
    CHECK(shown.text("[...document.querySelectorAll('.row .name bdi')].map(one => one.textContent).join('|')") ==
          "</script><script>window.ran = 1</script>|<!--<script>|"
          "‹U+202E›gnol‹U+2066› ‹U+200F›]]> &lt;b&gt;|__proto__|no name (/value/4)");
    CHECK(shown.text("document.querySelector('.finding .message').textContent") ==
          "the role of </script><script>window.ran = 1</script> is not a documented one");
    CHECK(shown.text("[...document.querySelectorAll('.finding .where')].at(-1).textContent") ==
          "<img src=x onerror=window.ran=1>.json:1:1");
}

TEST_CASE("the page's policy lets nothing run, load or be sent that is not its own")
{
    browser* const chromium = browser::shared();
    if (!chromium)
        return;
    const sandbox box;
    box.write("good.json", R"({"role": "Attendee"})");
    {
        const page shown{*chromium, box, "good.json"};
        CHECK(shown.text("document.querySelector('meta[http-equiv]').content.replace(/sha256-[^']{44}/g, 'sha256')") ==
              "default-src 'none'; script-src 'sha256'; style-src 'sha256'; base-uri 'none'; form-action 'none'; "
              "require-trusted-types-for 'script'; trusted-types 'none'");
        CHECK(shown.number("performance.getEntriesByType('resource').length") == 0);
        shown.run(
            "window.refused = [];"
            "document.addEventListener('securitypolicyviolation', one => refused.push(one.effectiveDirective));"
            "const attempt = act => { try { act() } catch (error) { refused.push(error.name) } };"
            "attempt(() => { document.body.innerHTML = '<p>'; });"
            "attempt(() => { const made = document.createElement('script'); made.text = 'window.ran = 1'; });"
            "const image = document.createElement('img'); image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';"
            "document.body.append(image); document.body.setAttribute('style', 'color: red');"
            "attempt(() => document.body.setAttribute('onclick', 'window.ran = 1'))");
        shown.run("document.body.click()");
        CHECK(shown.text("window.ran") == "undefined");
        for (const std::string kind : {"TypeError", "img-src", "style-src-attr"})
            CHECK_MESSAGE(shown.holds("refused.includes('" + kind + "')"), kind, " ", shown.text("refused.join()"));
        // What was refused was logged.
        CHECK(chromium->complaints().size() >= 3);
    }
}
