/// A function that answers without looking at its event.
package dev.whippet.examples.minimal;
