/// What `whippet-processor` generates code against; not for other use, and free to change with the
/// processor's version.
///
/// The generated readers and writers are Jackson-jr's [tools.jackson.jr.ob.api.ValueReader] and
/// [tools.jackson.jr.ob.api.ValueWriter], so this is the one exported package in which Jackson's
/// types appear: they work on its parser and generator themselves, with no layer between that would
/// make objects of its own for each event. The readers that core makes by reflection are the same
/// classes, so that both kinds agree in what they take and in how they refuse the rest.
package dev.whippet.json;
