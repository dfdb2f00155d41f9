package dev.whippet.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line:
///
/// ```text
/// java -cp ... dev.whippet.bench.coldstart.Main cold|dropped|warm
///   [--starts N] [--warm N] [--warm-up N] [--event JSON] [--expect TEXT]
///   [--title TEXT] [--name NAME] [--results FOLDER]
///   -- NAME=PROGRAM ARG... [--- NAME=PROGRAM ARG...]...
/// java -cp ... dev.whippet.bench.coldstart.Main train INVOCATIONS -- NAME=PROGRAM ARG...
/// ```
///
/// - `cold` measures starts with the files in the page cache, `dropped` with each candidate's
///   folder dropped from it before each start; `--starts` (20) of each candidate, each with one
///   invocation and `--warm` (99) more.
/// - `warm` starts each candidate once and measures `--warm` invocations after `--warm-up` (2000).
/// - `train` invokes a program and ends it with SIGTERM, so that a JVM writes its AOT cache.
///
/// Results go to `--results` (`bench/results`) as Markdown, JSON and, for starts, SVG, in files
/// called `--name`: `coldstart`, `coldstart-dropped` or `warm` if not given. Linux only.
public final class Main {
  private static final int USAGE = 64;

  private final List<Candidate> candidates = new ArrayList<>();
  private String json = "{\"name\":\"World\"}";
  private String expected = "Hello, World";
  private String title = "";
  private String name = "";
  private int starts = 20;
  private int warm = 99;
  private int warmUp = 2000;
  private Path results = Path.of("bench", "results");

  private Main() {}

  /// Runs the command line.
  ///
  /// @param args the arguments, as above
  /// @throws IOException if a candidate does not do what it should
  public static void main(String[] args) throws IOException {
    try {
      new Main().run(args);
    } catch (IllegalArgumentException e) {
      System.err.println("coldstart: " + e.getMessage());
      System.exit(USAGE);
    }
  }

  private void run(String... args) throws IOException {
    if (args.length == 0) {
      throw new IllegalArgumentException("expected cold, dropped, warm or train");
    }
    switch (args[0]) {
      case "cold" -> cold(parse(args), false);
      case "dropped" -> cold(parse(args), true);
      case "warm" -> warm(parse(args));
      case "train" -> train(parse(args));
      default -> throw new IllegalArgumentException("no such command: " + args[0]);
    }
  }

  private Event parse(String... args) {
    int at = 1;
    for (; at < args.length && !args[at].equals("--"); at += 2) {
      if (at + 1 == args.length) {
        throw new IllegalArgumentException(args[at] + " needs a value");
      }
      set(args[at], args[at + 1]);
    }
    String candidate = null;
    List<String> arguments = new ArrayList<>();
    for (at++; at < args.length; at++) {
      if (args[at].equals("---")) {
        candidates.add(Candidate.of(candidate, arguments));
        candidate = null;
        arguments = new ArrayList<>();
      } else if (candidate == null) {
        candidate = args[at];
      } else {
        arguments.add(args[at]);
      }
    }
    if (candidate == null) {
      throw new IllegalArgumentException("expected -- and NAME=PROGRAM");
    }
    candidates.add(Candidate.of(candidate, arguments));
    return new Event(json, expected);
  }

  private void set(String option, String value) {
    switch (option) {
      case "--starts" -> starts = Integer.parseInt(value);
      case "--warm" -> warm = Integer.parseInt(value);
      case "--warm-up" -> warmUp = Integer.parseInt(value);
      case "--event" -> json = value;
      case "--expect" -> expected = value;
      case "--title" -> title = value;
      case "--name" -> name = value;
      case "--results" -> results = Path.of(value);
      default -> throw new IllegalArgumentException("no such option: " + option);
    }
  }

  private void cold(Event event, boolean dropped) throws IOException {
    if (title.isEmpty()) {
      title =
          dropped
              ? "Cold start, its files dropped from the page cache"
              : "Cold start, its files in the page cache";
    }
    if (name.isEmpty()) {
      name = dropped ? "coldstart-dropped" : "coldstart";
    }
    ColdStartResult result =
        new ColdStartRun(title, candidates, event, starts, warm, dropped).measure(System.err);
    write(name + ".json", result.json());
    write(name + ".svg", dropped ? result.points() : result.bars());
    write(name + ".md", result.markdown());
    write(name + "-summary.md", result.summary());
    System.out.print(result.markdown());
  }

  private void warm(Event event) throws IOException {
    WarmResult result = new WarmRun(candidates, event, warmUp, warm).measure();
    write("warm.json", result.json());
    write("warm.md", result.markdown());
    System.out.print(result.markdown());
  }

  private void train(Event event) throws IOException {
    try (FunctionUnderTest function = new FunctionUnderTest(candidates.getFirst(), event)) {
      for (int i = 0; i < warm; i++) {
        function.invoke();
        function.acknowledge();
      }
      function.awaitReady();
      function.terminate();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(results);
    Files.writeString(results.resolve(name), text);
  }
}
