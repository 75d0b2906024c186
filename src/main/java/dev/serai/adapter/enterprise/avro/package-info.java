/** Avro schemas that lie beside a route. */
@NullMarked
package dev.serai.adapter.enterprise.avro;

import org.jspecify.annotations.NullMarked;
