/// Substitutions: what stands in a native image of a function for methods whose own bodies bring
/// code in that no function runs. Each has the same result, and the reason beside it.
///
/// native-image finds them on its class path, where the Maven plugin puts them for the releases of
/// GraalVM that it knows.
package dev.whippet.image;
