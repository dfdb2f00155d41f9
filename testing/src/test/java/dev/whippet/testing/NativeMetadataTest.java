package dev.whippet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.Context;
import dev.whippet.Handler;
import dev.whippet.ResponseStream;
import dev.whippet.StreamHandler;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMetadataTest {
  enum Colour {
    RED
  }

  record Item(String name, Colour colour, Instant at) {}

  record Order(List<? extends Item> items, Map<Colour, Price<Currency>> prices) {}

  record Price<C>(long cents, C currency) {}

  static final class Currency {
    private Optional<Country> country = Optional.empty();
    private Item[] items = {};

    public void setCountry(Optional<Country> value) {
      country = value;
    }

    public void setItems(Item[] value) {
      items = value.clone();
    }

    public Shop getShop() {
      return new Shop(country.isPresent() && items.length > 0);
    }
  }

  record Country(String code) {}

  record Shop(boolean known) {}

  record Unused() {}

  abstract static class Base<T> implements Handler<T, Map<String, ?>> {}

  static final class Orders extends Base<Order> {
    @Override
    public Map<String, ?> handle(Order event, Context context) {
      return Map.of("unused", new Unused());
    }
  }

  private static Set<String> names(Class<?>... roots) {
    return ReachableTypes.of(List.of(roots)).types().stream()
        .map(Class::getSimpleName)
        .collect(Collectors.toSet());
  }

  static final class Bound implements Handler<Country, Shop> {
    @Override
    public Shop handle(Country event, Context context) {
      return new Shop(true);
    }
  }

  interface Shape {}

  static final class Abstract implements Handler<Country, Shape> {
    @Override
    public Shape handle(Country event, Context context) {
      return null;
    }
  }

  @Test
  void whatTheProcessorHasBoundNeedsNone() {
    String bound = NativeMetadata.json(List.of(Bound.class));
    assertTrue(bound.contains("$Bound\""), bound);
    assertFalse(bound.contains("Country"), bound);
    assertTrue(NativeMetadata.json(List.of(Abstract.class)).contains("Shape"));
  }

  static final class Bytes implements Handler<byte[], InputStream> {
    @Override
    public InputStream handle(byte[] event, Context context) {
      return InputStream.nullInputStream();
    }
  }

  static final class Stream implements StreamHandler {
    @Override
    public void handle(InputStream event, ResponseStream response, Context context) {}
  }

  sealed interface Result permits Result.Done {
    record Done() implements Result {}
  }

  abstract static class Closed implements Handler<Country, Result> {}

  static final class Inherited extends Closed {
    @Override
    public Result handle(Country event, Context context) {
      return new Result.Done();
    }
  }

  static final class Main {}

  private static List<Class<?>> unbound(Class<?>... roots) {
    return NativeMetadata.unbound(List.of(roots));
  }

  @Test
  void anImageNeedsReflectionForWhatHasNoBinding() {
    assertEquals(List.of(), unbound(Main.class, Bound.class, Bytes.class, Stream.class));
    assertEquals(List.of(Orders.class), unbound(Orders.class));
    assertEquals(List.of(Orders.class), unbound(Main.class, Orders.class, Bound.class));
    assertEquals(List.of(Country.class), unbound(Main.class, Bound.class, Country.class));
    assertEquals(
        List.of(Main.class), unbound(Main.class, Main.class), "read, as its name is twice");
  }

  @Test
  void aResultThatIsWrittenByItsClassNeedsReflectionUnlessItIsSealed() {
    assertEquals(List.of(Abstract.class), unbound(Abstract.class));
    assertEquals(List.of(), unbound(Inherited.class));
  }

  @Test
  void nothingIsKnownOfAMainClassThatNamesNoHandler() {
    assertEquals(List.of(Main.class), unbound(Main.class));
  }

  @Test
  void findsWhatAHandlersTypesConsistOf() {
    assertEquals(
        Set.of(
            "Orders",
            "Base",
            "Order",
            "Item",
            "Item[]",
            "Colour",
            "Price",
            "Currency",
            "Country",
            "Shop"),
        names(Orders.class));
    assertEquals(Set.of("Country"), names(Country.class));
  }

  @Test
  void writesNativeImagesFormat(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("metadata.json");

    NativeMetadata.main(file.toString(), Currency.class.getName());

    Map<String, Object> metadata = Json.object(Files.readAllBytes(file));
    List<?> entries = (List<?>) metadata.get("reflection");
    assertEquals(Set.of("reflection"), metadata.keySet());
    Map<?, ?> item =
        entries.stream()
            .<Map<?, ?>>map(entry -> (Map<?, ?>) entry)
            .filter(entry -> Item.class.getName().equals(entry.get("type")))
            .findFirst()
            .orElseThrow();
    assertEquals(Item.class.getName(), item.get("type"));
    assertEquals(true, item.get("allDeclaredConstructors"));
    assertEquals(true, item.get("allPublicMethods"));
    assertTrue(entries.contains(Map.of("type", Item.class.getName() + "[]")), entries.toString());
  }
}
