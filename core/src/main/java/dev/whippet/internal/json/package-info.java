/// JSON to and from Java objects, by Jackson-jr: its parser and generator, and strict readers
/// written to its extension API in place of its lenient ones. No Jackson type leaves this package.
package dev.whippet.internal.json;
