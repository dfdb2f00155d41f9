package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolTableTest {
  private static final int HEADER = 64;
  private static final int PROGBITS = 1;
  private static final int SYMTAB = 2;
  private static final int STRTAB = 3;
  private static final int NOBITS = 8;
  private static final Section NULL = new Section(0, false, 0, 0);
  private static final Section TEXT = new Section(PROGBITS, true, 0, 20);
  private static final Section BSS = new Section(NOBITS, true, 0, 1000);
  private static final Section COMMENT = new Section(PROGBITS, false, 0, 5);
  private static final Section STRINGS = new Section(STRTAB, false, 0, 7);

  private record Section(int type, boolean loaded, int link, int size) {
    static Section symbols(int link) {
      return new Section(SYMTAB, false, link, 48);
    }
  }

  /// A file with these sections, the last of which has their names.
  private static byte[] elf(Section... sections) {
    ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1});
    file.position(HEADER);
    List<byte[]> headers = new ArrayList<>();
    for (Section section : sections) {
      while (file.position() % 4 != 0) {
        file.put((byte) 0);
      }
      ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(0x4, section.type).putLong(0x8, section.loaded ? 2 : 0);
      header.putInt(0x28, section.link).putLong(0x30, 4);
      headers.add(header.putLong(0x18, file.position()).putLong(0x20, section.size).array());
      for (int i = 0; section.type != NOBITS && i < section.size; i++) {
        file.put((byte) section.type);
      }
    }
    while (file.position() % 8 != 0) {
      file.put((byte) 0);
    }
    file.putLong(0x28, file.position()).putShort(0x3a, (short) HEADER);
    file.putShort(0x3c, (short) headers.size()).putShort(0x3e, (short) (headers.size() - 1));
    headers.forEach(file::put);
    return Arrays.copyOf(file.array(), file.position());
  }

  @Test
  void symbolsAndTheirNamesAreRemoved() {
    assertArrayEquals(
        elf(NULL, TEXT, BSS, COMMENT, STRINGS),
        SymbolTable.removedFrom(
            elf(NULL, TEXT, BSS, Section.symbols(5), COMMENT, STRINGS, STRINGS)));
    assertArrayEquals(
        elf(NULL, TEXT, STRINGS),
        SymbolTable.removedFrom(elf(NULL, TEXT, STRINGS, Section.symbols(2), STRINGS)));
  }

  @Test
  void aFileWithoutSymbolsStaysAsItIs() {
    assertStays(elf(NULL, TEXT, COMMENT, STRINGS));
    assertStays(elf());
  }

  @Test
  void aFileOfAnotherOrderStaysAsItIs() {
    Section referring = new Section(PROGBITS, false, 3, 4);

    assertStays(elf(NULL, Section.symbols(3), TEXT, STRINGS, STRINGS));
    assertStays(elf(NULL, STRINGS, TEXT, Section.symbols(1), STRINGS));
    assertStays(elf(NULL, TEXT, Section.symbols(3), STRINGS));
    assertStays(elf(NULL, TEXT, referring, Section.symbols(4), STRINGS, STRINGS));
  }

  @Test
  void aFileOf32BitsOrTheOtherByteOrderStaysAsItIs() {
    byte[] elf = elf(NULL, TEXT, Section.symbols(3), STRINGS, STRINGS);

    elf[4] = 1;
    assertStays(elf);
    elf[4] = 2;
    elf[5] = 2;
    assertStays(elf);
  }

  private static void assertStays(byte[] elf) {
    assertSame(elf, SymbolTable.removedFrom(elf));
  }
}
