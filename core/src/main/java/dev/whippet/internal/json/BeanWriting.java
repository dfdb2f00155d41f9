package dev.whippet.internal.json;

import dev.whippet.json.AnyWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.jr.ob.JSON;
import tools.jackson.jr.ob.JacksonJrExtension;
import tools.jackson.jr.ob.api.ExtensionContext;
import tools.jackson.jr.ob.api.ReaderWriterModifier;
import tools.jackson.jr.ob.api.ReaderWriterProvider;
import tools.jackson.jr.ob.api.ValueWriter;
import tools.jackson.jr.ob.impl.JSONWriter;

/// How a generator writes what [AnyWriter] does not know: records and beans, by Jackson-jr's
/// reflection. That is set up when the first one comes, since it takes longer than most events do,
/// and a function with generated bindings never needs it. Thread-safe.
final class BeanWriting extends ObjectWriteContext.Base {
  private final JsonFactory factory;
  private volatile Beans beans;

  BeanWriting(JsonFactory factory) {
    this.factory = factory;
  }

  @Override
  public void writeValue(JsonGenerator generator, Object value) {
    if (Reflection.LEFT_OUT) {
      throw Reflection.missing("write", value.getClass().getName());
    }
    Beans known = beans;
    if (known == null) { // two threads may both make one: either does
      known = new Beans(factory);
      beans = known;
    }
    known.writeValue(generator, value);
  }

  private static final class Beans extends JSON {
    Beans(JsonFactory factory) {
      super(
          builder(factory)
              .enable(Feature.WRITE_RECORD_FIELDS_IN_DECLARATION_ORDER)
              .register(new Extension()));
    }

    @Override
    public void writeValue(JsonGenerator generator, Object value) {
      _writerForOperation(new Discriminating(generator)).writeValue(value); // without its flush
    }
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

  /// Has written by [AnyWriter] what Jackson-jr does not know, or writes otherwise than it is read.
  private static final class Extension extends JacksonJrExtension {
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
