/** Protobuf schemas that lie beside a route. */
@NullMarked
package dev.serai.adapter.enterprise.protobuf;

import org.jspecify.annotations.NullMarked;
