/** Rules in Google's Common Expression Language; these classes are loaded with the pack that brings it. */
@NullMarked
package dev.serai.service.governance.cel;

import org.jspecify.annotations.NullMarked;
