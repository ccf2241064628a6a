#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// SHA-256 (FIPS 180-4). It is for naming texts, not for secrets: nothing is done against measuring its time.
class sha256 {
public:
    using digest = std::array<unsigned char, 32>;

    [[nodiscard]] static digest of(std::string_view text)
    {
        sha256 hash;
        std::string padded{text};
        padded += '\x80';
        padded.append((2 * block_size - size_size - padded.size() % block_size) % block_size, '\0');
        const std::uint64_t bits = std::uint64_t{text.size()} * 8;
        for (unsigned shift = 64; shift != 0; shift -= 8)
            padded += static_cast<char>(bits >> (shift - 8) & 0xFF);
        for (std::size_t begin = 0; begin != padded.size(); begin += block_size)
            hash.add_block(std::string_view{padded}.substr(begin, block_size));
        digest result{};
        for (std::size_t index = 0; index < result.size(); ++index)
            result[index] = static_cast<unsigned char>(hash.state_[index / 4] >> (24 - index % 4 * 8));
        return result;
    }

private:
    static constexpr std::size_t block_size = 64;
    static constexpr std::size_t size_size = 8;

    void add_block(std::string_view block) noexcept
    {
        std::array<std::uint32_t, 64> words{};
        for (std::size_t index = 0; index < block.size(); ++index)
            words[index / 4] = words[index / 4] << 8 | static_cast<unsigned char>(block[index]);
        for (std::size_t index = 16; index < words.size(); ++index) {
            const std::uint32_t early = words[index - 15];
            const std::uint32_t late = words[index - 2];
            words[index] = words[index - 16] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ early >> 3) +
                           words[index - 7] + (std::rotr(late, 17) ^ std::rotr(late, 19) ^ late >> 10);
        }
        auto [a, b, c, d, e, f, g, h] = state_;
        for (std::size_t index = 0; index < words.size(); ++index) {
            const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                        ((e & f) ^ (~e & g)) + constants[index] + words[index];
            const std::uint32_t second =
                (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        const std::array<std::uint32_t, 8> added{a, b, c, d, e, f, g, h};
        for (std::size_t index = 0; index < added.size(); ++index)
            state_[index] += added[index];
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    static constexpr std::array<std::uint32_t, 64> constants{
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

    /// The same of the square roots of the first 8 primes.
    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
};

/// The digest as a Content-Security-Policy names a script or style by it: `sha256-…`, in Base64.
[[nodiscard]] inline std::string policy_hash_of(std::string_view text)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result = "sha256-";
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const unsigned char byte : sha256::of(text)) {
        bits = bits << 8 | byte;
        for (count += 8; count >= 6; count -= 6)
            result += letters[bits >> (count - 6) & 0x3F];
    }
    return result += letters[bits << (6 - count) & 0x3F], result + '=';
}

} // namespace rollcall::detail
