package dev.whippet;

import dev.whippet.internal.FunctionLoader;

/// The main class of a packaged function: starts the class that its argument, or `_HANDLER`, names.
///
/// A class with a `main` is run by that; one without is taken for the handler itself, and needs a
/// constructor without parameters. Unlike with a `main` that the JVM calls, whatever the class
/// throws before it serves events, in its static initialiser too, reaches Lambda as an init error.
public final class Bootstrap {
  private Bootstrap() {}

  /// Starts the function.
  ///
  /// @param args the class's binary name; if there is none, `_HANDLER` names it, and what follows
  ///   `::` there is left out
  public static void main(String[] args) {
    int status = FunctionLoader.start(args, System.getenv());
    if (status != 0) {
      System.exit(status);
    }
  }
}
