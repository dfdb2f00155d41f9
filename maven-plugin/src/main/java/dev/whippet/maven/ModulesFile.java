package dev.whippet.maven;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The file `lib/modules` of a linked JVM, in which it finds all classes and resources by hashes of
/// their names. Here contents get smaller, and all else stays where it is: folders, which are
/// resources too, say by numbers where the attributes of what is in them begin.
///
/// The file consists of seven numbers, a table of hashes, a table of where each resource's
/// attributes begin, the attributes, the strings that they refer to, and the contents.
///
/// @see <a
///   href="https://github.com/openjdk/jdk/blob/jdk-25-ga/src/java.base/share/native/libjimage/imageFile.hpp">its
///   description</a>
final class ModulesFile {
  /// What becomes of a resource.
  interface Change {
    /// Changes a resource.
    ///
    /// @param module the module it is in
    /// @param name its name, without folder
    /// @return its new content, which is not used unless it is shorter
    byte[] apply(String module, String name, byte[] content);
  }

  private static final int MAGIC = 0xcafedada;
  private static final int VERSION_1_0 = 1 << 16;
  private static final int HEADER = 7 * Integer.BYTES;
  private static final int COUNT = 4 * Integer.BYTES;
  private static final int ATTRIBUTES_SIZE = 5 * Integer.BYTES;
  private static final int STRINGS_SIZE = 6 * Integer.BYTES;

  // an attribute: a byte with its kind and its length less one, then the most significant byte
  // first
  private static final int KIND = 3;
  private static final int LENGTH = (1 << KIND) - 1;
  private static final int END = 0;
  private static final int MODULE = 1;
  private static final int BASE = 3;
  private static final int EXTENSION = 4;
  private static final int OFFSET = 5;
  private static final int COMPRESSED = 6;
  private static final int SIZE = 7;

  private final byte[] bytes;
  private final int[] resources;
  private final int strings;
  private final int contents;

  private ModulesFile(byte[] bytes) {
    this.bytes = bytes;
    ByteBuffer file = littleEndian(bytes);
    int count = file.getInt(COUNT);
    int begins = HEADER + count * Integer.BYTES;
    int attributes = begins + count * Integer.BYTES;
    resources =
        IntStream.range(0, count)
            .map(i -> attributes + file.getInt(begins + i * Integer.BYTES))
            .toArray();
    strings = attributes + file.getInt(ATTRIBUTES_SIZE);
    contents = strings + file.getInt(STRINGS_SIZE);
  }

  // as both of Lambda's architectures are
  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Changes the resources of a file that are not compressed.
  ///
  /// @return the same if it is of a version that this does not know
  static byte[] change(byte[] bytes, Change change) {
    ByteBuffer header = littleEndian(bytes);
    boolean known = header.getInt() == MAGIC && header.getInt() == VERSION_1_0;
    return known ? new ModulesFile(bytes.clone()).changed(change) : bytes;
  }

  private byte[] changed(Change change) {
    List<Integer> byOffset =
        IntStream.of(resources)
            .boxed()
            .sorted(Comparator.comparingLong(resource -> number(resource, OFFSET)))
            .toList();
    ByteArrayOutputStream newContents = new ByteArrayOutputStream(bytes.length);
    for (int resource : byOffset) {
      byte[] content = content(resource);
      if (number(resource, COMPRESSED) == 0) {
        String name = string(resource, BASE) + "." + string(resource, EXTENSION);
        byte[] changed = change.apply(string(resource, MODULE), name, content);
        if (changed.length < content.length) {
          content = changed;
          set(resource, SIZE, content.length);
        }
      }
      set(resource, OFFSET, newContents.size());
      newContents.writeBytes(content);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length);
    all.write(bytes, 0, contents);
    all.writeBytes(newContents.toByteArray());
    return all.toByteArray();
  }

  /// The position of a resource's attribute, or of the end of its attributes.
  private int position(int resource, int kind) {
    int position = resource;
    while (kind(position) != kind && kind(position) != END) {
      position += 2 + (bytes[position] & LENGTH);
    }
    return position;
  }

  private int kind(int position) {
    return Byte.toUnsignedInt(bytes[position]) >>> KIND;
  }

  /// The value of an attribute; zero, if the resource has none of that kind.
  private long number(int resource, int kind) {
    int position = position(resource, kind);
    long value = 0;
    if (kind(position) == kind) {
      for (int i = 0; i <= (bytes[position] & LENGTH); i++) {
        value = value << Byte.SIZE | Byte.toUnsignedInt(bytes[position + 1 + i]);
      }
    }
    return value;
  }

  /// Overwrites an attribute, if the resource has it, with a value that is not larger.
  private void set(int resource, int kind, long value) {
    int position = position(resource, kind);
    if (kind(position) == kind) {
      int length = bytes[position] & LENGTH;
      for (int i = 0; i <= length; i++) {
        bytes[position + 1 + i] = (byte) (value >>> (length - i) * Byte.SIZE);
      }
    }
  }

  private byte[] content(int resource) {
    long compressed = number(resource, COMPRESSED);
    long start = contents + number(resource, OFFSET);
    long size = compressed == 0 ? number(resource, SIZE) : compressed;
    return Arrays.copyOfRange(bytes, Math.toIntExact(start), Math.toIntExact(start + size));
  }

  private String string(int resource, int kind) {
    int start = Math.toIntExact(strings + number(resource, kind));
    int end = start;
    while (bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
