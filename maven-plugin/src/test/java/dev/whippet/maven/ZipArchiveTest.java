package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {
  @TempDir Path folder;

  private Path sample(String name, FileTime time) throws IOException {
    Path root = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(root.resolve("lib/deep"));
    for (String file : List.of("zz", "lib/deep/ä.txt", "bootstrap")) {
      Files.writeString(root.resolve(file), "content of " + file + " ".repeat(1000));
      Files.setLastModifiedTime(root.resolve(file), time);
    }
    Files.write(root.resolve("empty"), new byte[0]);
    AotCache.writeExecutable(root.resolve("bootstrap"), "#!/bin/sh\n");
    return root;
  }

  @Test
  void bytesDoNotDependOnPlaceTimeOrOrder() throws IOException {
    Path one = folder.resolve("1.zip");
    Path two = folder.resolve("made/2.zip");

    ZipArchive.write(sample("one", FileTime.fromMillis(1_000_000_000_000L)), one);
    ZipArchive.write(sample("two", FileTime.fromMillis(1_700_000_000_000L)), two);

    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
  }

  @Test
  void theJdkReadsItsSortedEntries() throws IOException {
    Path zip = folder.resolve("1.zip");
    Path root = sample("one", FileTime.fromMillis(0));

    ZipArchive.write(root, zip);

    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertEquals(
          List.of("bootstrap", "empty", "lib/deep/ä.txt", "zz"),
          read.stream().map(ZipEntry::getName).toList());
      for (ZipEntry entry : read.stream().toList()) {
        assertArrayEquals(
            Files.readAllBytes(root.resolve(entry.getName())),
            read.getInputStream(entry).readAllBytes());
        assertEquals("1980-01-01T00:00", entry.getTimeLocal().toString());
      }
    }
  }

  @Test
  void oneThatIsCutOffIsNamedWithTheRemedy() throws IOException {
    Path zip = Files.writeString(folder.resolve("function.zip"), "PK");

    PackagingException e =
        assertThrows(
            PackagingException.class, () -> ZipArchive.extract(zip, folder.resolve("unpacked")));

    assertTrue(e.getMessage().startsWith(zip + " is no zip file"), e::getMessage);
    assertTrue(e.getMessage().endsWith("make it anew with mvn package"), e::getMessage);
  }

  @Test
  void permissionsSurvive() throws IOException {
    Path zip = folder.resolve("1.zip");
    Path unpacked = folder.resolve("unpacked");
    ZipArchive.write(sample("one", FileTime.fromMillis(0)), zip);

    ZipArchive.extract(zip, unpacked);

    assertEquals(
        "rwxr-xr-x",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(unpacked.resolve("bootstrap"))));
    assertEquals(
        "rw-r--r--",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked.resolve("zz"))));
    assertEquals("#!/bin/sh\n", Files.readString(unpacked.resolve("bootstrap")));
    assertTrue(Files.exists(unpacked.resolve("lib/deep/ä.txt")));
    assertFalse(Files.isExecutable(unpacked.resolve("empty")));
  }
}
