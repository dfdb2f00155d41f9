package dev.whippet.processor;

import dev.whippet.processor.BeanProperties.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Makes up JSON for a type: each property, one element for each container, one entry for each map.
/// Where a type is in itself, there is `null`.
final class SampleEvent {
  private final JsonTypes json;
  private final Set<String> underway = new HashSet<>();

  SampleEvent(JsonTypes json) {
    this.json = json;
  }

  /// @param type a resolved type that can be read
  String of(TypeMirror type) {
    String key = TypeNames.binary(type);
    if (!underway.add(key)) {
      return "null";
    }
    String sample =
        switch (json.form(type)) {
          case JsonType.Scalar _ -> ScalarTypes.SAMPLES.get(key);
          case JsonType.Any _ -> "{\"a\":[1,\"a\",true]}";
          case JsonType.Constant constant -> name(constant.type());
          case JsonType.Array array -> "[" + of(array.component()) + "]";
          case JsonType.OptionalValue optional -> of(optional.value());
          case JsonType.Elements elements -> "[" + of(elements.element()) + "]";
          case JsonType.Entries entries ->
              "{" + key(entries.key()) + ":" + of(entries.value()) + "}";
          case JsonType.Properties object -> object(object);
          case JsonType.Sealed sealed -> sealed(sealed);
          case JsonType.None _ -> "null";
        };
    underway.remove(key);
    return sample;
  }

  private String sealed(JsonType.Sealed form) {
    DeclaredType first = form.records().getFirst();
    String name =
        SourceText.quote(form.discriminator())
            + ":"
            + SourceText.quote(first.asElement().getSimpleName().toString());
    String sample = of(first);
    return switch (sample) {
      case "null" -> sample; // it is in itself
      case "{}" -> "{" + name + "}";
      default -> "{" + name + "," + sample.substring(1);
    };
  }

  private String object(JsonType.Properties form) {
    List<String> members = new ArrayList<>();
    for (Property property : new BeanProperties(json).toRead(form.type())) {
      String value = of(json.resolve(property.type()));
      members.add("\"" + property.name() + "\":" + value);
    }
    return members.isEmpty() && !form.isRecord()
        ? "null" // of what is read from a string, no sample is known
        : "{" + String.join(",", members) + "}";
  }

  private String key(TypeMirror type) {
    return switch (json.form(type)) {
      case JsonType.Constant constant -> name(constant.type());
      case JsonType.Scalar _ -> {
        String sample = ScalarTypes.SAMPLES.get(TypeNames.binary(type));
        yield sample.startsWith("\"") ? sample : "\"" + sample + "\"";
      }
      default -> "\"a\"";
    };
  }

  private static String name(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
        .findFirst()
        .map(constant -> "\"" + constant.getSimpleName() + "\"")
        .orElse("null");
  }
}
