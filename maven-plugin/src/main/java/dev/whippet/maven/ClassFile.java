package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ASM9;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/// What counts here of a class file.
///
/// @param name the class's name
/// @param hasMain whether the `java` command can start it: `main` as of JEP 512, static or not
/// @param isHandler whether it is a concrete class that implements one of Whippet's or AWS's
///   handlers itself
/// @param uses the services its methods seem to look up with [java.util.ServiceLoader]
record ClassFile(String name, boolean hasMain, boolean isHandler, SortedSet<String> uses) {
  private static final Set<String> HANDLERS =
      Set.of(
          "dev/whippet/Handler",
          "dev/whippet/StreamHandler",
          "com/amazonaws/services/lambda/runtime/RequestHandler",
          "com/amazonaws/services/lambda/runtime/RequestStreamHandler");
  private static final Set<String> MAIN = Set.of("()V", "([Ljava/lang/String;)V");

  /// Reads a class file.
  ///
  /// @return empty if it is none, or of a newer version than ASM knows
  static Optional<ClassFile> parse(byte[] classFile) {
    try {
      return Optional.of(scan(classFile));
    } catch (RuntimeException e) { // ASM does not say of which kind, for want of checks
      return Optional.empty();
    }
  }

  private static ClassFile scan(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    Scan scan = new Scan();
    reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    boolean isConcrete = (reader.getAccess() & ACC_ABSTRACT) == 0;
    return new ClassFile(
        ModuleInfo.dotted(reader.getClassName()),
        scan.staticMain || (scan.instanceMain && scan.plainConstructor && isConcrete),
        isConcrete && Set.of(reader.getInterfaces()).stream().anyMatch(HANDLERS::contains),
        scan.uses);
  }

  private static final class Scan extends ClassVisitor {
    boolean staticMain;
    boolean instanceMain;
    boolean plainConstructor;
    final SortedSet<String> uses = new TreeSet<>();

    Scan() {
      super(ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      boolean isPrivate = (access & ACC_PRIVATE) != 0;
      if (name.equals("main") && MAIN.contains(descriptor) && !isPrivate) {
        staticMain |= (access & ACC_STATIC) != 0;
        instanceMain |= (access & ACC_STATIC) == 0;
      }
      plainConstructor |= name.equals("<init>") && descriptor.equals("()V") && !isPrivate;
      return new ServiceLookups(uses);
    }
  }

  /// Collects every class literal of a method that calls `ServiceLoader.load`: more than it looks
  /// up, perhaps, but a `uses` too many does no harm.
  private static final class ServiceLookups extends MethodVisitor {
    private final SortedSet<String> literals = new TreeSet<>();
    private final SortedSet<String> uses;
    private boolean loads;

    ServiceLookups(SortedSet<String> uses) {
      super(ASM9);
      this.uses = uses;
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Type type && type.getSort() == Type.OBJECT) {
        literals.add(type.getClassName());
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      loads |= owner.equals("java/util/ServiceLoader") && name.startsWith("load");
    }

    @Override
    public void visitEnd() {
      if (loads) {
        uses.addAll(literals);
      }
    }
  }
}
