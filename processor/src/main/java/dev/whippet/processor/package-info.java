/// Generates, for each handler of a compilation, the JSON binding of its types.
///
/// [dev.whippet.processor.BindingProcessor] finds the handlers; [dev.whippet.processor.JsonTypes]
/// says what form a type has in JSON; [dev.whippet.processor.ReaderCode] and
/// [dev.whippet.processor.WriterCode] make of that the readers and writers, and
/// [dev.whippet.processor.BindingSource] the source file.
package dev.whippet.processor;
