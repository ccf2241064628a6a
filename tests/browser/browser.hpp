#pragma once

#include <boost/json.hpp>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

/// A headless Chromium, driven over WebDriver.
class browser {
public:
    /// The one that all tests share; null where there is none on this machine, which is told.
    [[nodiscard]] static browser* shared();

    browser(const browser&) = delete;
    browser& operator=(const browser&) = delete;
    ~browser();

    enum class colours { light, dark };

    /// Sets how large the window is, and what the reader prefers.
    void show_as(int width, int height, colours preferred = colours::light, std::string_view medium = "screen");

    /// Opens a file once it is drawn. What the page before has logged is forgotten.
    void open(const std::string& path);

    /// Runs the body of a JavaScript function in the page and gives what it returns.
    [[nodiscard]] boost::json::value run(std::string_view script);

    /// Presses keys one after the other: characters or names such as `ArrowDown`.
    void press(std::initializer_list<std::string_view> keys);

    /// What the browser has to say against the page: errors, and breaches of its policy.
    [[nodiscard]] boost::json::array complaints();

    /// What the page looks like, as a PNG in Base64.
    [[nodiscard]] std::string screenshot();

    /// The page on paper: a PDF in Base64.
    [[nodiscard]] std::string print();

private:
    class connection;

    explicit browser(std::unique_ptr<connection> driver);

    boost::json::value command(std::string_view name, boost::json::object parameters);

    std::unique_ptr<connection> driver_;
};
