/// The SLF4J provider for AWS Lambda: slf4j-simple with whole events, or JSON lines.
package dev.whippet.internal.logging;
