package dev.whippet.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.internal.json.JavaType;
import dev.whippet.internal.json.JsonBinding;
import dev.whippet.json.AnyWriter;
import dev.whippet.processor.Corpus.Pair;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.jr.ob.api.ValueWriter;

/// Generated code and core's reflection agree: byte for byte in what they write, object for object
/// in what they read, word for word in why they refuse it.
class AgreementTest {
  private static final int VALUES = 200;
  private static final int EVENTS = 40;

  private static final JsonBinding JSON = new JsonBinding();
  @TempDir static Path folder;
  private static List<Pair> pairs;
  private static List<Pair> writable;

  @BeforeAll
  static void compile() throws Exception {
    pairs = Corpus.pairs(Corpus.load(folder));
    writable = pairs.stream().filter(pair -> !pair.name().equals("Failing")).toList();
    assertEquals(19, pairs.size(), pairs::toString);
  }

  private static String write(ValueWriter writer, Object value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.write(writer, value, json);
    return json.toString(UTF_8);
  }

  /// What is read, as reflection writes it, or why it is refused.
  private static String outcome(Supplier<Object> read) {
    try {
      Object value = read.get();
      return (value == null ? "" : value.getClass()) + " " + write(AnyWriter.INSTANCE, value);
    } catch (RuntimeException | AssertionError e) {
      return e.getClass() + ": " + e.getMessage() + ", by " + e.getCause();
    }
  }

  private static String assertReadsTheSame(Pair pair, byte[] json) {
    String reflective = outcome(() -> JSON.reader(pair.input()).read(json));
    String generated = outcome(() -> JSON.reader(pair.binding().reader()).read(json));
    assertEquals(reflective, generated, () -> pair + " " + new String(json, UTF_8));
    return generated;
  }

  @Test
  void whatIsWrittenIsTheSameByteForByte() {
    for (Pair pair : writable) {
      RandomValues values = new RandomValues(new Random(1));
      for (int i = 0; i < VALUES; i++) {
        Object value = values.value(pair.output(), 5);
        String reflective = write(AnyWriter.INSTANCE, value);
        assertEquals(reflective, write(pair.binding().writer(), value), pair::toString);
      }
    }
  }

  @Test
  void whatIsBoundIsWrittenWithoutReflection() {
    for (Pair pair : writable) {
      if (!pair.name().equals("Draw")) { // a generic record is written by its class
        RandomValues values = new RandomValues(new Random(4));
        for (int i = 0; i < VALUES; i++) {
          Object value = values.value(pair.output(), 5);
          if (value == null) {
            continue; // core writes that
          }
          ByteArrayOutputStream json = new ByteArrayOutputStream();
          // in this context nobody can write what the writer leaves to reflection
          try (JsonGenerator generator =
              new JsonFactory().createGenerator(ObjectWriteContext.empty(), json)) {
            pair.binding().writer().writeValue(null, generator, value);
          }
          assertEquals(write(AnyWriter.INSTANCE, value), json.toString(UTF_8), pair::toString);
        }
      }
    }
  }

  @Test
  void whatIsReadIsTheSame() {
    for (Pair pair : writable) {
      if (pair.binding().reader() != null) {
        RandomValues values = new RandomValues(new Random(2));
        int read = 0;
        for (int i = 0; i < VALUES; i++) {
          byte[] json = write(AnyWriter.INSTANCE, values.value(pair.input(), 5)).getBytes(UTF_8);
          read += assertReadsTheSame(pair, json).startsWith("class ") ? 1 : 0;
        }
        // what is read from a string is written as an object
        assertTrue(
            read > VALUES / 4 || pair.name().equals("Release"), pair + ": read only " + read);
      }
    }
  }

  @Test
  void whatIsRefusedIsRefusedInTheSameWords() {
    for (Pair pair : writable) {
      if (pair.binding().reader() != null) {
        Random random = new Random(3);
        RandomValues values = new RandomValues(random);
        int refused = 0;
        for (int i = 0; i < EVENTS; i++) {
          String json = write(AnyWriter.INSTANCE, values.value(pair.input(), 5));
          for (String hostile : HostileJson.of(json, random)) {
            String outcome = assertReadsTheSame(pair, hostile.getBytes(UTF_8));
            refused += outcome.contains("EventFormatException: the event") ? 1 : 0;
          }
        }
        assertTrue(refused > 10 * EVENTS, pair + ": refused only " + refused);
      }
    }
  }

