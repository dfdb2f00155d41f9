/// JSON to and from Java objects, by Jackson-jr: its parser and generator, and the readers and
/// writers of [dev.whippet.json] in place of its lenient ones, with what reflection finds of
/// records and beans.
package dev.whippet.internal.json;
