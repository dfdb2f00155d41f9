package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRunTest {
  private static final Jdk JDK = new Jdk(Path.of("/jdk"), "25", "x86_64", Set.of());
  private static final Path HERE = Path.of("").toAbsolutePath();

  private static LocalRun run(int port) {
    return new LocalRun(JDK, List.of(Path.of("t.jar")), "orders", port, 256);
  }

  @Test
  void theEmulatorStartsTheFunction() {
    List<String> words =
        run(9100)
            .with("--timeout", "7")
            .function(
                List.of(Path.of("classes"), Path.of("whippet-simd-1.jar")),
                "app.Orders",
                List.of("-Da=b"))
            .words();

    assertEquals(
        "/jdk/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp t.jar dev.whippet.testing.Main"
            + " --name orders --port 9100 --memory 256 --timeout 7 -- /jdk/bin/java"
            + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --add-modules=jdk.incubator.vector -Da=b"
            + " -cp classes:whippet-simd-1.jar dev.whippet.Bootstrap app.Orders",
        String.join(" ", words));
  }

  @Test
  void theVectorModuleIsForTheLibraryAndNotForWhatIsNamedAlike(@TempDir Path folder)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve("simd/classes/dev/whippet/simd"));
    Path other = Files.createDirectories(folder.resolve("whippet-simd-demo/classes"));

    assertTrue(hasVectors(folder.resolve("simd/classes")), classes::toString);
    assertFalse(hasVectors(other));
  }

  private static boolean hasVectors(Path entry) {
    return run(9100)
        .function(List.of(entry), "app.Orders", List.of())
        .words()
        .contains("--add-modules=jdk.incubator.vector");
  }

  @Test
  void withoutAFunctionThereIsNoCommand() {
    assertEquals("256", run(9100).words().get(run(9100).words().size() - 1));
  }

  @Test
  void twoPortsAreTakenUnlessAnyWillDo() {
    assertEquals(List.of(9100, 9101), run(9100).ports());
    assertEquals(List.of(), run(0).ports());
  }

  @Test
  void nothingRunsOnWhenTheGoalIsInterrupted() throws InterruptedException {
    LocalRun run = new LocalRun(JDK, List.of("sleep", "597"), 0, List.of(), List.of());
    Thread goal = new Thread(() -> run.serve(HERE));
    goal.start();
    while (sleepers().isEmpty()) {
      Thread.sleep(20);
    }
    List<ProcessHandle> started = sleepers();

    goal.interrupt();
    goal.join();

    started.forEach(process -> process.onExit().orTimeout(1, TimeUnit.MINUTES).join());
    assertEquals(List.of(), sleepers());
  }

  private static List<ProcessHandle> sleepers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").endsWith("sleep 597"))
        .toList();
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      PackagingException e =
          assertThrows(PackagingException.class, () -> run(taken.getLocalPort()).serve(HERE));

      assertTrue(
          e.getMessage().startsWith("port " + taken.getLocalPort() + " of 127.0.0.1 is in use"),
          e::getMessage);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void aPortOutOfRangeIsRefused(int port) {
    PackagingException e = assertThrows(PackagingException.class, () -> run(port).serve(HERE));

    assertTrue(e.getMessage().startsWith("whippet.port is out of range"), e::getMessage);
  }
}
