package dev.whippet.internal.json;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A type without variables: a class, and what stands for its type parameters.
///
/// @param raw the class
/// @param arguments one for each type parameter; none for a raw type
/// @param erased whether it stands for a type variable of which only the bound is known
public record JavaType(Class<?> raw, List<JavaType> arguments, boolean erased) {
  private static final JavaType UNKNOWN = new JavaType(Object.class, List.of(), true);

  private JavaType(Class<?> raw, List<JavaType> arguments) {
    this(raw, arguments, false);
  }

  /// A type as reflection gives it.
  ///
  /// @param type any type whose variables are bounded by something that can be read
  /// @return the type, each variable replaced by its bound
  public static JavaType of(Type type) {
    return of(type, Map.of());
  }

  /// The type of a field or parameter that is declared in this type.
  ///
  /// @param declared as reflection gives it
  /// @return the type, with this type's arguments in place of variables
  public JavaType resolve(Type declared) {
    return of(declared, bindings());
  }

  /// This type seen as one of its supertypes, or null if it is none.
  ///
  /// @param supertype a class or interface
  /// @return that with its arguments
  public JavaType as(Class<?> supertype) {
    if (raw == supertype) {
      return this;
    }
    if (!supertype.isAssignableFrom(raw)) {
      return null;
    }
    Map<TypeVariable<?>, JavaType> bindings = bindings();
    List<Type> supertypes = new ArrayList<>(List.of(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      supertypes.add(raw.getGenericSuperclass());
    }
    for (Type candidate : supertypes) {
      JavaType found = of(candidate, bindings).as(supertype);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// The argument for a type parameter.
  ///
  /// @param index which parameter
  /// @return the argument; Object for a raw type
  public JavaType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : UNKNOWN;
  }

  /// Whether it, or a part of it, is less than the source code says.
  ///
  /// @return true if a type variable is in it of which only the bound is known
  public boolean isPartlyErased() {
    return erased || arguments.stream().anyMatch(JavaType::isPartlyErased);
  }

  private Map<TypeVariable<?>, JavaType> bindings() {
    TypeVariable<?>[] parameters = raw.getTypeParameters();
    Map<TypeVariable<?>, JavaType> bindings = HashMap.newHashMap(parameters.length);
    for (int i = 0; i < Math.min(parameters.length, arguments.size()); i++) {
      bindings.put(parameters[i], arguments.get(i));
    }
    return bindings;
  }

  // the JVM generates a switch over types when it first meets it, in every start: no AOT cache
  // keeps the code (JDK 25), and it costs more than all else this class does
  @SuppressWarnings("IfChainToSwitch")
  private static JavaType of(Type type, Map<TypeVariable<?>, JavaType> bindings) {
    if (type instanceof Class<?> c) {
      return c.isArray() ? array(of(c.getComponentType(), bindings)) : new JavaType(c, List.of());
    } else if (type instanceof ParameterizedType p) {
      List<JavaType> arguments = new ArrayList<>();
      for (Type argument : p.getActualTypeArguments()) {
        arguments.add(of(argument, bindings));
      }
      return new JavaType((Class<?>) p.getRawType(), List.copyOf(arguments));
    } else if (type instanceof GenericArrayType a) {
      return array(of(a.getGenericComponentType(), bindings));
    } else if (type instanceof WildcardType w) {
      return of(w.getUpperBounds()[0], bindings);
    } else if (type instanceof TypeVariable<?> v) {
      JavaType bound = bindings.get(v);
      // a bound may name its own variable, as in <T extends Comparable<T>>: take its class only
      return bound != null ? bound : new JavaType(erase(v.getBounds()[0]), List.of(), true);
    }
    throw new IllegalArgumentException("unknown kind of type: " + type);
  }

  private static JavaType array(JavaType component) {
    return new JavaType(component.raw.arrayType(), List.of(component));
  }

  @SuppressWarnings("IfChainToSwitch") // as above
  private static Class<?> erase(Type type) {
    if (type instanceof Class<?> c) {
      return c;
    } else if (type instanceof ParameterizedType p) {
      return (Class<?>) p.getRawType();
    } else if (type instanceof TypeVariable<?> v) {
      return erase(v.getBounds()[0]);
    }
    return Object.class;
  }

  // equals and hashCode are what a record has, written out: the JVM would generate them at their
  // first use, that is in each start
  @Override
  public boolean equals(Object other) {
    return other instanceof JavaType type
        && raw == type.raw
        && arguments.equals(type.arguments)
        && erased == type.erased;
  }

  @Override
  public int hashCode() {
    return 31 * raw.hashCode() + arguments.hashCode();
  }

  @Override
  public String toString() {
    if (raw.isArray()) {
      return argument(0) + "[]";
    }
    if (arguments.isEmpty()) {
      return raw.getTypeName();
    }
    StringBuilder text = new StringBuilder(raw.getTypeName()).append('<');
    for (JavaType argument : arguments) {
      text.append(argument).append(", ");
    }
    text.setLength(text.length() - 2);
    return text.append('>').toString();
  }
}
