package dev.whippet.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.internal.json.GeneratedBinding;
import dev.whippet.json.Binding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is generated, and for what.
class BindingSourceTest {
  @TempDir Path folder;

  @Test
  void aRecordInAndARecordOut() throws IOException {
    Compilation compilation =
        new Compilation(folder)
            .source(
                "com.example.Hello",
                """
                public final class Hello implements Handler<Hello.Request, Hello.Response> {
                  record Request(String name) {}
                  record Response(String message) {}
                  public Response handle(Request request, Context context) { return null; }
                }
                """);
    compilation.load();
    assertEquals(
        """
        package com.example;

        import dev.whippet.json.Binding;
        import dev.whippet.json.ObjectReader;
        import dev.whippet.json.ObjectWriter;
        import dev.whippet.json.ScalarReader;
        import dev.whippet.json.StrictReader;
        import javax.annotation.processing.Generated;
        import tools.jackson.core.JsonGenerator;
        import tools.jackson.core.JsonParser;
        import tools.jackson.jr.ob.api.ValueReader;
        import tools.jackson.jr.ob.api.ValueWriter;
        import tools.jackson.jr.ob.impl.JSONReader;
        import tools.jackson.jr.ob.impl.JSONWriter;

        /// How JSON is read and written for [Hello].
        @Generated("dev.whippet.processor.BindingProcessor")
        @SuppressWarnings({"unchecked", "rawtypes", "deprecation", "removal"})
        final class Hello_Json implements Binding {
          private static final StrictReader REQUEST_READER = new RequestReader();
          private static final StrictReader STRING_READER = ScalarReader.of(String.class);
          private static final ObjectWriter RESPONSE_WRITER = new ResponseWriter();

          @Override
          public ValueReader reader() {
            return REQUEST_READER;
          }

          @Override
          public ValueWriter writer() {
            return RESPONSE_WRITER;
          }

          @Override
          public String sample() {
            return "{\\"name\\":\\"a\\"}";
          }

          private static final class RequestReader extends ObjectReader {
            RequestReader() {
              super(Hello.Request.class, "com.example.Hello$Request");
            }

            @Override
            protected Object readValue(JSONReader reader, JsonParser parser) {
              String name = null;
              for (String field; (field = parser.nextName()) != null; ) {
                parser.nextToken();
                switch (field) {
                  case "name" -> name = (String) STRING_READER.read(reader, parser);
                  default -> parser.skipChildren();
                }
              }
              try {
                return new Hello.Request(name);
              } catch (Exception e) {
                throw refusal(parser, e);
              }
            }
          }

          private static final class ResponseWriter extends ObjectWriter {
            ResponseWriter() {
              super(Hello.Response.class);
            }

            @Override
            protected void writeProperties(JSONWriter context, JsonGenerator generator, Object value)
                throws Exception {
              Hello.Response object = (Hello.Response) value;
              String message = object.message();
              if (message != null) {
                generator.writeStringProperty("message", message);
              }
            }
          }
        }
        """,
        compilation.generated("com/example/Hello_Json.java"));
    assertEquals(
        """
        {
          "reflection": [
            {
              "type": "com.example.Hello_Json",
              "methods": [{"name": "<init>", "parameterTypes": []}]
            }
          ]
        }
        """,
        compilation.generated(
            "META-INF/native-image/dev.whippet/com.example.Hello_Json/reachability-metadata.json"));
  }

  private Binding binding(ClassLoader loader, String name) throws ClassNotFoundException {
    return GeneratedBinding.find(loader.loadClass(name));
  }

  @Test
  void handlersThatHaveABindingAndThoseThatNeedNone() throws Exception {
    ClassLoader loader =
        new Compilation(folder)
            .source(
                "app.Handlers",
                """
                class Handlers {
                  static class Nested implements Handler<String, Integer> {
                    public Integer handle(String event, Context context) { return 1; }
                  }
                  static class Raw implements Handler<byte[], java.io.InputStream> {
                    public java.io.InputStream handle(byte[] event, Context context) { return null; }
                  }
                  static class Generic<T> implements Handler<T, T> {
                    public T handle(T event, Context context) { return event; }
                  }
                  abstract static class Base implements Handler<Integer, Integer> {}
                  static class Concrete extends Base {
                    public Integer handle(Integer event, Context context) { return event; }
                  }
                  static class Aws
                      implements com.amazonaws.services.lambda.runtime.RequestHandler<Long, Long> {
                    public Long handleRequest(
                        Long event, com.amazonaws.services.lambda.runtime.Context context) {
                      return event;
                    }
                  }
                  static class None {}
                  enum Single implements Handler<Boolean, Boolean> {
                    IT;
                    public Boolean handle(Boolean event, Context context) { return event; }
                  }
                }
                """)
            .load();
    assertEquals("\"a\"", binding(loader, "app.Handlers$Nested").sample());
    assertEquals("1", binding(loader, "app.Handlers$Concrete").sample());
    assertEquals("1", binding(loader, "app.Handlers$Aws").sample());
    assertEquals("true", binding(loader, "app.Handlers$Single").sample());
    for (String none : new String[] {"Raw", "Generic", "Base", "None"}) {
      assertNull(binding(loader, "app.Handlers$" + none), none);
      assertFalse(Files.exists(folder.resolve("app/Handlers_" + none + "_Json.java")), none);
    }
  }

