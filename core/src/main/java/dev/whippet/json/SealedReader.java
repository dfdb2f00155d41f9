package dev.whippet.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// Reads a JSON object as the record of a sealed interface that one of its fields names.
public final class SealedReader extends StrictReader {
  private final String discriminator;
  private final List<? extends ValueReader> records;

  /// A reader.
  ///
  /// @param raw the interface
  /// @param type how error messages name it
  /// @param discriminator the field
  /// @param records the readers of the records, of which the field has the simple name; not copied,
  ///   since a record may contain its own interface, and need this reader first
  public SealedReader(
      Class<?> raw, String type, String discriminator, List<? extends ValueReader> records) {
    super(raw, type, JsonToken.START_OBJECT);
    this.discriminator = discriminator;
    this.records = records;
  }

  @Override
  protected Object readValue(JSONReader reader, JsonParser parser) {
    return record(parser).read(reader, parser);
  }

  /// The reader of what comes. The field may come behind others, so it is looked for first.
  private ValueReader record(JsonParser parser) {
    String found = "none";
    try (JsonParser ahead = Payload.ahead(parser)) {
      ahead.nextToken();
      for (String name; (name = ahead.nextName()) != null; ) {
        ahead.nextToken();
        if (name.equals(discriminator)) {
          for (ValueReader candidate : records) {
            if (name(candidate).equals(ahead.getValueAsString())) {
              return candidate;
            }
          }
          found = found(ahead);
          break;
        }
        ahead.skipChildren();
      }
    } catch (JacksonException e) {
      parser.skipChildren(); // which fails at the same place, and knows where in the event it is
      throw e;
    }
    List<String> names = new ArrayList<>(); // by a loop: an image need not have streams for it
    records.forEach(record -> names.add(name(record)));
    throw mismatch(parser, "one of " + names + " in '" + discriminator + "'", found, null);
  }

  private static String name(ValueReader reader) {
    return reader.valueType().getSimpleName();
  }
}
