package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathEntryTest {
  private static final int MAJOR_VERSION = 7;

  @Test
  void whatIsInMetaInfIsNoClassOfIt() {
    byte[] plain = SampleClasses.plain("p.A");
    PathEntry entry =
        SampleClasses.entry(
            "classes", Map.of("p/A.class", plain, "META-INF/versions/21/p/A.class", plain));

    assertEquals(Set.of("p/A.class"), entry.classes().keySet());
  }

  @Test
  void aClassThatCannotBeReadIsNamedWithTheRemedy() {
    byte[] newer = SampleClasses.plain("p.A");
    newer[MAJOR_VERSION] = 127;
    byte[] cut = Arrays.copyOf(SampleClasses.plain("p.A"), 40);

    for (byte[] bytes : new byte[][] {newer, cut, {}}) {
      PathEntry entry = SampleClasses.entry("classes", Map.of("p/A.class", bytes));
      PackagingException e = assertThrows(PackagingException.class, entry::classes);
      assertEquals(
          "p/A.class in classes is no class file, or one of a newer Java than this plugin knows:"
              + " build it anew with mvn clean, for an older release (maven.compiler.release)",
          e.getMessage());
    }
  }

  @Test
  void aJarThatIsNoneIsNamedWithTheRemedy(@TempDir Path folder) throws IOException {
    Path jar = Files.writeString(folder.resolve("lib.jar"), "<html>404</html>");

    PackagingException e =
        assertThrows(PackagingException.class, () -> PathEntry.read(jar, Jdk.OLDEST));

    assertTrue(e.getMessage().startsWith(jar + " is no jar ("), e::getMessage);
    assertTrue(e.getMessage().endsWith("): delete it, so that Maven downloads or builds it anew"));
  }
}
