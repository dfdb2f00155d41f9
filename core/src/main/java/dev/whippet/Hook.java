package dev.whippet;

/// Work at a certain moment of a function's life; see [Whippet.Builder].
@FunctionalInterface
public interface Hook {
  /// Does it.
  ///
  /// @throws Exception if it cannot be done
  void run() throws Exception;
}
