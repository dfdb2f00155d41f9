package dev.whippet.internal.json;

import dev.whippet.json.AnyReader;
import dev.whippet.json.ArrayReader;
import dev.whippet.json.CollectionReader;
import dev.whippet.json.MapReader;
import dev.whippet.json.OptionalReader;
import dev.whippet.json.ScalarReader;
import dev.whippet.json.SealedReader;
import dev.whippet.json.StrictReader;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
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

/// Builds the reader of a type with the readers of all it consists of, by reflection. What cannot
/// be read is said here, at the start, and not when the first such event comes.
final class ReaderFactory {
  // records and beans may contain themselves, so a reader is here before its properties are known
  private final Map<JavaType, StrictReader> readers = new HashMap<>();

  /// @throws IllegalArgumentException if there are values of the type that no JSON can stand for
  StrictReader reader(JavaType type) {
    StrictReader known = readers.get(type);
    return known != null ? known : create(type);
  }

  private StrictReader create(JavaType type) {
    Class<?> raw = type.raw();
    StrictReader scalar = ScalarReader.of(raw);
    if (scalar != null) {
      return scalar;
    } else if (raw == Object.class) {
      return AnyReader.INSTANCE;
    } else if (raw.isArray()) {
      return array(type);
    } else if (raw == Optional.class) {
      return new OptionalReader(reader(type.argument(0)));
    } else if (Collection.class.isAssignableFrom(raw)) {
      return collection(type);
    } else if (Map.class.isAssignableFrom(raw)) {
      return map(type);
    } else if (raw.isRecord()) {
      return record(type);
    } else if (raw.isSealed() && !Discriminator.of(raw).isEmpty()) {
      return sealed(type, Discriminator.of(raw));
    } else if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers())) {
      throw cannotRead(type, "it is abstract; declare a record or class in its place", null);
    } else if (raw.getName().startsWith("java.")) {
      throw cannotRead(type, "it is a class of the JDK that has no form in JSON", null);
    }
    return bean(type);
  }

  private StrictReader array(JavaType type) {
    JavaType component = type.argument(0);
    return new ArrayReader(type.raw(), type.toString(), reader(component)) {
      @Override
      protected Object toArray(List<?> elements) {
        Object array = Array.newInstance(component.raw(), elements.size());
        for (int i = 0; i < elements.size(); i++) {
          Array.set(array, i, elements.get(i));
        }
        return array;
      }
    };
  }

  private StrictReader collection(JavaType type) {
    StrictReader element = reader(type.as(Collection.class).argument(0));
    Supplier<? extends Collection<?>> constructor = collectionConstructor(type);
    return new CollectionReader(type.raw(), type.toString(), element) {
      @Override
      protected Collection<?> newCollection() {
        return constructor.get();
      }
    };
  }

  private Supplier<? extends Collection<?>> collectionConstructor(JavaType type) {
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

  private StrictReader map(JavaType type) {
    JavaType map = type.as(Map.class);
    Supplier<? extends Map<?, ?>> constructor = mapConstructor(type);
    Function<String, Object> key = key(map.argument(0));
    StrictReader value = reader(map.argument(1));
    return new MapReader(type.raw(), type.toString(), map.argument(0).toString(), value) {
      @Override
      protected Map<?, ?> newMap() {
        return constructor.get();
      }

      @Override
      protected Object key(String name) {
        return key.apply(name);
      }
    };
  }

  private Supplier<? extends Map<?, ?>> mapConstructor(JavaType type) {
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
    Constructor<?> constructor = constructor(type);
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
      return name -> constant(raw, name);
    }
    throw cannotRead(
        type, "a map's keys may be String, Integer, Long, UUID or an enum, not this", null);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Enum's own type parameter is the enum
  private static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class) type, name);
  }

  private StrictReader record(JavaType type) {
    RecordComponent[] components = type.raw().getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    Map<String, Integer> positions = HashMap.newHashMap(components.length);
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      positions.put(components[i].getName(), i);
    }
    Constructor<?> constructor = constructor(type, parameters);
    ReflectiveReader reader =
        new ReflectiveReader(type, (values, present) -> constructor.newInstance(values));
    readers.put(type, reader);
    List<StrictReader> properties = new ArrayList<>(components.length);
    for (RecordComponent component : components) {
      properties.add(property(type, component.getName(), component.getGenericType()));
    }
    reader.setProperties(positions, properties);
    return reader;
  }

  private StrictReader sealed(JavaType type, String discriminator) {
    List<StrictReader> records = new ArrayList<>();
    SealedReader reader = new SealedReader(type.raw(), type.toString(), discriminator, records);
    readers.put(type, reader);
    for (Class<?> permitted : type.raw().getPermittedSubclasses()) {
      String name = permitted.getSimpleName();
      if (!Discriminator.tells(discriminator, permitted)
          || records.stream().anyMatch(other -> other.valueType().getSimpleName().equals(name))) {
        throw cannotRead(
            type,
            "'%s' cannot tell %s apart: expected a record without type parameters and component '%1$s', of a simple name of its own"
                .formatted(discriminator, permitted.getTypeName()),
            null);
      }
      records.add(reader(JavaType.of(permitted)));
    }
    return reader;
  }

  private StrictReader bean(JavaType type) {
    Map<String, Member> setters = setters(type.raw());
    Method parse = setters.isEmpty() ? parseMethod(type.raw()) : null;
    if (parse != null) {
      return ScalarReader.parsed(type.raw(), text -> parsed(parse, text));
    }
    Constructor<?> constructor = constructor(type);
    if (setters.isEmpty()) { // all that is in the event would be lost
      throw cannotRead(
          type, "it has neither setters nor public fields; declare a record in its place", null);
    }
    List<Member> members = List.copyOf(setters.values());
    ReflectiveReader reader =
        new ReflectiveReader(
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
    List<StrictReader> properties = new ArrayList<>(members.size());
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

  private static Object parsed(Method parse, String text) throws Exception {
    try {
      return parse.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }

  private static Method parseMethod(Class<?> type) {
    try {
      Method parse = type.getMethod("parse", String.class);
      return Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type
          ? open(parse)
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
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

  private StrictReader property(JavaType owner, String name, Type declared) {
    try {
      return reader(owner.resolve(declared));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          owner.raw().getTypeName() + "." + name + ": " + e.getMessage(), e);
    }
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
          "cannot read JSON into %s: its package is closed; add 'opens %s;' to the module-info of %s"
              .formatted(type.getTypeName(), type.getPackageName(), type.getModule().getName()),
          e);
    }
  }

  private static IllegalArgumentException cannotRead(JavaType type, String why, Throwable cause) {
    return new IllegalArgumentException("cannot read JSON into " + type + ": " + why, cause);
  }
}
