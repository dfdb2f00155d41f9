package dev.whippet.testing;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The types that JSON may be read into or written from, beginning with those that a handler names:
/// every type mentioned by a record's components, a bean's properties, or the supertypes of either.
final class ReachableTypes {
  private static final Set<String> OWN =
      Set.of("dev.whippet", "com.amazonaws.services.lambda.runtime");

  private final Set<Type> seen = new HashSet<>();
  private final Set<Class<?>> types = new HashSet<>();

  private ReachableTypes() {}

  static ReachableTypes of(List<Class<?>> roots) {
    ReachableTypes reachable = new ReachableTypes();
    for (Class<?> root : roots) {
      reachable.visit(root);
    }
    return reachable;
  }

  /// In the order of their names, so that the same function gives the same bytes.
  List<Class<?>> types() {
    return types.stream().sorted(Comparator.<Class<?>, String>comparing(Class::getName)).toList();
  }

  private void visit(Type type) {
    if (type == null || !seen.add(type)) {
      return;
    }
    switch (type) {
      case Class<?> c -> visitClass(c);
      case ParameterizedType p -> {
        visit(p.getRawType());
        visitAll(p.getActualTypeArguments());
      }
      case GenericArrayType a -> visit(a.getGenericComponentType());
      case WildcardType w -> visitAll(w.getUpperBounds());
      case TypeVariable<?> v -> visitAll(v.getBounds());
      default -> throw new IllegalArgumentException("unknown kind of type: " + type);
    }
  }

  private void visitAll(Type... all) {
    for (Type type : all) {
      visit(type);
    }
  }

  private void visitClass(Class<?> type) {
    if (type.isArray()) {
      types.add(type);
      visit(type.componentType());
    } else if (!type.isPrimitive() && !isKnown(type)) {
      types.add(type);
      visit(type.getGenericSuperclass());
      visitAll(type.getGenericInterfaces());
      if (!type.isInterface() && !type.isEnum() && !isContainer(type)) {
        visitProperties(type);
      }
      if (type.isSealed()) {
        visitAll(type.getPermittedSubclasses());
      }
    }
  }

  /// The JDK's, Whippet's and AWS's own types are no objects with properties.
  private static boolean isKnown(Class<?> type) {
    return type.getName().startsWith("java.") || OWN.contains(type.getPackageName());
  }

  private static boolean isContainer(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  private void visitProperties(Class<?> type) {
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        visit(component.getGenericType());
      }
      return;
    }
    for (Field field : type.getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        visit(field.getGenericType());
      }
    }
    for (Method method : type.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass() != Object.class) {
        visitProperty(method);
      }
    }
  }

  private void visitProperty(Method method) {
    String name = method.getName();
    if (method.getParameterCount() == 1 && name.startsWith("set")) {
      visit(method.getGenericParameterTypes()[0]);
    } else if (method.getParameterCount() == 0
        && (name.startsWith("get") || name.startsWith("is"))) {
      visit(method.getGenericReturnType());
    }
  }
}
