package dev.whippet.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of a type, and how error messages name it.
class JavaTypeTest {
  interface Source<T> {}

  interface Marker {}

  static class Base<A, B> implements Marker, Source<Map<B, A[]>> {}

  static class Middle<B> extends Base<Integer, B> {}

  static final class End extends Middle<String> {}

  static final class Tree extends ArrayList<Tree> {
    private static final long serialVersionUID = 1L;
  }

  @SuppressWarnings({"unused", "rawtypes"}) // read by reflection
  static class Fields<
      T, N extends Number, C extends Comparable<C>, L extends List<N>, D extends N> {
    String plain;
    int[][] arrays;
    List<? extends Number> bounded;
    List<? super Integer> unbounded;
    Map<String, List<T>> nested;
    List<T>[] generics;
    List raw;
    T variable;
    N number;
    C comparable;
    L list;
    D dependent;
    Map.Entry<String, Long> entry;
  }

  private static Type field(String name) throws NoSuchFieldException {
    return Fields.class.getDeclaredField(name).getGenericType();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain      | java.lang.String                                         | false",
        "arrays     | int[][]                                                  | false",
        "bounded    | java.util.List<java.lang.Number>                         | false",
        "unbounded  | java.util.List<java.lang.Object>                         | false",
        "nested     | java.util.Map<java.lang.String, java.util.List<java.lang.Object>> | true",
        "generics   | java.util.List<java.lang.Object>[]                       | true",
        "raw        | java.util.List                                           | false",
        "variable   | java.lang.Object                                         | true",
        "number     | java.lang.Number                                         | true",
        "comparable | java.lang.Comparable                                     | true",
        "list       | java.util.List                                           | true",
        "dependent  | java.lang.Number                                         | true",
        "entry      | java.util.Map$Entry<java.lang.String, java.lang.Long>    | false",
      })
  void aVariableIsItsBound(String field, String name, boolean erased) throws Exception {
    JavaType type = JavaType.of(field(field));
    assertEquals(name, type.toString());
    assertEquals(erased, type.isPartlyErased());
  }

  @Test
  void aFieldIsResolvedInItsOwner() throws Exception {
    JavaType owner =
        new Object() {
          @SuppressWarnings("unused") // read by reflection
          Fields<End, Long, String, List<Long>, Long> field;

          JavaType type() throws NoSuchFieldException {
            return JavaType.of(getClass().getDeclaredField("field").getGenericType());
          }
        }.type();
    String end = End.class.getName();
    assertEquals(
        "java.util.Map<java.lang.String, java.util.List<" + end + ">>",
        owner.resolve(field("nested")).toString());
    assertEquals("java.util.List<" + end + ">[]", owner.resolve(field("generics")).toString());
    assertEquals("java.util.List<java.lang.Long>", owner.resolve(field("list")).toString());
    assertFalse(owner.isPartlyErased());
    // of a raw type nothing is known but the bounds
    assertEquals("java.lang.Number", JavaType.of(Fields.class).resolve(field("number")).toString());
  }

  @Test
  void aSupertypeHasTheArgumentsOfTheSubtype() {
    JavaType end = JavaType.of(End.class);
    assertEquals(end, end.as(End.class));
    assertEquals(
        "java.util.Map<java.lang.String, java.lang.Integer[]>",
        end.as(Source.class).argument(0).toString());
    assertEquals(JavaType.of(Marker.class), end.as(Marker.class));
    JavaType tree = JavaType.of(Tree.class);
    assertEquals(tree, tree.as(Collection.class).argument(0));
    assertTrue(JavaType.of(Middle.class).as(Source.class).isPartlyErased());
  }

  @Test
  void aRawTypeHasUnknownArguments() {
    JavaType unknown = JavaType.of(List.class).argument(0);
    assertEquals(Object.class, unknown.raw());
    assertTrue(unknown.isPartlyErased());
  }

  @Test
  void typesAreEqualIfAllTheirPartsAre() throws Exception {
    assertEquals(JavaType.of(field("nested")), JavaType.of(field("nested")));
    assertEquals(JavaType.of(field("nested")).hashCode(), JavaType.of(field("nested")).hashCode());
    assertNotEquals(JavaType.of(field("bounded")), JavaType.of(field("unbounded")));
    assertNotEquals(JavaType.of(field("bounded")), JavaType.of(field("raw")));
    assertNotEquals(JavaType.of(field("variable")), JavaType.of(Object.class));
    assertNotEquals(JavaType.of(Object.class), (Object) Object.class);
  }
}
