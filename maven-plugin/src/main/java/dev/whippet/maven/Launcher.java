package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/// The main class of a native image whose function has no `main` of its own: an image takes no
/// arguments at build time, so the handler's name is a constant of this class.
final class Launcher {
  private static final String NAME = "whippet.app.Launcher";
  private static final String MAIN_TYPE = "([Ljava/lang/String;)V";

  private Launcher() {}

  /// The class to start the image with.
  ///
  /// @param function a main class, which is then the one, or a handler
  /// @param folder gets a class file if one is needed
  static String mainClass(PathEntry project, String function, Path folder) {
    if (project.classes().get(ModuleInfo.slashed(function) + ".class").hasMain()) {
      return function;
    }
    String name = ModuleInfo.slashed(NAME);
    AppModule.write(folder, name + ".class", classFile(name, function));
    return NAME;
  }

  private static byte[] classFile(String name, String handler) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, ACC_PUBLIC | ACC_FINAL, name, null, "java/lang/Object", null);
    MethodVisitor main = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "main", MAIN_TYPE, null, null);
    main.visitCode();
    main.visitInsn(ICONST_1);
    main.visitTypeInsn(ANEWARRAY, "java/lang/String");
    main.visitInsn(DUP);
    main.visitInsn(ICONST_0);
    main.visitLdcInsn(handler);
    main.visitInsn(AASTORE);
    main.visitMethodInsn(INVOKESTATIC, "dev/whippet/Bootstrap", "main", MAIN_TYPE, false);
    main.visitInsn(RETURN);
    main.visitMaxs(4, 1);
    main.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
