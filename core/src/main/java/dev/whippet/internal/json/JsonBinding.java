package dev.whippet.internal.json;

import dev.whippet.EventFormatException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.jr.ob.JSON;
import tools.jackson.jr.ob.JacksonJrExtension;
import tools.jackson.jr.ob.api.ExtensionContext;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.AnyReader;
import tools.jackson.jr.ob.impl.JSONReader;

/// JSON payloads to Java objects and back. Thread-safe.
///
/// Reading is strict: a field that is missing or unknown is tolerated, a value of the wrong type is
/// not. Writing leaves out what is null, and keeps a record's components in their order.
public final class JsonBinding {
  private final ConfiguredJson json = new ConfiguredJson();
  private final ReaderFactory readers = new ReaderFactory();

  /// Reads and writes an empty object. What Jackson sets up for that takes longer than most events
  /// do, and belongs to the start, which Lambda does not throttle.
  public void prime() {
    Object empty = json.read(AnyReader.std, new byte[] {'{', '}'});
    json.write(empty, OutputStream.nullOutputStream());
  }

  /// A payload's reader.
  ///
  /// @param <T> what it reads
  @FunctionalInterface
  public interface EventReader<T> {
    /// Reads a payload whole.
    ///
    /// @param payload JSON in UTF-8
    /// @return null if it is JSON `null`
    /// @throws EventFormatException if it is not JSON, or not of the type
    T read(byte[] payload);
  }

  /// The reader for a type.
  ///
  /// @param <T> what it reads
  /// @param type a type for which there is JSON
  /// @return the reader
  /// @throws IllegalArgumentException if there is no JSON for a part of the type; the message says
  ///   what to do
  @SuppressWarnings("unchecked") // T is what the type stands for, as the caller has it
  public <T> EventReader<T> reader(JavaType type) {
    ValueReader reader = readers.reader(type);
    return payload -> (T) json.read(reader, payload);
  }

  /// Writes a value as JSON in UTF-8.
  ///
  /// @param value may be null
  /// @param target is not closed
  /// @throws IllegalArgumentException if a part of the value cannot be written
  public void write(Object value, OutputStream target) {
    try {
      json.write(value, target);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the result, "
              + (value == null ? null : value.getClass().getName())
              + ", cannot be written as JSON: "
              + e.getOriginalMessage(),
          e.getCause() != null ? e.getCause() : e);
    }
  }

  /// Jackson-jr, with access to what its own reading methods start with.
  private static final class ConfiguredJson extends JSON {
    ConfiguredJson() {
      super(
          builder(
                  JsonFactory.builder()
                      // the default pool is shared by all threads and several times slower on small
                      // payloads
                      .recyclerPool(JsonRecyclerPools.threadLocalPool())
                      .build())
              .enable(Feature.WRITE_RECORD_FIELDS_IN_DECLARATION_ORDER)
              .disable(Feature.USE_DEFERRED_MAPS, Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
              .register(
                  new JacksonJrExtension() {
                    @Override
                    protected void register(ExtensionContext context) {
                      context.appendProvider(new Writers());
                    }
                  }));
    }

    Object read(ValueReader reader, byte[] payload) {
      try (JsonParser parser = createParser(payload)) {
        JSONReader context = _readerForOperation(parser);
        if (parser.nextToken() == null) {
          throw new EventFormatException("the event is empty: expected JSON", null);
        }
        Object value = reader.read(context, parser);
        if (parser.nextToken() != null) {
          throw new EventFormatException(
              "the event goes on after its JSON value, at byte "
                  + parser.currentTokenLocation().getByteOffset(),
              null);
        }
        return value;
      } catch (JacksonException e) {
        TokenStreamLocation place = e.getLocation(); // null where a limit is met
        throw new EventFormatException(
            "the event is not JSON, or above a limit: "
                + e.getOriginalMessage()
                + (place == null ? "" : " (at byte " + place.getByteOffset() + ")"),
            e);
      }
    }
  }
}
