package dev.whippet.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whippet.EventFormatException;
import dev.whippet.json.AnyReader;
import dev.whippet.json.AnyWriter;
import dev.whippet.json.Binding;
import dev.whippet.json.Payload;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.api.ValueWriter;

/// JSON payloads to Java objects and back. Thread-safe.
///
/// Reading is strict: a field that is missing or unknown is tolerated, a value of the wrong type is
/// not. Writing leaves out what is null, and keeps a record's components in their order.
public final class JsonBinding {
  private final JsonFactory factory =
      JsonFactory.builder()
          // the default pool is shared by all threads and several times slower on small payloads
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();
  private final BeanWriting beans = new BeanWriting();

  /// A binding that has read and written an empty object. What Jackson sets up for that takes
  /// longer than most events do, and belongs to the start, which Lambda does not throttle.
  public JsonBinding() {
    Object empty = read(AnyReader.INSTANCE, new byte[] {'{', '}'});
    write(AnyWriter.INSTANCE, empty, OutputStream.nullOutputStream());
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
  public <T> EventReader<T> reader(JavaType type) {
    if (Reflection.LEFT_OUT) {
      throw Reflection.missing("read", type.toString());
    }
    return reader(new ReaderFactory().reader(type));
  }

  /// A reader of payloads.
  ///
  /// @param <T> what it reads
  /// @param reader reads a payload's only value
  /// @return the reader
  @SuppressWarnings("unchecked") // T is what the reader reads, as the caller has it
  public <T> EventReader<T> reader(ValueReader reader) {
    return payload -> (T) read(reader, payload);
  }

  /// The reader of a generated binding, after it has read the binding's sample, for the same
  /// reason.
  ///
  /// @param <T> what it reads
  /// @param binding reads events
  /// @return the reader
  public <T> EventReader<T> primed(Binding binding) {
    EventReader<T> reader = reader(binding.reader());
    try {
      reader.read(binding.sample().getBytes(UTF_8));
    } catch (EventFormatException e) {
      // the user's constructors may refuse what is made up
    }
    return reader;
  }

  private Object read(ValueReader reader, byte[] payload) {
    try (JsonParser parser = new Payload(factory, payload).parser()) {
      if (parser.nextToken() == null) {
        throw new EventFormatException("the event is empty: expected JSON", null);
      }
      Object value = reader.read(null, parser);
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

  /// The writer for a type, which writes each value by its class.
  ///
  /// @param type any type
  /// @return the writer
  /// @throws IllegalArgumentException if it needs reflection, which is left out
  public ValueWriter writer(JavaType type) {
    if (Reflection.LEFT_OUT && !type.raw().getName().startsWith("java.")) {
      throw Reflection.missing("write", type.toString());
    }
    return AnyWriter.INSTANCE;
  }

  /// Writes a value as JSON in UTF-8.
  ///
  /// @param writer writes the value
  /// @param value may be null
  /// @param target is not closed
  /// @throws IllegalArgumentException if a part of the value cannot be written
  /// @throws RuntimeException what a getter throws
  public void write(ValueWriter writer, Object value, OutputStream target) {
    try (JsonGenerator generator = factory.createGenerator(beans, target)) {
      writer.writeValue(null, generator, value);
    } catch (JacksonException e) {
      String why = e.getOriginalMessage();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof InvocationTargetException) { // by a getter
        cause = cause.getCause();
        if (cause instanceof RuntimeException own) {
          throw own;
        } else if (cause instanceof Error own) {
          throw own;
        }
        why = cause.toString();
      }
      throw new IllegalArgumentException(
          "the result, " + value.getClass().getName() + ", cannot be written as JSON: " + why,
          cause);
    }
  }
}
