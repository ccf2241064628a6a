#pragma once

#include "browser.hpp"

#include "../conformance/sandbox.hpp"

#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

/// A page that rollcall-validate makes of files, as the shared browser shows it.
class page {
public:
    /// `words` are files and options; they may stand in the sandbox.
    page(browser& shown_by, const sandbox& box, const std::string& words, int width = 1280, int height = 900)
        : browser_{shown_by}
    {
        (void)box.run("--format html " + words + " >page.html");
        open(box.folder() + "/here/page.html", width, height);
    }

    /// A page that is there already.
    page(browser& shown_by, const std::string& path) : browser_{shown_by} { open(path, 1280, 900); }

    page(const page&) = delete;
    page& operator=(const page&) = delete;
    /// Whatever was done to it, the browser has nothing to say against it.
    ~page()
    {
        const std::string complaints = boost::json::serialize(browser_.complaints());
        CHECK(complaints == "[]");
    }

    [[nodiscard]] boost::json::value value(std::string_view expression) const
    {
        return browser_.run("return " + std::string{expression});
    }
    [[nodiscard]] std::string text(std::string_view expression) const
    {
        return boost::json::value_to<std::string>(value("String(" + std::string{expression} + ")"));
    }
    [[nodiscard]] std::int64_t number(std::string_view expression) const
    {
        return boost::json::value_to<std::int64_t>(value("Math.round(" + std::string{expression} + ")"));
    }
    [[nodiscard]] bool holds(std::string_view expression) const
    {
        return value("Boolean(" + std::string{expression} + ")").as_bool();
    }
    void run(std::string_view script) const { (void)browser_.run(script); }
    void press(std::initializer_list<std::string_view> keys) const { browser_.press(keys); }

    /// How many elements there are.
    [[nodiscard]] std::int64_t size() const { return number("document.querySelectorAll('*').length"); }

private:
    void open(const std::string& path, int width, int height)
    {
        browser_.show_as(width, height);
        browser_.open(path);
        REQUIRE(text("document.documentElement.dataset.ready") == "yes");
    }

    browser& browser_;
};
