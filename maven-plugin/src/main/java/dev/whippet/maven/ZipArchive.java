package dev.whippet.maven;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipException;

/// Writes a folder as a zip file, and back. The zip is one whose bytes depend on the files' names,
/// contents and executable bits alone: sorted entries, one fixed time, no owner. `java.util.zip`
/// cannot, since it knows no Unix permissions, and Lambda needs `bootstrap` to be executable.
///
/// @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
///   Specification</a>
final class ZipArchive {
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int VERSION_NEEDED = 20;
  private static final int MADE_BY_UNIX = 3 << 8 | VERSION_NEEDED;
  private static final int UTF8_NAMES = 1 << 11;
  private static final int DEFLATED = 8;
  // 1980-01-01 00:00, the earliest that MS-DOS time can say
  private static final int FIXED_TIME = (1 << 5 | 1) << 16;
  // level 9 takes three times as long for 0.4 % of a JVM's size
  private static final int LEVEL = 7;
  private static final int EXECUTABLE = 0100755;
  private static final int PLAIN = 0100644;

  private record Entry(String name, long crc, int packed, int size, int offset, int mode) {}

  private final OutputStream out;
  private final List<Entry> entries = new ArrayList<>();
  private int offset;

  private ZipArchive(OutputStream out) {
    this.out = out;
  }

  /// Writes `folder`'s files, without the folder's own name, to `zip`, which is replaced.
  static void write(Path folder, Path zip) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    Files.createDirectories(zip.toAbsolutePath().getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16)) {
      ZipArchive archive = new ZipArchive(out);
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        archive.add(name, Files.readAllBytes(file), Files.isExecutable(file) ? EXECUTABLE : PLAIN);
      }
      archive.finish();
    }
  }

  /// Unpacks `zip` into `folder`, permissions included, as Lambda does.
  static void extract(Path zip, Path folder) throws IOException {
    try {
      unpack(zip, folder);
    } catch (ZipException e) {
      throw new PackagingException(
          "%s is no zip file that can be read (%s): make it anew with mvn package"
              .formatted(zip, e.getMessage()),
          e);
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (FileSystem archive =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      Path root = archive.getPath("/");
      try (Stream<Path> tree = Files.walk(root)) {
        for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
          Path target = folder.resolve(root.relativize(file).toString()).normalize();
          if (!target.startsWith(folder)) {
            throw new IOException(zip + " has an entry outside of its folder: " + file);
          }
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
        }
      }
    }
  }

  private void add(String name, byte[] content, int mode) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] packed = deflate(content);
    Entry entry = new Entry(name, crc.getValue(), packed.length, content.length, offset, mode);
    entries.add(entry);
    u32(LOCAL_HEADER);
    common(entry);
    bytes(name.getBytes(StandardCharsets.UTF_8));
    bytes(packed);
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2 + 64);
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private void finish() throws IOException {
    int start = offset;
    for (Entry entry : entries) {
      u32(CENTRAL_HEADER);
      u16(MADE_BY_UNIX);
      common(entry);
      u16(0); // comment length
      u16(0); // disk number
      u16(0); // internal attributes
      u32((long) entry.mode << 16);
      u32(entry.offset);
      bytes(entry.name.getBytes(StandardCharsets.UTF_8));
    }
    int size = offset - start;
    u32(END);
    u16(0); // this disk
    u16(0); // the central directory's disk
    u16(entries.size());
    u16(entries.size());
    u32(size);
    u32(start);
    u16(0); // comment length
  }

  /// The fields that the local and the central header share.
  private void common(Entry entry) throws IOException {
    u16(VERSION_NEEDED);
    u16(UTF8_NAMES);
    u16(DEFLATED);
    u32(FIXED_TIME);
    u32(entry.crc);
    u32(entry.packed);
    u32(entry.size);
    u16(entry.name.getBytes(StandardCharsets.UTF_8).length);
    u16(0); // extra field length
  }

  private void u16(int value) throws IOException {
    out.write(value);
    out.write(value >> 8);
    offset += 2;
  }

  private void u32(long value) throws IOException {
    u16((int) value);
    u16((int) (value >> 16));
  }

  private void bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    offset += bytes.length;
  }
}
