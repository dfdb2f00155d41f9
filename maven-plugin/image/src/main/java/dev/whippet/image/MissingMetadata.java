package dev.whippet.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/// Says what is missing from a function's metadata in a sentence. native-image adds the lines of
/// JSON to write, and brings the classes that write them into every image.
@TargetClass(className = "com.oracle.svm.core.MissingRegistrationUtils")
final class MissingMetadata {
  private MissingMetadata() {}

  @Substitute
  static String registrationMessage(
      String action, String element, String json, String manner, String section, String link) {
    return "Cannot "
        + (manner.isEmpty() ? "" : manner + " ")
        + action
        + " "
        + element
        + ": name it in the section '"
        + section
        + "' of a reachability-metadata.json in META-INF/native-image and build the image again, see https://www.graalvm.org/latest/reference-manual/native-image/metadata/#"
        + link;
  }

  @Substitute
  static String elementToJSON(Element element) {
    return "";
  }

  @TargetClass(className = "jdk.graal.compiler.util.json.JsonPrintable")
  interface Element {}
}
