/** What Camel knows, and what of it this distribution has: components, languages, data formats and the shape of the DSLs. */
@NullMarked
package dev.serai.management.lifecycle.gate.catalog;

import org.jspecify.annotations.NullMarked;
