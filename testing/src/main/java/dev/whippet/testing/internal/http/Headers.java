package dev.whippet.testing.internal.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Header or trailer fields: names without regard to case, values in the order received.
public final class Headers {
  private final TreeMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  void add(String name, String value) {
    fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
  }

  /// The first value of a field.
  public Optional<String> first(String name) {
    List<String> values = fields.get(name);
    return values == null ? Optional.empty() : Optional.of(values.getFirst());
  }

  /// All values of a field; empty if there is none.
  public List<String> all(String name) {
    return Collections.unmodifiableList(fields.getOrDefault(name, List.of()));
  }

  /// Whether a comma-separated field holds a token, without regard to case.
  public boolean hasToken(String name, String token) {
    for (String value : all(name)) {
      for (String part : value.split(",", -1)) {
        if (part.strip().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }

  /// A read-only view, its keys compared without regard to case.
  public Map<String, List<String>> asMap() {
    return Collections.unmodifiableMap(fields);
  }
}
