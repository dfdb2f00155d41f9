package dev.whippet.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whippet.internal.json.JavaType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Makes values of any type that has a form in JSON.
record RandomValues(Random random) {
  private static final ZoneId[] ZONES = {ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(-3)};

  Object value(JavaType type, int depth) {
    Class<?> raw = type.raw();
    if (raw == Void.class || !raw.isPrimitive() && (depth <= 0 || random.nextInt(8) == 0)) {
      return raw == Optional.class ? Optional.empty() : null;
    }
    return present(type, depth);
  }

  private Object present(JavaType type, int depth) {
    Class<?> raw = type.raw();
    Object scalar = scalar(raw);
    if (scalar != null) {
      return scalar;
    } else if (raw == Object.class) {
      return any(depth);
    } else if (raw.isEnum()) {
      return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
    } else if (raw == Optional.class) {
      return Optional.ofNullable(value(type.argument(0), depth - 1));
    } else if (raw.isArray()) {
      Object array = Array.newInstance(raw.componentType(), random.nextInt(4));
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, value(type.argument(0), depth - 1));
      }
      return array;
    } else if (Collection.class.isAssignableFrom(raw)) {
      Collection<Object> collection =
          container(
              raw, new ArrayList<>(), new LinkedHashSet<>(), new TreeSet<>(), new ArrayDeque<>());
      for (int i = random.nextInt(4); i > 0; i--) {
        Object element = value(type.as(Collection.class).argument(0), depth - 1);
        if (element != null || collection instanceof ArrayList) {
          collection.add(element);
        }
      }
      return collection;
    } else if (Map.class.isAssignableFrom(raw)) {
      Map<Object, Object> map = container(raw, new LinkedHashMap<>(), new TreeMap<>());
      for (int i = random.nextInt(4); i > 0; i--) {
        Object value = value(type.as(Map.class).argument(1), depth - 1);
        if (value != null || map instanceof LinkedHashMap) {
          map.put(present(type.as(Map.class).argument(0), depth), value);
        }
      }
      return map;
    }
    if (raw.getSimpleName().equals("Version")) {
      return null;
    } else if (raw.isSealed()) {
      Class<?>[] permitted = raw.getPermittedSubclasses();
      return present(JavaType.of(permitted[random.nextInt(permitted.length)]), depth);
    }
    return raw.isRecord() ? record(type, depth) : bean(type, depth);
  }

  @SafeVarargs
  @SuppressWarnings("unchecked") // of the class that is asked for
  private static <T> T container(Class<?> raw, T... candidates) {
    for (T candidate : candidates) {
      if (raw.isInstance(candidate)) {
        return candidate;
      }
    }
    return (T) make(raw, new Class<?>[0]);
  }

  private static Object make(Class<?> raw, Class<?>[] parameters, Object... arguments) {
    try {
      Constructor<?> constructor = raw.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      return null; // values that the record refuses
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(raw.getName(), e);
    }
  }

  private Object record(JavaType type, int depth) {
    RecordComponent[] components = type.raw().getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      values[i] = value(in(type, components[i].getGenericType()), depth - 1);
    }
    return make(type.raw(), parameters, values);
  }

  private Object bean(JavaType type, int depth) {
    Object bean = make(type.raw(), new Class<?>[0]);
    for (Method method : type.raw().getMethods()) {
      if (method.getName().startsWith("set")
          && !method.getName().equals("setError")
          && !method.isBridge()
          && random.nextInt(4) > 0) {
        JavaType owner = type.as(method.getDeclaringClass());
        Object value = value(in(owner, method.getGenericParameterTypes()[0]), depth - 1);
        try {
          method.setAccessible(true);
          method.invoke(bean, value);
        } catch (InvocationTargetException e) {
          assertTrue(e.getCause() instanceof IOException, e::toString); // a value that it refuses
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(type.toString(), e);
        }
      }
    }
    return bean;
  }

  /// A type as it is in another: with that one's type arguments.
  static JavaType in(JavaType owner, Type declared) {
    return owner.resolve(declared);
  }

  private Object any(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> text();
      case 1 -> random.nextInt();
      case 2 -> random.nextLong();
      case 3 -> random.nextDouble();
      case 4 -> random.nextBoolean();
      case 5 -> BigInteger.valueOf(random.nextLong()).pow(3);
      case 6 -> new ArrayList<>(List.of(any(depth - 1), any(depth - 1)));
      default -> new LinkedHashMap<>(Map.of(text(), any(depth - 1)));
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(
          "a\"\\\n\u0001\u00e4\u20ac\ud83d\ude00/ ".codePointAt(random.nextInt(8)));
    }
    return text.toString();
  }

  private double number() {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> Double.NaN;
      case 2 -> Double.MAX_VALUE;
      case 3 -> -1.0 / 3;
      default -> random.nextInt(1000);
    };
  }

  @SuppressWarnings("JavaUtilDate") // a type like others
  private Object scalar(Class<?> raw) {
    long bits = random.nextLong() >> random.nextInt(64);
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(bits >> 30, random.nextInt(1000), ZoneOffset.UTC);
    return switch (raw.getTypeName()) {
      case "byte", "java.lang.Byte" -> (byte) bits;
      case "short", "java.lang.Short" -> (short) bits;
      case "int", "java.lang.Integer" -> (int) bits;
      case "long", "java.lang.Long" -> bits;
      case "float", "java.lang.Float" -> (float) number();
      case "double", "java.lang.Double" -> number();
      case "boolean", "java.lang.Boolean" -> random.nextBoolean();
      case "char", "java.lang.Character" -> (char) random.nextInt(0xd800);
      case "java.lang.String", "java.lang.CharSequence" -> text();
      case "java.lang.Number", "java.math.BigDecimal" -> BigDecimal.valueOf(bits, 3);
      case "java.math.BigInteger" -> BigInteger.valueOf(bits).pow(3);
      case "byte[]" -> text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      case "java.util.Date" -> new Date(bits >> 20);
      case "java.time.Instant" -> Instant.ofEpochMilli(bits >> 20);
      case "java.time.LocalDate" -> time.toLocalDate();
      case "java.time.LocalDateTime" -> time;
      case "java.time.LocalTime" -> time.toLocalTime();
      case "java.time.OffsetDateTime" -> OffsetDateTime.of(time, ZoneOffset.ofHours(2));
      case "java.time.ZonedDateTime" -> ZonedDateTime.of(time, ZONES[0]);
      case "java.time.Duration" -> Duration.ofMillis(bits);
      case "java.time.Period" -> Period.of((int) bits, 1, -1);
      case "java.time.Year" -> Year.of((int) bits % 9999);
      case "java.time.YearMonth" -> YearMonth.from(LocalDate.ofEpochDay(bits % 1000));
      case "java.time.ZoneId" -> ZONES[random.nextInt(2)];
      case "java.util.UUID" -> new UUID(bits, ~bits);
      case "java.net.URI" -> URI.create("https://example.org/" + bits);
      default -> null;
    };
  }
}
