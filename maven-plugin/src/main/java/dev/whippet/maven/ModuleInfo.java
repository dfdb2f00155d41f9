package dev.whippet.maven;

import static org.objectweb.asm.Opcodes.ACC_MANDATED;
import static org.objectweb.asm.Opcodes.ACC_MODULE;
import static org.objectweb.asm.Opcodes.ACC_OPEN;
import static org.objectweb.asm.Opcodes.ACC_STATIC_PHASE;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.V17;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;

/// What counts here of a `module-info.class`. The JDK's own `ModuleDescriptor` will not do: it
/// refuses descriptors of a newer class file version than the JVM that reads them.
///
/// @param name the module's name
/// @param packages all its packages; empty for one that was read, where the files tell
/// @param requires the modules it needs at run time
/// @param optional the modules it needs at compile time only, and uses if they are there
/// @param uses the services it looks up
/// @param provides its providers, by service
record ModuleInfo(
    String name,
    SortedSet<String> packages,
    SortedSet<String> requires,
    SortedSet<String> optional,
    SortedSet<String> uses,
    SortedMap<String, List<String>> provides) {

  /// Reads a `module-info.class`.
  static ModuleInfo parse(byte[] classFile) {
    String[] name = new String[1];
    SortedSet<String> requires = new TreeSet<>();
    SortedSet<String> optional = new TreeSet<>();
    SortedSet<String> uses = new TreeSet<>();
    SortedMap<String, List<String>> provides = new TreeMap<>();
    ModuleVisitor module =
        new ModuleVisitor(ASM9) {
          @Override
          public void visitRequire(String required, int access, String version) {
            ((access & ACC_STATIC_PHASE) == 0 ? requires : optional).add(required);
          }

          @Override
          public void visitUse(String service) {
            uses.add(dotted(service));
          }

          @Override
          public void visitProvide(String service, String... providers) {
            provides.put(
                dotted(service), List.of(providers).stream().map(ModuleInfo::dotted).toList());
          }
        };
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(ASM9) {
              @Override
              public ModuleVisitor visitModule(String moduleName, int access, String version) {
                name[0] = moduleName;
                return module;
              }
            },
            0);
    return new ModuleInfo(name[0], new TreeSet<>(), requires, optional, uses, provides);
  }

  /// Writes the `module-info.class` of an open module: reflection reaches all of it, as on a class
  /// path. What is optional is left out.
  byte[] toOpenModule() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = writer.visitModule(name, ACC_OPEN, null);
    module.visitRequire("java.base", ACC_MANDATED, null);
    for (String required : requires) {
      if (!required.equals("java.base")) {
        module.visitRequire(required, 0, null);
      }
    }
    packages.forEach(p -> module.visitPackage(slashed(p)));
    uses.forEach(service -> module.visitUse(slashed(service)));
    provides.forEach(
        (service, providers) -> module.visitProvide(slashed(service), slashed(providers)));
    module.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  static String slashed(String name) {
    return name.replace('.', '/');
  }

  private static String[] slashed(Collection<String> names) {
    return names.stream().map(ModuleInfo::slashed).toArray(String[]::new);
  }
}
