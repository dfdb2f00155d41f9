package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {
  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;

  @TempDir Path folder;

  private static byte[] elf(int machine, String strings) {
    byte[] names = strings.getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F'}, 64 + names.length);
    bytes[18] = (byte) machine;
    System.arraycopy(names, 0, bytes, 64, names.length);
    return bytes;
  }

  @Test
  void readsArchitectureAndTheNewestGlibc() {
    assertEquals(
        Optional.of(new ElfFile("x86_64", 17)),
        ElfFile.parse(elf(X86_64, "GLIBC_2.2.5\0GLIBC_2.17\0GLIBC_2.14\0")));
    assertEquals(Optional.of(new ElfFile("arm64", 0)), ElfFile.parse(elf(AARCH64, "static")));
    assertEquals(Optional.of(new ElfFile("machine 243", 0)), ElfFile.parse(elf(243, "")));
  }

  @Test
  void otherFilesAreNotElf() {
    assertEquals(Optional.empty(), ElfFile.parse("#!/bin/sh".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Optional.empty(), ElfFile.parse(new byte[100]));
  }

  @Test
  void aBinaryForAnotherArchitectureIsRefused() throws IOException {
    Files.write(folder.resolve("libjvm.so"), elf(X86_64, ""));

    PackagingException e =
        assertThrows(PackagingException.class, () -> new TargetPlatform("arm64").check(folder));

    assertEquals(
        "libjvm.so is for x86_64, but the function's architecture is arm64: build with a JDK for"
            + " arm64",
        e.getMessage());
    assertDoesNotThrow(() -> new TargetPlatform("x86_64").check(folder));
  }

  @Test
  void aBinaryThatNeedsANewerGlibcIsRefused() throws IOException {
    Files.write(folder.resolve("libjvm.so"), elf(X86_64, "GLIBC_2.38\0"));

    PackagingException e =
        assertThrows(PackagingException.class, () -> new TargetPlatform("x86_64").check(folder));

    assertEquals(
        "libjvm.so needs glibc 2.38, but provided.al2023 has 2.34: build with a JDK that is made"
            + " for older systems, such as Eclipse Temurin or Amazon Corretto",
        e.getMessage());
  }

  @Test
  void theArchitectureIsTheJdksOwn() {
    Jdk jdk = new Jdk(Path.of("/jdk"), "25", "aarch64", Set.of());

    assertEquals("arm64", TargetPlatform.of(null, jdk).architecture());
    assertEquals("arm64", TargetPlatform.of("arm64", jdk).architecture());
    PackagingException e =
        assertThrows(PackagingException.class, () -> TargetPlatform.of("x86_64", jdk));
    assertEquals(
        "<architecture> (whippet.architecture) is x86_64, but the JDK at /jdk is for arm64: build on"
            + " a machine of that architecture; or name an unpacked JDK for it with"
            + " -Djdk.home.target=FOLDER (docs/arm64.md#a-jvm-package-from-another-machine); or"
            + " package for this machine with -Dwhippet.architecture=arm64",
        e.getMessage());
  }
}
