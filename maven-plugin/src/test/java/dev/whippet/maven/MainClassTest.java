package dev.whippet.maven;

import static dev.whippet.maven.SampleClasses.classWith;
import static dev.whippet.maven.SampleClasses.entry;
import static dev.whippet.maven.SampleClasses.implementing;
import static dev.whippet.maven.SampleClasses.plain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MainClassTest {
  private static final String ARGUMENTS = "([Ljava/lang/String;)V";
  private static final byte[] HANDLER = implementing("p.H", ACC_PUBLIC, "dev/whippet/Handler");

  private static String find(Map<String, byte[]> files, String named) {
    return MainClass.find(entry("classes", files), named);
  }

  @Test
  void theOnlyClassWithAMainIsTheFunction() {
    byte[] main = classWith("p.A", ACC_PUBLIC | ACC_STATIC, "main", ARGUMENTS);

    assertEquals("p.A", find(Map.of("p/A.class", main, "p/H.class", HANDLER), null));
  }

  @Test
  void anInstanceMainCounts() {
    assertEquals("p.A", find(Map.of("p/A.class", classWith("p.A", 0, "main", "()V")), null));
  }

  @Test
  void aPrivateMainDoesNotCount() {
    byte[] main = classWith("p.A", ACC_PRIVATE | ACC_STATIC, "main", ARGUMENTS);

    assertEquals("p.H", find(Map.of("p/A.class", main, "p/H.class", HANDLER), null));
  }

  @Test
  void anAbstractHandlerDoesNotCount() {
    byte[] base = implementing("p.B", ACC_PUBLIC | ACC_ABSTRACT, "dev/whippet/StreamHandler");

    assertEquals("p.H", find(Map.of("p/B.class", base, "p/H.class", HANDLER), null));
  }

  @Test
  void aHandlerOfAwsCounts() {
    String type = "com/amazonaws/services/lambda/runtime/RequestHandler";

    assertEquals("p.R", find(Map.of("p/R.class", implementing("p.R", ACC_PUBLIC, type)), null));
  }

  @Test
  void theNamedClassWinsAndAMethodBehindItIsLeftOut() {
    assertEquals("p.A", find(Map.of("p/A.class", plain("p.A"), "p/H.class", HANDLER), "p.A::run"));
  }

  @Test
  void severalAreAnErrorThatNamesThem() {
    byte[] other = implementing("p.I", ACC_PUBLIC, "dev/whippet/Handler");

    PackagingException e =
        assertThrows(
            PackagingException.class,
            () -> find(Map.of("p/H.class", HANDLER, "p/I.class", other), null));

    assertEquals(
        "there are 2 classes that are handlers, p.H, p.I: name the function's in <mainClass>",
        e.getMessage());
  }

  @Test
  void noneIsAnErrorWithTheRemedy() {
    PackagingException e =
        assertThrows(PackagingException.class, () -> find(Map.of("p/A.class", plain("p.A")), null));

    assertEquals(
        "no class in classes has a main method or implements dev.whippet.Handler: write one, or"
            + " name it in <mainClass>",
        e.getMessage());
  }

  @Test
  void aNameThatIsNotThereIsAnError() {
    PackagingException e =
        assertThrows(PackagingException.class, () -> find(Map.of(), "p.Missing"));

    assertEquals(
        "mainClass p.Missing is not in classes: name one of the project's own classes, a nested one"
            + " as Outer$Inner",
        e.getMessage());
  }
}
