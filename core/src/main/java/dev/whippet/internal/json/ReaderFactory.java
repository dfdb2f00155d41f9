package dev.whippet.internal.json;

import dev.whippet.internal.json.ContainerReaders.ArrayReader;
import dev.whippet.internal.json.ContainerReaders.CollectionReader;
import dev.whippet.internal.json.ContainerReaders.MapReader;
import dev.whippet.internal.json.ContainerReaders.OptionalReader;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.jr.ob.api.ValueReader;
import tools.jackson.jr.ob.impl.AnyReader;

/// Builds the reader of a type with the readers of all it consists of, by reflection. What cannot
/// be read is said here, at the start, and not when the first such event comes.
final class ReaderFactory {
  // records and beans may contain themselves, so a reader is here before its properties are known
  private final Map<JavaType, ValueReader> readers = new HashMap<>();

  /// @throws IllegalArgumentException if there are values of the type that no JSON can stand for
  ValueReader reader(JavaType type) {
    ValueReader known = readers.get(type);
    return known != null ? known : create(type);
  }

  private ValueReader create(JavaType type) {
    Class<?> raw = type.raw();
    ValueReader scalar = ScalarReader.of(raw);
    if (scalar != null) {
      return scalar;
    } else if (raw == Object.class) {
      return AnyReader.std;
    } else if (raw.isArray()) {
      return new ArrayReader(type, reader(type.argument(0)));
    } else if (raw == Optional.class) {
      return new OptionalReader(type, reader(type.argument(0)));
    } else if (Collection.class.isAssignableFrom(raw)) {
      ValueReader element = reader(type.as(Collection.class).argument(0));
      return new CollectionReader(type, collection(type), element);
    } else if (Map.class.isAssignableFrom(raw)) {
      JavaType map = type.as(Map.class);
      return new MapReader(type, map(type), key(map.argument(0)), reader(map.argument(1)));
    } else if (raw.isRecord()) {
      return record(type);
    } else if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers())) {
      throw cannotRead(type, "it is abstract; declare a record or class in its place", null);
    } else if (raw.getName().startsWith("java.")) {
      throw cannotRead(type, "it is a class of the JDK that has no form in JSON", null);
    }
    return bean(type);
  }

  private Supplier<Collection<Object>> collection(JavaType type) {
    Class<?> raw = type.raw();
    if (raw.isAssignableFrom(ArrayList.class)) {
      return ArrayList::new;
    } else if (raw.isAssignableFrom(LinkedHashSet.class)) {
      return LinkedHashSet::new;
    } else if (raw.isAssignableFrom(TreeSet.class)) {
      return TreeSet::new;
    } else if (raw.isAssignableFrom(ArrayDeque.class)) {
      return ArrayDeque::new;
    }
    return container(type);
  }

  private Supplier<Map<Object, Object>> map(JavaType type) {
    Class<?> raw = type.raw();
    if (raw.isAssignableFrom(LinkedHashMap.class)) {
      return LinkedHashMap::new;
    } else if (raw.isAssignableFrom(TreeMap.class)) {
      return TreeMap::new;
    }
    return container(type);
  }

  @SuppressWarnings("unchecked") // of the container's interface, whatever its elements
  private <T> Supplier<T> container(JavaType type) {
    Constructor<?> constructor = defaultConstructor(type);
    return () -> {
      try {
        return (T) constructor.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " cannot be made: " + e, e);
      }
    };
  }

  private Function<String, Object> key(JavaType type) {
    Class<?> raw = type.raw();
    if (raw == String.class || raw == Object.class) {
      return name -> name;
    } else if (raw == Integer.class) {
      return Integer::valueOf;
    } else if (raw == Long.class) {
      return Long::valueOf;
    } else if (raw == UUID.class) {
      return UUID::fromString;
    } else if (raw.isEnum()) {
      return name -> ScalarReader.constant(raw, name);
    }
    throw cannotRead(
        type, "a map's keys may be String, Integer, Long, UUID or an enum, not this", null);
  }

  private ValueReader record(JavaType type) {
    RecordComponent[] components = type.raw().getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    Map<String, Integer> positions = HashMap.newHashMap(components.length);
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      positions.put(components[i].getName(), i);
    }
    Constructor<?> constructor = constructor(type, parameters);
    ObjectReader reader =
        new ObjectReader(type, (values, present) -> constructor.newInstance(values));
    readers.put(type, reader);
    List<ValueReader> properties = new ArrayList<>(components.length);
    for (RecordComponent component : components) {
      properties.add(property(type, component.getName(), component.getGenericType()));
    }
    reader.setProperties(positions, properties);
    return reader;
  }

  private ValueReader bean(JavaType type) {
    Constructor<?> constructor = defaultConstructor(type);
    Map<String, Member> setters = setters(type.raw());
    List<Member> members = List.copyOf(setters.values());
    ObjectReader reader =
        new ObjectReader(
            type,
            (values, present) -> {
              Object bean = constructor.newInstance();
              for (int i = 0; i < values.length; i++) {
                if (present[i]) {
                  set(members.get(i), bean, values[i]);
                }
              }
              return bean;
            });
    readers.put(type, reader);
    // AWS's event classes are beans whose names differ from the events' in case
    Map<String, Integer> positions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<ValueReader> properties = new ArrayList<>(members.size());
    setters.forEach((name, member) -> {
      positions.put(name, properties.size());
      JavaType owner = type.as(member.getDeclaringClass());
      Type declared =
          member instanceof Method method
              ? method.getGenericParameterTypes()[0]
              : ((Field) member).getGenericType();
      properties.add(property(owner, name, declared));
    });
    reader.setProperties(positions, properties);
    return reader;
  }

  private static void set(Member member, Object bean, Object value)
      throws ReflectiveOperationException {
    if (member instanceof Method method) {
      method.invoke(bean, value);
    } else {
      ((Field) member).set(bean, value);
    }
  }

  /// Public setters, and public fields that have none; by property name.
  private static Map<String, Member> setters(Class<?> type) {
    Map<String, Member> setters = new LinkedHashMap<>();
    for (Field field : type.getFields()) {
      if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
        setters.put(field.getName(), open(field));
      }
    }
    for (Method method : type.getMethods()) {
      String name = method.getName();
      if (method.getParameterCount() == 1
          && name.length() > 3
          && name.startsWith("set")
          && !method.isBridge()
          && !Modifier.isStatic(method.getModifiers())) {
        setters.put(decapitalize(name.substring(3)), open(method));
      }
    }
    return setters;
  }

  /// As the JavaBeans specification has it: `setURL` sets `URL`, `setName` sets `name`.
  private static String decapitalize(String name) {
    if (name.length() > 1
        && Character.isUpperCase(name.charAt(0))
        && Character.isUpperCase(name.charAt(1))) {
      return name;
    }
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private ValueReader property(JavaType owner, String name, Type declared) {
    try {
      return reader(owner.resolve(declared));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          owner.raw().getTypeName() + "." + name + ": " + e.getMessage(), e);
    }
  }

  private static Constructor<?> defaultConstructor(JavaType type) {
    return constructor(type);
  }

  private static Constructor<?> constructor(JavaType type, Class<?>... parameters) {
    try {
      return open(type.raw().getDeclaredConstructor(parameters));
    } catch (NoSuchMethodException e) {
      throw cannotRead(type, "it needs a constructor without parameters, or to be a record", e);
    }
  }

  private static <T extends AccessibleObject & Member> T open(T member) {
    try {
      member.setAccessible(true);
      return member;
    } catch (InaccessibleObjectException e) {
      Class<?> type = member.getDeclaringClass();
      throw new IllegalArgumentException(
          "cannot read JSON into "
              + type.getTypeName()
              + ": its package is closed; add 'opens "
              + type.getPackageName()
              + ";' to the module-info of "
              + type.getModule().getName(),
          e);
    }
  }

  private static IllegalArgumentException cannotRead(JavaType type, String why, Throwable cause) {
    return new IllegalArgumentException("cannot read JSON into " + type + ": " + why, cause);
  }
}
