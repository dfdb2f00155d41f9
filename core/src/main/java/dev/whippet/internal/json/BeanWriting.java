package dev.whippet.internal.json;

import dev.whippet.json.AnyWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.jr.ob.JSON;
import tools.jackson.jr.ob.JSON.Feature;
import tools.jackson.jr.ob.JacksonJrExtension;
import tools.jackson.jr.ob.api.ExtensionContext;
import tools.jackson.jr.ob.api.ReaderWriterModifier;
import tools.jackson.jr.ob.api.ReaderWriterProvider;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// How a generator writes what [AnyWriter] does not know: records and beans, by Jackson-jr's
/// reflection. Thread-safe.
final class BeanWriting extends ObjectWriteContext.Base {
  @Override
  public void writeValue(JsonGenerator generator, Object value) {
    if (Reflection.LEFT_OUT) {
      throw Reflection.missing("write", value.getClass().getName());
    }
    Beans.write(generator, value);
  }

  /// Begins the records of sealed interfaces with the field that tells them apart.
  private static final class Discriminating extends JsonGeneratorDelegate {
    Discriminating(JsonGenerator generator) {
      super(generator);
    }

    @Override
    public JsonGenerator writeStartObject(Object value) {
      super.writeStartObject(value);
      for (String field : Discriminator.writtenFor(value.getClass())) {
        writeStringProperty(field, value.getClass().getSimpleName());
      }
      return this;
    }
  }

  /// Jackson-jr, set up when the first bean comes: that takes longer than most events do, and a
  /// function with generated bindings never needs it. Has written by [AnyWriter] what Jackson-jr
  /// does not know, or writes otherwise than it is read.
  private static final class Beans extends JacksonJrExtension {
    private static final JSON WRITER =
        JSON.builder()
            .enable(Feature.WRITE_RECORD_FIELDS_IN_DECLARATION_ORDER)
            .disable(Feature.FLUSH_AFTER_WRITE_VALUE) // there may be more to write
            .register(new Beans())
            .build();

    static void write(JsonGenerator generator, Object value) {
      WRITER.write(value, new Discriminating(generator));
    }

    @Override
    protected void register(ExtensionContext context) {
      context.appendProvider(
          new ReaderWriterProvider() {
            @Override
            public ValueWriter findValueWriter(JSONWriter writer, Class<?> type) {
              return AnyWriter.knows(type) ? AnyWriter.INSTANCE : null;
            }
          });
      // the types of properties are not asked for above
      context.appendModifier(
          new ReaderWriterModifier() {
            @Override
            public ValueWriter overrideStandardValueWriter(
                JSONWriter writer, Class<?> type, int standardType) {
              return AnyWriter.knows(type) ? AnyWriter.INSTANCE : null;
            }
          });
    }
  }
}
