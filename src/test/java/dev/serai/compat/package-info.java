/** Folders as others write them for the Camel CLI and Kaoto, deployed as they are. */
@NullMarked
package dev.serai.compat;

import org.jspecify.annotations.NullMarked;
