package dev.whippet.processor;

import dev.whippet.Handler;
import dev.whippet.internal.json.GeneratedBinding;
import dev.whippet.internal.json.JavaType;
import dev.whippet.json.Binding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The types of `corpus/Corpus.java`, compiled with the processor.
final class Corpus {
  /// A binding beside what reflection makes of the same types.
  record Pair(String name, Binding binding, JavaType input, JavaType output) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Corpus() {}

  static ClassLoader load(Path folder) {
    try (var in = Corpus.class.getResourceAsStream("/corpus/Corpus.java")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Compilation(folder).file("corpus.Corpus", text).load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Pair> pairs(ClassLoader loader) throws ClassNotFoundException {
    List<Pair> pairs = new ArrayList<>();
    for (Class<?> type : loader.loadClass("corpus.Corpus").getDeclaredClasses()) {
      Binding binding = GeneratedBinding.find(type);
      if (binding == null) {
        continue;
      }
      JavaType own = JavaType.of(type);
      if (Handler.class.isAssignableFrom(type)) {
        JavaType handler = own.as(Handler.class);
        pairs.add(
            new Pair(type.getSimpleName(), binding, handler.argument(0), handler.argument(1)));
      } else {
        pairs.add(new Pair(type.getSimpleName(), binding, own, own));
      }
    }
    return pairs;
  }
}
