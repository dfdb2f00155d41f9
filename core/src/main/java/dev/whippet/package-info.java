/// The API a function is written against.
package dev.whippet;
