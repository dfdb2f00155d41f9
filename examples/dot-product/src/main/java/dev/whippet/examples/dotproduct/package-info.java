/// A function that calculates a dot product.
package dev.whippet.examples.dotproduct;
