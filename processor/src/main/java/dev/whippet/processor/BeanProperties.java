package dev.whippet.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// The properties of records and beans: those read are what core finds, those written what
/// Jackson-jr does, by reflection.
record BeanProperties(JsonTypes json) {
  /// A property.
  ///
  /// @param name its name in JSON
  /// @param type its type, with the object's type arguments in place of type variables
  /// @param member the component, field, setter or getter
  record Property(String name, TypeMirror type, Element member) {
    boolean isOptional() {
      return type instanceof DeclaredType declared
          && ((TypeElement) declared.asElement())
              .getQualifiedName()
              .contentEquals("java.util.Optional");
    }

    /// How the member is used: a field's name, or a call.
    String access(String argument) {
      String member = member().getSimpleName().toString();
      if (member().getKind() == ElementKind.FIELD) {
        return argument.isEmpty() ? member : member + " = " + argument;
      }
      return member + "(" + argument + ")";
    }
  }

  /// What can be read into an object, in the order of a record's components.
  List<Property> toRead(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<Property> components =
        element.getRecordComponents().stream()
            .map(component -> property(component.getSimpleName().toString(), type, component))
            .toList();
    return element.getKind() == ElementKind.RECORD ? components : setters(type, element);
  }

  private List<Property> setters(DeclaredType type, TypeElement element) {
    List<? extends Element> members = json.elements().getAllMembers(element);
    Map<String, Property> setters = new LinkedHashMap<>();
    ElementFilter.fieldsIn(members).stream()
        .filter(field -> isPublic(field) && !field.getModifiers().contains(Modifier.FINAL))
        .map(field -> property(field.getSimpleName().toString(), type, field))
        .forEach(property -> setters.put(property.name(), property));
    for (ExecutableElement method : ElementFilter.methodsIn(members)) {
      String name = method.getSimpleName().toString();
      if (isPublic(method)
          && method.getParameters().size() == 1
          && name.startsWith("set")
          && name.length() > 3) {
        Property setter = property(decapitalize(name.substring(3)), type, method);
        Property other = setters.get(setter.name());
        if (other == null
            || other.member().getKind() == ElementKind.FIELD
            || isTypeOfGetter(setter, members)) {
          setters.put(setter.name(), setter);
        }
      }
    }
    return List.copyOf(setters.values());
  }

  /// Of setters of one name, the one whose getter gives what it takes.
  private boolean isTypeOfGetter(Property setter, List<? extends Element> members) {
    String getter = "get" + setter.member().getSimpleName().toString().substring(3);
    return ElementFilter.methodsIn(members).stream()
        .anyMatch(method ->
            method.getSimpleName().contentEquals(getter)
                && method.getParameters().isEmpty()
                && json.types().isSameType(method.getReturnType(), setter.type()));
  }

  /// What is written of an object: a record's components in their order, a bean's getters and
  /// public fields by name; of a record its other getters too.
  List<Property> toWrite(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    boolean isRecord = element.getKind() == ElementKind.RECORD;
    Map<String, Property> properties = isRecord ? new LinkedHashMap<>() : new TreeMap<>();
    Map<String, Property> isGetters = new LinkedHashMap<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      properties.put(name, property(name, type, component));
    }
    for (TypeElement declaring : isRecord ? List.of(element) : json.lineage(element)) {
      for (Element field : ElementFilter.fieldsIn(declaring.getEnclosedElements())) {
        String name = field.getSimpleName().toString();
        if (isPublic(field) && !isGetter(properties.get(name))) {
          properties.put(name, property(name, type, field));
        }
      }
      for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
        String name = method.getSimpleName().toString();
        boolean isGetter =
            isPublic(method)
                && method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID;
        if (isGetter && name.startsWith("get") && name.length() > 3) {
          String property = decapitalize(name.substring(3));
          properties.put(property, property(property, type, method));
        } else if (isGetter && name.startsWith("is") && name.length() > 2) {
          String property = decapitalize(name.substring(2));
          isGetters.put(property, property(property, type, method));
        }
      }
    }
    isGetters.forEach((name, getter) -> {
      if (!isGetter(properties.get(name))) {
        properties.put(name, getter);
      }
    });
    return List.copyOf(properties.values());
  }

  private static boolean isGetter(Property property) {
    return property != null && property.member().getKind() != ElementKind.FIELD;
  }

  private Property property(String name, DeclaredType owner, Element member) {
    TypeMirror type = json.types().asMemberOf(owner, member);
    if (type instanceof ExecutableType method) {
      type =
          method.getParameterTypes().isEmpty()
              ? method.getReturnType()
              : method.getParameterTypes().get(0);
      if (!method.getTypeVariables().isEmpty()) { // the method's own: nothing says what they are
        type = json.resolve(type);
      }
    }
    return new Property(name, type, member);
  }

  private static boolean isPublic(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        && !member.getModifiers().contains(Modifier.STATIC);
  }

  /// As the JavaBeans specification has it: `setURL` sets `URL`, `setName` sets `name`.
  private static String decapitalize(String name) {
    if (name.length() > 1
        && Character.isUpperCase(name.charAt(0))
        && Character.isUpperCase(name.charAt(1))) {
      return name;
    }
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
