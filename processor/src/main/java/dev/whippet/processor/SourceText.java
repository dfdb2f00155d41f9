package dev.whippet.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// The body of a generated class in the making: constants, then nested classes.
final class SourceText {
  private final List<String> leaves = new ArrayList<>();
  private final List<String> containers = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private final List<String> classNames = new ArrayList<>();
  private int anonymousClasses;

  /// A constant that refers to no other.
  void leaf(String constant) {
    leaves.add("  private static final " + constant);
  }

  /// A constant that refers to others, all declared before.
  void container(String constant) {
    containers.add("  private static final " + constant);
  }

  void nestedClass(String name, String text) {
    classNames.add(name);
    classes.add(text.stripTrailing().replaceAll("(?m)^(?=.)", "  "));
  }

  /// Counts an anonymous class.
  void anonymousClass() {
    anonymousClasses++;
    classNames.add("" + anonymousClasses);
  }

  /// The binary names of the nested classes, without that of the class around them.
  List<String> classNames() {
    return classNames;
  }

  String constants() {
    return String.join("\n", leaves) + "\n" + String.join("\n", containers);
  }

  String classes() {
    return String.join("\n\n", classes);
  }

  /// A string as Java source has it.
  static String quote(String text) {
    return '"' + escape(text) + '"';
  }

  /// What is between quotes in Java source, JSON and properties alike.
  static String escape(String text) {
    return text.chars()
        .mapToObj(c ->
            switch (c) {
              case '"' -> "\\\"";
              case '\\' -> "\\\\";
              default -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : Character.toString(c);
            })
        .collect(Collectors.joining());
  }

  /// A local variable for a property.
  ///
  /// @param property the property's name
  /// @param taken names of other variables there
  static String variable(String property, Set<String> taken) {
    String name = Character.isJavaIdentifierStart(property.charAt(0)) ? property : "_" + property;
    while (taken.contains(name) || !SourceVersion.isName(name)) {
      name += "_";
    }
    return name;
  }

  /// Lines with an indentation.
  static String lines(int spaces, List<String> lines) {
    String indent = String.join("", Collections.nCopies(spaces, " "));
    return lines.stream().map(line -> indent + line).collect(Collectors.joining("\n"));
  }
}
