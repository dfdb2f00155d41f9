package dev.whippet.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Makes the collections and maps that events are read into, where their types leave it open: the
/// JDK's that keep the order of the event, if they are of the type. No lambdas, each of which would
/// be a class that the JVM makes in each start.
public final class Containers implements Supplier<Object> {
  private final Class<?> type;

  private Containers(Class<?> type) {
    this.type = type;
  }

  /// What makes empty containers of a class.
  ///
  /// @param type a collection's or map's class
  /// @return null if none of the JDK's usual ones is of the class
  public static Supplier<?> of(Class<?> type) {
    Containers containers = new Containers(type);
    return containers.get() == null ? null : containers;
  }

  @Override
  public Object get() {
    if (type.isAssignableFrom(ArrayList.class)) {
      return new ArrayList<>();
    } else if (type.isAssignableFrom(LinkedHashMap.class)) {
      return new LinkedHashMap<>();
    } else if (type.isAssignableFrom(LinkedHashSet.class)) {
      return new LinkedHashSet<>();
    } else if (type.isAssignableFrom(TreeSet.class)) {
      return new TreeSet<>();
    } else if (type.isAssignableFrom(TreeMap.class)) {
      return new TreeMap<>();
    }
    return type.isAssignableFrom(ArrayDeque.class) ? new ArrayDeque<>() : null;
  }
}
