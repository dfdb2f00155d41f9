package dev.whippet.archetype;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Generates projects as a user does, and builds them.
class ArchetypeIT {
  private static final Path REFERENCE = Path.of("src/test/reference/hello");
  private static final String COMPILER =
      "<artifactId>maven-compiler-plugin</artifactId>\n        <version>3.16.0</version>";
  private static final String STRICT =
      COMPILER
          + "<configuration><compilerArgs><arg>-Xlint:all</arg><arg>-Werror</arg></compilerArgs>"
          + "</configuration>";

  /// What Velocity leaves behind where it does not understand, and what nobody should.
  private static final Pattern LEFTOVERS =
      Pattern.compile(
          "#(if|set|else|elseif|end|foreach)\\b|\\$\\{?(package|artifactId|event|simd|ci)\\b"
              + "|[T]ODO|[F]IXME");

  @TempDir static Path shared;
  private static Maven maven;

  @TempDir Path folder;

  @BeforeAll
  static void stage() throws IOException {
    maven =
        new Maven(
            Path.of(Maven.property("it.maven"), "bin", "mvn"),
            LocalRepository.create(
                shared.resolve("repository"),
                Path.of(Maven.property("it.repository")),
                Maven.property("it.version")));
  }

  private Path generate(String... options) throws Exception {
    String text = maven.generate(folder, options).mustSucceed().text();
    assertFalse(text.contains("[WARNING]"), text);
    try (var children = Files.list(folder)) {
      Path project = children.findFirst().orElseThrow();
      FileTree.read(project)
          .forEach((file, content) ->
              assertFalse(LEFTOVERS.matcher(content).find(), file + ":\n" + content));
      return project;
    }
  }

  /// Builds a project to which a warning of the compiler is an error.
  private static String build(Path project, String... arguments) throws Exception {
    Path pom = project.resolve("pom.xml");
    String lenient = Files.readString(pom);
    assertTrue(lenient.contains(COMPILER), lenient);
    Files.writeString(pom, lenient.replace(COMPILER, STRICT));
    String text = maven.run(project, arguments).mustSucceed().text();
    assertFalse(text.contains("[WARNING]"), text);
    assertFalse(text.contains("ERROR"), text);
    return text;
  }

  private static long testRuns(String text) {
    return text.lines().filter(line -> line.matches(".*Tests run: \\d+, .* -- in .*")).count();
  }

  @Test
  void withoutOptionsItIsTheReferenceAndIsTestedInProcessAndInAProcess() throws Exception {
    Path project = generate("-DartifactId=hello");

    Map<String, String> expected = FileTree.read(REFERENCE);
    expected.computeIfPresent(
        "pom.xml", (name, text) -> text.replace("@version@", Maven.property("it.version")));
    assertEquals(
        expected, FileTree.read(project), "if the change is meant, change " + REFERENCE + " too");

    for (String file : expected.keySet()) {
      assertFalse(Files.isExecutable(project.resolve(file)), file); // there is no program
    }

    String text = build(project, "verify");
    assertEquals(2, testRuns(text), text);
    assertFalse(Files.exists(project.resolve("target/function.zip")), "needs GraalVM");
  }

  @Test
  void aJvmProjectIsPackagedForThisMachineAndThePackageIsTested() throws Exception {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    Path project =
        generate(
            "-DartifactId=orders",
            "-Dpackage=org.example.orders",
            "-Dversion=2.1",
            "-Dpackaging=jvm",
            "-Dci=none",
            "-Darchitecture=" + machine);
    assertFalse(Files.exists(project.resolve(".github")));

    String text = build(project, "verify");

    assertEquals(2, testRuns(text), text);
    assertTrue(Files.size(project.resolve("target/function.zip")) > 1_000_000);
    assertTrue(Files.exists(project.resolve("target/orders-2.1.jar")));
    assertTrue(text.contains("training the AOT cache"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "sqs"})
  void aFunctionForAnEventPassesItsTests(String event) throws Exception {
    Path project = generate("-DartifactId=function", "-Devent=" + event);

    assertEquals(2, testRuns(build(project, "verify")));
    assertEquals(
        List.of(event + ".json"), List.copyOf(FileTree.read(project.resolve("events")).keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3", "eventbridge", "schedule"})
  void aFunctionForAnEventCompilesAndPassesItsTestsInProcess(String event) throws Exception {
    Path project = generate("-DartifactId=function", "-Devent=" + event, "-Darchitecture=x86_64");

    Map<String, String> files = FileTree.read(project);
    assertTrue(files.get("template.yaml").contains("Architectures: [x86_64]\n"));
    assertTrue(files.get("Dockerfile").contains("--platform linux/amd64 "));
    assertTrue(files.get(".github/workflows/build.yml").contains("runs-on: ubuntu-24.04\n"));

    assertEquals(1, testRuns(build(project, "test")));
  }

  @Test
  void withSimdTheFunctionCompares() throws Exception {
    Path project = generate("-DartifactId=nearest", "-Dsimd=true");

    assertEquals(3, testRuns(build(project, "verify")));
  }

  @Test
  void withSimdAndAnEventBothAreThere() throws Exception {
    Path project = generate("-DartifactId=nearest", "-Dsimd=true", "-Devent=http");

    assertAll(
        List.of("src/main/java", "src/test/java").stream()
            .map(sources -> project.resolve(sources).resolve("com/example"))
            .map(sources ->
                () -> {
                  var names = FileTree.read(sources).keySet();
                  assertEquals(2, names.size(), names.toString());
                }));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Devent=kafka       | -Devent=kafka: expected none, http, sqs, s3, eventbridge, schedule",
        "-Dpackage=com.1st   | -Dpackage=com.1st: expected the name of a Java package",
      })
  void aValueThatIsNotKnownIsRefusedAndNothingIsLeft(String option, String message)
      throws Exception {
    Maven.Outcome outcome = maven.generate(folder, "-DartifactId=bad", option);

    assertEquals(1, outcome.status(), outcome.text());
    assertTrue(outcome.text().contains(message), outcome.text());
    assertEquals(Map.of(), FileTree.read(folder));
  }

  @Test
  void allMistakesAreToldAtOnceAndTheUsersFilesStay() throws Exception {
    Path own = Files.createDirectories(folder.resolve("bad.name")).resolve("README.md");
    Files.writeString(own, "mine");
    Files.setLastModifiedTime(own, FileTime.fromMillis(0));

    Maven.Outcome outcome =
        maven.generate(
            folder,
            "-DartifactId=bad.name",
            "-Darchitecture=arm",
            "-Dpackaging=zip",
            "-Dsimd=yes",
            "-Dci=gitlab");

    for (String mistake :
        List.of(
            "-DartifactId=bad.name: expected the name of a Lambda function",
            "-Darchitecture=arm: expected arm64, x86_64",
            "-Dpackaging=zip: expected native, jvm",
            "-Dsimd=yes: expected false, true",
            "-Dci=gitlab: expected github, none")) {
      assertTrue(outcome.text().contains(mistake), outcome.text());
    }
    assertEquals(Map.of("bad.name/README.md", "mine"), FileTree.read(folder));
  }
}
