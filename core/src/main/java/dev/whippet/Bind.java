package dev.whippet;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Asks the annotation processor `whippet-processor` to bind a record, bean, enum or sealed
/// interface to JSON when it is compiled. For types that no handler's class names: those given to
/// [Whippet#run(Class, Class, Handler)]. Apart from [#discriminator] it has no effect without the
/// processor.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Bind {
  /// The field of JSON that tells the records of a sealed interface apart, as `type`: its value is
  /// the record's simple name. It may stand anywhere among the fields of an event; wherever such a
  /// record is written, it comes first.
  ///
  /// @return empty for a type that is no sealed interface, and for one that is only written
  String discriminator() default "";
}
