package corpus;

import dev.whippet.Bind;
import dev.whippet.Context;
import dev.whippet.Handler;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

/** Types of every kind that has a form in JSON. */
public final class Corpus {
  private Corpus() {}

  @Bind
  record Scalars(
      byte b, Byte bb, short s, Short ss, int i, Integer ii, long l, Long ll, float f, Float ff,
      double d, Double dd, boolean z, Boolean zz, char c, Character cc, String string,
      CharSequence text, Number number, BigInteger big, BigDecimal decimal, byte[] bytes) {}

  @Bind
  record Written(
      Instant instant, LocalDate date, LocalDateTime local, OffsetDateTime offset,
      ZonedDateTime zoned, LocalTime time, Duration duration, Period period, Year year,
      YearMonth month, ZoneId zone, UUID uuid, URI uri, Date old, DayOfWeek day) {}

  @Bind
  enum Size {
    SMALL,
    LARGE {
      @Override
      public String toString() {
        return "very large";
      }
    };

    @Override
    public String toString() {
      return "the size " + name();
    }
  }

  static final class Tags extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Tags() {}
  }

  @Bind
  record Containers(
      Collection<Integer> collection, Set<String> set, SortedSet<String> sorted,
      Deque<String> deque, LinkedList<String> linked, Tags tags,
      Map<Integer, String> byInt, Map<Long, Instant> byLong, Map<UUID, String> byUuid,
      Map<Size, Optional<Integer>> bySize, SortedMap<String, String> sortedMap,
      ConcurrentHashMap<String, Boolean> concurrent, int[] ints, long[] longs, double[] doubles,
      float[] floats, short[] shorts, boolean[] booleans, String[][] strings, Size[] sizes,
      List<Size> sizeList, List<? extends Number> numbers, Optional<List<Scalars>> scalars,
      List<Optional<String>> optionals, Map<String, Map<String, List<Node>>> deep,
      List<int[]> arrays, List<String>[] lists, Object any, List<Object> anything,
      Map<String, Object> document, Optional<Object> perhaps) {}

  @Bind
  record Node(String name, Node next, List<Node> children, Optional<Node> other) {}

  @Bind
  record Empty() {}

  /** Names that Java, or the generated code, has for something else. */
  @Bind
  record Names(
      String reader, String parser, String field, String object, String e, String context,
      String generator, String value, String $, String _a, String \u00e4\u20ac, int has_a) {}

  /** A record that checks its values, and has a getter beside its components. */
  @Bind
  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException(from + " > " + to);
      }
    }

    public int getLength() {
      return to - from;
    }

    public static Range getNone() {
      return null;
    }
  }

  public abstract static class Base<T> {
    private T content;
    public int version = 7;
    protected String hidden = "h";
    public final String fixed = "f";
    public static String shared = "s";

    public T getContent() {
      return content;
    }

    public void setContent(T content) {
      this.content = content;
    }

    public abstract String getKind();
  }

  @Bind
  static class Bean extends Base<List<Range>> {
    private String clazz;
    private boolean ready;
    private String url = "u";
    private int count = 5;
    private Bean other;

    Bean() {}

    @Override
    public String getKind() {
      return "bean";
    }

    public String getClazz() {
      return clazz;
    }

    public void setClazz(String clazz) throws IOException {
      if (clazz != null && clazz.isEmpty()) {
        throw new IOException("no class");
      }
      this.clazz = clazz;
    }

    public boolean isReady() {
      return ready;
    }

    public Bean setReady(boolean ready) {
      this.ready = ready;
      return this;
    }

    public String getURL() {
      return url;
    }

    public void setURL(String url) {
      this.url = url;
    }

    public int getDefault() {
      return count;
    }

    public void setDefault(int count) {
      this.count = count;
    }

    public Bean getOther() {
      return other;
    }

    public void setOther(Bean other) {
      this.other = other;
    }

    public void setError(String error) {
      throw new AssertionError(error);
    }

    String getPrivateThing() {
      return "no";
    }
  }

  /** Read from a string, since it has no properties to set. */
  public static final class Version {
    private final int major;

    private Version(int major) {
      this.major = major;
    }

    public int getMajor() {
      return major;
    }

    public static Version parse(String text) {
      return new Version(Integer.parseInt(text));
    }
  }

  @Bind
  record Release(Version version, List<Version> others) {}

  @Bind
  static class Failing {
    public String name;

    public String getText() {
      throw new IllegalStateException("no text");
    }
  }

  /** What a bean's writer meets at run time although nothing names it. */
  static final class SpecialBean extends Bean {
    public int getExtra() {
      return 1;
    }
  }

  record Page<T>(List<T> items, Optional<T> first, int total, Page<T> next) {}

  record Order(String id, Size size, Map<String, Page<Range>> pages) {}

  public static final class Paged implements Handler<Page<List<Order>>, Map<String, Page<Order>>> {
    @Override
    public Map<String, Page<Order>> handle(Page<List<Order>> event, Context context) {
      return Map.of();
    }
  }

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  sealed abstract static class Polygon implements Shape {
    public abstract int getCorners();
  }

  static final class Square extends Polygon {
    @Override
    public int getCorners() {
      return 4;
    }
  }

  record Group<T>(T one) implements Shape {}

  enum Constant implements Shape {
    POINT
  }

  record Drawing(Shape shape, List<Shape> shapes, Map<String, Polygon> polygons) {}

  static final class Draw implements Handler<Integer, Drawing> {
    @Override
    public Drawing handle(Integer event, Context context) {
      return null;
    }
  }

  @Bind(discriminator = "type")
  sealed interface Event {}

  @Bind(discriminator = "kind")
  sealed interface Change {}

  record Created(String id, Range range, List<Event> causes) implements Event, Change {}

  record Deleted() implements Event {}

  record Renamed(Event before, Optional<Change> after, Created origin) implements Change, Event {}

  @Bind
  record Batch(
      Event first, List<Event> events, Map<String, Change> changes, Change[] array, Deleted last,
      Optional<Event> perhaps) {}

  abstract static class Between<A, B> implements Handler<List<B>, A> {}

  /** Through a supertype; of types that need no reader of their own. */
  static final class Through extends Between<Object, Bean> {
    @Override
    public Object handle(List<Bean> event, Context context) {
      return event;
    }
  }

  record Text() implements Handler<String, Void> {
    @Override
    public Void handle(String event, Context context) {
      return null;
    }
  }

  static final class Bytes implements Handler<byte[], Node[]> {
    @Override
    public Node[] handle(byte[] event, Context context) {
      return new Node[0];
    }
  }
}
