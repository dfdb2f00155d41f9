package dev.whippet.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The collections and maps that events are read into, where their types leave it open.
public final class Containers {
  private Containers() {}

  /// What makes empty containers of a class: the JDK's that keep the order of the event, if they
  /// are of the class.
  ///
  /// @param type a collection's or map's class
  /// @return null if none of the JDK's usual ones is of the class
  public static Supplier<?> of(Class<?> type) {
    if (type.isAssignableFrom(ArrayList.class)) {
      return ArrayList::new;
    } else if (type.isAssignableFrom(LinkedHashMap.class)) {
      return LinkedHashMap::new;
    } else if (type.isAssignableFrom(LinkedHashSet.class)) {
      return LinkedHashSet::new;
    } else if (type.isAssignableFrom(TreeSet.class)) {
      return TreeSet::new;
    } else if (type.isAssignableFrom(TreeMap.class)) {
      return TreeMap::new;
    } else if (type.isAssignableFrom(ArrayDeque.class)) {
      return ArrayDeque::new;
    }
    return null;
  }
}
