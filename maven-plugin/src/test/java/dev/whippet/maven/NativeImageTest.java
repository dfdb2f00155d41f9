package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeImageTest {
  @TempDir Path folder;

  private Path graal(String name) throws IOException {
    Path home = folder.resolve(name);
    program(home.resolve("bin"), "native-image");
    return home;
  }

  private static void program(Path place, String name) throws IOException {
    Files.createDirectories(place);
    AotCache.writeExecutable(place.resolve(name), "#!/bin/sh\n");
  }

  private static String other() {
    return TargetPlatform.ofMachine().equals("arm64") ? "x86_64" : "arm64";
  }

  private static String folderOf(String architecture) {
    return "lib/static/linux-" + (architecture.equals("arm64") ? "aarch64" : "amd64");
  }

  @Test
  void theVariableComesFirstThenTheJdkThenJavaHomeThenThePath() throws IOException {
    Path graal = graal("graal");
    Path jdk = graal("jdk");
    Path java = graal("java");
    Path path = graal("path");
    Path empty = folder.resolve("empty");
    String bin = path.resolve("bin").toString();

    assertEquals(
        graal, home(Map.of("GRAALVM_HOME", "" + graal, "JAVA_HOME", "" + java, "PATH", bin), jdk));
    assertEquals(jdk, home(Map.of("GRAALVM_HOME", "" + empty, "JAVA_HOME", "" + java), jdk));
    assertEquals(java, home(Map.of("JAVA_HOME", "" + java, "PATH", bin), empty));
    assertEquals(path, home(Map.of("PATH", "/nowhere:" + bin), empty));
  }

  @Test
  void aLinkOnThePathIsFollowed() throws IOException {
    Path graal = graal("graal");
    Files.writeString(graal.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    Path program = graal.resolve("bin/native-image");
    Path real = Files.createDirectories(graal.resolve("lib/svm/bin")).resolve("native-image");
    Files.move(program, real); // as in GraalVM's archives
    Files.createSymbolicLink(program, Path.of("../lib/svm/bin/native-image"));
    Path bin = Files.createDirectories(folder.resolve("usr/bin"));
    Files.createSymbolicLink(bin.resolve("native-image"), program);

    assertEquals(graal, home(Map.of("PATH", bin.toString()), folder));
    assertEquals(graal, home(Map.of("GRAALVM_HOME", graal.toString()), folder));
  }

  @Test
  void anOlderOneIsRefusedWithTheRemedy() throws IOException {
    Path graal = graal("graal");
    Files.writeString(graal.resolve("release"), "JAVA_VERSION=\"21.0.2\"\n");

    PackagingException e =
        assertThrows(
            PackagingException.class,
            () ->
                NativeImage.require(
                    Map.of("GRAALVM_HOME", graal.toString()), folder, TargetPlatform.ofMachine()));

    assertTrue(e.getMessage().contains("is of Java 21.0.2, but"), e::getMessage);
    assertTrue(e.getMessage().contains("install GraalVM 25"), e::getMessage);
  }

  private static Path home(Map<String, String> environment, Path jdk) {
    return NativeImage.find(environment, jdk).orElseThrow().home();
  }

  @Test
  void withoutABuilderTheMessageSaysWhereItLookedAndWhatToInstall() {
    PackagingException e =
        assertThrows(
            PackagingException.class,
            () -> NativeImage.require(Map.of("GRAALVM_HOME", "/gone"), folder, "arm64"));

    assertTrue(e.getMessage().startsWith("no native-image was found by GRAALVM_HOME (/gone)"));
    assertTrue(e.getMessage().contains("install GraalVM 25"), e::getMessage);
  }

  @Test
  void anotherArchitectureNeedsItsLibraries() throws IOException {
    Map<String, String> environment = Map.of("GRAALVM_HOME", "" + graal("graal"));

    PackagingException e =
        assertThrows(
            PackagingException.class, () -> NativeImage.require(environment, folder, other()));
    assertTrue(e.getMessage().contains("docker run --platform linux/"), e::getMessage);

    Files.createDirectories(folder.resolve("graal").resolve(folderOf(other())).resolve("musl"));
    String options = NativeImage.require(environment, folder, other()).options(other()).toString();
    assertTrue(options.contains("--target=linux-"), options);
    assertTrue(options.contains("--static, --libc=musl"), options);
  }

  @Test
  void muslNeedsACompilerAndTheLibraries() throws IOException {
    Path home = graal("graal");
    program(folder.resolve("tools"), "musl-gcc");
    String own = TargetPlatform.ofMachine();
    NativeImage without = new NativeImage(home, home, "/nowhere");
    NativeImage with = new NativeImage(home, home, folder.resolve("tools").toString());

    assertFalse(with.canLinkMusl(own));
    Files.createDirectories(home.resolve(folderOf(own)).resolve("musl"));
    assertFalse(without.canLinkMusl(own));
    assertTrue(with.canLinkMusl(own));
    assertTrue(with.options(own).contains("--libc=musl"));
    assertFalse(without.options(own).contains("--static"));
  }

  @Test
  void pagesAreSmallOnX86Only() throws IOException {
    Path home = graal("graal");
    NativeImage image = new NativeImage(home, home, "");

    assertTrue(image.options("x86_64").contains("-H:PageSize=4096"));
    assertFalse(image.options("arm64").contains("-H:PageSize=4096"));
  }

  @Test
  void theStageIsTheLastThatTheBuilderPrinted() throws IOException {
    Path log = folder.resolve("native-image.log");
    assertEquals("", NativeImage.stage(log));

    Files.writeString(
        log,
        """
        ========================================================
        [1/8] Initializing...                                                (3.6s @ 0.11GB)
         Java version: 25.0.2+10
        [2/8] Performing analysis...  [****]                                (20.1s @ 0.60GB)
            3,123 types
        """);

    assertEquals("[2/8] Performing analysis", NativeImage.stage(log));
  }

  @Test
  void aBuilderThatOurSubstitutionsDoNotFitSaysWhatToDo() throws IOException {
    String message = failure("Error: Could not find target method: dev.whippet.image.HexDigits");
    assertTrue(message.contains("Could not find target method"), message);
    assertTrue(message.contains("-Dwhippet.trim=false"), message);
    assertFalse(failure("Error: out of memory").contains("trim"));
  }

  private String failure(String output) throws IOException {
    Path program = folder.resolve("native-image");
    AotCache.writeExecutable(program, "#!/bin/sh\necho '" + output + "'\nexit 1\n");
    NativeImage image = new NativeImage(folder, program, "");
    return assertThrows(
            PackagingException.class,
            () -> image.build(List.of(), folder.resolve("log"), Duration.ofSeconds(60)))
        .getMessage();
  }
}
