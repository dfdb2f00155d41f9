package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTSTATIC;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/// Takes out of jackson-core what costs a quarter of a function's start and is hardly ever used.
///
/// Its parser has four constants of the class `BigDecimal`, the limits of `int` and `long`, for
/// numbers that were read as decimals and are then asked for as integers. To have them, the JVM
/// initialises that class, which in JDK 25 squares 5 sixteen times, up to a number of 45,000
/// digits: 9 ms of processor time, of which no AOT cache keeps the result. The packaged copy makes
/// each constant where it is used.
final class JacksonCore {
  static final String MODULE = "tools.jackson.core";

  private static final String OWNER = "tools/jackson/core/base/ParserMinimalBase";
  private static final String DECIMAL = "java/math/BigDecimal";
  private static final String DECIMAL_CONSTANT = "BD_M";
  private static final String INTEGER_CONSTANT = "BI_M";
  private static final String FROM_INTEGER = "(Ljava/math/BigInteger;)V";
  private static final int CONSTANTS = 4;

  private static final String NOTE =
      """

      ## Changed for this package
      whippet-maven-plugin has changed ParserMinimalBase and the classes that extend it: the constants
      BD_MIN_INT, BD_MAX_INT, BD_MIN_LONG and BD_MAX_LONG are computed where they are used.
      """;

  private int removed;
  private int inlined;

  private JacksonCore() {}

  /// The files of jackson-core, changed.
  ///
  /// @param core jackson-core
  /// @param all all that the function consists of
  /// @return nothing if it is of a version that this does not know, or if other code uses the
  ///   constants
  static Optional<SortedMap<String, byte[]>> lean(PathEntry core, Collection<PathEntry> all) {
    JacksonCore lean = new JacksonCore();
    SortedMap<String, byte[]> files = new TreeMap<>(core.files());
    files.replaceAll((name, bytes) -> mentions(name, bytes) ? lean.change(bytes) : bytes);
    files.computeIfPresent(
        "META-INF/NOTICE",
        (name, bytes) ->
            (new String(bytes, StandardCharsets.UTF_8) + NOTE).getBytes(StandardCharsets.UTF_8));
    boolean usedElsewhere =
        all.stream()
            .filter(entry -> !entry.path().equals(core.path()))
            .anyMatch(entry -> entry.files().entrySet().stream().anyMatch(JacksonCore::mentions));
    return lean.removed == CONSTANTS && lean.inlined > 0 && !usedElsewhere
        ? Optional.of(files)
        : Optional.empty();
  }

  private static boolean mentions(Map.Entry<String, byte[]> file) {
    return mentions(file.getKey(), file.getValue());
  }

  private static boolean mentions(String name, byte[] bytes) {
    if (!name.endsWith(".class")) {
      return false;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains(DECIMAL_CONSTANT) && text.contains(OWNER);
  }

  private byte[] change(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
            return reader.getClassName().equals(OWNER) && name.equals("<clinit>")
                ? new Initializer(code)
                : new Uses(code);
          }
        },
        0);
    return writer.toByteArray();
  }

  /// Leaves of `BD_MIN_INT = new BigDecimal(BI_MIN_INT)` nothing but that the integer is looked at.
  private final class Initializer extends MethodVisitor {
    private boolean made;

    Initializer(MethodVisitor code) {
      super(ASM9, code);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      made = opcode == NEW && type.equals(DECIMAL);
      if (!made) {
        super.visitTypeInsn(opcode, type);
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (!made || opcode != DUP) {
        super.visitInsn(opcode);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode != INVOKESPECIAL || !owner.equals(DECIMAL)) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == PUTSTATIC && name.startsWith(DECIMAL_CONSTANT)) {
        super.visitInsn(POP);
        removed++;
        made = false;
      } else {
        super.visitFieldInsn(opcode, owner, name, descriptor);
      }
    }
  }

  private final class Uses extends MethodVisitor {
    Uses(MethodVisitor code) {
      super(ASM9, code);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode != GETSTATIC
          || !descriptor.equals("L" + DECIMAL + ";")
          || !name.startsWith(DECIMAL_CONSTANT)) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        return;
      }
      super.visitTypeInsn(NEW, DECIMAL);
      super.visitInsn(DUP);
      String integer = INTEGER_CONSTANT + name.substring(DECIMAL_CONSTANT.length());
      super.visitFieldInsn(GETSTATIC, owner, integer, "Ljava/math/BigInteger;");
      super.visitMethodInsn(INVOKESPECIAL, DECIMAL, "<init>", FROM_INTEGER, false);
      inlined++;
    }
  }
}
