package dev.whippet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The arguments of [Main].
final class CommandLine {
  Path bootstrap;
  List<String> command = List.of();
  int port = 9000;
  final List<byte[]> events = new ArrayList<>();
  int invocations;
  int starts;
  Duration timeout;
  int memoryMb = 128;
  String name = "function";
  final Map<String, String> environment = new LinkedHashMap<>();
  Path report;
  Path watch;

  private CommandLine() {}

  static CommandLine parse(String... args) throws UsageException {
    CommandLine line = new CommandLine();
    Iterator<String> words = List.of(args).iterator();
    while (words.hasNext()) {
      String option = words.next();
      if (option.equals("--")) {
        List<String> command = new ArrayList<>();
        words.forEachRemaining(command::add);
        line.command = List.copyOf(command);
        if (command.isEmpty()) {
          throw new UsageException("a command must follow --");
        }
      } else if (!option.startsWith("--")) {
        throw new UsageException("unexpected " + option + ": put the function's command after --");
      } else if (words.hasNext()) {
        line.set(option, words.next());
      } else {
        throw new UsageException("unknown option " + option + ", or its value is missing");
      }
    }
    line.check();
    return line;
  }

  private void set(String option, String value) throws UsageException {
    switch (option) {
      case "--bootstrap" -> bootstrap = Path.of(value);
      case "--port" -> port = number(option, value, 0, 65534);
      case "--event" -> events.add(read(value));
      case "--example" -> events.add(example(value));
      case "--data" -> events.add(value.getBytes(UTF_8));
      case "--invoke" -> invocations = number(option, value, 1, Integer.MAX_VALUE);
      case "--starts" -> starts = number(option, value, 1, Integer.MAX_VALUE);
      case "--timeout" -> timeout = Duration.ofSeconds(number(option, value, 1, 86_400));
      case "--memory" -> memoryMb = number(option, value, 1, Integer.MAX_VALUE);
      case "--name" -> name = value;
      case "--env" -> variable(value);
      case "--report" -> report = Path.of(value);
      case "--watch" -> watch = Path.of(value);
      default -> throw new UsageException("unknown option " + option);
    }
  }

  private void check() throws UsageException {
    if (bootstrap != null && !command.isEmpty()) {
      throw new UsageException("give --bootstrap or a command after --, not both");
    }
    if ((starts > 0 || report != null) && invocations == 0) {
      throw new UsageException("--starts and --report need --invoke N");
    }
    if (invocations > 0 && !hasFunction()) {
      throw new UsageException("--invoke needs a function: --bootstrap PATH, or -- COMMAND ARG...");
    }
    if (watch != null && (invocations > 0 || !hasFunction())) {
      throw new UsageException("--watch needs a function that is served, without --invoke");
    }
    if (events.isEmpty()) {
      events.add("{}".getBytes(UTF_8));
    }
  }

  boolean hasFunction() {
    return bootstrap != null || !command.isEmpty();
  }

  private void variable(String value) throws UsageException {
    int equals = value.indexOf('=');
    if (equals < 1) {
      throw new UsageException("expected --env NAME=VALUE, not " + value);
    }
    environment.put(value.substring(0, equals), value.substring(equals + 1));
  }

  private static int number(String option, String value, int min, int max) throws UsageException {
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException(option + " takes a whole number from " + min + ", not " + value);
  }

  private static byte[] read(String file) throws UsageException {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new UsageException("cannot read the event file " + file);
    }
  }

  private static byte[] example(String name) throws UsageException {
    try {
      return SampleEvents.load(name).getBytes(UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
