package dev.whippet.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be bound is an error where it is declared, which says what to do.
class CompileErrorsTest {
  @TempDir Path folder;

  private Compilation handler(String members) {
    return new Compilation(folder)
        .source(
            "app.Broken",
            """
            class Broken implements Handler<Broken.In, String> {
              %s
              public String handle(In event, Context context) { return ""; }
            }
            """
                .formatted(members.replace(" / ", "\n  ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interface In {} | class Broken implements Handler<Broken.In, String> { | cannot read JSON into app.Broken$In: it is abstract; declare a record or class in its place",
        "record In(Comparable<String> key) {} | record In(Comparable<String> key) {} | In.key: cannot read JSON into java.lang.Comparable<java.lang.String>: it is abstract; declare a record or class in its place",
        "record In( / List names) {} | List names) {} | In.names: cannot read JSON into java.util.List: it is a raw type; name what it is made of, <Object> if that may be anything",
        "record In( / Optional<Optional<Thread>> t) {} | Optional<Optional<Thread>> t) {} | In.t: cannot read JSON into java.lang.Thread: it is a class of the JDK that has no form in JSON",
        "record In( / Map<Double, String> map) {} | Map<Double, String> map) {} | In.map: cannot read JSON into java.lang.Double: a map's keys may be String, Integer, Long, UUID or an enum, not this",
        "record In( / EnumMap<Thread.State, String> map) {} | EnumMap<Thread.State, String> map) {} | In.map: cannot read JSON into java.util.EnumMap<java.lang.Thread$State, java.lang.String>: it needs a constructor without parameters, or to be a record",
        "static class In { / In(int i) {} } | static class In { | cannot read JSON into app.Broken$In: it needs a constructor without parameters, or to be a record",
        "static class In { / private In() {} } | private In() {} } | cannot read JSON into app.Broken$In: its constructor without parameters is not accessible to generated code in app; make it package-private or public",
        "static class In { / In() {} } | static class In { | cannot read JSON into app.Broken$In: it has neither setters nor public fields; declare a record in its place",
        "class In {} | class In {} | cannot read JSON into app.Broken$In: it belongs to an object of the class around it; make it static",
        "record In(Part p) {} / private record Part() {} | private record Part() {} | In.p: cannot read JSON into app.Broken$Part: app.Broken$Part is not accessible to generated code in app; make it package-private or public",
        "record In(E e) {} / private enum E {A} | private enum E {A} | In.e: cannot read JSON into app.Broken$E: app.Broken$E is not accessible to generated code in app; make it package-private or public",
        "static class L extends ArrayList<L> { / L() {} / static final long serialVersionUID = 1L; } / record In( / L l) {} | L l) {} | In.l: cannot read JSON into app.Broken$L: it is a container of itself; declare a record in its place",
        "static class In { / public void setBase( / Runnable r) {} } | public void setBase( | In.base: cannot read JSON into java.lang.Runnable: it is abstract; declare a record or class in its place",
        "static class In { / public Runnable base; } | public Runnable base; } | In.base: cannot read JSON into java.lang.Runnable: it is abstract; declare a record or class in its place",
      })
  void whatCannotBeRead(String members, String line, String message) {
    assertEquals(List.of(line + " | " + message), handler(members).errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enum X implements Sum { A }",
        "record X(String t) implements Sum {}",
        "record X<T>() implements Sum {}",
        "final class X implements Sum {}",
        "sealed interface X extends Sum {} record Y() implements X {}",
        "record Y() implements Sum {} class Z { record Y() implements Sum {} }",
      })
  void whatADiscriminatorCannotTellApart(String subtypes) {
    String sum = "@Bind(discriminator = \"t\") sealed interface Sum permits X {}";
    boolean twice = subtypes.contains("Z");
    List<String> errors =
        new Compilation(folder)
            .source("app.Sum", (twice ? sum.replace("X", "Y, Z.Y") : sum) + "\n" + subtypes)
            .errors();
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors
            .getFirst()
            .endsWith(
                "cannot read JSON into app.Sum: 't' cannot tell "
                    + (twice ? "app.Z$Y" : "app.X")
                    + " apart: expected a record without type parameters and component 't', of a simple name of its own"),
        errors::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interface Sum {}", "record Sum() {}", "abstract class Sum {}"})
  void aDiscriminatorIsForSealedInterfaces(String type) {
    assertEquals(
        List.of(
            "@Bind(discriminator = \"t\") "
                + type
                + " | a discriminator tells the records of a sealed interface apart: this is none"),
        new Compilation(folder).source("app.Sum", "@Bind(discriminator = \"t\") " + type).errors());
  }

  @Test
  void whatJavacRefusesIsItsErrorAlone() {
    List<String> errors = handler("record In( / int wait) {}").errors();
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors.getFirst().startsWith("int wait) {} | illegal record component name"),
        errors::toString);
  }

  @Test
  void whatCannotBeWritten() {
    List<String> errors =
        new Compilation(folder)
            .source(
                "app.Broken",
                """
                class Broken implements Handler<String, Object[]> {
                  record Out(Part part) {}
                  private record Part() {}
                  @Bind record Root(String id) { public Part getPart() { return null; } }
                  public Out[] handle(String event, Context context) { return null; }
                }
                """)
            .errors();
    assertEquals(
        List.of(
            "private record Part() {} | Root.part: cannot write app.Broken$Part as JSON:"
                + " app.Broken$Part is not accessible to generated code in app; make it"
                + " package-private or public"),
        errors);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.File",
        "java.net.URL",
        "java.util.Locale",
        "java.lang.StringBuilder",
        "java.util.concurrent.atomic.AtomicLong"
      })
  void aClassOfTheJdkThatHasNoForm(String type) {
    String remedy =
        "cannot write %s as JSON: it is a class of the JDK that has no form in JSON; declare a String or a record in its place"
            .formatted(type);
    for (String out : List.of(type, "List<" + type + ">", "Map<String, " + type + "[]>")) {
      assertEquals(
          List.of(out + " part) {} | Out.part: " + remedy),
          new Compilation(folder)
              .source(
                  "app.Broken",
                  """
                  class Broken implements Handler<String, Broken.Out> {
                    record Out(
                        %s part) {}
                    public Out handle(String event, Context context) { return null; }
                  }
                  """
                      .formatted(out))
              .errors());
    }
  }

  @Test
  void classesOfTheJdkThatResultsAloneCanHold() {
    new Compilation(folder)
        .source(
            "app.Result",
            """
            class Result implements Handler<String, Void> {
              record Out(
                  java.time.OffsetTime time,
                  java.time.MonthDay day,
                  java.time.ZoneOffset offset,
                  java.nio.file.Path path,
                  Calendar calendar,
                  Object other) {}
              static class Second implements Handler<String, Out> {
                public Out handle(String event, Context context) { return null; }
              }
              public Void handle(String event, Context context) { return null; }
            }
            """)
        .load();
  }

  @Test
  void aTypeOfALibraryIsAnErrorOfItsHandler() {
    List<String> errors =
        new Compilation(folder)
            .source(
                "app.Broken",
                """
                class Broken implements Handler<java.util.concurrent.atomic.AtomicInteger, String> {
                  public String handle(java.util.concurrent.atomic.AtomicInteger event, Context c) {
                    return "";
                  }
                }
                """)
            .errors();
    assertEquals(
        List.of(
            "class Broken implements Handler<java.util.concurrent.atomic.AtomicInteger, String> { |"
                + " cannot read JSON into java.util.concurrent.atomic.AtomicInteger: it is a class of"
                + " the JDK that has no form in JSON"),
        errors);
  }
}
