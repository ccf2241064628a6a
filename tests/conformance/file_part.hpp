#pragma once

#include "collect_files.hpp" // collected_file
#include "engine.hpp"        // engine
#include "file_progress.hpp" // file_progress
#include "finding_sieve.hpp" // finding_sieve
#include "input_file.hpp"    // input_file
#include "input_options.hpp" // input_options
#include "page_index.hpp"    // page_index

#include <rollcall/capture/unwrap.hpp>     // capture::file_kind
#include <rollcall/report/file_report.hpp> // file_report

#include <cstddef>     // std::size_t
#include <memory>      // std::shared_ptr
#include <string_view> // std::string_view

namespace rollcall::program {

/// A file to judge that was opened.
struct opened_file {
    /// Null where there is an error.
    std::shared_ptr<const input_file> contents;
    capture::file_kind kind = capture::file_kind::plain;
    /// Why it cannot be judged.
    std::optional<std::string> error;
    /// Which of all files it is, and what is known of its payloads as pages; null where pages are not joined.
    std::size_t number = 0;
    const page_index* pages = nullptr;

    [[nodiscard]] std::string_view text() const noexcept { return contents ? contents->text() : std::string_view{}; }
};

/// Never throws because of the file.
[[nodiscard]] opened_file open_to_judge(const collected_file& file, const input_options& options);

/// The verdict on a part of a file: on all of it, or on some lines of NDJSON.
struct file_part {
    opened_file file;
    /// What was found; where there is an error, in front of it. Lines count from 1 in the part.
    file_report report;
    /// How many lines the part has, if others of the file may follow it.
    std::size_t lines = 0;
    /// The line that has a payload which could not be judged; 0 when the error is of the whole file.
    std::size_t line_of_error = 0;
    /// How many bytes of the file were told of while it was judged.
    std::size_t told_bytes = 0;
};

/// Judges all of a file and lists what the sieve leaves. Never throws because of the file.
[[nodiscard]] file_part judge_all(const opened_file& file, const input_options& options, const engine& judge,
                                  finding_sieve sieve, file_progress progress);

/// Judges some lines of an NDJSON file in the same way.
[[nodiscard]] file_part judge_lines(const opened_file& file, std::string_view lines, const engine& judge,
                                    finding_sieve sieve);

/// Puts a verdict into the report on its file. A line that has no diagnostic to show is only counted. Who attended on
/// lines goes to the file.
void list_payload(file_report& file, payload_report payload, capture::file_kind kind);

/// Adds who attended on lines of a file.
void add_attendance(file_report& file, attendance more);

} // namespace rollcall::program
