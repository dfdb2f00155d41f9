package dev.whippet.simd;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The contract on arguments, of every operation that [SimdOps] has.
class ArgumentsTest {
  private static final int LENGTH = 10;

  private static List<Method> operations() {
    return Arrays.stream(SimdOps.class.getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getParameterCount() > 1)
        .filter(m -> !m.getName().equals("warmUp"))
        .toList();
  }

  private static boolean takesSlices(Method method) {
    Class<?>[] types = method.getParameterTypes();
    return Arrays.stream(types).anyMatch(t -> t == int.class);
  }

  /// Arrays of ten, offsets 0, and ten (or less) for lengths; 1 for factors.
  private static Object[] arguments(Method method) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (types[i].isArray()) {
        arguments[i] = Array.newInstance(types[i].getComponentType(), LENGTH);
      } else if (types[i] == int.class) {
        arguments[i] = 0;
      } else {
        arguments[i] = 1f;
      }
    }
    return arguments;
  }

  /// The parameter `length`.
  private static int lengthIndex(Method method) {
    Class<?>[] types = method.getParameterTypes();
    // the last number, but that of minMax and topK is before the destination
    int last = types.length - 1;
    while (last > 0 && types[last] != int.class) {
      last--;
    }
    return last;
  }

  private static Throwable failure(Method method, Object[] arguments) {
    return assertThrows(
            InvocationTargetException.class,
            () -> method.invoke(null, arguments),
            () -> method + " " + Arrays.deepToString(arguments))
        .getCause();
  }

  @Test
  void slicesMustLieInTheirArrays() {
    List<Method> slices = operations().stream().filter(ArgumentsTest::takesSlices).toList();
    assertFalse(slices.isEmpty());
    for (Method method : slices) {
      if (method.getName().matches("gem.|.*Batch")) {
        continue;
      }
      int length = lengthIndex(method);
      for (int wrong : new int[] {LENGTH + 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        Object[] arguments = arguments(method);
        arguments[length] = wrong;
        assertInstanceOf(
            IndexOutOfBoundsException.class, failure(method, arguments), () -> "" + method);
      }
      for (int i = 0; i < length; i++) {
        if (method.getParameterTypes()[i] == int.class) {
          for (int wrong : new int[] {1, LENGTH + 1, -1, Integer.MAX_VALUE}) {
            Object[] arguments = arguments(method);
            arguments[length] = LENGTH;
            arguments[i] = wrong;
            assertInstanceOf(
                IndexOutOfBoundsException.class, failure(method, arguments), () -> "" + method);
          }
        }
      }
    }
  }

  @Test
  void wholeArraysMustBeEquallyLong() {
    int checked = 0;
    for (Method method : operations()) {
      long arrays = Arrays.stream(method.getParameterTypes()).filter(Class::isArray).count();
      if (takesSlices(method)
          || arrays < 2
          || method.getName().matches("minMax|gem.|topK|.*Batch")) {
        continue;
      }
      for (int i = 0; i < method.getParameterCount(); i++) {
        if (method.getParameterTypes()[i].isArray()) {
          Object[] arguments = arguments(method);
          arguments[i] =
              Array.newInstance(method.getParameterTypes()[i].getComponentType(), LENGTH + 1);
          assertInstanceOf(
              IllegalArgumentException.class, failure(method, arguments), () -> "" + method);
          checked++;
        }
      }
    }
    assertTrue(checked > 40);
  }

  @Test
  void nullArraysAreRefused() {
    for (Method method : operations()) {
      for (int i = 0; i < method.getParameterCount(); i++) {
        if (method.getParameterTypes()[i].isArray()) {
          Object[] arguments = arguments(method);
          arguments[i] = null;
          assertInstanceOf(
              NullPointerException.class, failure(method, arguments), () -> "" + method);
        }
      }
    }
  }

  @Test
  void destinationsMayNotLieAcrossAnInput() {
    int checked = 0;
    for (Method method : operations()) {
      Class<?>[] types = method.getParameterTypes();
      int length = lengthIndex(method);
      boolean writes =
          takesSlices(method)
              && method.getReturnType() == void.class
              && !method.getName().matches("gem.|minMax|.*Batch");
      if (!writes) {
        continue;
      }
      int to = length - 1;
      for (int i = 0; i < to - 1; i++) {
        if (types[i].isArray()) {
          Object[] arguments = arguments(method);
          arguments[i] = arguments[to - 1];
          arguments[length] = 4;
          arguments[to] = 3;
          assertInstanceOf(
              IllegalArgumentException.class, failure(method, arguments), () -> "" + method);
          checked++;
        }
      }
    }
    assertTrue(checked > 15);
  }
}
