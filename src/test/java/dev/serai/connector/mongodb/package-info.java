/** The connector of MongoDB against a server that speaks its protocol. */
@NullMarked
package dev.serai.connector.mongodb;

import org.jspecify.annotations.NullMarked;
