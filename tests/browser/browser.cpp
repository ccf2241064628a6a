#include "browser.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <stdexcept>
#include <utility>

namespace http = boost::beast::http;
namespace json = boost::json;

/// chromedriver, and a session with it.
class browser::connection {
public:
    connection()
    {
        // It ends with this program, even where that is killed.
        driver_ = popen("exec setpriv --pdeathsig TERM chromedriver --port=0 2>/dev/null", "r");
        constexpr std::string_view begin = "started successfully on port ";
        std::array<char, 1024> buffer{};
        while (driver_ != nullptr && port_ == 0 && std::fgets(buffer.data(), buffer.size(), driver_) != nullptr) {
            const std::string line{buffer.data()};
            if (const auto found = line.find(begin); found != std::string::npos)
                port_ = static_cast<std::uint16_t>(std::stoul(line.substr(found + begin.size())));
        }
        if (port_ == 0)
            throw std::runtime_error{"chromedriver does not start"};
        socket_.connect({boost::asio::ip::address_v4::loopback(), port_});
        // Not every container lets it make a sandbox, and it opens nothing but the pages of these tests.
        const json::array words{"--headless",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--hide-scrollbars",
                                "--disable-background-networking",
                                "--disable-sync",
                                "--disable-component-update"};
        const json::object options{{"args", words}};
        const json::object always{
            {"browserName", "chrome"}, {"goog:chromeOptions", options}, {"goog:loggingPrefs", {{"browser", "ALL"}}}};
        const json::value session = send(http::verb::post, "/session", {{"capabilities", {{"alwaysMatch", always}}}});
        session_ = "/session/" + json::value_to<std::string>(session.at("sessionId"));
    }

    ~connection()
    {
        try {
            send(http::verb::delete_, session_, {});
        } catch (const std::exception& error) {
            std::cerr << "the browser does not end: " << error.what() << '\n';
        }
    }

    json::value post(const std::string& path, const json::object& body)
    {
        return send(http::verb::post, session_ + path, body);
    }
    json::value get(const std::string& path) { return send(http::verb::get, session_ + path, {}); }

private:
    json::value send(http::verb verb, const std::string& path, const json::object& body)
    {
        http::request<http::string_body> request{verb, path, 11};
        request.set(http::field::host, "127.0.0.1:" + std::to_string(port_));
        request.set(http::field::content_type, "application/json");
        if (verb == http::verb::post)
            request.body() = json::serialize(body);
        request.prepare_payload();
        http::write(socket_, request);
        http::response_parser<http::string_body> response;
        response.body_limit(boost::none);
        http::read(socket_, buffer_, response);
        const json::value answer = json::parse(response.get().body());
        if (response.get().result() != http::status::ok)
            throw std::runtime_error{path + ": " + json::value_to<std::string>(answer.at_pointer("/value/message"))};
        return answer.at("value");
    }

    /// Not closed: that would wait for it to end, and it ends with this program.
    std::FILE* driver_ = nullptr;
    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_{context_};
    boost::beast::flat_buffer buffer_;
    std::uint16_t port_ = 0;
    std::string session_;
};

browser* browser::shared()
{
    static const std::unique_ptr<browser> instance = []() -> std::unique_ptr<browser> {
        if (std::system("command -v chromium chromedriver >/dev/null") != 0) {
            std::cout << "skipped: there is no browser; apt-get install chromium chromium-driver\n";
            return nullptr;
        }
        return std::unique_ptr<browser>{new browser{std::make_unique<connection>()}};
    }();
    return instance.get();
}

browser::browser(std::unique_ptr<connection> driver) : driver_{std::move(driver)} {}

browser::~browser() = default;

json::value browser::command(std::string_view name, json::object parameters)
{
    return driver_->post("/goog/cdp/execute", {{"cmd", name}, {"params", std::move(parameters)}});
}

void browser::show_as(int width, int height, colours preferred, std::string_view medium)
{
    command("Emulation.setDeviceMetricsOverride",
            {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", false}});
    command(
        "Emulation.setEmulatedMedia",
        {{"media", medium},
         {"features", {{{"name", "prefers-color-scheme"}, {"value", preferred == colours::dark ? "dark" : "light"}}}}});
}

void browser::open(const std::string& path)
{
    (void)complaints();
    driver_->post("/url", {{"url", "file://" + path}});
    // Twice: what is drawn in the first frame may be measured for the second.
    driver_->post("/execute/async", {{"script", "const done = arguments[0];"
                                                "requestAnimationFrame(() => requestAnimationFrame(() => done()))"},
                                     {"args", json::array{}}});
}

json::value browser::run(std::string_view script)
{
    return driver_->post("/execute/async",
                         {{"script", "const done = arguments[0]; const result = (() => {" + std::string{script} +
                                         "})();"
                                         "requestAnimationFrame(() => requestAnimationFrame(() => done(result)))"},
                          {"args", json::array{}}});
}

void browser::press(std::initializer_list<std::string_view> keys)
{
    static const std::map<std::string_view, std::string_view> codes{
        {"Tab", "\uE004"},     {"Enter", "\uE007"},      {"Escape", "\uE00C"},    {"ArrowLeft", "\uE012"},
        {"ArrowUp", "\uE013"}, {"ArrowRight", "\uE014"}, {"ArrowDown", "\uE015"}, {"PageDown", "\uE00F"},
        {"End", "\uE010"},     {"Home", "\uE011"}};
    json::array actions;
    for (const std::string_view key : keys) {
        const auto code = codes.find(key);
        const std::string_view value = code == codes.end() ? key : code->second;
        actions.push_back({{"type", "keyDown"}, {"value", value}});
        actions.push_back({{"type", "keyUp"}, {"value", value}});
    }
    const json::object keyboard{{"type", "key"}, {"id", "keyboard"}, {"actions", actions}};
    driver_->post("/actions", {{"actions", json::array{keyboard}}});
    (void)run("");
}

json::array browser::complaints()
{
    return driver_->post("/se/log", {{"type", "browser"}}).as_array();
}

std::string browser::screenshot()
{
    return json::value_to<std::string>(driver_->get("/screenshot"));
}

std::string browser::print()
{
    return json::value_to<std::string>(driver_->post("/print", {{"background", true}}));
}
