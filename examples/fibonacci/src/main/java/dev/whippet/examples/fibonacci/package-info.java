/// A function that does nothing but calculate.
package dev.whippet.examples.fibonacci;
