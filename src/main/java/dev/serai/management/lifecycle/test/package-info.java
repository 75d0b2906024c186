/** Tests beside a route: the bundle's own routes run with their outer endpoints replaced. */
@NullMarked
package dev.serai.management.lifecycle.test;

import org.jspecify.annotations.NullMarked;
