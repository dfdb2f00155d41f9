package dev.whippet.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whippet.EventFormatException;
import dev.whippet.json.AnyReader;
import dev.whippet.json.AnyWriter;
import dev.whippet.json.Binding;
import dev.whippet.json.CollectionReader;
import dev.whippet.json.ScalarReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.api.ValueWriter;

/// A binding is found by its name, and read with once before the first event.
class GeneratedBindingTest {
  private static final class Orders {
    private Orders() {}
  }

  private static final class Failing {
    private Failing() {}
  }

  private static final class Unbound {
    private Unbound() {}
  }

  /// Stands for what the processor would generate.
  static class OrdersBinding implements Binding {
    final List<Object> made = new ArrayList<>();

    @Override
    public ValueReader reader() {
      return new CollectionReader(List.class, "orders", ScalarReader.of(int.class), this::make);
    }

    private Object make() {
      List<Object> orders = new ArrayList<>();
      made.add(orders);
      return orders;
    }

    @Override
    public ValueWriter writer() {
      return AnyWriter.INSTANCE;
    }

    @Override
    public String sample() {
      return "[1]";
    }
  }

  @Test
  void aBindingIsFoundByTheNameOfItsClass() {
    assertInstanceOf(GeneratedBindingTest_Orders_Json.class, GeneratedBinding.find(Orders.class));
    assertNull(GeneratedBinding.find(Unbound.class));
    assertNull(GeneratedBinding.find(String.class));
  }

  @Test
  void aBindingThatCannotBeMadeIsNamed() {
    Exception e =
        assertThrows(IllegalStateException.class, () -> GeneratedBinding.find(Failing.class));
    String start = GeneratedBindingTest.class.getName() + "_Failing_Json cannot be made: ";
    assertEquals(start, e.getMessage().substring(0, start.length()));
    assertNotNull(e.getCause());
  }

  @Test
  void theSampleIsReadBeforeTheFirstEvent() {
    OrdersBinding binding = new OrdersBinding();
    JsonBinding.EventReader<List<Integer>> reader = new JsonBinding().primed(binding);
    assertEquals(List.of(List.of(1)), binding.made);
    assertEquals(List.of(2, 3), reader.read("[2,3]".getBytes(UTF_8)));
  }

  @Test
  void aSampleThatIsRefusedDoesNotKeepEventsFromBeingRead() {
    Binding binding =
        new OrdersBinding() {
          @Override
          public String sample() {
            return "[\"made up\"]";
          }
        };
    JsonBinding.EventReader<List<Integer>> reader = new JsonBinding().primed(binding);
    assertEquals(List.of(2), reader.read("[2]".getBytes(UTF_8)));
    assertThrows(EventFormatException.class, () -> reader.read("{}".getBytes(UTF_8)));
    assertEquals(
        List.of(1), new JsonBinding().reader(AnyReader.INSTANCE).read("[1]".getBytes(UTF_8)));
  }
}
