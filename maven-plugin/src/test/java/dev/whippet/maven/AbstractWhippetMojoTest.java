package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbstractWhippetMojoTest {
  private interface Work {
    void run(AbstractWhippetMojo mojo) throws IOException;
  }

  private static String failure(Path folder, Work work) {
    AbstractWhippetMojo mojo =
        new AbstractWhippetMojo() {
          @Override
          void run() throws IOException {
            work.run(this);
          }
        };
    mojo.project = new MavenProject();
    mojo.project.setBuild(new Build());
    mojo.project.getBuild().setOutputDirectory(folder.resolve("classes").toString());
    return assertThrows(MojoFailureException.class, mojo::execute).getMessage();
  }

  @Test
  void whateverFailsIsAFailureOfTheBuildThatNamesTheFile(@TempDir Path folder) {
    IOException cause = new NoSuchFileException("a.jar");

    assertEquals(
        "cannot read it: " + cause,
        failure(
            folder,
            mojo -> {
              throw new UncheckedIOException("cannot read it", cause);
            }));
    assertEquals(
        "cannot read or write a file: " + cause,
        failure(
            folder,
            mojo -> {
              throw cause;
            }));
  }

  @Test
  void aProjectWithoutClassesIsTold(@TempDir Path folder) {
    assertEquals(
        "there is no %s: the project has no classes; write a handler in src/main/java"
            .formatted(folder.resolve("classes")),
        failure(folder, AbstractWhippetMojo::classPath));
  }
}