  @Test
  void theSampleEventIsRead() {
    for (Pair pair : writable) {
      if (pair.binding().reader() != null) {
        String outcome = assertReadsTheSame(pair, pair.binding().sample().getBytes(UTF_8));
        assertTrue(outcome.startsWith("class "), pair + " " + outcome);
      }
    }
  }

  @Test
  void aSubclassIsWrittenByItsClass() throws Exception {
    Pair bean = pairs.stream().filter(pair -> pair.name().equals("Bean")).findFirst().get();
    Class<?> special = bean.input().raw().getClassLoader().loadClass("corpus.Corpus$SpecialBean");
    var constructor = special.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object value = constructor.newInstance();
    assertEquals(write(AnyWriter.INSTANCE, value), write(bean.binding().writer(), value));
    assertTrue(write(bean.binding().writer(), value).contains("\"extra\":1"));
  }

  @Test
  void aClassWithoutPropertiesIsParsed() {
    Pair release = pairs.stream().filter(pair -> pair.name().equals("Release")).findFirst().get();
    String json = "{\"version\":\"1\",\"others\":[\"2\",\"3\"]}";
    assertTrue(
        assertReadsTheSame(release, json.getBytes(UTF_8))
            .endsWith("{\"version\":{\"major\":1},\"others\":[{\"major\":2},{\"major\":3}]}"));
    for (String hostile : List.of("{\"version\":\"x\"}", "{\"version\":1}", "{\"others\":[{}]}")) {
      String refused = assertReadsTheSame(release, hostile.getBytes(UTF_8));
      assertTrue(refused.contains("expected a string"), refused);
    }
  }

  @Test
  void whatASealedTypePermitsIsWrittenWithoutReflection() throws Exception {
    String source = Files.readString(folder.resolve("corpus/Corpus_Draw_Json.java"));
    assertTrue(source.contains("new SealedWriter(CIRCLE_WRITER, SQUARE_WRITER)"), source);
  }

  @Test
  void aFieldTellsTheRecordsOfASealedInterfaceApart() {
    Pair event = pairs.stream().filter(pair -> pair.name().equals("Event")).findFirst().get();
    for (String json :
        List.of(
            "{\"type\":\"Created\",\"kind\":\"Created\",\"id\":\"a\"}",
            "{\"id\":\"a\",\"causes\":null,\"more\":[{\"type\":\"Deleted\"}],\"type\":\"Created\"}")) {
      assertEquals(
          "class corpus.Corpus$Created {\"type\":\"Created\",\"kind\":\"Created\",\"id\":\"a\"}",
          assertReadsTheSame(event, json.getBytes(UTF_8)));
    }
    String places = "{\"type\":\"Renamed\",\"before\":{\"id\":1,\"type\":\"Created\"}}";
    for (var refused :
        Map.of(
                "{}",
                "the event: expected one of [Created, Deleted, Renamed] in 'type' for corpus.Corpus$Event, got none",
                "[]",
                "the event: expected an object for corpus.Corpus$Event, got an array",
                "{\"type\":\"Event\"}",
                "in 'type' for corpus.Corpus$Event, got the string 'Event'",
                "{\"type\":null}",
                "in 'type' for corpus.Corpus$Event, got null",
                "{\"type\":{}}",
                "in 'type' for corpus.Corpus$Event, got an object",
                "{\"id\":[1,2}",
                "(at byte 10)",
                places,
                "the event at /before/id: expected a string for java.lang.String, got 1")
            .entrySet()) {
      String outcome = assertReadsTheSame(event, refused.getKey().getBytes(UTF_8));
      assertTrue(outcome.contains(refused.getValue()), outcome);
    }
  }

  @Test
  void whatAGetterThrowsIsThrown() {
    Pair failing = pairs.stream().filter(pair -> pair.name().equals("Failing")).findFirst().get();
    Object value = JSON.reader(failing.input()).read("{}".getBytes(UTF_8));
    for (ValueWriter writer : List.of(AnyWriter.INSTANCE, failing.binding().writer())) {
      Exception e = assertThrows(IllegalStateException.class, () -> write(writer, value));
      assertEquals("no text", e.getMessage());
    }
  }

  @Test
  void theSupertypesOfAHandlerSayItsTypes() {
    Pair through = pairs.stream().filter(pair -> pair.name().equals("Through")).findFirst().get();
    assertEquals("java.util.List<corpus.Corpus$Bean>", through.input().toString());
    assertEquals(JavaType.of(Object.class), through.output());
  }
}
