package dev.whippet.processor;

import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/// The source file of a binding.
///
/// @param body what the file declares, empty at first
record BindingSource(JsonTypes json, Root root, SourceText body) {
  /// Payloads that a handler takes or gives as they are.
  static final Set<String> UNPARSED = Set.of("byte[]", "java.io.InputStream");

  /// @throws UnboundException if a part of the types cannot be bound
  String text() {
    String packageName = json.elements().getPackageOf(root.type()).getQualifiedName().toString();
    Imports imports = new Imports(packageName);
    String name = imports.declare(root.bindingName());
    String reader =
        isUnparsed(root.input())
            ? "null"
            : new ReaderCode(json, imports, body, packageName).of(root.input(), root.type());
    String writer =
        isUnparsed(root.output())
            ? "null"
            : new WriterCode(json, imports, body, packageName).of(root.output(), root.type());
    String sample = isUnparsed(root.input()) ? "" : new SampleEvent(json).of(root.input());
    String declaration =
        """
        /// How JSON is read and written for [%1$s].
        @%2$s("dev.whippet.processor.BindingProcessor")
        @SuppressWarnings({"unchecked", "rawtypes", "deprecation", "removal"})
        final class %3$s implements %4$s {
        %5$s

          @Override
          public %6$s reader() {
            return %7$s;
          }

          @Override
          public %8$s writer() {
            return %9$s;
          }

          @Override
          public String sample() {
            return %10$s;
          }

        %11$s
        }
        """
            .formatted(
                imports.name(root.type()),
                imports.name("javax.annotation.processing.Generated"),
                name,
                imports.name("dev.whippet.json.Binding"),
                body.constants(),
                imports.name("tools.jackson.jr.ob.api.ValueReader"),
                reader,
                imports.name("tools.jackson.jr.ob.api.ValueWriter"),
                writer,
                SourceText.quote(sample),
                body.classes());
    String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    String statements =
        imports.statements().stream()
            .map(type -> "import " + type + ";\n")
            .collect(Collectors.joining());
    return (header + statements + "\n" + declaration)
        .replaceAll("\n{3,}", "\n\n")
        .replace("\n\n}\n", "\n}\n");
  }

  static boolean isUnparsed(TypeMirror type) {
    return UNPARSED.contains(TypeNames.binary(type));
  }
}
