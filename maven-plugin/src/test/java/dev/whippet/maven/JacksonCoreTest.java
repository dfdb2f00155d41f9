package dev.whippet.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// What the packaged copy of jackson-core leaves out, and what it does as before.
class JacksonCoreTest {
  private static final PathEntry CORE =
      PathEntry.read(SampleProject.jarOf("tools.jackson.core.JsonParser"), 25);
  private static final String PARSER = "tools/jackson/core/base/ParserMinimalBase.class";

  private static SortedMap<String, byte[]> lean() {
    return JacksonCore.lean(CORE, List.of(CORE)).orElseThrow();
  }

  private static boolean makesDecimals(byte[] classFile) {
    boolean[] found = new boolean[1];
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return !name.equals("<clinit>")
                    ? null
                    : new MethodVisitor(Opcodes.ASM9) {
                      @Override
                      public void visitTypeInsn(int opcode, String type) {
                        found[0] |= type.equals("java/math/BigDecimal");
                      }
                    };
              }
            },
            0);
    return found[0];
  }

  @Test
  void theParsersInitialiserMakesNoDecimal() {
    assertTrue(makesDecimals(CORE.files().get(PARSER)));
    assertFalse(makesDecimals(lean().get(PARSER)));
  }

  @Test
  void allElseIsAsItWasAndTheChangeIsNoted() {
    SortedMap<String, byte[]> lean = lean();
    List<String> changed =
        CORE.files().entrySet().stream()
            .filter(file -> !Arrays.equals(lean.get(file.getKey()), file.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(
        List.of("META-INF/NOTICE", "tools/jackson/core/base/ParserBase.class", PARSER), changed);
    assertTrue(new String(lean.get("META-INF/NOTICE"), UTF_8).contains("whippet-maven-plugin"));
  }

  /// The constants' only use: a number that was read as a decimal, and is asked for as an integer.
  @Test
  void theLimitsOfIntegersAreWhatTheyWere() throws Exception {
    ClassLoader changed = loader(lean());
    for (String number : List.of("3.7", "2147483647.0", "2147483648.0", "-2147483648.0", "-3e9")) {
      assertEquals(
          outcome(loader(CORE.files()), "getIntValue", number),
          outcome(changed, "getIntValue", number));
    }
    for (String number : List.of("9223372036854775807.0", "9223372036854775808.0", "-1e19")) {
      assertEquals(
          outcome(loader(CORE.files()), "getLongValue", number),
          outcome(changed, "getLongValue", number));
    }
    assertTrue(outcome(changed, "getIntValue", "-3e9").contains("out of range of `int`"));
    assertTrue(outcome(changed, "getLongValue", "-1e19").contains("out of range of `long`"));
    assertEquals("3", outcome(changed, "getIntValue", "3.7"));
  }

  private static String outcome(ClassLoader loader, String getter, String number)
      throws ReflectiveOperationException {
    Class<?> factoryClass = loader.loadClass("tools.jackson.core.json.JsonFactory");
    Class<?> contextClass = loader.loadClass("tools.jackson.core.ObjectReadContext");
    Object parser =
        factoryClass
            .getMethod("createParser", contextClass, byte[].class)
            .invoke(
                factoryClass.getConstructor().newInstance(),
                contextClass.getMethod("empty").invoke(null),
                number.getBytes(UTF_8));
    Class<?> parserClass = loader.loadClass("tools.jackson.core.JsonParser");
    parserClass.getMethod("nextToken").invoke(parser);
    parserClass.getMethod("getDecimalValue").invoke(parser);
    try {
      return String.valueOf(parserClass.getMethod(getter).invoke(parser));
    } catch (InvocationTargetException e) {
      return e.getCause().getMessage();
    }
  }

  /// Takes classes from the files, and all else from the platform.
  private static ClassLoader loader(SortedMap<String, byte[]> files) {
    return new ClassLoader(ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = files.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  @Test
  void anotherVersionOrAnotherUserOfTheConstantsLeavesItAlone() {
    SortedMap<String, byte[]> other = new TreeMap<>(CORE.files());
    other.remove(PARSER);
    PathEntry unknown = new PathEntry(CORE.path(), other, CORE.module());
    assertEquals(Optional.empty(), JacksonCore.lean(unknown, List.of(unknown)));

    PathEntry user =
        new PathEntry(
            Path.of("user.jar"),
            new TreeMap<>(
                Map.of("a/B.class", CORE.files().get("tools/jackson/core/base/ParserBase.class"))),
            Optional.empty());
    assertEquals(Optional.empty(), JacksonCore.lean(CORE, List.of(CORE, user)));
  }
}
