package dev.whippet.processor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a native image has to know of a binding.
final class ImageMetadata {
  private ImageMetadata() {}

  /// That core makes it by its name, and that its readers and writers can be made when the image is
  /// built: then the image has of core's those that are used, and not what chooses among them.
  ///
  /// @param binding its name
  /// @param nested the names of the classes in it
  /// @return files by their names
  static Map<String, String> of(String binding, List<String> nested) {
    String folder = "META-INF/native-image/dev.whippet/" + binding + "/";
    String name = SourceText.escape(binding);
    String classes =
        nested.stream()
            .map(inner -> "," + name + "$" + SourceText.escape(inner))
            .collect(Collectors.joining());
    return Map.of(
        folder + "reachability-metadata.json",
        """
        {
          "reflection": [
            {
              "type": "%s",
              "methods": [{"name": "<init>", "parameterTypes": []}]
            }
          ]
        }
        """
            .formatted(name),
        folder + "native-image.properties",
        "Args = --initialize-at-build-time=" + name + classes + "\n");
  }
}
