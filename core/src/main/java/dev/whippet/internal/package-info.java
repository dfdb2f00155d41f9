/// From an event to its answer: the invocation loop and what surrounds it.
package dev.whippet.internal;
