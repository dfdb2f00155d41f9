package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesFileTest {
  private static final String STRINGS = "\0module\0Class\0class\0";
  private static final int MODULE = 1;
  private static final int BASE = 8;
  private static final int EXTENSION = 14;

  /// A file with resources of one name. The offset of the first is zero, so it is not written.
  private static byte[] file(int version, boolean compressed, String... contents) {
    ByteArrayOutputStream attributes = new ByteArrayOutputStream();
    attributes.write(0);
    int[] begins = new int[contents.length];
    int offset = 0;
    for (int i = contents.length - 1; i >= 0; i--) {
      begins[i] = attributes.size();
      attributes.writeBytes(new byte[] {1 << 3, MODULE, 3 << 3, BASE, 4 << 3, EXTENSION});
      if (offset > 0) {
        attributes.writeBytes(new byte[] {5 << 3 | 1, (byte) (offset >> 8), (byte) offset});
      }
      if (compressed) {
        attributes.writeBytes(new byte[] {6 << 3, (byte) contents[i].length()});
      }
      attributes.writeBytes(new byte[] {7 << 3 | 2, 0, 0, (byte) contents[i].length(), 0});
      offset += contents[i].length();
    }
    List<String> stored = new ArrayList<>(List.of(contents));
    Collections.reverse(stored);
    byte[] tail = (STRINGS + String.join("", stored)).getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(28 + 8 * contents.length + attributes.size() + tail.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xcafedada).putInt(version << 16).putInt(0).putInt(contents.length);
    file.putInt(contents.length).putInt(attributes.size()).putInt(STRINGS.length());
    Arrays.stream(contents).forEach(content -> file.putInt(-1));
    Arrays.stream(begins).forEach(file::putInt);
    return file.put(attributes.toByteArray()).put(tail).array();
  }

  @Test
  void contentsAreMovedTogether() {
    List<String> names = new ArrayList<>();

    byte[] changed =
        ModulesFile.change(
            file(1, false, "third", "a longer second", "the first"),
            (module, name, content) -> {
              names.add(module + "/" + name);
              return Arrays.copyOf(content, 2);
            });

    assertArrayEquals(file(1, false, "th", "a ", "th"), changed);
    assertEquals(List.of("module/Class.class", "module/Class.class", "module/Class.class"), names);
  }

  @Test
  void whatIsNotShorterStaysAsItIs() {
    byte[] file = file(1, false, "one", "two");

    assertArrayEquals(file, ModulesFile.change(file, (module, name, content) -> new byte[3]));
  }

  @Test
  void whatIsCompressedStaysAsItIs() {
    byte[] file = file(1, true, "one", "two");

    assertArrayEquals(file, ModulesFile.change(file, (module, name, content) -> new byte[1]));
  }

  @Test
  void anUnknownVersionStaysAsItIs() {
    byte[] file = file(2, false, "one", "two");

    assertSame(file, ModulesFile.change(file, (module, name, content) -> new byte[1]));
  }
}
