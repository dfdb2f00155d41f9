package dev.whippet.examples.simdsearch;

/// A row that was found.
///
/// @param row its index
/// @param score its cosine with the query
public record Match(int row, float score) {}