  @Test
  void theClassesThatALambdaTakesAreBoundOnDemand() throws Exception {
    ClassLoader loader =
        new Compilation(folder)
            .source(
                "app.Main",
                """
                class Main {
                  @Bind record In(List<String> names) {}
                  @Bind enum Out { A, B }
                  record Other(String name) {}
                }
                """)
            .load();
    assertEquals("{\"names\":[\"a\"]}", binding(loader, "app.Main$In").sample());
    assertEquals("\"A\"", binding(loader, "app.Main$Out").sample());
    assertNull(binding(loader, "app.Main$Other"));
    assertNull(GeneratedBinding.find(String.class));
  }

  @Test
  void namesThatMeanSomethingElsewhere() throws Exception {
    ClassLoader loader =
        new Compilation(folder)
            .source(
                "app.Main",
                """
                class Main {
                  @Bind(discriminator = "$type\\"") sealed interface Event permits $1, Two {}
                  record $1(String name) implements Event {}
                  record Two() implements Event {}
                  @Bind(discriminator = "t") sealed interface Empty permits None {}
                  record None() implements Empty {}
                  @Bind(discriminator = "t") sealed interface Tree permits Leaf {}
                  @Bind record Leaf(Tree tree) implements Tree {}
                  @Bind static class Bean {
                    public String NAMES, names;
                  }
                }
                """)
            .load();
    assertEquals(
        "{\"$type\\\"\":\"$1\",\"name\":\"a\"}", binding(loader, "app.Main$Event").sample());
    assertEquals("{\"t\":\"None\"}", binding(loader, "app.Main$Empty").sample());
    assertEquals("{\"tree\":null}", binding(loader, "app.Main$Leaf").sample());
    assertEquals("{\"NAMES\":\"a\",\"names\":\"a\"}", binding(loader, "app.Main$Bean").sample());
  }

  @Test
  void typesOfOtherPackages() {
    ClassLoader loader =
        new Compilation(folder)
            .source(
                "lib.Order",
                "@SuppressWarnings(\"deprecation\") public record Order(Line line, List<Line> lines) {}")
            .source("lib.Line", "@Deprecated public record Line(String List, app.List other) {}")
            .source("app.List", "public record List(int String) {}")
            .source(
                "app.OrderHandler",
                """
                class OrderHandler implements Handler<lib.Order, lib.Order> {
                  public lib.Order handle(lib.Order order, Context context) { return order; }
                }
                """)
            .load();
    assertTrue(loader.getResource("app/OrderHandler_Json.class") != null);
  }

  @Test
  void allOfItCanBeMadeWhenAnImageIsBuiltWithoutTheUsersClasses() throws Exception {
    ClassLoader loader =
        new Compilation(folder)
            .source(
                "com.example.Orders",
                """
                public final class Orders implements Handler<Orders.Order, Orders.Bean[]> {
                  public enum Colour {
                    RED;
                    static { if (true) throw new IllegalStateException("initialised"); }
                  }
                  public record Order(List<Colour> colours, Map<Colour, Code[]> codes) {}
                  public record Code(Colour colour) {
                    static { if (true) throw new IllegalStateException("initialised"); }
                  }
                  public static class Bean {
                    public Colour colour;
                    static { if (true) throw new IllegalStateException("initialised"); }
                  }
                  public Bean[] handle(Order order, Context context) { return null; }
                }
                """)
            .load();
    assertNotNull(
        GeneratedBinding.find(loader.loadClass("com.example.Orders")).reader().valueType());

    Path classes = folder.resolve("com/example");
    String properties =
        Files.readString(
            folder.resolve(
                "META-INF/native-image/dev.whippet/com.example.Orders_Json/native-image.properties"));
    assertEquals("Args = --initialize-at-build-time=", properties.substring(0, 34));
    try (Stream<Path> files = Files.list(classes)) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.matches("Orders_Json.*\\.class"))
              .map(file -> "com.example." + file.replace(".class", ""))
              .collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(List.of(properties.substring(34).strip().split(","))));
    }
  }
}
