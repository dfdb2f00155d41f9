/// A function that searches embeddings.
package dev.whippet.examples.simdsearch;
