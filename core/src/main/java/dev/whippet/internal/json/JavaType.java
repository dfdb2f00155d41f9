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
    TypeVariable<?>[] parameters = raw.getTypeParameters();
    Map<TypeVariable<?>, JavaType> bindings = HashMap.newHashMap(parameters.length);
    for (int i = 0; i < Math.min(parameters.length, arguments.size()); i++) {
      bindings.put(parameters[i], arguments.get(i));
    }
    return of(declared, bindings);
  }

  /// This type seen as one of its supertypes.
  ///
  /// @param supertype a class or interface that it is, extends or implements
  /// @return that with its arguments
  public JavaType as(Class<?> supertype) {
    if (raw == supertype) {
      return this;
    }
    for (Type type : raw.getGenericInterfaces()) {
      JavaType candidate = resolve(type);
      if (supertype.isAssignableFrom(candidate.raw)) {
        return candidate.as(supertype);
      }
    }
    return resolve(raw.getGenericSuperclass()).as(supertype);
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
    }
    TypeVariable<?> variable = (TypeVariable<?>) type;
    JavaType bound = bindings.get(variable);
    if (bound == null) {
      // a bound may name its own variable, as in <T extends Comparable<T>>: take its class only
      Map<TypeVariable<?>, JavaType> inBound = new HashMap<>(bindings);
      inBound.put(variable, UNKNOWN);
      bound = new JavaType(of(variable.getBounds()[0], inBound).raw, List.of(), true);
    }
    return bound;
  }

  private static JavaType array(JavaType component) {
    return new JavaType(component.raw.arrayType(), List.of(component));
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
    String name = raw.getTypeName();
    if (arguments.isEmpty()) {
      return name;
    }
    StringBuilder text = new StringBuilder(name).append(arguments); // which is [A, B]
    text.setCharAt(name.length(), '<');
    text.setCharAt(text.length() - 1, '>');
    return text.toString();
  }
}
