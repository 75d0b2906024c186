/** The data format excel: workbooks as rows. */
@NullMarked
package dev.serai.adapter.enterprise.excel;

import org.jspecify.annotations.NullMarked;
