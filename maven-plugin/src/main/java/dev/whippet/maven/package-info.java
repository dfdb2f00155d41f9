/// The goals, and one class for each thing a package is made of. Everything here runs in Maven's
/// own JVM, which may be Java 17; the JDK that a function is built with is forked.
package dev.whippet.maven;
