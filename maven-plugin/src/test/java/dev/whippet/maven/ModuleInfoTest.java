package dev.whippet.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModuleInfoTest {
  private static final ModuleInfo MODULE =
      new ModuleInfo(
          "m",
          new TreeSet<>(Set.of("a", "a.b")),
          new TreeSet<>(Set.of("java.base", "java.sql", "org.slf4j")),
          new TreeSet<>(),
          new TreeSet<>(Set.of("s.Service")),
          new TreeMap<>(java.util.Map.of("s.Service", List.of("a.B", "a.A"))));

  @Test
  void writesADescriptorThatTheJdkReads() throws IOException {
    ModuleDescriptor read = ModuleDescriptor.read(new ByteArrayInputStream(MODULE.toOpenModule()));

    assertEquals("m", read.name());
    assertTrue(read.isOpen());
    assertEquals(Set.of("a", "a.b"), read.packages());
    assertEquals(
        Set.of("java.base", "java.sql", "org.slf4j"),
        read.requires().stream().map(ModuleDescriptor.Requires::name).collect(Collectors.toSet()));
    assertEquals(Set.of("s.Service"), read.uses());
    ModuleDescriptor.Provides provides = read.provides().iterator().next();
    assertEquals("s.Service", provides.service());
    assertEquals(List.of("a.B", "a.A"), provides.providers(), "order is the providers' precedence");
  }

  @Test
  void readsWhatItWrote() {
    ModuleInfo read = ModuleInfo.parse(MODULE.toOpenModule());

    assertEquals(MODULE.name(), read.name());
    assertEquals(MODULE.requires(), read.requires());
    assertEquals(MODULE.uses(), read.uses());
    assertEquals(MODULE.provides(), read.provides());
  }

  @Test
  void doesNotNeedWhatIsRequiredAtCompileTimeOnly() throws IOException {

    byte[] descriptor = SampleClasses.moduleWithStaticRequirement("m", "java.sql", "optional.one");

    assertEquals(Set.of("java.sql"), ModuleInfo.parse(descriptor).requires());
    assertEquals(Set.of("optional.one"), ModuleInfo.parse(descriptor).optional());
  }
}
