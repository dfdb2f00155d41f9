package dev.whippet;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Asks the annotation processor `whippet-processor` to bind a record, bean or enum to JSON when it
/// is compiled. For types that no handler's class names: those given to [Whippet#run(Class, Class,
/// Handler)]. Has no effect without the processor.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Bind {}
