package dev.whippet.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/// Names of types in a source file, by their simple names where those are not taken.
final class Imports {
  private final String packageName;
  private final Map<String, String> taken = new HashMap<>();
  private final SortedSet<String> imports = new TreeSet<>();

  /// @param packageName the source file's package
  Imports(String packageName) {
    this.packageName = packageName;
  }

  /// A name for what the file itself declares.
  ///
  /// @param wanted what it should be
  /// @return that, with a number behind it if it is taken
  String declare(String wanted) {
    String name = wanted;
    for (int i = 2; taken.putIfAbsent(name, "") != null; i++) {
      name = wanted + i;
    }
    return name;
  }

  /// A class that is not nested.
  String name(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    String simple = qualifiedName.substring(dot + 1);
    String holder = taken.putIfAbsent(simple, qualifiedName);
    if (holder != null && !holder.equals(qualifiedName)) {
      return qualifiedName;
    }
    String in = dot < 0 ? "" : qualifiedName.substring(0, dot);
    if (!in.equals(packageName) && !in.equals("java.lang")) {
      imports.add(qualifiedName);
    }
    return simple;
  }

  String name(TypeElement type) {
    TypeElement top = TypeNames.topLevel(type);
    String topName = top.getQualifiedName().toString();
    return name(topName) + type.getQualifiedName().toString().substring(topName.length());
  }

  /// A type with its arguments; a type variable as its bound.
  String name(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> name(((ArrayType) type).getComponentType()) + "[]";
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        String name = name((TypeElement) declared.asElement());
        String arguments =
            String.join(", ", declared.getTypeArguments().stream().map(this::name).toList());
        yield arguments.isEmpty() ? name : name + "<" + arguments + ">";
      }
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        if (wildcard.getExtendsBound() != null) {
          yield "? extends " + name(wildcard.getExtendsBound());
        }
        yield wildcard.getSuperBound() == null ? "?" : "? super " + name(wildcard.getSuperBound());
      }
      default -> TypeNames.binary(type);
    };
  }

  SortedSet<String> statements() {
    return imports;
  }
}
