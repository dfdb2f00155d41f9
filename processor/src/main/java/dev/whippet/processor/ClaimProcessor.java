package dev.whippet.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/// Claims the annotations of bindings, or javac's `-Xlint:processing` would warn that nobody does.
/// [BindingProcessor] sees all annotations, and must leave those of others to them.
@SupportedAnnotationTypes({"javax.annotation.processing.Generated", "dev.whippet.Bind"})
public final class ClaimProcessor extends AbstractProcessor {
  /// Called by javac.
  public ClaimProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // they are no other processor's
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
