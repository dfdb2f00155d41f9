package dev.whippet.testing;

import dev.whippet.testing.internal.http.HttpServer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/// Without `--invoke`: serves the front doors for as long as the process lives.
final class ServeCommand implements AutoCloseable {
  /// A person in a debugger needs time.
  private static final Duration DEBUGGING = Duration.ofHours(1);

  /// As long as Lambda lets a function take to shut down, and then some.
  private static final Duration RESTART_PATIENCE = Duration.ofSeconds(2);

  private final LambdaFunction function;
  private final Runnable closer;
  private final RuntimeApiEmulator emulator;
  private final HttpServer functionUrl;
  private final FolderWatch watch;

  ServeCommand(CommandLine line, PrintStream out, PrintStream err) {
    InvokeApi invokeApi = new InvokeApi();
    if (line.hasFunction()) {
      FunctionProcess.Builder builder =
          Main.configure(line).port(line.port).followLog(err::println);
      builder.emulator().other(invokeApi);
      FunctionProcess process = builder.start();
      function = process;
      closer = process::close;
      emulator = process.emulator();
      watch =
          line.watch == null ? null : FolderWatch.start(line.watch, () -> restart(process, err));
    } else {
      watch = null;
      emulator =
          RuntimeApiEmulator.builder()
              .port(line.port)
              .functionName(line.name)
              .timeout(line.timeout == null ? DEBUGGING : line.timeout)
              .startTimeout(DEBUGGING)
              .other(invokeApi)
              .start();
      function = emulator;
      closer = emulator::close;
    }
    LambdaFunction reporting = new ReportingFunction(function, err);
    invokeApi.serve(reporting);
    int urlPort = line.port == 0 ? 0 : line.port + 1;
    functionUrl = HttpServer.start(urlPort, new FunctionUrl(reporting));
    print(line, out);
  }

  private static void restart(FunctionProcess process, PrintStream err) {
    process.restart(RESTART_PATIENCE);
    err.println("whippet: the classes have changed, and the function has been started anew");
  }

  private void print(CommandLine line, PrintStream out) {
    String invoke =
        "http://" + emulator.address() + "/2015-03-31/functions/" + line.name + "/invocations";
    out.println("Runtime API   " + emulator.address());
    out.println("Invoke API    " + invoke);
    out.println("Function URL  " + functionUrl());
    if (!line.hasFunction()) {
      out.println();
      out.println("Start the function, in a debugger for example, with this environment:");
      environment(line)
          .forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
    }
    out.println();
    out.println("Invoke it:");
    out.println("curl -d '{}' " + invoke);
    out.flush();
  }

  private Map<String, String> environment(CommandLine line) {
    Map<String, String> variables =
        FunctionEnvironment.variables(line.name, "bootstrap", line.memoryMb, 1);
    variables.put("AWS_LAMBDA_RUNTIME_API", emulator.address());
    variables.putAll(line.environment);
    return variables;
  }

  String functionUrl() {
    return "http://127.0.0.1:" + functionUrl.port() + "/";
  }

  RuntimeApiEmulator emulator() {
    return emulator;
  }

  /// Ends the function, with SIGTERM, and the servers.
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    functionUrl.close();
    closer.run();
  }
}
