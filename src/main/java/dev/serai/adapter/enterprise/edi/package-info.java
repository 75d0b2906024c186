/** The data format edi: X12, EDIFACT and TRADACOMS as XML or JSON. */
@NullMarked
package dev.serai.adapter.enterprise.edi;

import org.jspecify.annotations.NullMarked;
