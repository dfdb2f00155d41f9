package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the goals of local development as a user does, with Maven on a project.
class GoalsIT {
  private static final int MINUTES = 3;

  @TempDir Path folder;
  private ExampleProject hello;
  private String port;

  @BeforeEach
  void prepare() throws IOException {
    hello = ExampleProject.copyOf("examples/hello", folder);
    // the function URL has the next port; the system hands out others meanwhile
    try (ServerSocket first = new ServerSocket(0)) {
      port = Integer.toString(first.getLocalPort());
    }
  }

  private ExampleProject.Outcome maven(String... arguments) throws Exception {
    return hello.run(arguments);
  }

  private ExampleProject.Outcome invoke(String event) throws Exception {
    return maven("-q", "whippet:invoke", "-Dwhippet.port=" + port, event);
  }

  private static void await(String what, Path log, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no " + what + " in:\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  private static boolean says(Path log, String text) {
    try {
      return Files.readString(log).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFunctionRunsIsInvokedAndIsStartedAnewWhenItChanges() throws Exception {
    ExampleProject.Outcome nobody = invoke("-Ddata={}");
    assertEquals(1, nobody.status());
    assertTrue(
        nobody.text().contains("no function runs at http://127.0.0.1:" + port), nobody.text());
    assertTrue(nobody.text().contains("mvn whippet:run"), nobody.text());

    Path log = folder.resolve("run.log");
    Process run = hello.start(log, "whippet:run", "-Dwatch", "-Dwhippet.port=" + port);
    try {
      await("Invoke API", log, () -> says(log, "Invoke API") || !run.isAlive());
      assertTrue(says(log, "mvn whippet:invoke -Dfile=events/hello.json -Dwhippet.port=" + port));
      invokeIt();
      changeIt(log);
      ExampleProject.Outcome second = maven("-q", "whippet:run", "-Dwhippet.port=" + port);
      assertEquals(1, second.status());
      assertTrue(second.text().contains("port " + port + " of 127.0.0.1 is in use"), second.text());
    } finally {
      run.descendants().toList().forEach(ProcessHandle::destroy);
      run.destroy();
      assertTrue(run.waitFor(MINUTES, TimeUnit.MINUTES));
    }
  }

  private void invokeIt() throws Exception {
    ExampleProject.Outcome file = invoke("-Dfile=events/hello.json");
    assertEquals("{\n  \"message\": \"Hello, World\"\n}\n", file.text());
    assertEquals(0, file.status());

    assertEquals(
        "{\n  \"message\": \"Hello, ä\"\n}\n", invoke("-Ddata={\"name\":\"\\u00e4\"}").text());

    ExampleProject.Outcome refused = invoke("-Ddata={\"name\":1}");
    assertTrue(refused.text().contains("\"errorMessage\": "), refused.text());
    assertEquals(1, refused.status());
  }

  private void changeIt(Path log) throws Exception {
    Path source = hello.folder().resolve("src/main/java/com/example/hello/Hello.java");
    Files.writeString(source, Files.readString(source).replace("\"Hello, \"", "\"Goodbye, \""));
    assertEquals(0, maven("-q", "compile").status());
    await("restart", log, () -> says(log, "the classes have changed"));
    assertEquals(
        "{\n  \"message\": \"Goodbye, Ada\"\n}\n", invoke("-Ddata={\"name\":\"Ada\"}").text());
  }

  @Test
  void eventsAreListedAndWrittenAndTheMachineIsLookedOver() throws Exception {
    ExampleProject.Outcome list = maven("-q", "whippet:events");
    assertTrue(list.text().lines().toList().contains("sqs"), list.text());

    assertEquals(0, maven("-q", "whippet:events", "-Dexample=sqs").status());
    Path event = hello.folder().resolve("events/sqs.json");
    assertTrue(JsonText.isValid(Files.readString(event)));

    ExampleProject.Outcome several = invoke("-Dwhippet.skip=false");
    assertNotEquals(0, several.status());
    assertTrue(several.text().contains("there is no event to send"), several.text());

    Path zip = Files.createDirectories(hello.folder().resolve("target")).resolve("function.zip");
    Files.writeString(zip, "of an earlier build");
    ExampleProject.Outcome failed = maven("-q", "whippet:package", "-Dwhippet.type=none");
    assertEquals(1, failed.status());
    assertFalse(Files.exists(zip), "a build that fails leaves nothing to deploy");

    ExampleProject.Outcome doctor = maven("-q", "whippet:doctor");
    assertAll(
        () -> assertEquals(0, doctor.status()),
        () -> assertTrue(doctor.text().contains("ok       JDK "), doctor.text()),
        () -> assertTrue(doctor.text().contains("native-image"), doctor.text()));
  }
}
