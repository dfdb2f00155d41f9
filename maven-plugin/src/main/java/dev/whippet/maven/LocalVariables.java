package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.ASM9;

import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.RecordComponentVisitor;

/// The names and types of local variables in class files, which debuggers show, and messages of
/// exceptions that say what was null. They are a seventh of the JDK's classes.
final class LocalVariables {
  private boolean unknown;

  private LocalVariables() {}

  /// A class without them. All else stays: line numbers, and names of parameters that reflection
  /// tells.
  ///
  /// @return the same if there is something in it that cannot be copied for certain
  static byte[] removedFrom(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    LocalVariables variables = new LocalVariables();
    try {
      new ClassReader(classFile).accept(variables.remover(writer), 0);
    } catch (IllegalArgumentException e) {
      return classFile; // of a newer Java than ASM knows
    }
    return variables.unknown ? classFile : writer.toByteArray();
  }

  private ClassVisitor remover(ClassWriter writer) {
    return new ClassVisitor(ASM9, writer) {
      @Override
      public void visitAttribute(Attribute attribute) {
        unknown = true; // it may refer to constants by number, and these change
      }

      @Override
      public FieldVisitor visitField(
          int access, String name, String descriptor, String signature, Object value) {
        return new FieldVisitor(
            ASM9, super.visitField(access, name, descriptor, signature, value)) {
          @Override
          public void visitAttribute(Attribute attribute) {
            unknown = true;
          }
        };
      }

      @Override
      public RecordComponentVisitor visitRecordComponent(
          String name, String descriptor, String signature) {
        return new RecordComponentVisitor(
            ASM9, super.visitRecordComponent(name, descriptor, signature)) {
          @Override
          public void visitAttribute(Attribute attribute) {
            unknown = true;
          }
        };
      }

      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(
            ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
          @Override
          public void visitAttribute(Attribute attribute) {
            unknown = true;
          }

          @Override
          public void visitLocalVariable(
              String name, String type, String signature, Label start, Label end, int index) {
            // left out
          }
        };
      }
    };
  }
}
