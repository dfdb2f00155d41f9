package dev.whippet.maven;

/// One line of the doctor's report.
///
/// @param thing what was looked for
/// @param found whether it is there and fit
/// @param detail where it is and its version, or what is missing
/// @param remedy what to do; empty where it is found
record Finding(String thing, boolean found, String detail, String remedy) {
  static Finding found(String thing, String detail) {
    return new Finding(thing, true, detail, "");
  }

  static Finding missing(String thing, String detail, String remedy) {
    return new Finding(thing, false, detail, remedy);
  }

  @Override
  public String toString() {
    return found
        ? "ok       %-13s %s".formatted(thing, detail)
        : "MISSING  %-13s %s%n         %-13s -> %s".formatted(thing, detail, "", remedy);
  }
}
