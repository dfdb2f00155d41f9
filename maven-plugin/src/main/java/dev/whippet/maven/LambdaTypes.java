package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.ASM9;

import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/// The types of handlers that are lambdas, as in `Whippet.run(In.class, Out.class, handler)`: the
/// class literals of every method that makes such a call. One too many is registered in vain, and
/// keeps reflection.
final class LambdaTypes {
  private static final String OWNER = "dev/whippet/Whippet";
  private static final String TYPED = "(Ljava/lang/Class;Ljava/lang/Class;";

  private LambdaTypes() {}

  static SortedSet<String> of(byte[] classFile) {
    SortedSet<String> types = new TreeSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                return new Calls(types);
              }
            },
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return types;
  }

  private static final class Calls extends MethodVisitor {
    private final SortedSet<String> literals = new TreeSet<>();
    private final SortedSet<String> types;
    private boolean typed;

    Calls(SortedSet<String> types) {
      super(ASM9);
      this.types = types;
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Type type) {
        boolean isArray = type.getSort() == Type.ARRAY;
        if ((isArray ? type.getElementType() : type).getSort() == Type.OBJECT) {
          // as Class.forName takes it: with a $ before a nested class, or as [Lp.A;
          literals.add(ModuleInfo.dotted(isArray ? type.getDescriptor() : type.getInternalName()));
        }
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      typed |= owner.startsWith(OWNER) && descriptor.startsWith(TYPED);
    }

    @Override
    public void visitEnd() {
      if (typed) {
        types.addAll(literals);
      }
    }
  }
}
