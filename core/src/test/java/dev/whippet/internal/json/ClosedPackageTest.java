package dev.whippet.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A function's module that does not open its package to core: what to do is in the error.
class ClosedPackageTest {
  @TempDir static Path folder;
  private static ClassLoader loader;

  @BeforeAll
  static void compile() throws IOException {
    Path module = write("module-info", "module com.example.orders {}");
    Path order = write("Order", "package orders; class Order { public int count; }");
    Path line = write("Line", "package orders; record Line(int count) {}");
    Path binding = write("Order_Json", "package orders; class Order_Json {}");
    Path classes = folder.resolve("classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = List.of("-d", classes.toString(), "-proc:none");
    compiler
        .getTask(
            null,
            null,
            null,
            options,
            null,
            compiler
                .getStandardFileManager(null, null, null)
                .getJavaFileObjects(module, order, line, binding))
        .call();
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("com.example.orders"));
    loader =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader())
            .findLoader("com.example.orders");
  }

  private static Path write(String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), source);
  }

  @Test
  void aBindingInAClosedPackage() throws ClassNotFoundException {
    Class<?> order = loader.loadClass("orders.Order");
    Exception e = assertThrows(IllegalArgumentException.class, () -> GeneratedBinding.find(order));
    assertEquals(
        "cannot use orders.Order_Json: its package is closed; add 'opens orders;' to the module-info of com.example.orders",
        e.getMessage());
  }

  @Test
  void aTypeInAClosedPackage() throws ClassNotFoundException {
    for (String name : List.of("orders.Order", "orders.Line")) {
      JavaType type = JavaType.of(loader.loadClass(name));
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> new JsonBinding().reader(type));
      assertEquals(
          "cannot read JSON into "
              + name
              + ": its package is closed; add 'opens orders;' to the module-info of com.example.orders",
          e.getMessage());
    }
  }
}
