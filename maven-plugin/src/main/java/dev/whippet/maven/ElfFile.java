package dev.whippet.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What counts here of an executable or a shared library.
///
/// @param architecture the processor it is for, by Lambda's name, or `machine N` for any other
/// @param glibc the minor number of the newest glibc 2 that it needs; 0 if none
/// @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html">ELF Header</a>
record ElfFile(String architecture, int glibc) {
  private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};
  private static final int HEADER = 64;
  private static final int E_MACHINE = 18;
  private static final int EM_X86_64 = 62;
  private static final int EM_AARCH64 = 183;
  // versions are named in the dynamic string table
  private static final Pattern GLIBC = Pattern.compile("GLIBC_2\\.(\\d{1,3})(?![\\d])");

  /// Reads a file.
  ///
  /// @return empty if it is no ELF file
  static Optional<ElfFile> read(Path file) throws IOException {
    return parse(Files.readAllBytes(file));
  }

  /// Whether a file is one; false if it cannot be read.
  static boolean isOne(Path file) {
    try {
      return read(file).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  static Optional<ElfFile> parse(byte[] bytes) {
    if (bytes.length < HEADER || !startsWithMagic(bytes)) {
      return Optional.empty();
    }
    // both of Lambda's architectures are little-endian
    int machine = (bytes[E_MACHINE] & 0xff) | (bytes[E_MACHINE + 1] & 0xff) << 8;
    String architecture =
        switch (machine) {
          case EM_X86_64 -> "x86_64";
          case EM_AARCH64 -> "arm64";
          default -> "machine " + machine;
        };
    int glibc = 0;
    Matcher matcher = GLIBC.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      glibc = Math.max(glibc, Integer.parseInt(matcher.group(1)));
    }
    return Optional.of(new ElfFile(architecture, glibc));
  }

  private static boolean startsWithMagic(byte[] bytes) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }
}
