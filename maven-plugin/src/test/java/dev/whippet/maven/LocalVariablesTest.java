package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class LocalVariablesTest {
  @TempDir Path folder;
  private byte[] compiled;

  @BeforeEach
  void compile() throws IOException {
    SampleProject sample =
        new SampleProject(folder)
            .source(
                "Sample.java",
                """
                public class Sample {
                  public static int length(String text) {
                    String trimmed = text.isEmpty() ? null : text.trim();
                    return trimmed.length();
                  }
                }
                """)
            .compile("-cp", List.of());
    compiled = Files.readAllBytes(sample.classes().resolve("Sample.class"));
  }

  private static Method length(byte[] classFile) {
    Class<?> sample =
        new ClassLoader() {
          Class<?> define() {
            return defineClass("Sample", classFile, 0, classFile.length);
          }
        }.define();
    try {
      return sample.getMethod("length", String.class);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static Throwable failure(byte[] classFile) {
    return assertThrows(InvocationTargetException.class, () -> length(classFile).invoke(null, ""))
        .getCause();
  }

  @Test
  void onlyMessagesAboutWhatIsNullKnowThem() {
    byte[] lean = LocalVariables.removedFrom(compiled);

    assertTrue(failure(compiled).getMessage().endsWith("because \"trimmed\" is null"));
    assertTrue(failure(lean).getMessage().endsWith("because \"<local1>\" is null"));
  }

  @Test
  void linesAndParametersStay() throws ReflectiveOperationException {
    Method length = length(LocalVariables.removedFrom(compiled));

    assertEquals(3, length.invoke(null, " abc "));
    assertEquals("text", length.getParameters()[0].getName());
    StackTraceElement top = failure(LocalVariables.removedFrom(compiled)).getStackTrace()[0];
    assertEquals("Sample.java:4", top.getFileName() + ":" + top.getLineNumber());
  }

  @Test
  void aClassOfANewerJavaStaysAsItIs() {
    ByteBuffer.wrap(compiled).putShort(6, (short) 1000);

    assertSame(compiled, LocalVariables.removedFrom(compiled));
  }

  @Test
  void aClassWithAnUnknownAttributeStaysAsItIs() {
    assertStays(with(writer -> writer.visitAttribute(new Unknown())));
    assertStays(
        with(writer ->
            writer
                .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE, "other", "()V", null, null)
                .visitAttribute(new Unknown())));
    assertStays(
        with(writer ->
            writer
                .visitField(Opcodes.ACC_PUBLIC, "other", "I", null, null)
                .visitAttribute(new Unknown())));
    assertStays(
        with(writer ->
            writer.visitRecordComponent("other", "I", null).visitAttribute(new Unknown())));
  }

  private static void assertStays(byte[] classFile) {
    assertSame(classFile, LocalVariables.removedFrom(classFile));
  }

  private byte[] with(Consumer<ClassWriter> addition) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(compiled).accept(writer, 0);
    addition.accept(writer);
    return writer.toByteArray();
  }

  private static final class Unknown extends Attribute {
    Unknown() {
      super("Unknown");
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
      return new ByteVector().putShort(1);
    }
  }
}
