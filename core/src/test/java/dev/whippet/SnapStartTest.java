package dev.whippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.support.CapturedErr;
import dev.whippet.support.FunctionRun;
import dev.whippet.support.RecordedRequest;
import dev.whippet.support.RuntimeApiDouble;
import dev.whippet.support.ScriptedServer;
import dev.whippet.support.ScriptedServer.Script;
import dev.whippet.support.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A function that is snapshot and restored between its start and its first event.
class SnapStartTest {
  private final RuntimeApiDouble lambda = new RuntimeApiDouble();
  private final List<String> steps = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    lambda.close();
  }

  private Whippet.Builder function() {
    return Whippet.builder()
        .beforeSnapshot(() -> steps.add("before 1"))
        .beforeSnapshot(() -> steps.add("before 2"))
        .afterRestore(() -> steps.add("after 1, " + lambda.requests().getLast().path()))
        .afterRestore(() -> steps.add("after 2"))
        .handler(String.class, String.class, (event, context) -> event);
  }

  private int serve(Whippet.Builder function, String initializationType) {
    return FunctionRun.serve(
        lambda, function, "AWS_LAMBDA_INITIALIZATION_TYPE", initializationType);
  }

  @Test
  void hooksRunAroundTheSnapshotInTheirOrder() {
    lambda.event("1", "\"a\"");
    assertEquals(1, serve(function(), "snap-start"));
    assertEquals(
        List.of("before 2", "before 1", "after 1, /2018-06-01/runtime/restore/next", "after 2"),
        steps);
    assertEquals("GET", lambda.requests().getFirst().method());
    assertEquals("\"a\"", lambda.reply("1").text());
  }

  @Test
  void theConnectionOfTheSnapshotIsNotUsedAgain() {
    lambda.event("1", "\"a\"");
    serve(function(), "snap-start");
    RecordedRequest restore = lambda.requests("/restore/next").getFirst();
    RecordedRequest next = lambda.requests("/invocation/next").getFirst();
    assertNotEquals(restore.connection(), next.connection());
  }

  @Test
  void withoutSnapStartThereIsNoSnapshot() {
    serve(function(), "on-demand");
    assertEquals(List.of(), steps);
    assertEquals(0, lambda.requests("/restore/next").size());
  }

  @Test
  void aHookThatFailsBeforeIsAnInitError() {
    Whippet.Builder function =
        function()
            .beforeSnapshot(() -> {
              throw new IOException("cannot close");
            });
    assertEquals(64, serve(function, "snap-start"));
    assertEquals(List.of(), steps, "the one added last runs first, and ends all");
    RecordedRequest report = lambda.requests().getFirst();
    assertEquals("/2018-06-01/runtime/init/error", report.path());
    assertEquals(
        "Runtime.BeforeSnapshotError", report.header("Lambda-Runtime-Function-Error-Type"));
    assertTrue(report.text().contains("cannot close"));
    assertEquals(1, lambda.requests().size());
  }

  @Test
  void aHookThatFailsAfterIsARestoreError() {
    Whippet.Builder function =
        function()
            .afterRestore(() -> {
              throw new AssertionError("cannot open");
            });
    assertEquals(64, serve(function, "snap-start"));
    assertEquals("after 2", steps.getLast());
    RecordedRequest report = lambda.requests().getLast();
    assertEquals("/2018-06-01/runtime/restore/error", report.path());
    assertEquals("Runtime.AfterRestoreError", report.header("Lambda-Runtime-Function-Error-Type"));
    assertTrue(report.text().contains("cannot open"));
    assertEquals(2, lambda.requests().size());
  }

  @Test
  void aRestoreThatIsRefusedIsARestoreError() {
    lambda.answer("/restore/next", Wire.response(403, "no"));
    lambda.answer("/restore/error", Wire.response(500, "no"));
    assertEquals(64, serve(function(), "snap-start"));
    assertEquals(List.of("before 2", "before 1"), steps);
    assertEquals("/2018-06-01/runtime/restore/error", lambda.requests().getLast().path());
  }

  @Test
  void aRestoreWhoseConnectionBreaksIsAskedForAgain() {
    Script breaks =
        peer -> {
          peer.readRequest();
          peer.reset();
        };
    Script breaksOff =
        peer -> {
          peer.readRequest();
          peer.send("HTTP/1.1 20");
          peer.fin();
        };
    Script restores =
        peer -> {
          peer.readRequest();
          peer.send(Wire.response(200, ""));
        };
    Script ends =
        peer -> {
          peer.readRequest();
          peer.send(Wire.response(500, "the end"));
        };
    try (ScriptedServer server = ScriptedServer.sequence(breaks, breaksOff, restores, ends)) {
      int status =
          Whippet.builder()
              .afterRestore(() -> steps.add("after"))
              .handler(String.class, String.class, (event, context) -> event)
              .serve(
                  FunctionRun.environment(server, "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
      assertEquals(1, status);
      assertEquals(List.of("after"), steps);
      assertEquals(3, server.requests("/restore/next").size());
      assertEquals(1, server.requests("/invocation/next").size());
    }
  }

  @Test
  void aRestoreThatNeverComesIsARestoreErrorInTheEnd() {
    try (ScriptedServer server =
            new ScriptedServer(peer -> {
              if (!peer.readRequest().path().endsWith("/restore/next")) {
                peer.send(Wire.ACCEPTED);
              }
              peer.fin();
            });
        CapturedErr log = new CapturedErr()) {
      Map<String, String> environment =
          FunctionRun.environment(server, "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      assertEquals(64, function().serve(environment), log::text);
      assertEquals(6, server.requests("/restore/next").size());
      assertEquals(1, server.requests("/restore/error").size());
    }
  }

  @Test
  void severalWorkersStartAfterTheRestore() {
    lambda.event("1", "\"a\"");
    FunctionRun.serve(
        lambda,
        function(),
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "snap-start",
        "AWS_LAMBDA_MAX_CONCURRENCY",
        "2");
    assertEquals(1, lambda.requests("/restore/next").size());
    assertEquals("\"a\"", lambda.reply("1").text());
  }
}
