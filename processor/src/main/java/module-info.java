/// An annotation processor: puts beside each handler's class the code that reads its events and
/// writes its results.
module dev.whippet.processor {
  requires java.compiler;

  provides javax.annotation.processing.Processor with
      dev.whippet.processor.BindingProcessor,
      dev.whippet.processor.ClaimProcessor;
}
