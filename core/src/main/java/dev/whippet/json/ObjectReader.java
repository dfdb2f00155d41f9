package dev.whippet.json;

import tools.jackson.core.JsonToken;

/// Reads a JSON object as a record or bean. Names it does not know are skipped. All values are read
/// before the first is used, so that there is no half-filled object.
public abstract class ObjectReader extends StrictReader {
  /// A reader.
  ///
  /// @param raw the record's or bean's class
  /// @param type how error messages name it
  protected ObjectReader(Class<?> raw, String type) {
    super(raw, type, JsonToken.START_OBJECT);
  }

  /// The property that a bean has for a name, whatever its case: AWS's event classes are beans
  /// whose names differ from the events' in case.
  ///
  /// @param name a name in the JSON object
  /// @param properties the bean's properties
  /// @return one of the properties; the name itself if it is none of them
  protected static String declared(String name, String... properties) {
    for (String property : properties) {
      if (property.equals(name)) {
        return property;
      }
    }
    for (String property : properties) {
      if (property.equalsIgnoreCase(name)) {
        return property;
      }
    }
    return name;
  }
}
