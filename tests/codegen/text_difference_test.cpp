#include "text_difference.hpp" // text_difference

#include <doctest/doctest.h>

#include <string> // std::string

using rollcall::codegen::text_difference;

TEST_CASE("equal texts have no difference")
{
    CHECK(text_difference("a", "one\n", "b", "one\n").empty());
    CHECK(text_difference("a", "", "b", "").empty());
}

TEST_CASE("a changed line is shown with three lines around it")
{
    CHECK(text_difference("before.hpp", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "after.hpp", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
          R"(--- before.hpp
+++ after.hpp
@@ -2,7 +2,7 @@
 2
 3
 4
-5
+five
 6
 7
 8
)");
}

TEST_CASE("changes far apart are shown apart, and near ones together")
{
    CHECK(text_difference("a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "b", "0\n1\n2\n3\n4\n5\n6\n7\n8\n") == R"(--- a
+++ b
@@ -1,3 +1,4 @@
+0
 1
 2
 3
@@ -6,4 +7,3 @@
 6
 7
 8
-9
)");
    CHECK(text_difference("a", "1\n2\n3\n4\n5\n", "b", "2\n3\n4\n") == R"(--- a
+++ b
@@ -1,5 +1,3 @@
-1
 2
 3
 4
-5
)");
}

TEST_CASE("a text from nothing and a text to nothing have line 0 beside them")
{
    CHECK(text_difference("a", "", "b", "1\n") == "--- a\n+++ b\n@@ -0,0 +1,1 @@\n+1\n");
    CHECK(text_difference("a", "1\n", "b", "") == "--- a\n+++ b\n@@ -1,1 +0,0 @@\n-1\n");
}

TEST_CASE("a missing newline at the end is a difference")
{
    CHECK(text_difference("a", "1", "b", "1\n") ==
          "--- a\n+++ b\n@@ -1,1 +1,1 @@\n-1\n\\ No newline at end of file\n+1\n");
}

TEST_CASE("texts with too many different lines are shown as replaced, in bounded time")
{
    std::string before;
    std::string after;
    for (int line = 0; line < 10'000; ++line) {
        before += "a" + std::to_string(line) + '\n';
        after += "b" + std::to_string(line) + '\n';
    }
    const auto difference = text_difference("a", before, "b", after);
    CHECK(difference.starts_with("--- a\n+++ b\n@@ -1,10000 +1,10000 @@\n-a0\n"));
    CHECK(difference.ends_with("+b9999\n"));
}
