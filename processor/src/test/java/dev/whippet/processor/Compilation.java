package dev.whippet.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles sources with the processor, and with all warnings as errors.
final class Compilation {
  private final Path folder;
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  /// @param folder gets classes and generated sources
  Compilation(Path folder) {
    this.folder = folder;
  }

  /// Adds a source file.
  ///
  /// @param name the class's name, with its package
  /// @param text what the file holds, without the package and the imports of Whippet
  Compilation source(String name, String text) {
    int dot = name.lastIndexOf('.');
    String header =
        "package " + name.substring(0, dot) + "; import dev.whippet.*; import java.util.*;\n";
    return file(name, header + text);
  }

  /// Adds a source file as it is.
  Compilation file(String name, String text) {
    sources.add(
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
    return this;
  }

  /// Whether there is no error and no warning.
  boolean compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(folder));
      StringWriter output = new StringWriter();
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output,
              files,
              diagnostics,
              List.of("-Xlint:all", "-Werror", "-parameters", "-implicit:none"),
              null,
              sources);
      task.setProcessors(List.of(new BindingProcessor(), new ClaimProcessor()));
      return task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Compiles what must be without an error.
  ClassLoader load() {
    if (!compile()) {
      throw new AssertionError(diagnostics.getDiagnostics().toString());
    }
    try {
      return new URLClassLoader(
          new URL[] {folder.toUri().toURL()}, Compilation.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /// The errors of what must not compile, each with its line's text.
  List<String> errors() {
    if (compile()) {
      throw new AssertionError("compiled");
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> line(diagnostic) + " | " + diagnostic.getMessage(null))
        .toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      return diagnostic.getSource() == null
          ? ""
          : diagnostic
              .getSource()
              .getCharContent(true)
              .toString()
              .lines()
              .skip(diagnostic.getLineNumber() - 1)
              .findFirst()
              .orElse("")
              .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String generated(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
