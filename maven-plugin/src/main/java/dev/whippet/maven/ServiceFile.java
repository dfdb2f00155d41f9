package dev.whippet.maven;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Provider-configuration files, `META-INF/services/<service>`, which become `provides` clauses.
///
/// @see java.util.ServiceLoader
final class ServiceFile {
  static final String FOLDER = "META-INF/services/";

  private ServiceFile() {}

  /// Reads all such files among `files`.
  ///
  /// @return the providers' class names, in their order, by the service's
  static SortedMap<String, Set<String>> parseAll(SortedMap<String, byte[]> files) {
    SortedMap<String, Set<String>> providers = new TreeMap<>();
    files
        .tailMap(FOLDER)
        .forEach((name, bytes) -> {
          String service = name.substring(Math.min(name.length(), FOLDER.length()));
          if (name.startsWith(FOLDER) && !service.contains("/")) {
            providers.put(service, parse(new String(bytes, StandardCharsets.UTF_8)));
          }
        });
    return providers;
  }

  private static Set<String> parse(String text) {
    Set<String> providers = new LinkedHashSet<>();
    for (String line : text.lines().toList()) {
      int comment = line.indexOf('#');
      String provider = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!provider.isEmpty()) {
        providers.add(provider);
      }
    }
    return providers;
  }
}
