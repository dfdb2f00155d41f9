package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_MODULE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC_PHASE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Type;

/// Class files and path entries for tests.
final class SampleClasses {
  private SampleClasses() {}

  /// A class with nothing but one method of the given name, descriptor and access.
  static byte[] classWith(String name, int access, String method, String descriptor) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, ACC_PUBLIC, ModuleInfo.slashed(name), null, "java/lang/Object", null);
    abstractOrEmpty(writer.visitMethod(access, method, descriptor, null, null), access);
    MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    abstractOrEmpty(constructor, 0);
    writer.visitEnd();
    return writer.toByteArray();
  }

  static byte[] implementing(String name, int access, String... interfaces) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, access, ModuleInfo.slashed(name), null, "java/lang/Object", interfaces);
    writer.visitEnd();
    return writer.toByteArray();
  }

  static byte[] plain(String name) {
    return implementing(name, ACC_PUBLIC);
  }

  /// A class that looks up a service.
  static byte[] lookingUp(String name, String service) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, ACC_PUBLIC, ModuleInfo.slashed(name), null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "find", "()V", null, null);
    method.visitCode();
    method.visitLdcInsn(Type.getObjectType(ModuleInfo.slashed(service)));
    String descriptor = "(Ljava/lang/Class;)Ljava/util/ServiceLoader;";
    method.visitMethodInsn(INVOKESTATIC, "java/util/ServiceLoader", "load", descriptor, false);
    method.visitInsn(POP);
    method.visitInsn(RETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  static byte[] moduleWithStaticRequirement(String name, String required, String optional) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = writer.visitModule(name, 0, null);
    module.visitRequire(required, 0, null);
    module.visitRequire(optional, ACC_STATIC_PHASE, null);
    module.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /// An entry without a module descriptor.
  static PathEntry entry(String path, Map<String, byte[]> files) {
    return new PathEntry(Path.of(path), new TreeMap<>(files), Optional.empty());
  }

  /// An entry that is an explicit module.
  static PathEntry module(String path, ModuleInfo info, Map<String, byte[]> files) {
    return new PathEntry(Path.of(path), new TreeMap<>(files), Optional.of(info));
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void abstractOrEmpty(MethodVisitor method, int access) {
    if ((access & ACC_ABSTRACT) == 0) {
      method.visitCode();
      method.visitInsn(RETURN);
      method.visitMaxs(0, 2);
    }
    method.visitEnd();
  }
}
