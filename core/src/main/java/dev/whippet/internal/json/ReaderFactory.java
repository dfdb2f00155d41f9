package dev.whippet.internal.json;

import dev.whippet.json.AnyReader;
import dev.whippet.json.ArrayReader;
import dev.whippet.json.CollectionReader;
import dev.whippet.json.Containers;
import dev.whippet.json.MapReader;
import dev.whippet.json.OptionalReader;
import dev.whippet.json.ScalarReader;
import dev.whippet.json.ScalarReader.Conversion;
import dev.whippet.json.SealedReader;
import dev.whippet.json.StrictReader;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Builds the reader of a type with the readers of all it consists of, by reflection. What cannot
/// be read is said here, at the start, and not when the first such event comes.
final class ReaderFactory {
  private static final String READ = "read JSON into";

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
    Object empty = Array.newInstance(type.raw().getComponentType(), 0);
    return new ArrayReader(empty, type.toString(), reader(type.argument(0)));
  }

  private StrictReader collection(JavaType type) {
    StrictReader element = reader(type.as(Collection.class).argument(0));
    return new CollectionReader(type.raw(), type.toString(), element, container(type));
  }

  private StrictReader map(JavaType type) {
    JavaType map = type.as(Map.class);
    Class<?> key = map.argument(0).raw();
    StrictReader value = reader(map.argument(1));
    return new MapReader(type.raw(), type.toString(), key, value, container(type));
  }

  private static Supplier<?> container(JavaType type) {
    Supplier<?> usual = Containers.of(type.raw());
    if (usual != null) {
      return usual;
    }
    Constructor<?> constructor = constructor(type);
    return () -> {
      try {
        return Reflection.call(constructor, null);
      } catch (Exception e) {
        throw new IllegalStateException(type + " cannot be made: " + e, e);
      }
    };
  }

  private StrictReader record(JavaType type) {
    RecordComponent[] components = type.raw().getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    Map<String, JavaType> properties = LinkedHashMap.newLinkedHashMap(components.length);
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      properties.put(components[i].getName(), type.resolve(components[i].getGenericType()));
    }
    Constructor<?> constructor = constructor(type, parameters);
    return object(type, properties, values -> Reflection.call(constructor, null, values));
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
      return ScalarReader.parsed(type.raw(), text -> Reflection.call(parse, null, text));
    }
    Constructor<?> constructor = constructor(type);
    if (setters.isEmpty()) { // all that is in the event would be lost
      throw cannotRead(
          type, "it has neither setters nor public fields; declare a record in its place", null);
    }
    List<Member> members = List.copyOf(setters.values());
    Map<String, JavaType> properties = LinkedHashMap.newLinkedHashMap(members.size());
    setters.forEach((name, member) -> {
      Type declared =
          member instanceof Method method
              ? method.getGenericParameterTypes()[0]
              : ((Field) member).getGenericType();
      properties.put(name, type.as(member.getDeclaringClass()).resolve(declared));
    });
    return object(
        type,
        properties,
        values -> {
          Object bean = Reflection.call(constructor, null);
          for (int i = 0; i < values.length; i++) {
            if (!ReflectiveReader.MISSING.equals(values[i])) {
              set(members.get(i), bean, values[i]);
            }
          }
          return bean;
        });
  }

  private StrictReader object(
      JavaType type, Map<String, JavaType> properties, Conversion<Object[]> shape) {
    ReflectiveReader object = new ReflectiveReader(type, shape);
    readers.put(type, object);
    Map<String, StrictReader> values = LinkedHashMap.newLinkedHashMap(properties.size());
    properties.forEach((name, property) -> {
      try {
        values.put(name, reader(property));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            type.raw().getTypeName() + "." + name + ": " + e.getMessage(), e);
      }
    });
    object.setProperties(values);
    return object;
  }

  private static Method parseMethod(Class<?> type) {
    try {
      Method parse = type.getMethod("parse", String.class);
      return Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type
          ? Reflection.open(parse, READ)
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static void set(Member member, Object bean, Object value) throws Exception {
    if (member instanceof Method method) {
      Reflection.call(method, bean, value);
    } else {
      ((Field) member).set(bean, value);
    }
  }

  /// Public setters, and public fields that have none; by property name.
  private static Map<String, Member> setters(Class<?> type) {
    Map<String, Member> setters = new LinkedHashMap<>();
    for (Field field : type.getFields()) {
      if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
        setters.put(field.getName(), Reflection.open(field, READ));
      }
    }
    for (Method method : type.getMethods()) {
      String name = method.getName();
      if (method.getParameterCount() == 1
          && name.length() > 3
          && name.startsWith("set")
          && !method.isBridge()
          && !Modifier.isStatic(method.getModifiers())) {
        setters.put(decapitalize(name.substring(3)), Reflection.open(method, READ));
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

  private static Constructor<?> constructor(JavaType type, Class<?>... parameters) {
    try {
      return Reflection.open(type.raw().getDeclaredConstructor(parameters), READ);
    } catch (NoSuchMethodException e) {
      throw cannotRead(type, "it needs a constructor without parameters, or to be a record", e);
    }
  }

  private static IllegalArgumentException cannotRead(JavaType type, String why, Throwable cause) {
    return new IllegalArgumentException("cannot " + READ + " " + type + ": " + why, cause);
  }
}
