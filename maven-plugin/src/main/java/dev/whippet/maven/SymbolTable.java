package dev.whippet.maven;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The symbol table of a shared library: names of functions that it neither exports nor imports,
/// for debuggers and for the JVM's crash logs. It is a sixth of `libjvm.so`.
///
/// @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.sheader.html">ELF Sections</a>
final class SymbolTable {
  // of the file: its class, its byte order, and its header's fields
  private static final int EI_CLASS = 4;
  private static final int ELFCLASS64 = 2;
  private static final int EI_DATA = 5;
  private static final int ELFDATA2LSB = 1;
  private static final int E_SHOFF = 0x28;
  private static final int E_SHENTSIZE = 0x3a;
  private static final int E_SHNUM = 0x3c;
  private static final int E_SHSTRNDX = 0x3e;

  // of a section
  private static final int SH_TYPE = 0x04;
  private static final int SHT_SYMTAB = 2;
  private static final int SHT_NOBITS = 8;
  private static final int SH_FLAGS = 0x08;
  private static final int SHF_ALLOC = 2;
  private static final int SH_OFFSET = 0x18;
  private static final int SH_SIZE = 0x20;
  private static final int SH_LINK = 0x28;
  private static final int SH_ADDRALIGN = 0x30;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final int headers;
  private final int headerSize;
  private final int count;

  private SymbolTable(byte[] bytes) {
    this.bytes = bytes;
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    headers = Math.toIntExact(file.getLong(E_SHOFF));
    headerSize = file.getShort(E_SHENTSIZE);
    count = file.getShort(E_SHNUM);
  }

  /// An ELF file without it.
  ///
  /// @return the same if it has none, or not where linkers put it: behind all that is loaded
  static byte[] removedFrom(byte[] elf) {
    boolean known = elf[EI_CLASS] == ELFCLASS64 && elf[EI_DATA] == ELFDATA2LSB;
    return known ? new SymbolTable(elf).removed() : elf;
  }

  private byte[] removed() {
    int symbols = sections().filter(i -> type(i) == SHT_SYMTAB).findFirst().orElse(0);
    if (symbols == 0) {
      return bytes;
    }
    int names = link(symbols);
    // sections that others refer to, by their numbers, keep these
    boolean isBehind = sections().skip(Math.min(symbols, names)).noneMatch(this::isLoaded);
    boolean isAlone =
        names != file.getShort(E_SHSTRNDX)
            && sections().filter(i -> i != symbols && !isLoaded(i)).allMatch(i -> link(i) == 0);
    return isBehind && isAlone ? without(symbols, names) : bytes;
  }

  /// The file up to the last section that is loaded, then the other sections, then their headers.
  private byte[] without(int symbols, int names) {
    int loaded = sections().filter(this::isLoaded).map(i -> offset(i) + size(i)).max().orElse(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, loaded);
    int[] kept = sections().filter(i -> i != symbols && i != names).toArray();
    ByteBuffer newHeaders =
        ByteBuffer.allocate(kept.length * headerSize).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < kept.length; i++) {
      newHeaders.put(i * headerSize, bytes, header(kept[i]), headerSize);
      if (!isLoaded(kept[i]) && offset(kept[i]) >= loaded) {
        align(out, (int) number(kept[i], SH_ADDRALIGN));
        newHeaders.putLong(i * headerSize + SH_OFFSET, out.size());
        out.write(bytes, offset(kept[i]), size(kept[i]));
      }
    }
    align(out, Long.BYTES);
    int start = out.size();
    out.writeBytes(newHeaders.array());

    byte[] result = out.toByteArray();
    ByteBuffer header = ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(E_SHOFF, start);
    header.putShort(E_SHNUM, (short) kept.length);
    header.putShort(E_SHSTRNDX, (short) Arrays.binarySearch(kept, file.getShort(E_SHSTRNDX)));
    return result;
  }

  private static void align(ByteArrayOutputStream out, int alignment) {
    while (alignment > 1 && out.size() % alignment != 0) {
      out.write(0);
    }
  }

  private IntStream sections() {
    return IntStream.range(0, count);
  }

  private int header(int section) {
    return headers + section * headerSize;
  }

  private int type(int section) {
    return file.getInt(header(section) + SH_TYPE);
  }

  private boolean isLoaded(int section) {
    return (number(section, SH_FLAGS) & SHF_ALLOC) != 0;
  }

  private int offset(int section) {
    return Math.toIntExact(number(section, SH_OFFSET));
  }

  private int size(int section) {
    return type(section) == SHT_NOBITS ? 0 : Math.toIntExact(number(section, SH_SIZE));
  }

  /// The section with the strings that this one refers to.
  private int link(int section) {
    return file.getInt(header(section) + SH_LINK);
  }

  private long number(int section, int field) {
    return file.getLong(header(section) + field);
  }
}
